import { Injectable } from '@nestjs/common';
import { Desk } from '../../access/desk.ts';
import { Once, type OnceKey } from '../../access/once.ts';
import { UnitOfWork } from '../../audit/unit-of-work.ts';
import type { Work } from '../../audit/work.ts';
import type { Actor, Citizen } from '../../domain/actor.ts';
import type { Permit } from '../../domain/decision.ts';
import { fault, Problem } from '../../domain/errors.ts';
import type { ClientId, ShieldId } from '../../domain/ids.ts';
import {
  type Hidden,
  hidesNothingFrom,
  holdsNotTowardsGuardian,
  isOneThing,
  type Shield,
} from '../../domain/shield.ts';
import type { Page } from '../../platform/cursor.ts';
import { brokenConstraint } from '../../platform/database.errors.ts';
import { ShieldGroundsStore } from './shield-grounds.store.ts';
import type { ShieldJson, ShieldPreviewJson } from './shield.json.ts';
import type { ListShields, MakeShield } from './shield.request.ts';
import { type ShieldOrder, ShieldStore } from './shield.store.ts';

/** More than anyone needs; what the guard looks through for a row stays small. */
const most = 200;

/** What a broken constraint of the table says about what was asked for. */
const unknown: Readonly<Record<string, string>> = {
  shield_client_id_message_id_fkey: 'message',
  shield_sender_fkey: 'sender',
  shield_organisation_id_fkey: 'organisation',
};

/** What the record says of a shield: the kind of thing, never which. */
const kindOf = ({ message, sender, category }: Hidden): string =>
  message === undefined
    ? [sender && 'sender', category && 'category'].filter(Boolean).join(' and ')
    : 'message';

/**
 * What a client keeps from who represents him by his own will. It bites at the next request, everywhere, and the
 * representative never learns of it: what is shielded is for him as what does not exist.
 */
@Injectable()
export class ShieldService {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly desk: Desk,
    private readonly once: Once,
    private readonly shields: ShieldStore,
    private readonly grounds: ShieldGroundsStore,
  ) {}

  /** A client's own list, with what a judge ordered. */
  list(actor: Actor, wish: ListShields): Promise<Page<ShieldJson>> {
    return this.unit.disclose(actor, async (work) => {
      const permit = await this.desk.demand(work, { action: 'shield.list' });
      return this.shields.list(work, permit, clientOf(actor).client, wish);
    });
  }

  /** What a shield would hide now, and from whom. Nothing is made. @throws Problem `invalid-input`. */
  preview(actor: Actor, wish: MakeShield): Promise<ShieldPreviewJson> {
    return this.unit.disclose(actor, async (work) => {
      const permit = await this.desk.demand(work, { action: 'shield.preview' });
      ensureOneThing(wish);
      return this.shields.preview(work, permit, wish, wish.organisation);
    });
  }

  /** @throws Problem `invalid-input`, `already-exists`, `limit-reached`. */
  make(actor: Actor, wish: MakeShield, once: OnceKey): Promise<ShieldJson> {
    return this.unit.run(actor, (work) =>
      this.once.act(work, once, async () => {
        const permit = await this.desk.demand(work, { action: 'shield.make' });
        const { client } = clientOf(actor);
        const made = await this.add(work, permit, client, { ...wish, by: 'client' });
        const { organisation } = wish;
        const acts = organisation ? await this.grounds.of(work, permit, client, organisation) : [];
        return hidesNothingFrom(acts) ? { ...made, hidesNothing: holdsNotTowardsGuardian } : made;
      }),
    );
  }

  /** Ends one of his own. @throws Problem `not-found`, `move-not-possible` for what is over or what a judge ordered. */
  end(actor: Actor, id: ShieldId, once: OnceKey): Promise<ShieldJson> {
    return this.unit.run(actor, (work) =>
      this.once.act(work, once, async () => {
        const permit = await this.desk.demand(work, { action: 'shield.end' });
        return this.lift(work, permit, id, clientOf(actor).client);
      }),
    );
  }

  /** Keeps a shield, whoever makes it. @throws Problem as {@link make}. */
  async add(
    work: Work,
    permit: Permit<'shield.make' | 'shield.order'>,
    client: ClientId,
    shield: Shield,
    order?: ShieldOrder,
  ): Promise<ShieldJson> {
    ensureOneThing(shield);
    if ((await this.shields.running(work, permit, client)) >= most) throw new Problem('limit-reached');
    const id = await this.shields.add(work, permit, client, shield, order).catch((error: unknown) => {
      const broken = brokenConstraint(error) ?? '';
      const place = unknown[broken];
      if (place)
        throw new Problem('invalid-input', {
          faults: [fault(`#/${place}`, 'unknown', 'There is none.', 'Die bestaat niet.')],
        });
      throw broken === 'shield_once' ? new Problem('already-exists') : error;
    });
    work.remark({ object: { kind: 'shield', id }, details: { hides: kindOf(shield) } });
    return this.seen(work, id);
  }

  /** Ends one that the acting party may end. @throws Problem as {@link end}. */
  async lift(
    work: Work,
    permit: Permit<'shield.end' | 'shield.lift'>,
    id: ShieldId,
    client: ClientId,
  ): Promise<ShieldJson> {
    const known = await this.shields.find(work, id, client);
    if (!known) throw new Problem('not-found');
    work.remark({ object: { kind: 'shield', id } });
    if (!(await this.shields.end(work, permit, id)))
      throw new Problem('move-not-possible', { members: { move: 'end' } });
    return this.seen(work, id);
  }

  private async seen(work: Work, id: ShieldId): Promise<ShieldJson> {
    const kept = await this.shields.find(work, id);
    if (!kept) throw new Error('what was just written is there');
    return kept;
  }
}

function ensureOneThing(wish: Hidden): void {
  if (isOneThing(wish)) return;
  const en = 'Name one message; or a sender, a category, or both.';
  const nl = 'Noem één bericht; of een afnemer, een rubriek, of allebei.';
  throw new Problem('invalid-input', { faults: [fault('#', 'one-thing', en, nl)] });
}

function clientOf(actor: Actor): Citizen {
  if (actor.kind !== 'citizen') throw new Error('the door lets only citizens shield');
  return actor;
}
