import { Injectable } from '@nestjs/common';
import type { Work } from '../../audit/work.ts';
import type { ClientId, OrganisationId } from '../../domain/ids.ts';
import { type Claim, duplicateOf } from '../../domain/mandate-request.ts';
import { QueueStore } from '../../platform/queue.store.ts';
import type { KeptMandate } from '../mandate.store.ts';
import { MandateNamesStore } from '../mandate-names.store.ts';
import { faultsOfNew, remarkOfNew } from '../new-mandate.ts';
import { able, lookAt, outcomesOf, type Piece, Refusal, writeEach } from './bulk-execution.ts';
import type { Outcome } from './bulk-execution.store.ts';
import { groupedBy } from './bulk-groups.ts';
import { BulkMandatesStore } from './bulk-mandates.store.ts';

/** R15: what is asked of one client is offered at once, and so in one letter. */
function oneOffer([first, ...others]: readonly { readonly wanted: KeptMandate }[]): Record<string, string> {
  if (!first) throw new Error('a group has a first one');
  const more = others.map(({ wanted }) => wanted.id).join(' ');
  return { mandate: first.wanted.id, ...(more === '' ? {} : { more }) };
}

/** Asks clients for new mandates, many at once: what `MandateRequestService` does with one. */
@Injectable()
export class BulkAsking {
  constructor(
    private readonly mandates: BulkMandatesStore,
    private readonly names: MandateNamesStore,
    private readonly queue: QueueStore,
  ) {}

  /** Looks what a rule or the world has against each (R7, R8, R14), keeps the others, and has them offered. */
  async ask(
    work: Work,
    organisation: OrganisationId,
    wished: readonly Piece<KeptMandate>[],
  ): Promise<Outcome[]> {
    const proper = await this.withoutFaults(work, wished);
    const unclaimed = await this.withoutDuplicates(work, organisation, proper);
    const pieces = await writeEach(work, unclaimed, (mandates) => this.mandates.add(work, mandates));
    const asked = able(pieces);
    for (const { line, wanted } of asked) work.remark(remarkOfNew(wanted), line);
    await this.queue.enqueueEach(
      work,
      'offer-mandate',
      [...groupedBy(asked, ({ wanted }) => wanted.client).values()].map(oneOffer),
      { lane: 'crowd', party: organisation },
    );
    return outcomesOf(work, pieces);
  }

  private async withoutFaults(work: Work, pieces: readonly Piece<KeptMandate>[]) {
    const named = able(pieces).flatMap(({ wanted }) => wanted.lines.map(({ sender }) => sender));
    const senders = await this.names.senders(work, [...new Set(named)]);
    return lookAt(pieces, (mandate) =>
      faultsOfNew(mandate, senders, work.now).length > 0 ? new Refusal('invalid-input') : undefined,
    );
  }

  private async withoutDuplicates(
    work: Work,
    organisation: OrganisationId,
    pieces: readonly Piece<KeptMandate>[],
  ) {
    const clients = [...new Set(able(pieces).map(({ wanted }) => wanted.client))];
    const claims = new Map<ClientId, readonly Claim[]>(
      await this.mandates.claimsBetween(work, organisation, clients),
    );
    return lookAt(pieces, (mandate) => {
      const existing = claims.get(mandate.client) ?? [];
      const first = duplicateOf(mandate, existing, work.now);
      if (first) return new Refusal('duplicate-mandate', first.id);
      claims.set(mandate.client, [...existing, mandate]); // for the next of the same client in this part
      return undefined;
    });
  }
}
