import { Inject, Injectable } from '@nestjs/common';
import { Desk } from '../../access/desk.ts';
import { Once, type OnceKey } from '../../access/once.ts';
import { UnitOfWork } from '../../audit/unit-of-work.ts';
import type { Actor } from '../../domain/actor.ts';
import { faultsOfDecision } from '../../domain/court-order-changes.ts';
import { fault, Problem } from '../../domain/errors.ts';
import type { ReportId } from '../../domain/ids.ts';
import { CONFIG, type Config } from '../../platform/config.ts';
import { type Page, pageOf, positionOf } from '../../platform/cursor.ts';
import { QueueStore } from '../../platform/queue.store.ts';
import { outcomeIn } from '../later/later.words.ts';
import type { ReportJson, TakenReportJson } from './report.json.ts';
import type { ListReports, ReportedChange } from './report.request.ts';
import { type Report, ReportStore } from './report.store.ts';

/** What the judiciary's register tells by itself, and the officials' queue of what does not fit. */
@Injectable()
export class ReportService {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly unit: UnitOfWork,
    private readonly desk: Desk,
    private readonly once: Once,
    private readonly reports: ReportStore,
    private readonly queue: QueueStore,
  ) {}

  /**
   * Takes a report in; a task carries it out. The event id makes it have one effect, however often and in whatever
   * order it comes. What was told otherwise before waits for an official.
   * @throws Problem `invalid-input`
   */
  take(actor: Actor, told: ReportedChange): Promise<TakenReportJson> {
    return this.unit.run(actor, async (work) => {
      const register = this.config.courtRegisterOin;
      const permit = await this.desk.demand(work, { action: 'register.report', register });
      const faults = [...faultsOfDecision(told), ...(told.kvk && told.guardianBsn ? [notBoth] : [])];
      if (faults.length > 0) throw new Problem('invalid-input', { faults });
      const { taken, id } = await this.reports.take(work, permit, told);
      if (taken === 'new') await this.queue.enqueue(work, 'take-up-reports', { report: id });
      work.remark({ details: { event: told.eventId, kind: told.kind, taken } });
      return { eventId: told.eventId, taken };
    });
  }

  /** What was told, and what became of it. */
  list(actor: Actor, wish: ListReports): Promise<Page<ReportJson>> {
    const after = positionOf('register-reports', wish.cursor);
    return this.unit.disclose(actor, async (work) => {
      const permit = await this.desk.demand(work, { action: 'register.list-reports' });
      const found = await this.reports.list(work, permit, wish, after, wish.limit + 1);
      const place = ({ receivedAt, id }: Report) => ({ at: receivedAt, id });
      return pageOf('register-reports', found, wish.limit, place, reportJson);
    });
  }

  /**
   * An official sets aside what waits, after he entered by hand what it comes down to, or what was told by mistake. What was
   * carried out stays as it is (R18); it stands no more in the way of an order that is handed in again.
   * @throws Problem `not-found` when it is new, or set aside.
   */
  setAside(actor: Actor, id: ReportId, reason: string, once: OnceKey): Promise<ReportJson> {
    return this.unit.run(actor, (work) =>
      this.once.act(work, once, async () => {
        const permit = await this.desk.demand(work, { action: 'register.settle-report' });
        if (actor.kind !== 'official') throw new Error('the door lets only officials settle');
        work.remark({ object: { kind: 'report', id }, details: { reason: reason.trim() } });
        const settled = await this.reports.setAside(work, permit, id, actor.subject, reason.trim());
        if (!settled) throw new Problem('not-found');
        return reportJson(settled);
      }),
    );
  }
}

const notBoth = fault(
  '#/guardianBsn',
  'not-both',
  'One guardian has a KvK number or is a person: name one of the two.',
  'Een vertegenwoordiger heeft een KvK-nummer of is een persoon: noem een van de twee.',
);

const reportJson = (report: Report): ReportJson => ({
  ...{ id: report.id, eventId: report.eventId, receivedAt: report.receivedAt.toISOString() },
  ...{ court: report.court, caseNumber: report.caseNumber, kvk: report.kvk ?? undefined },
  guardian: report.namesPerson ? { organisation: report.guardian ?? undefined } : undefined,
  ...{ kind: report.kind, on: report.on, earlierOn: report.earlierOn ?? undefined },
  ...{ heard: report.heard ?? undefined, outcome: report.outcome, why: report.why ?? undefined },
  words: report.outcome === 'waits' && report.why ? outcomeIn[report.why] : undefined,
  ...{ settledAt: report.settledAt?.toISOString(), reason: report.reason ?? undefined },
});
