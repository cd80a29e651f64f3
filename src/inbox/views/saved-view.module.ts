import { Module } from '@nestjs/common';
import { SavedViewController } from './saved-view.controller.ts';
import { SavedViewService } from './saved-view.service.ts';
import { SavedViewStore } from './saved-view.store.ts';

/** Saved views of the list of messages. */
@Module({ controllers: [SavedViewController], providers: [SavedViewService, SavedViewStore] })
export class SavedViewModule {}
