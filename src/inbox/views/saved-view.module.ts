import { Module } from '@nestjs/common';
import { SearchWordsStore } from '../search-words.store.ts';
import { SavedViewController } from './saved-view.controller.ts';
import { SavedViewService } from './saved-view.service.ts';
import { SavedViewStore } from './saved-view.store.ts';

/** Saved views of the list of messages. */
@Module({
  controllers: [SavedViewController],
  providers: [SavedViewService, SavedViewStore, SearchWordsStore],
})
export class SavedViewModule {}
