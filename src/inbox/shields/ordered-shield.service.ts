import { Injectable } from '@nestjs/common';
import { Desk } from '../../access/desk.ts';
import { Once, type OnceKey } from '../../access/once.ts';
import { UnitOfWork } from '../../audit/unit-of-work.ts';
import type { Work } from '../../audit/work.ts';
import type { Actor, Subject } from '../../domain/actor.ts';
import { type Day, dayOf } from '../../domain/day.ts';
import { fault, Problem } from '../../domain/errors.ts';
import type { MandateId } from '../../domain/ids.ts';
import { reasons } from '../../domain/reasons.ts';
import { secondLook } from '../../domain/shield.ts';
import type { Page } from '../../platform/cursor.ts';
import { ShieldLiftingStore } from './shield-lifting.store.ts';
import type { ShieldJson } from './shield.json.ts';
import type { LiftShield, ListShields, OrderedShieldPath, OrderShield } from './shield.request.ts';
import { ShieldService } from './shield.service.ts';
import { type Guardian, ShieldStore } from './shield.store.ts';

/**
 * What a judge keeps from a guardian, entered by an official. The record names the client and no mandate: a line of a
 * mandate is for both its parties, and the guardian may not learn of this.
 */
@Injectable()
export class OrderedShieldService {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly desk: Desk,
    private readonly once: Once,
    private readonly stores: ShieldStore,
    private readonly liftings: ShieldLiftingStore,
    private readonly shields: ShieldService,
  ) {}

  /** What judges ordered for the client of this mandate. */
  list(actor: Actor, mandate: MandateId, wish: ListShields): Promise<Page<ShieldJson>> {
    return this.unit.disclose(actor, async (work) => {
      const permit = await this.desk.demand(work, { action: 'shield.see-orders' });
      const { client } = await this.guardian(work, mandate);
      return this.stores.list(work, permit, client, wish);
    });
  }

  /**
   * Enters an order. Towards who was authorised by the client himself a judge need not order anything: that mandate can
   * be revoked.
   * @throws Problem `not-found`, `move-not-possible` for a mandate that rests on no court measure, `invalid-input`,
   * `already-exists`, `limit-reached`.
   */
  make(actor: Actor, mandate: MandateId, wish: OrderShield, once: OnceKey): Promise<ShieldJson> {
    return this.unit.run(actor, (work) =>
      this.once.act(work, once, async () => {
        const permit = await this.desk.demand(work, { action: 'shield.order' });
        const { client, organisation, ground, order } = await this.guardian(work, mandate);
        if (ground === 'voluntary') throw new Problem('move-not-possible', { members: { move: 'shield' } });
        const { caseNumber, orderedOn, fromEveryone = false, ...hidden } = wish;
        ensureDay('#/orderedOn', orderedOn, dayOf(work.now));
        const from = fromEveryone ? {} : { organisation };
        const evidence = { caseNumber, orderedOn, order: order ?? undefined };
        return this.shields.add(work, permit, client, { ...hidden, ...from, by: 'court' }, evidence);
      }),
    );
  }

  /**
   * Ends what a judge ordered, when he decided so: the first official enters the decision, and it ends when another
   * enters the same.
   * @throws Problem `not-found`, `invalid-input`, `move-not-possible` for what is over and for the same official.
   */
  end(
    actor: Actor,
    { mandate, shield }: OrderedShieldPath,
    { reason, ...lifting }: LiftShield,
    once: OnceKey,
  ): Promise<ShieldJson> {
    return this.unit.run(actor, (work) =>
      this.once.act(work, once, async () => {
        const permit = await this.desk.demand(work, { action: 'shield.lift' });
        const { client } = await this.guardian(work, mandate);
        const known = await this.stores.find(work, shield, client);
        if (!known) throw new Problem('not-found');
        if (known.endedAt !== undefined) throw new Problem('move-not-possible', { members: { move: 'end' } });
        ensureDay('#/decidedOn', lifting.decidedOn, dayOf(work.now), known.order?.orderedOn);
        const before = await this.liftings.of(work, permit, shield);
        const look = secondLook(officialOf(actor), lifting, before);
        if (look === 'same-official') throw new Problem('move-not-possible', { says: reasons[look] });
        work.remark({
          object: { kind: 'shield', id: shield },
          details: {
            caseNumber: lifting.caseNumber,
            decidedOn: lifting.decidedOn,
            reason: reason.trim(),
            look,
          },
        });
        if (look === 'enough') return this.shields.lift(work, permit, shield, client);
        await this.liftings.enter(work, permit, shield, client, lifting);
        return (await this.stores.find(work, shield, client)) ?? known;
      }),
    );
  }

  private async guardian(work: Work, mandate: MandateId): Promise<Guardian> {
    const guardian = await this.stores.guardianOf(work, mandate);
    if (!guardian) throw new Problem('not-found');
    work.remark({ client: guardian.client });
    return guardian;
  }
}

/** A judge decides today or before; and about what he ordered not before he ordered it. */
function ensureDay(pointer: string, day: Day, today: Day, orderedOn?: string): void {
  const faults = [
    ...(day > today
      ? [
          fault(
            pointer,
            'in-the-future',
            'An order is not of a day to come.',
            'Een besluit is niet van een dag die nog moet komen.',
          ),
        ]
      : []),
    ...(orderedOn !== undefined && day < orderedOn
      ? [
          fault(
            pointer,
            'before-the-order',
            'This day is before the order that it ends.',
            'Deze dag is voor het besluit dat ermee eindigt.',
          ),
        ]
      : []),
  ];
  if (faults.length > 0) throw new Problem('invalid-input', { faults });
}

function officialOf(actor: Actor): Subject {
  if (actor.kind !== 'official') throw new Error('the door lets only officials enter what a judge decided');
  return actor.subject;
}
