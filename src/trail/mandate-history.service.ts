import { Injectable } from '@nestjs/common';
import { Desk } from '../access/desk.ts';
import { UnitOfWork } from '../audit/unit-of-work.ts';
import type { Actor } from '../domain/actor.ts';
import type { MandateId } from '../domain/ids.ts';
import type { Party } from '../domain/mandate.ts';
import { mayKnowOfOffer } from '../domain/mandate-history.ts';
import { type Page, pageOf, positionOf } from '../platform/cursor.ts';
import type { PageQuery } from '../platform/fields.nested.ts';
import { type MandateChangeJson, mandateChangeJson } from './mandate-history.json.ts';
import { MandateHistoryStore } from './mandate-history.store.ts';

/** The time line of one mandate, from the lines that its changes left in the trail. */
@Injectable()
export class MandateHistoryService {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly desk: Desk,
    private readonly store: MandateHistoryStore,
  ) {}

  /** What changed it and who did that, oldest first, as far as this reader may know (R3). */
  of(actor: Actor, mandate: MandateId, { limit, cursor }: PageQuery): Promise<Page<MandateChangeJson>> {
    const after = positionOf('mandate-changes', cursor);
    return this.unit.disclose(actor, async (work) => {
      const permit = await this.desk.demand(work, { action: 'mandate.history', mandate });
      const reader = readerOf(actor);
      const answered = await this.store.isAnswered(work, permit, mandate);
      const withOffer = mayKnowOfOffer(reader, answered);
      const changes = await this.store.changes(work, permit, mandate, withOffer, limit, after);
      return pageOf(
        'mandate-changes',
        changes,
        limit,
        (change) => change,
        (change) => mandateChangeJson(change, reader, answered),
      );
    });
  }
}

/** On which side the reader stands. Whoever is no client and no official gets what an office gets: the least. */
const readerOf = ({ kind }: Actor): Party =>
  kind === 'citizen' ? 'client' : kind === 'official' ? 'official' : 'organisation';
