import { Module } from '@nestjs/common';
import { MandateNamesStore } from '../mandate-names.store.ts';
import { BulkCheckService } from './bulk-check.service.ts';
import { BulkExecutionModule } from './bulk-execution.module.ts';
import { BulkJudgeService } from './bulk-judge.service.ts';
import { BulkMandatesStore } from './bulk-mandates.store.ts';
import { BulkMovesJudge } from './bulk-moves.judge.ts';
import { BulkOutlookStore } from './bulk-outlook.store.ts';
import { BulkResultStore } from './bulk-result.store.ts';
import { BulkRowStore } from './bulk-row.store.ts';
import { BulkRunStore } from './bulk-run.store.ts';
import { BulkRunsController } from './bulk-runs.controller.ts';
import { BulkRunsService } from './bulk-runs.service.ts';
import { BulkTidyService } from './bulk-tidy.service.ts';
import { BulkTidyStore } from './bulk-tidy.store.ts';
import { BulkViewService } from './bulk-view.service.ts';
import { ScopeTemplateStore } from './scope-template.store.ts';
import { ScopeTemplatesController } from './scope-templates.controller.ts';
import { ScopeTemplatesService } from './scope-templates.service.ts';

/** Many mandates at once: files are checked here, and carried out once somebody confirms. */
@Module({
  imports: [BulkExecutionModule],
  controllers: [BulkRunsController, ScopeTemplatesController],
  providers: [
    ...[MandateNamesStore, BulkMandatesStore, BulkResultStore, BulkRunStore, BulkRowStore, BulkOutlookStore],
    ...[BulkViewService, BulkMovesJudge, BulkJudgeService, BulkCheckService, BulkRunsService],
    ...[ScopeTemplateStore, ScopeTemplatesService, BulkTidyStore, BulkTidyService],
  ],
})
export class BulkModule {}
