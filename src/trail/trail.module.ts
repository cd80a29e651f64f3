import { Module } from '@nestjs/common';
import { AccessHistoryController } from './access-history/access-history.controller.ts';
import { AccessHistoryService } from './access-history/access-history.service.ts';
import { AccessHistoryStore } from './access-history/access-history.store.ts';
import { MandateHistoryController } from './mandate-history.controller.ts';
import { MandateHistoryService } from './mandate-history.service.ts';
import { MandateHistoryStore } from './mandate-history.store.ts';
import { TrailEntriesController } from './trail-entries.controller.ts';
import { TrailEntriesService } from './trail-entries.service.ts';
import { TrailEntriesStore } from './trail-entries.store.ts';

/** Reading the record: one's own, all of it, that of one mandate; and who could read what on a day. */
@Module({
  controllers: [TrailEntriesController, MandateHistoryController, AccessHistoryController],
  providers: [
    ...[TrailEntriesService, TrailEntriesStore, MandateHistoryService, MandateHistoryStore],
    ...[AccessHistoryService, AccessHistoryStore],
  ],
})
export class TrailModule {}
