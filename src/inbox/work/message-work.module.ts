import { Module } from '@nestjs/common';
import { MessageWorkController } from './message-work.controller.ts';
import { MessageWorkService } from './message-work.service.ts';
import { MessageWorkStore } from './message-work.store.ts';

/** The work on messages inside an office. */
@Module({ controllers: [MessageWorkController], providers: [MessageWorkService, MessageWorkStore] })
export class MessageWorkModule {}
