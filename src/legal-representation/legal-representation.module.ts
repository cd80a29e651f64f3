import { Module } from '@nestjs/common';
import { ApprovalStore } from './approval.store.ts';
import { ConsequencesService } from './consequences.service.ts';
import { CourtOrderMovesController } from './court-order-moves.controller.ts';
import { CourtOrderService } from './court-order.service.ts';
import { CourtOrderStore } from './court-order.store.ts';
import { CourtOrdersController } from './court-orders.controller.ts';
import { CourtRegister } from './court-register.port.ts';
import { CourtRegisterSimulator } from './court-register.simulator.ts';
import { CourtRegisterReading } from './court-register.ts';
import { EvidenceStore } from './evidence.store.ts';
import { GuardianshipStore } from './guardianship.store.ts';
import { GuardianDeathService } from './later/guardian-death.service.ts';
import { LapseService } from './later/lapse.service.ts';
import { LapseStore } from './later/lapse.store.ts';
import { LaterController } from './later/later.controller.ts';
import { LaterService } from './later/later.service.ts';
import { OfficialController } from './officials/official.controller.ts';
import { OfficialService } from './officials/official.service.ts';
import { OfficialStore } from './officials/official.store.ts';
import { OrderCheckService } from './order-check.service.ts';
import { OrderNamesStore } from './order-names.store.ts';
import { PastStore } from './past.store.ts';
import { OrderViewService } from './order-view.service.ts';
import { CaseReportStore } from './register-reports/case-report.store.ts';
import { DoubtService } from './register-reports/doubt.service.ts';
import { FollowService } from './register-reports/follow.service.ts';
import { ReportController } from './register-reports/report.controller.ts';
import { ReportService } from './register-reports/report.service.ts';
import { ReportStore } from './register-reports/report.store.ts';
import { ToldBeforeService } from './register-reports/told-before.service.ts';
import { TakeUpService } from './register-reports/take-up.service.ts';
import { UrgentActController } from './urgent-acts/urgent-act.controller.ts';
import { UrgentActService } from './urgent-acts/urgent-act.service.ts';
import { UrgentActStore } from './urgent-acts/urgent-act.store.ts';
import { VerificationService } from './verification.service.ts';
import { WhatHappenedStore } from './what-happened.store.ts';

/** Guardians: court orders, who verifies them, what they do, and what courts decide later. */
@Module({
  controllers: [
    ...[CourtOrdersController, CourtOrderMovesController, LaterController, OfficialController],
    ...[ReportController, UrgentActController],
  ],
  providers: [
    ...[CourtOrderStore, EvidenceStore, ApprovalStore, GuardianshipStore, OrderNamesStore, WhatHappenedStore],
    ...[CourtOrderService, OrderViewService, ConsequencesService, VerificationService, OrderCheckService],
    ...[CourtRegisterReading, { provide: CourtRegister, useClass: CourtRegisterSimulator }],
    ...[LaterService, LapseService, LapseStore, OfficialService, OfficialStore],
    ...[CaseReportStore, DoubtService, GuardianDeathService, PastStore, ToldBeforeService],
    ...[ReportService, ReportStore, TakeUpService, FollowService, UrgentActService, UrgentActStore],
  ],
})
export class LegalRepresentationModule {}
