import { Injectable } from '@nestjs/common';
import type { Work } from '../../audit/work.ts';
import type { Permit } from '../../domain/decision.ts';
import type { ClientId, MandateId, MessageId } from '../../domain/ids.ts';
import type { Position } from '../../platform/cursor.ts';
import type { Conditions } from './inbox-conditions.ts';
import { counted, type Whom } from './inbox-counts.store.ts';

/** A client with the newest of his messages that match, a mandate by which it is seen, and how many match. */
export interface ClientWithMessages {
  readonly client: ClientId;
  readonly name: string | null;
  readonly at: Date;
  readonly id: MessageId;
  readonly mandate: MandateId;
  readonly found: number;
}

/** Which messages the clients have, after or before which of them, and how many clients. */
export interface WantedClients {
  readonly conditions: Conditions;
  readonly after?: Position | undefined;
  readonly rows: number;
}

/** Clients in the order of their list, and where it was stopped looking when there may be more. */
export interface FoundClients {
  readonly rows: readonly ClientWithMessages[];
  readonly edge?: Position | undefined;
}

/** A place in the feed; the instant as the database writes it, which knows more than milliseconds. */
interface Place {
  readonly at: string;
  readonly id: string;
}

/** Messages of the office that are looked at for a page: so many first, and as many more when it is not full. */
const stretches = [1_000, 10_000] as const;
const smallestId = '00000000-0000-0000-0000-000000000000';
const largestId = 'ffffffff-ffff-ffff-ffff-ffffffffffff';

const columns = `f.client_id AS client, f.client_name AS name, f.delivered_at AS at, f.message_id AS id,
  f.mandate_id AS mandate`;

/** Which way the list is walked. */
const ways = {
  onwards: { behind: '<', until: '>=', order: 'DESC', edge: 'ASC', beyond: smallestId },
  back: { behind: '>', until: '<=', order: 'ASC', edge: 'DESC', beyond: largestId },
} as const;
type Way = (typeof ways)[keyof typeof ways];

/**
 * Finds the clients with messages that match, by the newest of those, of what the acting employee may read now. The
 * view keeps the scope (R34); here the way is chosen: few clients are looked at one by one, among many the feed is
 * walked. That ends after so many messages, whether the page is full or not: who has read nearly everything would wait
 * for all of it.
 */
@Injectable()
export class ClientPagesStore {
  /** Rows in the order of the list, also when they are fetched backwards. */
  async page(
    work: Work,
    _permit: Permit<'inbox.count'>,
    whom: Whom,
    wanted: WantedClients,
  ): Promise<FoundClients> {
    const way = ways[wanted.after?.back ? 'back' : 'onwards'];
    const from = wanted.after && { at: wanted.after.at.toISOString(), id: wanted.after.id };
    const found =
      whom === 'everybody'
        ? await alongTheFeed(work, wanted, way, from)
        : { rows: await oneByOne(work, wanted, way, from, whom) };
    return way === ways.back ? { ...found, rows: found.rows.toReversed() } : found;
  }
}

async function alongTheFeed(
  work: Work,
  wanted: WantedClients,
  way: Way,
  start: Place | undefined,
): Promise<FoundClients> {
  const rows: ClientWithMessages[] = [];
  for (let [turn, from] = [0, start]; ; turn++) {
    const end = await endOf(work, stretches[turn] ?? stretches[1], way, from);
    rows.push(...(await newestBetween(work, { ...wanted, rows: wanted.rows - rows.length }, way, from, end)));
    if (rows.length === wanted.rows || end === null) return { rows };
    // Only what he may see tells him how far that was: without it, it is looked further.
    const edge = turn > 0 ? await lastSeen(work, way, from, end) : undefined;
    if (edge) return { rows, edge };
    from = { at: end, id: way.beyond };
  }
}

/** Conditions on alias `f`, and on its place: behind one, and not beyond another. */
function where(
  { conditions }: Pick<WantedClients, 'conditions'>,
  way: Way,
  from: Place | undefined,
  end: string | null,
): { readonly sql: string; readonly values: unknown[] } {
  const values = [...conditions.values];
  const given = (value: unknown) => `$${values.push(value)}`;
  const sql = ['true', ...conditions.sql];
  if (from)
    sql.push(
      `(f.delivered_at, f.message_id) ${way.behind} (${given(from.at)}::timestamptz, ${given(from.id)}::uuid)`,
    );
  if (end !== null) sql.push(`f.delivered_at ${way.until} ${given(end)}::timestamptz`);
  return { sql: sql.join(' AND '), values };
}

const with99 = (page: string, conditions: Conditions, way: Way) => `
  SELECT page.*, ${counted(['f.client_id = page.client', ...conditions.sql])} AS found FROM (${page}) page
   ORDER BY page.at ${way.order}, page.id ${way.order}`;

/** Clients whose newest message that matches lies in this stretch of the feed. */
function newestBetween(
  work: Work,
  wanted: WantedClients,
  way: Way,
  from: Place | undefined,
  end: string | null,
): Promise<ClientWithMessages[]> {
  const { conditions, rows } = wanted;
  const { sql, values } = where(wanted, way, from, end);
  // OFFSET 0: each row is shown to the guard before it is asked whether there is a newer one.
  const page = `
    SELECT one.* FROM (
      SELECT ${columns} FROM inbox_feed f WHERE ${sql}
       ORDER BY f.delivered_at ${way.order}, f.message_id ${way.order} OFFSET 0) one
     WHERE (SELECT true FROM inbox_feed f
             WHERE f.client_id = one.client AND ${['true', ...conditions.sql].join(' AND ')}
               AND (f.delivered_at, f.message_id) > (one.at, one.id) LIMIT 1) IS NULL
     ORDER BY one.at ${way.order}, one.id ${way.order} LIMIT ${rows}`;
  return work.assembled<ClientWithMessages & Record<string, unknown>>(
    conditions.sql.length,
    with99(page, conditions, way),
    values,
  );
}

/** Of these clients those whose newest message that matches lies behind a place. */
function oneByOne(
  work: Work,
  { conditions, rows }: WantedClients,
  way: Way,
  from: Place | undefined,
  whom: readonly ClientId[],
): Promise<ClientWithMessages[]> {
  const values = [...conditions.values];
  const given = (value: unknown) => `$${values.push(value)}`;
  const behind = from
    ? `WHERE (one.at, one.id) ${way.behind} (${given(from.at)}::timestamptz, ${given(from.id)}::uuid)`
    : '';
  const page = `
    SELECT one.* FROM unnest(${given(whom)}::uuid[]) AS v (client_id) CROSS JOIN LATERAL (
      SELECT ${columns} FROM inbox_feed f
       WHERE ${['f.client_id = v.client_id', ...conditions.sql].join(' AND ')}
       ORDER BY f.delivered_at DESC, f.message_id DESC LIMIT 1) one
     ${behind} ORDER BY one.at ${way.order}, one.id ${way.order} LIMIT ${rows}`;
  return work.assembled<ClientWithMessages & Record<string, unknown>>(
    conditions.sql.length,
    with99(page, conditions, way),
    values,
  );
}

/** Where a stretch of so many messages of the office ends; nothing when there are not so many. It shows nobody anything. */
async function endOf(work: Work, most: number, way: Way, from: Place | undefined): Promise<string | null> {
  const [row] = await work.named<{ end: string | null }>(
    'end-of-stretch',
    'SELECT feed_horizon($1, $2, $3, $4)::text AS end',
    [most, from?.at ?? null, from?.id ?? null, way === ways.back],
  );
  return row?.end ?? null;
}

/** The furthest message in a stretch that the acting employee may see, whether it matches or not. */
async function lastSeen(
  work: Work,
  way: Way,
  from: Place | undefined,
  end: string,
): Promise<Position | undefined> {
  const { sql, values } = where({ conditions: { sql: [], values: [] } }, way, from, end);
  const [row] = await work.query<{ at: Date; id: MessageId }>(
    `SELECT f.delivered_at AS at, f.message_id AS id FROM inbox_feed f
      WHERE ${sql} ORDER BY f.delivered_at ${way.edge}, f.message_id ${way.edge} LIMIT 1`,
    values,
  );
  return row;
}
