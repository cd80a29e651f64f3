import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import type { Work } from '../audit/work.ts';
import type { Bsn } from '../domain/identifiers.ts';
import type { ClientId } from '../domain/ids.ts';
import { Cipher } from '../platform/cipher.ts';
import { Clock } from '../platform/clock.ts';
import { newPseudonym } from '../platform/ids.ts';

const clientOf = 'SELECT client_of($1, $2, $3, $4) AS client';

/**
 * The only place where a BSN becomes a client's pseudonym, or the other way round. Sealed at rest, found by a
 * keyed index, never in a log, a URL or an error (R2).
 */
@Injectable()
export class ClientStore {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly cipher: Cipher,
    private readonly clock: Clock,
  ) {}

  /** The pseudonym of a BSN, made when it is first seen. It does not say whether it was there before (R3). */
  async identify(bsn: Bsn): Promise<ClientId> {
    const [row] = await this.database.query<[{ client: ClientId }]>(
      clientOf,
      this.given(bsn, this.clock.now()),
    );
    return row.client;
  }

  /**
   * The same as part of a work. A pseudonym that is new has no commit of its own then, so the time that it takes
   * does not tell either (R3); and when the work is undone, so is the pseudonym.
   */
  async identifyIn(work: Work, bsn: Bsn): Promise<ClientId> {
    const [row] = await work.query<{ client: ClientId }>(clientOf, this.given(bsn, work.now));
    if (!row) throw new Error('client_of answers with one row');
    return row.client;
  }

  /** The same for many, each once, in one statement; in one order for all, so that two works never wait in a circle. */
  async identifyEach(work: Work, bsns: readonly Bsn[]): Promise<ReadonlyMap<Bsn, ClientId>> {
    const given = bsns.map((bsn) => ({ bsn, values: this.given(bsn, work.now) }));
    const [indexes, seals, ids] = [0, 1, 2].map((place) => given.map(({ values }) => values[place]));
    const rows = await work.query<{ place: number; client: ClientId }>(
      `SELECT place::int, client_of(given.index, given.sealed, given.id, $4) AS client
         FROM (SELECT * FROM unnest($1::text[], $2::text[], $3::uuid[]) WITH ORDINALITY
                 AS one(index, sealed, id, place) ORDER BY index) AS given`,
      [indexes, seals, ids, work.now],
    );
    return new Map(rows.map(({ place, client }) => [bsns[place - 1] as Bsn, client]));
  }

  /** The pseudonym of a BSN that has one already: looking for someone makes nobody known. Row-level security holds. */
  async find(work: Work, bsn: Bsn): Promise<ClientId | undefined> {
    const [row] = await work.query<{ id: ClientId }>('SELECT id FROM client WHERE bsn_index = $1', [
      this.cipher.index(bsn),
    ]);
    return row?.id;
  }

  /** The BSN of a client, for a job that must ask a register about him. */
  async bsnOf(work: Work, client: ClientId): Promise<Bsn> {
    const [row] = await work.query<{ sealed: string }>(
      'SELECT bsn_sealed AS sealed FROM client WHERE id = $1',
      [client],
    );
    if (!row) throw new Error('there is no such client');
    return this.cipher.open(row.sealed, client) as Bsn;
  }

  private given(bsn: Bsn, at: Date): unknown[] {
    const id = newPseudonym<'client'>();
    return [this.cipher.index(bsn), this.cipher.seal(bsn, id), id, at];
  }

  /** Keeps what the register said of a person. */
  async confirm(work: Work, client: ClientId, person: { name: string; abroad: boolean }): Promise<void> {
    await work.query('UPDATE client SET name = $2, abroad = $3 WHERE id = $1', [
      client,
      person.name,
      person.abroad,
    ]);
  }
}
