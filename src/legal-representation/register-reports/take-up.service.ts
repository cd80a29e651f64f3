import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Desk } from '../../access/desk.ts';
import { UnitOfWork } from '../../audit/unit-of-work.ts';
import type { Work } from '../../audit/work.ts';
import { holdGuardian } from '../../clients/hold-people.ts';
import { job } from '../../domain/actor.ts';
import { canMoveOrder } from '../../domain/court-order.ts';
import { isOfSuspension, moveOf } from '../../domain/court-order-changes.ts';
import { authorityFrom } from '../../domain/court-order-days.ts';
import type { CourtOrderId, ReportId } from '../../domain/ids.ts';
import {
  becameOfAll,
  canConcern,
  isDone,
  leavesOpenWhom,
  type ReportBecame,
} from '../../domain/register-report.ts';
import { inTurn } from '../../domain/suspension.ts';
import type { Task } from '../../platform/queue.store.ts';
import { QueueWorker } from '../../platform/queue.worker.ts';
import type { KeptOrder } from '../court-order.kept.ts';
import { CourtOrderStore } from '../court-order.store.ts';
import { GuardianDeathService } from '../later/guardian-death.service.ts';
import { LaterService } from '../later/later.service.ts';
import { OrderNamesStore } from '../order-names.store.ts';
import { type CaseReport, CaseReportStore } from './case-report.store.ts';
import type { Concerned } from './concerned.ts';
import { DoubtService } from './doubt.service.ts';
import { changeOf, namesSomebody, ReportStore } from './report.store.ts';

const actor = job('follow-court-register');

const beginsOf = ({ ground, ...days }: KeptOrder) => ({ ...days, from: authorityFrom(ground, days) });
const isSettled = ({ outcome }: CaseReport): boolean => outcome === 'applied' || outcome === 'known';

/**
 * Carries out what the register told. Each time all that was told of the case is looked at in the order of its days, for
 * each order by itself: so a confirmation that came before its suspension is carried out after it, and what was carried out
 * for one guardian is not done again. What does not fit waits for an official, and changes nothing.
 */
@Injectable()
export class TakeUpService implements OnModuleInit {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly desk: Desk,
    private readonly reports: ReportStore,
    private readonly cases: CaseReportStore,
    private readonly orders: CourtOrderStore,
    private readonly names: OrderNamesStore,
    private readonly later: LaterService,
    private readonly doubts: DoubtService,
    private readonly deaths: GuardianDeathService,
    private readonly worker: QueueWorker,
  ) {}

  onModuleInit(): void {
    this.worker.handle('take-up-reports', ({ payload }) => this.takeUp(payload));
  }

  /** May be called again: what was carried out is known, and what waits is looked at anew. */
  takeUp({ report, order }: Task['payload']): Promise<void> {
    return this.unit.run(actor, async (work) => {
      const permit = await this.desk.demand(work, { action: 'order.follow' });
      const about = report
        ? await this.reports.find(work, report as ReportId)
        : await this.orders.find(work, order as CourtOrderId);
      if (!about) return;
      const orders = await this.orders.ofCase(work, about.court, about.caseNumber);
      const told = await this.concerned(work, await this.cases.ofCase(work, permit, about), orders);
      const died = told.filter(
        ({ report: { kind, outcome } }) => kind === 'guardian-died' && outcome === 'new',
      );
      if (died.length > 0) for (const each of orders) await holdGuardian(work, each.organisation);
      for (const each of told.toSorted((one, other) => inTurn(one.report, other.report)))
        for (const { id } of each.orders) each.became.set(id, await this.carryOut(work, each, id));
      for (const { report: each } of died) await this.endElsewhere(work, each);
      for (const { id } of orders) await this.doubts.look(work, id, told);
      for (const { report: each, became } of told)
        if (became.size > 0) await this.cases.settle(work, each, becameOfAll([...became.values()]));
        else if (!isSettled(each)) await this.cases.settle(work, each, 'unknown-order');
    });
  }

  /** R30: a person who died is nobody's guardian any more, whatever is known here of the case in which it was told. */
  private async endElsewhere(work: Work, report: CaseReport): Promise<void> {
    if (report.guardian === null) return;
    await this.deaths.end(work, report.guardian, changeOf(report), {
      ...{ toldBy: 'register', report: report.id, namesHim: true },
    });
  }

  /** What becomes of a report for one order, as the reports before this one left it. */
  private async carryOut(work: Work, { report, orders }: Concerned, id: CourtOrderId): Promise<ReportBecame> {
    const done = report.done[id];
    if (done === 'applied' || (done && !isOfSuspension(report))) return done;
    const order = await this.orders.withMeasure(work, id);
    if (!order) return 'unknown-order';
    const guardians = new Set(orders.map(({ organisation }) => organisation));
    if (!namesSomebody(report) && guardians.size > 1 && leavesOpenWhom(changeOf(report), order.gave))
      return done ?? 'which-guardian';
    const became = await this.apply(work, report, order);
    return isDone(became) ? became : (done ?? became);
  }

  private async apply(work: Work, report: CaseReport, order: KeptOrder): Promise<ReportBecame> {
    if (order.state !== 'verified') return 'not-verified';
    const change = changeOf(report);
    if (!canMoveOrder(order, moveOf(change), 'register', work.now)) return 'contradicts'; // it is over
    await this.desk.demand(work, { action: 'order.follow' }); // each has its own line
    work.remark({ object: { kind: 'court-order', id: order.id }, details: { event: report.eventId } });
    const by = { toldBy: 'register', report: report.id, namesHim: namesSomebody(report) } as const;
    const { outcome } = await this.later.apply(work, order, change, by);
    return outcome === 'same' ? 'known' : outcome;
  }

  /** Which orders each report is about: of a guardian whom it names, or all of the case. */
  private async concerned(
    work: Work,
    reports: readonly CaseReport[],
    orders: readonly KeptOrder[],
  ): Promise<readonly Concerned[]> {
    const namesOf = await this.names.of(work, orders);
    return reports.map((report) => {
      const isAbout = (order: KeptOrder) =>
        report.namesPerson
          ? order.organisation === report.guardian
          : report.kvk === null || namesOf(order).organisation.kvk === report.kvk;
      const about = orders.filter(isAbout);
      const others = about.map(beginsOf);
      return {
        report,
        orders: about.filter(
          (each) =>
            report.done[each.id] ??
            canConcern(beginsOf(each), report, { namesHim: namesSomebody(report), others }),
        ),
        became: new Map(),
      };
    });
  }
}
