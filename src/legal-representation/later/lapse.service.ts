import { Injectable } from '@nestjs/common';
import { Desk } from '../../access/desk.ts';
import { UnitOfWork } from '../../audit/unit-of-work.ts';
import { job } from '../../domain/actor.ts';
import { dayOf } from '../../domain/day.ts';
import { QueueStore } from '../../platform/queue.store.ts';
import { CourtOrderStore } from '../court-order.store.ts';
import { GuardianshipStore } from '../guardianship.store.ts';
import { LapseStore } from './lapse.store.ts';
import { lapseRemarks, lapseTellings } from './later.record.ts';

const actor = job('follow-court-register');

/**
 * R28: a suspension that nobody confirmed lapses by the clock, and access is back without any job. That it came back
 * is recorded here, once, and ward and guardian hear of it.
 */
@Injectable()
export class LapseService {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly desk: Desk,
    private readonly lapses: LapseStore,
    private readonly orders: CourtOrderStore,
    private readonly guardianship: GuardianshipStore,
    private readonly queue: QueueStore,
  ) {}

  /** How many were recorded. */
  record(): Promise<number> {
    return this.unit.run(actor, async (work) => {
      const permit = await this.desk.demand(work, { action: 'order.follow' });
      const lapsed = await this.lapses.record(work, permit);
      work.remark({ details: { lapsed: lapsed.length } });
      for (const each of lapsed) {
        const order = await this.orders.find(work, each.order);
        if (order) work.note(lapseRemarks(order, each));
        if (order) await this.guardianship.tell(work, lapseTellings(order, each, dayOf(work.now)));
        // What was told of a next one may have waited for this.
        await this.queue.enqueue(work, 'take-up-reports', { order: each.order });
      }
      return lapsed.length;
    });
  }
}
