import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { Work } from '../../audit/work.ts';
import { Problem } from '../../domain/errors.ts';
import type { ClientId, MandateId, OrganisationId } from '../../domain/ids.ts';
import type { Claim } from '../../domain/mandate-request.ts';
import { MandateRow, ScopeLineRow } from '../mandate.row.ts';
import { groupedBy } from './bulk-groups.ts';
import { type ClaimRow, claimsOf } from '../mandate-claims.ts';
import { type KeptMandate, lineRowOf, mandateOf, rowOf } from '../mandate.store.ts';

/** Rows of one insert: far below the 65,535 values that a statement may have. */
const mostAtOnce = 1_000;

const parts = <Item>(items: readonly Item[]): Item[][] =>
  Array.from({ length: Math.ceil(items.length / mostAtOnce) }, (_, place) =>
    items.slice(place * mostAtOnce, (place + 1) * mostAtOnce),
  );

/**
 * What `MandateStore` does to one mandate, done to many: one statement a step, in a fixed order, so that two that work
 * on the same people wait for each other and never in a circle.
 */
@Injectable()
export class BulkMandatesStore {
  /** Locks the mandates of these that the acting party may see, by id, and reads them. */
  async lock(work: Work, ids: readonly MandateId[]): Promise<ReadonlyMap<MandateId, KeptMandate>> {
    await work.query('SELECT FROM mandate WHERE id = ANY ($1) ORDER BY id FOR NO KEY UPDATE', [ids]);
    return this.find(work, ids);
  }

  /** The mandates of these that the acting party may see. */
  async find(work: Work, ids: readonly MandateId[]): Promise<ReadonlyMap<MandateId, KeptMandate>> {
    const rows = await work.rows(MandateRow).findBy({ id: In([...ids]) });
    const lines = await work
      .rows(ScopeLineRow)
      .find({ where: { mandate: In([...ids]) }, order: { id: 'ASC' } });
    const linesOf = groupedBy(lines, (line) => line.mandate);
    return new Map(rows.map((row) => [row.id, mandateOf(row, linesOf.get(row.id) ?? [])]));
  }

  /** Locks the open requests to renew these that the acting party may see, by id, and reads them. */
  async lockRenewals(work: Work, of: readonly MandateId[]): Promise<readonly KeptMandate[]> {
    const rows = await work.query<{ id: MandateId }>(
      `SELECT id FROM mandate WHERE predecessor = ANY ($1) AND state IN ('requested', 'offered')
        ORDER BY id FOR NO KEY UPDATE`,
      [of],
    );
    if (rows.length === 0) return [];
    const found = await this.find(
      work,
      rows.map(({ id }) => id),
    );
    return [...found.values()];
  }

  /**
   * Those of these requests that are to renew a mandate that was revoked or renounced. What they renew is held until the
   * end of the work, by id and before the requests, as who ends it does: so he finds what became of them.
   */
  async lockLeft(work: Work, renewals: readonly MandateId[]): Promise<ReadonlySet<MandateId>> {
    const rows = await work.query<{ id: MandateId; left: boolean }>(
      `SELECT r.id, p.state IN ('revoked', 'renounced') AS left
         FROM mandate p JOIN mandate r ON r.predecessor = p.id
        WHERE r.id = ANY ($1) ORDER BY p.id FOR SHARE OF p`,
      [renewals],
    );
    return new Set(rows.flatMap(({ id, left }) => (left ? [id] : [])));
  }

  /** What is asked for or given between an office and each of these clients, as `MandateStore.claimsBetween`. */
  async claimsBetween(
    work: Work,
    organisation: OrganisationId,
    clients: readonly ClientId[],
  ): Promise<ReadonlyMap<ClientId, Claim[]>> {
    const pairs = clients.map((client) => `${organisation} ${client}`).sort();
    await work.query(
      `SELECT pg_advisory_xact_lock(hashtextextended(pair, 0))
         FROM unnest($1::text[]) WITH ORDINALITY AS given(pair, place) ORDER BY place`,
      [pairs],
    );
    await work.query(`SELECT release_claims($1, client) FROM unnest($2::uuid[]) AS given(client)`, [
      organisation,
      clients,
    ]);
    const rows = await work.query<ClaimRow & { client: ClientId }>(
      `SELECT given.client, claim.* FROM unnest($2::uuid[]) AS given(client),
              LATERAL claims_between($1, given.client) AS claim`,
      [organisation, clients],
    );
    return groupedBy(
      claimsOf(rows, organisation, ({ client }) => client),
      ({ client }) => client,
    );
  }

  /** Keeps new mandates with their lines. A constraint that one of them breaks undoes them all. */
  async add(work: Work, mandates: readonly KeptMandate[]): Promise<void> {
    for (const part of parts(mandates)) await work.rows(MandateRow).insert(part.map(rowOf));
    const lines = mandates.flatMap((mandate) =>
      mandate.lines.map((line) => lineRowOf(mandate, line, work.now)),
    );
    for (const part of parts(lines)) await work.rows(ScopeLineRow).insert(part);
  }

  /**
   * Keeps how mandates ended: their state, and that their lines claim nothing any more.
   * @throws Problem `unavailable` when one of them is not to be seen any more for who acts: nothing is ended by halves.
   */
  async end(work: Work, mandates: readonly KeptMandate[]): Promise<void> {
    const ids = mandates.map(({ id }) => id);
    const ended = await work.query(
      `UPDATE mandate SET state = ended.state, ended_at = ended.at, end_reason = ended.reason
         FROM unnest($1::uuid[], $2::text[], $3::timestamptz[], $4::text[]) AS ended(id, state, at, reason)
        WHERE mandate.id = ended.id RETURNING mandate.id`,
      [
        ids,
        mandates.map(({ state }) => state),
        mandates.map(({ endedAt }) => endedAt),
        mandates.map(({ endReason }) => endReason ?? null),
      ],
    );
    if (ended.length !== ids.length) throw new Problem('unavailable');
    await work.query('UPDATE scope_line SET claims = false WHERE mandate_id = ANY ($1) AND claims', [ids]);
  }
}
