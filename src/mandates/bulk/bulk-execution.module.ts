import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { EndingService } from '../ending.service.ts';
import { MandateNamesStore } from '../mandate-names.store.ts';
import { MandateRow, ScopeLineRow } from '../mandate.row.ts';
import { NoticeStore } from '../upkeep/notice.store.ts';
import { BulkAsking } from './bulk-execution.asking.ts';
import { BulkConfirmService } from './bulk-execution.confirm.service.ts';
import { BulkExecutionController } from './bulk-execution.controller.ts';
import { BulkMoves } from './bulk-execution.moves.ts';
import { BulkRequests } from './bulk-execution.requests.ts';
import { BulkExecutionService } from './bulk-execution.service.ts';
import { BulkExecutionStore } from './bulk-execution.store.ts';
import { BulkMandatesStore } from './bulk-mandates.store.ts';
import { BulkProgressController } from './bulk-progress.controller.ts';
import { BulkProgressService } from './bulk-progress.service.ts';
import { BulkResultController } from './bulk-result.controller.ts';
import { BulkResultService } from './bulk-result.service.ts';
import { BulkResultStore } from './bulk-result.store.ts';
import { BulkRunStore } from './bulk-run.store.ts';
import { BulkViewService } from './bulk-view.service.ts';

/** What happens to a run after its dry run: it is confirmed, carried out, watched, and told of row by row. */
@Module({
  imports: [TypeOrmModule.forFeature([MandateRow, ScopeLineRow])],
  controllers: [BulkExecutionController, BulkProgressController, BulkResultController],
  providers: [
    ...[MandateNamesStore, BulkMandatesStore, BulkRunStore, BulkViewService],
    ...[BulkExecutionStore, BulkConfirmService, BulkExecutionService, BulkRequests, BulkMoves, BulkAsking],
    ...[BulkProgressService, BulkResultStore, BulkResultService, EndingService, NoticeStore],
  ],
})
export class BulkExecutionModule {}
