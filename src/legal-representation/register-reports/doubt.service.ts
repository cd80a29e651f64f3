import { Injectable } from '@nestjs/common';
import type { Work } from '../../audit/work.ts';
import { orderStateAt } from '../../domain/court-order.ts';
import { isOfSuspension } from '../../domain/court-order-changes.ts';
import type { CourtOrderId } from '../../domain/ids.ts';
import { isDone } from '../../domain/register-report.ts';
import { suspensionsOf, type ToldOfSuspension, untold } from '../../domain/suspension.ts';
import { CourtOrderStore } from '../court-order.store.ts';
import { WhatHappenedStore } from '../what-happened.store.ts';
import { CaseReportStore } from './case-report.store.ts';
import type { Concerned } from './concerned.ts';
import { changeOf } from './report.store.ts';

/**
 * R28: what was carried out or known of a suspension may fit no more when another report comes: an end that was matched to
 * the only one there was. Then people look at it, as they would have when all had come in the order of its days.
 */
@Injectable()
export class DoubtService {
  constructor(
    private readonly reports: CaseReportStore,
    private readonly orders: CourtOrderStore,
    private readonly happened: WhatHappenedStore,
  ) {}

  /** Looks at all that was done for an order, and keeps it. */
  async look(work: Work, id: CourtOrderId, told: readonly Concerned[]): Promise<void> {
    const doubted = await this.doubted(work, id, told);
    for (const each of told) {
      const outcome = each.became.get(id);
      if (!isDone(outcome)) continue;
      const why = doubted.get(each);
      await this.reports.keepDone(work, each.report, id, outcome, why !== undefined);
      if (why !== undefined) each.became.set(id, why);
    }
  }

  private async doubted(work: Work, id: CourtOrderId, told: readonly Concerned[]) {
    const why = new Map<Concerned, 'too-early' | 'contradicts' | 'which-suspension'>();
    const order = await this.orders.find(work, id);
    if (!order?.gave || orderStateAt(order, work.now) === 'ended') return why; // nothing opens any more
    const kept = await this.happened.suspensions(work, id);
    const known = told.flatMap((each) => {
      const change = changeOf(each.report);
      const isKept = kept.some(({ report }) => report === each.report.id);
      return isOfSuspension(change) && !isKept && isDone(each.became.get(id)) ? [{ ...change, each }] : [];
    });
    const all: readonly (ToldOfSuspension & { each?: Concerned })[] = [
      ...untold(order.gave.suspended ?? [], kept),
      ...kept.map((one) => {
        const each = told.find(({ report }) => report.id === one.report);
        return each === undefined ? one : { ...one, each };
      }),
      ...known,
    ];
    for (const [{ each }, fit] of suspensionsOf(all).fits)
      if (each && fit !== 'fits' && fit !== 'same') why.set(each, fit);
    return why;
  }
}
