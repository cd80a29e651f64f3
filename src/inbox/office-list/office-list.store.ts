import { Injectable } from '@nestjs/common';
import type { Work } from '../../audit/work.ts';
import type { Permit } from '../../domain/decision.ts';
import type { ClientId, EmployeeId, MandateId } from '../../domain/ids.ts';
import type { Day } from '../../domain/day.ts';
import type { WorkState } from '../../domain/message-work.ts';
import type { ReplyKind } from '../../domain/reply.ts';
import type { Position } from '../../platform/cursor.ts';
import type { SeenMessage } from '../message.store.ts';
import type { Conditions } from './inbox-conditions.ts';
import type { Sort } from './inbox-filter.request.ts';

/** A message in a list of an office: with what the office does with it, and the mandate by which it is seen. */
export interface OfficeMessage extends SeenMessage {
  readonly attachments: number;
  readonly replyBy: Day | null;
  readonly replyKind: ReplyKind | null;
  readonly readByOffice: boolean;
  readonly work: WorkState;
  readonly holder: EmployeeId | null;
  readonly holderName: string | null;
  readonly mandate: MandateId;
}

/** A page to fetch: of what, in which order, from where, and how many rows. */
export interface Wanted {
  readonly conditions: Conditions;
  readonly sort: Sort;
  readonly after?: Position | undefined;
  readonly rows: number;
  /** Whether it is of one client: then his own index serves it. */
  readonly ofOne: boolean;
  /** Whether words are looked for. */
  readonly isSearch: boolean;
}

const columns = `
  f.message_id AS id, f.client_id AS client, f.client_name AS "clientName", f.sender,
  (SELECT s.name_nl FROM sender s WHERE s.oin = f.sender) AS "nameNl",
  (SELECT s.name_en FROM sender s WHERE s.oin = f.sender) AS "nameEn",
  f.category, f.type, f.subject, f.delivered_at AS "deliveredAt", f.read_at IS NOT NULL AS read,
  f.archived_at IS NOT NULL AS archived, f.attachments, f.reply_by::text AS "replyBy", f.reply_kind AS "replyKind",
  f.office_read_at IS NOT NULL AS "readByOffice", f.work_state AS work, f.holder, f.holder_name AS "holderName",
  f.mandate_id AS mandate`;

const orders = {
  newest: { key: 'delivered_at', of: [], descending: true },
  // What is handled asks for nothing any more.
  'reply-by': { key: 'reply_by', of: ['f.reply_by IS NOT NULL', 'NOT f.handled'], descending: false },
} as const;

/** Rows of the feed that one page may look at before it is looked for client by client. */
const budget = 250;
/** Up to so many clients it is worth while to look client by client. */
const fewClients = 500;
/**
 * The list over all clients of the acting employee. The view keeps the scope (R34); here the way is chosen. A walk
 * along the feed is flat for who sees much of the office. Who sees little of a large one would walk past everybody
 * else's messages: after a limit it is looked for client by client. See docs/decisions/0025.
 */
@Injectable()
export class OfficeListStore {
  /** Rows in the order of the list, also when they are fetched backwards. */
  async page(work: Work, permit: Permit<'inbox.list'>, wanted: Wanted): Promise<readonly OfficeMessage[]> {
    const rows = await this.fetch(work, permit, wanted);
    return wanted.after?.back ? rows.toReversed() : rows;
  }

  private async fetch(work: Work, permit: Permit<'inbox.list'>, wanted: Wanted): Promise<OfficeMessage[]> {
    if (wanted.ofOne) return run(work, wanted, walk(wanted));
    if (wanted.sort === 'newest') {
      const near = await run(work, wanted, walk(wanted, 'near'));
      if (near.length === wanted.rows) return near;
    }
    const clients = await this.fewClientsOf(work, permit);
    return run(work, wanted, clients ? perClient(wanted, clients) : walk(wanted));
  }

  /** Whether anything is left of these words when the most common ones are taken out. */
  async saysSomething(work: Work, text: string): Promise<boolean> {
    const [row] = await work.named<{ says: boolean }>(
      'search-says',
      "SELECT numnode(websearch_to_tsquery('volmacht', $1)) > 0 AS says",
      [text],
    );
    return row?.says ?? false;
  }

  /** The clients whom the acting employee handles, when they are few; nothing when they are many. */
  async fewClientsOf(
    work: Work,
    _permit: Permit<'inbox.list' | 'inbox.count'>,
  ): Promise<readonly ClientId[] | undefined> {
    const [row] = await work.named<{ clients: ClientId[] | null }>(
      'acting-clients',
      'SELECT acting_clients($1) AS clients',
      [fewClients],
    );
    return row?.clients ?? undefined;
  }
}

interface Statement {
  readonly sql: string;
  readonly values: readonly unknown[];
}

/** How many messages have the words of a search is known only with the words at hand: that is planned each time. */
function run(
  work: Work,
  { conditions, isSearch }: Wanted,
  { sql, values }: Statement,
): Promise<OfficeMessage[]> {
  type Row = OfficeMessage & Record<string, unknown>;
  return isSearch ? work.query<Row>(sql, values) : work.assembled<Row>(conditions.sql.length, sql, values);
}

/** The conditions of a page, its order, and the values of both. */
function parts({ conditions, sort, after }: Wanted, near: boolean) {
  const { key, of, descending } = orders[sort];
  const down = descending !== (after?.back ?? false);
  const values = [...conditions.values];
  const given = (value: unknown) => `$${values.push(value)}`;
  const sql: string[] = [...of, ...conditions.sql];
  const position = after && { at: given(after.at), id: given(after.id) };
  const type = key === 'reply_by' ? 'date' : 'timestamptz';
  if (position)
    sql.push(`(f.${key}, f.message_id) ${down ? '<' : '>'} (${position.at}::${type}, ${position.id}::uuid)`);
  if (near) {
    const from = `${position?.at ?? 'NULL'}::timestamptz, ${position?.id ?? 'NULL'}::uuid`;
    const horizon = `(SELECT feed_horizon(${budget}, ${from}, ${!down}))`;
    sql.push(
      down
        ? `f.delivered_at >= coalesce(${horizon}, '-infinity')`
        : `f.delivered_at <= coalesce(${horizon}, 'infinity')`,
    );
  }
  const direction = down ? 'DESC' : 'ASC';
  return {
    key,
    down,
    where: sql.length > 0 ? `AND ${sql.join(' AND ')}` : '',
    order: (alias: string) => `ORDER BY ${alias}.${key} ${direction}, ${alias}.message_id ${direction}`,
    values,
  };
}

/** Along the index of the order, until the page is full. */
function walk(wanted: Wanted, how: 'all' | 'near' = 'all'): Statement {
  const { where, order, values } = parts(wanted, how === 'near');
  return {
    sql: `SELECT ${columns} FROM inbox_feed f WHERE true ${where} ${order('f')} LIMIT ${wanted.rows}`,
    values,
  };
}

/**
 * A page can only hold messages of the clients whose first message in the order is among the first, and nothing that
 * comes after the last of those: so first one message of each client, then what lies before that bound of the few
 * that are left.
 */
function perClient(wanted: Wanted, clients: readonly ClientId[]): Statement {
  const { key, down, where, order, values } = parts(wanted, false);
  const whom = `$${values.push(clients)}`;
  const ofClient = (alias: string, rows: number, bound = '') =>
    `SELECT f.${key}, f.message_id, f.client_id FROM inbox_feed f
      WHERE f.client_id = ${alias}.client_id ${where} ${bound} ${order('f')} LIMIT ${rows}`;
  const [worst, beyond, furthest] = down ? ['min', '>=', '-infinity'] : ['max', '<=', 'infinity'];
  return {
    sql: `
      WITH first AS MATERIALIZED (
        SELECT one.* FROM unnest(${whom}::uuid[]) AS v (client_id)
         CROSS JOIN LATERAL (${ofClient('v', 1)}) one ${order('one')} LIMIT ${wanted.rows}),
      found AS MATERIALIZED (
        SELECT each.* FROM first CROSS JOIN LATERAL (
          ${ofClient(
            'first',
            wanted.rows,
            `AND f.${key} ${beyond} (SELECT CASE WHEN count(*) = ${wanted.rows} THEN ${worst}(${key})
                                         ELSE '${furthest}' END FROM first)`,
          )}) each
         ${order('each')} LIMIT ${wanted.rows})
      SELECT shown.* FROM found CROSS JOIN LATERAL (
        SELECT ${columns} FROM inbox_feed f
         WHERE f.client_id = found.client_id AND f.message_id = found.message_id) shown
       ${order('found')}`,
    values,
  };
}
