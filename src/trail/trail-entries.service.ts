import { Injectable } from '@nestjs/common';
import { Desk } from '../access/desk.ts';
import { UnitOfWork } from '../audit/unit-of-work.ts';
import type { Work } from '../audit/work.ts';
import { ClientStore } from '../clients/client.store.ts';
import type { Actor } from '../domain/actor.ts';
import { fault, Problem } from '../domain/errors.ts';
import type { ClientId } from '../domain/ids.ts';
import { faultsOfCursor, type Page, pageOf, positionOf } from '../platform/cursor.ts';
import type { OwnTrailQuery, TrailSearch } from './trail-entries.request.ts';
import { TrailEntriesStore, type TrailLine } from './trail-entries.store.ts';

/** Who may look in the record, and what he finds there. Every look is itself recorded. */
@Injectable()
export class TrailEntriesService {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly desk: Desk,
    private readonly store: TrailEntriesStore,
    private readonly clients: ClientStore,
  ) {}

  /** What was done with a citizen's messages and mandates, newest first. */
  own(actor: Actor, query: OwnTrailQuery): Promise<Page<TrailLine>> {
    const after = positionOf('trail', query.cursor);
    return this.unit.disclose(actor, async (work) => {
      const permit = await this.desk.demand(work, { action: 'trail.see-own' });
      const { client } = permit;
      // Without a client the list would have no bounds; undefined never means "everyone".
      if (client === undefined) throw new Problem('not-found');
      const { from, until, organisation, own, limit } = query;
      const withoutLookingOf = own ? undefined : client;
      const wanted = { client, from, until, organisation, withoutLookingOf };
      return page(await this.store.list(work, permit, wanted, limit, after), limit);
    });
  }

  /**
   * What an official looks up. A search about a client is recorded with that client, so that he sees it.
   * @throws Problem `invalid-input` for a client named twice.
   */
  search(actor: Actor, asked: TrailSearch): Promise<Page<TrailLine>> {
    const twice = asked.client !== undefined && asked.bsn !== undefined;
    const faults = [
      ...(twice
        ? [
            fault(
              '#/bsn',
              'one-of-two',
              'Name the client by pseudonym or by BSN, not by both.',
              'Noem de cliënt met zijn pseudoniem of met zijn BSN, niet met allebei.',
            ),
          ]
        : []),
      ...faultsOfCursor('trail', asked.cursor, 'body'),
    ];
    if (faults.length > 0) throw new Problem('invalid-input', { faults });
    const after = positionOf('trail', asked.cursor, 'body');
    return this.unit.disclose(actor, async (work) => {
      const permit = await this.desk.demand(work, { action: 'trail.search' });
      const client = await this.clientOf(work, asked);
      work.remark({ client: client === nobody ? undefined : client, details: { ...searchedFor(asked) } });
      if (client === nobody) return { items: [] };
      const { organisation, employee, action, outcome, from, until, limit } = asked;
      const wanted = { client, organisation, employee, action, outcome, from, until };
      return page(await this.store.list(work, permit, wanted, limit, after), limit);
    });
  }

  /** The client that the search names, if it names one. Looking makes nobody known who was not. */
  private async clientOf(work: Work, { client, bsn }: TrailSearch): Promise<ClientId | undefined | Nobody> {
    return bsn === undefined ? client : ((await this.clients.find(work, bsn)) ?? nobody);
  }
}

/** A BSN that belongs to no client. Not the same as naming none, which asks for everyone. */
const nobody = Symbol('nobody');
type Nobody = typeof nobody;

const page = (lines: readonly TrailLine[], limit: number): Page<TrailLine> =>
  pageOf(
    'trail',
    lines,
    limit,
    (line) => line,
    (line) => line,
  );

/** What the line of a search keeps of it: everything but the client, whom it names itself, and never a BSN. */
function searchedFor(asked: TrailSearch): Record<string, string> {
  const { organisation, employee, action, outcome, from, until } = asked;
  const by = asked.bsn !== undefined ? 'bsn' : asked.client !== undefined ? 'client' : undefined;
  const given = Object.entries({ by, organisation, employee, action, outcome, from, until });
  return Object.fromEntries(given.filter((entry): entry is [string, string] => entry[1] !== undefined));
}
