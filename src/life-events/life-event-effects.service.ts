import { Injectable } from '@nestjs/common';
import type { Work } from '../audit/work.ts';
import type { LifeEffect } from '../domain/life-event.ts';
import { toldOf } from '../domain/life-notice.ts';
import { type LifeNotice, LifeEventNoticesStore } from './life-event-notices.store.ts';
import { type EndedMandate, type KeptEvent, LifeEventStore } from './life-event.store.ts';

/**
 * What follows from an event, in the transaction that takes it in: what is known changes, a death ends mandates on both
 * sides (R30), each with its line in the trail, and everyone concerned has a notice coming. Senders will be told by who
 * follows the trail: a line `mandate.end` for each mandate says all that they need (R17).
 */
@Injectable()
export class LifeEventEffectsService {
  constructor(
    private readonly events: LifeEventStore,
    private readonly notices: LifeEventNoticesStore,
  ) {}

  /** Carries it out, and completes the line of who asked. */
  async carry(work: Work, event: KeptEvent, effect: LifeEffect | undefined): Promise<void> {
    const line = work.trail.at(-1)?.id;
    const ended = effect ? await this.events.apply(work, event, effect) : [];
    const told = await this.notices.tell(work, event.id, await this.concerned(work, event, effect, ended));
    work.remark({ details: { ended: ended.length, told } }, line);
    work.note(
      ended.map(({ mandate, client, office, before, after }) => ({
        ...{ action: 'mandate.end', client, mandate, office, object: { kind: 'mandate', id: mandate } },
        // R31: of a death that was wrong nothing is left to finish.
        details: { from: before, to: after, reason: effect?.kind === 'alive' ? 'overturned' : 'death' },
      })),
    );
  }

  private async concerned(
    work: Work,
    event: KeptEvent,
    effect: LifeEffect | undefined,
    ended: readonly EndedMandate[],
  ): Promise<readonly LifeNotice[]> {
    if (effect?.kind === 'death')
      return ended.map(({ mandate, client }) =>
        client === event.client
          ? { mandate, kind: 'client-died', recipient: 'organisation' }
          : { mandate, kind: 'representative-died', recipient: 'client' },
      );
    const known = (await this.events.known(work, [event.client])).get(event.client);
    if (known?.diedOn !== undefined) return []; // nobody writes to the dead
    const { client, organisation } = toldOf[event.kind];
    const mandates = organisation ? await this.notices.running(work, event.client) : [];
    return [
      ...(client ? [{ kind: client, recipient: 'client' } as const] : []),
      ...mandates.flatMap((mandate): LifeNotice[] =>
        organisation ? [{ kind: organisation, recipient: 'organisation', mandate }] : [],
      ),
    ];
  }
}
