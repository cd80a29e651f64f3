import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Desk } from '../../access/desk.ts';
import { UnitOfWork } from '../../audit/unit-of-work.ts';
import type { Work } from '../../audit/work.ts';
import { job } from '../../domain/actor.ts';
import { settleOrder } from '../../domain/court-order.ts';
import { moveOf, type OrderChangeKind } from '../../domain/court-order-changes.ts';
import { Problem } from '../../domain/errors.ts';
import type { CourtOrderId, ReportId } from '../../domain/ids.ts';
import type { Task } from '../../platform/queue.store.ts';
import { QueueWorker } from '../../platform/queue.worker.ts';
import type { KeptOrder } from '../court-order.kept.ts';
import { CourtOrderStore } from '../court-order.store.ts';
import { LaterService } from '../later/later.service.ts';
import type { WhyWaits } from '../later/later.words.ts';
import { OrderNamesStore } from '../order-names.store.ts';
import { changeOf, type Report, ReportStore } from './report.store.ts';

const actor = job('follow-court-register');

/** What happens to one guardian, and not to the measure. */
const ofOneGuardian: readonly OrderChangeKind[] = [
  ...(['dismissed', 'replaced', 'guardian-died', 'guardian-bankrupt'] as const),
];

type Outcome = 'applied' | 'known' | WhyWaits;
const isDone = (outcome: Outcome): boolean => outcome === 'applied' || outcome === 'known';

/**
 * Carries out what the register told. Each time all that is open of the case is looked at in the order of its days: so
 * a confirmation that came before its suspension is carried out after it. What does not fit waits for an official, and
 * changes nothing.
 */
@Injectable()
export class TakeUpService implements OnModuleInit {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly desk: Desk,
    private readonly reports: ReportStore,
    private readonly orders: CourtOrderStore,
    private readonly names: OrderNamesStore,
    private readonly later: LaterService,
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
      const { court, caseNumber } = about;
      const orders = await this.orders.ofCase(work, court, caseNumber);
      const open = await this.reports.openOfCase(work, permit, { court, caseNumber });
      for (const each of open)
        await this.reports.settle(work, each.id, await this.carryOut(work, each, orders));
    });
  }

  private async carryOut(work: Work, report: Report, orders: readonly KeptOrder[]): Promise<Outcome> {
    const concerned = await this.concerned(work, report, orders);
    if (typeof concerned === 'string') return concerned;
    const outcomes: Outcome[] = [];
    for (const { id } of concerned) {
      const order = await this.orders.withMeasure(work, id); // as the report before this one left it
      outcomes.push(order ? await this.apply(work, report, order) : 'unknown-order');
    }
    const fault = outcomes.find((outcome) => !isDone(outcome));
    return fault ?? (outcomes.includes('applied') ? 'applied' : 'known');
  }

  private async apply(work: Work, report: Report, order: KeptOrder): Promise<Outcome> {
    if (order.state !== 'verified') return 'not-verified';
    const change = changeOf(report);
    try {
      settleOrder(order, moveOf(change), 'register', work.now);
    } catch (error) {
      if (error instanceof Problem) return 'contradicts'; // it is over
      throw error;
    }
    await this.desk.demand(work, { action: 'order.follow' }); // each has its own line
    work.remark({ object: { kind: 'court-order', id: order.id }, details: { event: report.eventId } });
    const by = { toldBy: 'register', report: report.id } as const;
    const { outcome } = await this.later.apply(work, order, change, by);
    return outcome === 'same' ? 'known' : outcome;
  }

  /** The orders that a report is about. */
  private async concerned(
    work: Work,
    { kvk, namesPerson, guardian, kind }: Report,
    orders: readonly KeptOrder[],
  ): Promise<readonly KeptOrder[] | WhyWaits> {
    const namesOf = await this.names.of(work, orders);
    const found = orders.filter((order) =>
      namesPerson ? order.organisation === guardian : kvk === null || namesOf(order).organisation.kvk === kvk,
    );
    if (found.length === 0) return 'unknown-order';
    return found.length > 1 && ofOneGuardian.includes(kind) ? 'which-guardian' : found;
  }
}
