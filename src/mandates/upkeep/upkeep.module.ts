import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { BulkMandatesStore } from '../bulk/bulk-mandates.store.ts';
import { EndingService } from '../ending.service.ts';
import { MandateNamesStore } from '../mandate-names.store.ts';
import { MandateRow, ScopeLineRow } from '../mandate.row.ts';
import { NoticeController } from './notice.controller.ts';
import { NoticeService } from './notice.service.ts';
import { NoticeStore } from './notice.store.ts';
import { ReviewAnswersService } from './review-answers.service.ts';
import { ReviewController } from './review.controller.ts';
import { ReviewService } from './review.service.ts';
import { ReviewStore } from './review.store.ts';
import { WatchService } from './watch.service.ts';
import { WatchStore } from './watch.store.ts';

/** Keeping mandates in order: the yearly look at them, what time does to them, and what people hear of it. */
@Module({
  imports: [TypeOrmModule.forFeature([MandateRow, ScopeLineRow])],
  controllers: [ReviewController, NoticeController],
  providers: [
    ...[BulkMandatesStore, MandateNamesStore, ReviewStore, NoticeStore, WatchStore],
    ...[ReviewService, ReviewAnswersService, NoticeService, WatchService, EndingService],
  ],
})
export class MandateUpkeepModule {}
