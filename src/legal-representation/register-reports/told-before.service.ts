import { Injectable } from '@nestjs/common';
import type { Work } from '../../audit/work.ts';
import { canMoveOrder } from '../../domain/court-order.ts';
import { moveOf, type OrderChange } from '../../domain/court-order-changes.ts';
import { toCarryOut } from '../../domain/guardian-before.ts';
import type { Foreseen } from '../consequences.service.ts';
import type { KeptOrder } from '../court-order.kept.ts';
import { CourtOrderStore } from '../court-order.store.ts';
import { LaterService } from '../later/later.service.ts';
import type { ToldBy } from '../what-happened.store.ts';

/** What was known of a case before one of its orders began, carried out in the instant in which it begins. */
@Injectable()
export class ToldBeforeService {
  constructor(
    private readonly orders: CourtOrderStore,
    private readonly later: LaterService,
  ) {}

  /** In the work of who verifies it, each with a line of its own. What does not fit waits as any report does. */
  async carryOut(work: Work, order: KeptOrder, { beginning, liftedFrom }: Foreseen): Promise<void> {
    for (const { report, kind, on, earlierOn, heard, about } of toCarryOut(beginning, beginning.past)) {
      const change = {
        ...{ kind, on, earlierOn: earlierOn ?? undefined, heard: heard ?? undefined },
      };
      await this.apply(work, order, change, { toldBy: 'register', report, namesHim: about === 'this' });
    }
    // R29: a lifting that lies ahead is of each order of the case, also when an official entered it at another one
    const { actor } = work;
    if (liftedFrom === undefined || actor.kind !== 'official') return;
    const by = {
      toldBy: 'official',
      official: actor.subject,
      reason: 'Lifted in this case before.',
    } as const;
    await this.apply(work, order, { kind: 'lifted', on: liftedFrom }, by);
  }

  private async apply(work: Work, { id }: KeptOrder, change: OrderChange, by: ToldBy): Promise<void> {
    const order = await this.orders.withMeasure(work, id); // as the one before left it
    if (!order || !canMoveOrder(order, moveOf(change), 'register', work.now)) return; // it is over
    work.note([
      {
        ...{ action: 'order.follow', client: undefined, mandate: undefined },
        object: { kind: 'court-order', id },
        details: by.toldBy === 'register' ? { report: by.report } : {},
      },
    ]);
    await this.later.apply(work, order, change, by);
  }
}
