import { Module } from '@nestjs/common';
import { MandateHistoryController } from './mandate-history.controller.ts';
import { MandateHistoryService } from './mandate-history.service.ts';
import { MandateHistoryStore } from './mandate-history.store.ts';
import { TrailEntriesController } from './trail-entries.controller.ts';
import { TrailEntriesService } from './trail-entries.service.ts';
import { TrailEntriesStore } from './trail-entries.store.ts';

/** Reading the record: one's own, all of it, and that of one mandate. */
@Module({
  controllers: [TrailEntriesController, MandateHistoryController],
  providers: [TrailEntriesService, TrailEntriesStore, MandateHistoryService, MandateHistoryStore],
})
export class TrailModule {}
