import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import type { OfficeInTrail } from '../audit/trail-entry.ts';
import type { Work } from '../audit/work.ts';
import type { Day } from '../domain/day.ts';
import type { Bsn } from '../domain/identifiers.ts';
import type { ClientId, IdentityCaseId, MandateId } from '../domain/ids.ts';
import { Cipher } from '../platform/cipher.ts';
import { Clock } from '../platform/clock.ts';
import { newPseudonym } from '../platform/ids.ts';

const clientOf = 'SELECT client_of($1, $2, $3, $4) AS client';

/** A mandate that a join ended, in whole or in part, because the law forbids it. */
export interface EndedByJoin {
  mandate: MandateId;
  before: string;
  after: string;
  why: string;
  office: OfficeInTrail;
}

/** The pseudonym that stays, and what ended. */
export interface Joined {
  readonly client: ClientId;
  readonly ended: readonly EndedByJoin[];
}

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

  /** The same for who signs in: who died, by what a register told, does not (R30). */
  async signingIn(bsn: Bsn): Promise<{ readonly client: ClientId; readonly died: boolean }> {
    const [row] = await this.database.query<[{ client: ClientId; died: boolean }]>(
      `SELECT found.client, has_died(found.client) AS died FROM (${clientOf}) AS found`,
      this.given(bsn, this.clock.now()),
    );
    return row;
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

  /** The BSN of a client, for a job that must ask a register about him; nothing for who has none. */
  async bsnOf(work: Work, client: ClientId): Promise<Bsn | undefined> {
    const [row] = await work.query<{ sealed: string | null }>(
      'SELECT bsn_sealed AS sealed FROM client WHERE id = $1',
      [client],
    );
    if (!row) throw new Error('there is no such client');
    return row.sealed === null ? undefined : this.opened(row.sealed, client);
  }

  /** The BSN that is sealed for this client: for a sender who is told about him, and delivers to him by it. */
  opened(sealed: string, client: ClientId): Bsn {
    return this.cipher.open(sealed, client) as Bsn;
  }

  private given(bsn: Bsn, at: Date): unknown[] {
    const id = newPseudonym<'client'>();
    return [this.cipher.index(bsn), this.cipher.seal(bsn, id), id, at];
  }

  /** Whether a client has a BSN, as far as the acting party may see him. */
  async hasBsn(work: Work, client: ClientId): Promise<boolean> {
    const [row] = await work.query<{ numbered: boolean }>(
      'SELECT bsn_index IS NOT NULL AS numbered FROM client WHERE id = $1',
      [client],
    );
    return row?.numbered ?? false;
  }

  /** The pseudonym that this one is of now: it may have become another. Nothing when there is no such client. */
  async current(work: Work, client: ClientId): Promise<ClientId | undefined> {
    const [row] = await work.query<{ id: ClientId }>(
      'SELECT coalesce(joined_into, id) AS id FROM client WHERE id = $1',
      [client],
    );
    return row?.id;
  }

  /** Where a client lives, as an event told it: the register is not asked about that again. Nothing when none did. */
  async residenceOf(work: Work, client: ClientId): Promise<{ readonly abroad: boolean } | undefined> {
    const [row] = await work.query<{ abroad: boolean }>(
      `SELECT c.abroad FROM client c JOIN client_life l ON l.client_id = c.id AND l.residence_since IS NOT NULL
        WHERE c.id = $1`,
      [client],
    );
    return row;
  }

  /** R30: the day on which he died, as an event told it. */
  async diedOn(work: Work, client: ClientId): Promise<Day | undefined> {
    const [row] = await work.query<{ diedOn: Day | null }>(
      'SELECT died_on::text AS "diedOn" FROM client WHERE id = $1',
      [client],
    );
    return row?.diedOn ?? undefined;
  }

  /** A client without BSN comes to be, under this name. */
  async open(work: Work, name: string): Promise<ClientId> {
    const id = newPseudonym<'client'>();
    await work.query('SELECT open_client($1, $2)', [id, name]);
    return id;
  }

  /**
   * Who asked and whom the case that was granted found become one: everything of both is from now on of the one that
   * stays, and what moved is on record with the case. A pseudonym of a BSN stays, else that of whose inbox opens. What the
   * law forbids the one that stays, ends (R26, R27, R30); it is told.
   */
  async join(work: Work, identityCase: IdentityCaseId): Promise<Joined> {
    // LEFT, though each has its office: what acts is to act also where the other side of a join is empty.
    const ended = await work.query<EndedByJoin>(
      `SELECT j.mandate, j.before, j.after, j.why,
              json_build_object('id', o.id, 'name', o.name, 'kvk', o.kvk) AS office
         FROM join_for_case($1) j LEFT JOIN organisation o ON o.id = j.organisation`,
      [identityCase],
    );
    const [row] = await work.query<{ client: ClientId }>(
      'SELECT client_id AS client FROM identity_case WHERE id = $1',
      [identityCase],
    );
    if (!row) throw new Error('there is no such case');
    return { client: row.client, ended };
  }

  /**
   * Keeps what the register said of a person when it was asked, unless a life event told it: what happened in between
   * is not undone by an answer that was on its way. Tells what is known now.
   */
  async confirm(
    work: Work,
    client: ClientId,
    person: { readonly name: string; readonly abroad: boolean },
  ): Promise<{ readonly abroad: boolean; readonly died: boolean }> {
    const [row] = await work.query<{ abroad: boolean; died: boolean }>(
      `UPDATE client c SET name = CASE WHEN l.name_since IS NULL THEN $2 ELSE c.name END,
              abroad = CASE WHEN l.residence_since IS NULL THEN $3 ELSE c.abroad END
         FROM client one LEFT JOIN client_life l ON l.client_id = one.id
        WHERE one.id = $1 AND c.id = one.id RETURNING c.abroad, c.died_on IS NOT NULL AS died`,
      [client, person.name, person.abroad],
    );
    if (!row) throw new Error('there is no such client');
    return row;
  }
}
