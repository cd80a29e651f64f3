import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ActivationService } from './activation.service.ts';
import { BulkMandatesStore } from './bulk/bulk-mandates.store.ts';
import { BulkModule } from './bulk/bulk.module.ts';
import { EndingService } from './ending.service.ts';
import { MandateExportController } from './export/mandate-export.controller.ts';
import { MandateExportService } from './export/mandate-export.service.ts';
import { LetterService } from './letter.service.ts';
import { LetterStore } from './letter.store.ts';
import { MandateListStore } from './mandate-list.store.ts';
import { MandateMovesController } from './mandate-moves.controller.ts';
import { MandateNamesStore } from './mandate-names.store.ts';
import { MandateOfferService } from './mandate-offer.service.ts';
import { MandateRequestService } from './mandate-request.service.ts';
import { MandateRequestsController } from './mandate-requests.controller.ts';
import { LetterRow, MandateRow, ScopeLineRow } from './mandate.row.ts';
import { MandateService } from './mandate.service.ts';
import { MandateStore } from './mandate.store.ts';
import { MandatesController } from './mandates.controller.ts';
import { StatementController } from './statements/statement.controller.ts';
import { StatementPaper } from './statements/statement.paper.ts';
import { StatementService } from './statements/statement.service.ts';
import { StatementStore } from './statements/statement.store.ts';
import { StatementTypesController } from './statements/statement-types.controller.ts';
import { StatusListService } from './statements/status-list.service.ts';
import { NoticeStore } from './upkeep/notice.store.ts';

/** Mandates: how they come, what may be done with them, how they end; and the letters that offer them. */
@Module({
  imports: [TypeOrmModule.forFeature([MandateRow, ScopeLineRow, LetterRow]), BulkModule],
  controllers: [
    MandateRequestsController,
    MandatesController,
    MandateMovesController,
    MandateExportController,
    StatementController,
    StatementTypesController,
  ],
  providers: [
    ...[MandateStore, MandateListStore, MandateNamesStore, LetterStore, BulkMandatesStore, NoticeStore],
    ...[MandateRequestService, MandateService, ActivationService, MandateOfferService, LetterService],
    ...[MandateExportService, EndingService],
    ...[StatementService, StatementStore, StatementPaper, StatusListService],
  ],
})
export class MandatesModule {}
