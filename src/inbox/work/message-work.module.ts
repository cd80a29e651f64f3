import { Module } from '@nestjs/common';
import { OfficeListStore } from '../office-list/office-list.store.ts';
import { DueCountsController } from './due-counts.controller.ts';
import { DueCountsService } from './due-counts.service.ts';
import { DueCountsStore } from './due-counts.store.ts';
import { MessageWorkController } from './message-work.controller.ts';
import { MessageWorkService } from './message-work.service.ts';
import { MessageWorkStore } from './message-work.store.ts';

/** The work on messages inside an office. */
@Module({
  controllers: [DueCountsController, MessageWorkController],
  providers: [DueCountsService, DueCountsStore, MessageWorkService, MessageWorkStore, OfficeListStore],
})
export class MessageWorkModule {}
