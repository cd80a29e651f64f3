import { Injectable } from '@nestjs/common';
import { Desk } from '../../access/desk.ts';
import { Once, type OnceKey } from '../../access/once.ts';
import { UnitOfWork } from '../../audit/unit-of-work.ts';
import type { Work } from '../../audit/work.ts';
import { holdGuardian } from '../../clients/hold-people.ts';
import type { Actor } from '../../domain/actor.ts';
import { type Given, orderStateAt, settleOrder } from '../../domain/court-order.ts';
import {
  type Changed,
  changed,
  endsAllOfHim,
  faultsOfChange,
  isOfSuspension,
  moveOf,
  type OrderChange,
} from '../../domain/court-order-changes.ts';
import { dayOf } from '../../domain/day.ts';
import { lapsedOn } from '../../domain/suspension.ts';
import { Problem } from '../../domain/errors.ts';
import type { CourtOrderId } from '../../domain/ids.ts';
import { QueueStore } from '../../platform/queue.store.ts';
import type { CourtOrderJson } from '../court-order.json.ts';
import type { KeptOrder } from '../court-order.kept.ts';
import { CourtOrderStore } from '../court-order.store.ts';
import { GuardianshipStore } from '../guardianship.store.ts';
import { OrderViewService } from '../order-view.service.ts';
import { type ToldBy, WhatHappenedStore } from '../what-happened.store.ts';
import { GuardianDeathService } from './guardian-death.service.ts';
import { LapseStore } from './lapse.store.ts';
import {
  lapseRemarks,
  lapseTellings,
  laterRemark,
  tellingsOf,
  urgentlyOverRemark,
  urgentlyOverTellings,
} from './later.record.ts';
import { outcomeIn } from './later.words.ts';
import type { ChangeOrder } from './order-change.request.ts';

/** What courts decide after an order was verified: suspension, its confirmation, an end, a term. */
@Injectable()
export class LaterService {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly desk: Desk,
    private readonly once: Once,
    private readonly orders: CourtOrderStore,
    private readonly guardianship: GuardianshipStore,
    private readonly happened: WhatHappenedStore,
    private readonly deaths: GuardianDeathService,
    private readonly lapses: LapseStore,
    private readonly view: OrderViewService,
    private readonly queue: QueueStore,
  ) {}

  /**
   * By hand: an official enters it. What would lengthen authority takes a new order, with two officials.
   * @throws Problem `move-not-possible`, `order-conflicts` with why it does not fit.
   */
  change(actor: Actor, id: CourtOrderId, wish: ChangeOrder, once: OnceKey): Promise<CourtOrderJson> {
    const { reason, ...change } = wish;
    return this.unit.run(actor, (work) =>
      this.once.act(work, once, async () => {
        const locked = await this.orders.lock(work, id);
        if (locked && endsAllOfHim(change, true)) await holdGuardian(work, locked.organisation);
        const order = locked && (await this.orders.withMeasure(work, id));
        await this.desk.demand(work, { action: 'order.change', order: id });
        if (!order || actor.kind !== 'official') throw new Problem('not-found');
        const faults = faultsOfChange(change, dayOf(work.now));
        if (faults.length > 0) throw new Problem('invalid-input', { faults });
        settleOrder(order, moveOf(change), 'official', work.now);
        const by = { toldBy: 'official', official: actor.subject, reason: reason.trim() } as const;
        const { outcome } = await this.apply(work, order, change, by);
        if (outcome !== 'applied' && outcome !== 'same')
          throw new Problem('order-conflicts', {
            says: outcomeIn[outcome],
            members: { outcome },
          });
        await this.queue.enqueue(work, 'take-up-reports', { order: id }); // what was told may fit now, or no more
        return this.view.one(work, (await this.orders.find(work, id)) ?? order);
      }),
    );
  }

  /**
   * Carries out what a court decided about a verified order, locked with its measure, in the work of whoever heard of it: the days of
   * the mandate, a line in the trail, and what those concerned are to hear. Tells what it came to.
   */
  async apply(work: Work, order: KeptOrder, change: OrderChange, by: ToldBy): Promise<Changed> {
    const { gave } = order;
    if (!gave) return { outcome: 'too-early' };
    const today = dayOf(work.now);
    const wardLives = !(await this.guardianship.hasDied(work, order.client));
    const told = isOfSuspension(change) ? await this.happened.suspensions(work, order.id) : [];
    const isOver = orderStateAt(order, work.now) === 'ended';
    const result = changed({ ...gave, wardLives, isOver, told }, change, by.toldBy);
    work.remark({ details: { kind: change.kind, on: change.on, outcome: result.outcome } });
    if (result.outcome !== 'applied') return result;
    const { periods } = result;
    if (result.measureOver !== undefined) {
      // The mandate ended before, and everyone heard of that. The ward sees the lifting at his order.
      await this.keep(work, order, change, by);
      return result;
    }
    if (change.kind === 'suspended') await this.recordLapses(work, order, gave);
    await this.guardianship.change(work, order.id, periods);
    await this.keep(work, order, change, by);
    const after = { ...order, gave: { ...gave, ...periods } };
    work.note([laterRemark(order, after, change, by, today)]);
    await this.guardianship.tell(work, tellingsOf(after, change, today));
    if (endsAllOfHim(change, by.toldBy === 'official' || by.namesHim))
      await this.deaths.end(work, order.organisation, change, by);
    return result;
  }

  /** Keeps it, and records what urgent acts end by it (R31). */
  private async keep(work: Work, order: KeptOrder, change: OrderChange, by: ToldBy): Promise<void> {
    const over = await this.happened.keep(work, order.id, change, by);
    work.note(over.map((mandate) => urgentlyOverRemark(order, mandate)));
    await this.guardianship.tell(
      work,
      over.flatMap((mandate) => urgentlyOverTellings(mandate, dayOf(work.now))),
    );
  }

  /** R28: of suspensions that are over, before the next one may become one stretch with them. */
  private async recordLapses(work: Work, order: KeptOrder, gave: Given): Promise<void> {
    for (const on of lapsedOn(gave.suspended, dayOf(work.now))) {
      if (!(await this.lapses.keep(work, { order: order.id, on }))) continue;
      const lapsed = { order: order.id, client: order.client, mandate: gave.mandate, on };
      work.note(lapseRemarks(order, lapsed));
      await this.guardianship.tell(work, lapseTellings(order, lapsed, dayOf(work.now)));
    }
  }
}
