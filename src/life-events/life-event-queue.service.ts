import { Injectable } from '@nestjs/common';
import { Desk } from '../access/desk.ts';
import { Once, type OnceKey } from '../access/once.ts';
import { UnitOfWork } from '../audit/unit-of-work.ts';
import type { Work } from '../audit/work.ts';
import type { Actor } from '../domain/actor.ts';
import { dayOf } from '../domain/day.ts';
import { Problem } from '../domain/errors.ts';
import type { LifeEventId } from '../domain/ids.ts';
import { carryOut } from '../domain/life-event.ts';
import { type Page, pageOf, positionOf } from '../platform/cursor.ts';
import { LifeEventEffectsService } from './life-event-effects.service.ts';
import { type LifeEventJson, lifeEventJson } from './life-event.json.ts';
import type { ListLifeEvents, ResolveLifeEvent } from './life-event.request.ts';
import { type KeptEvent, LifeEventStore } from './life-event.store.ts';

/** What an official does about events that are not clear: he sees what was told beside what is known, and decides. */
@Injectable()
export class LifeEventQueueService {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly desk: Desk,
    private readonly once: Once,
    private readonly events: LifeEventStore,
    private readonly effects: LifeEventEffectsService,
  ) {}

  /** Events in the order in which they came. Each client on the page sees that an official looked. */
  list(
    actor: Actor,
    { which = 'open', client, limit, cursor }: ListLifeEvents,
  ): Promise<Page<LifeEventJson>> {
    const after = positionOf('life-events', cursor);
    return this.unit.disclose(actor, async (work) => {
      const permit = await this.desk.demand(work, { action: 'life-event.list' });
      const found = await this.events.page(
        work,
        permit,
        { open: which === 'open', client },
        after,
        limit + 1,
      );
      const clients = [...new Set(found.slice(0, limit).map((event) => event.client))];
      const known = await this.events.known(work, clients);
      work.note(clients.map((each) => ({ client: each })));
      return pageOf(
        'life-events',
        found,
        limit,
        ({ receivedAt, id }) => ({ at: receivedAt, id }),
        (event) => lifeEventJson(event, known.get(event.client) ?? unknown),
      );
    });
  }

  /**
   * Settles an event: it is right after all and has its effect now, or nothing more is to be done.
   * @throws Problem `not-found`, `move-not-possible` when nobody is asked (any more), or there is nothing to carry out.
   */
  resolve(
    actor: Actor,
    id: LifeEventId,
    { decision, reason }: ResolveLifeEvent,
    once: OnceKey,
  ): Promise<LifeEventJson> {
    return this.unit.run(actor, (work) =>
      this.once.act(work, once, async () => {
        const event = await this.events.lock(work, id);
        await this.desk.demand(work, { action: 'life-event.settle' });
        if (!event || actor.kind !== 'official') throw new Problem('not-found');
        work.remark({ client: event.client, object: { kind: 'life-event', id } });
        if (event.question === null || event.settledAt !== null)
          throw new Problem('move-not-possible', { members: { state: event.outcome } });
        const { kind, question } = event;
        work.remark({ details: { kind, question, decision } });
        if (decision === 'carry-out') await this.carry(work, event);
        const outcome = decision === 'carry-out' || event.outcome === 'applied' ? 'applied' : 'closed';
        await this.events.settled(work, id, { outcome, by: actor.subject, reason: reason.trim() });
        return this.shown(work, id);
      }),
    );
  }

  private carry(work: Work, event: KeptEvent): Promise<void> {
    const effect = carryOut(event, { outcome: event.outcome, today: dayOf(work.now) });
    return this.effects.carry(work, event, effect);
  }

  private async shown(work: Work, id: LifeEventId): Promise<LifeEventJson> {
    const event = await this.events.lock(work, id);
    if (!event) throw new Problem('not-found');
    return lifeEventJson(event, (await this.events.known(work, [event.client])).get(event.client) ?? unknown);
  }
}

const unknown = { residence: { abroad: false } };
