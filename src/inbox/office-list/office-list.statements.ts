import type { ClientId } from '../../domain/ids.ts';
import type { Position } from '../../platform/cursor.ts';
import type { Conditions } from './inbox-conditions.ts';
import type { Sort } from './inbox-filter.request.ts';

/** A page to fetch: of what, in which order, from where, and how many rows. */
export interface Wanted {
  readonly conditions: Conditions;
  readonly sort: Sort;
  readonly after?: Position | undefined;
  readonly rows: number;
  /** Whether it is of one client: then his own index serves it. */
  readonly ofOne: boolean;
  /** What to look for in subject and body, in the words of people: quotes, `or` and a minus are understood. */
  readonly text?: string | undefined;
}

/** A statement, put together. */
export interface Statement {
  readonly sql: string;
  readonly values: readonly unknown[];
}

/**
 * What a page shows of its rows `f`. The rows are cut to the page first: what is looked up beside a message is looked up
 * for what is shown, and once.
 */
const columns = `
  f.message_id AS id, f.client_id AS client, f.client_name AS "clientName", f.sender, s.name_nl AS "nameNl",
  s.name_en AS "nameEn", f.category, f.letter[2] AS type, f.letter[1] AS subject, f.delivered_at AS "deliveredAt",
  f.marks[1] IS NOT NULL AS read, f.marks[2] IS NOT NULL AS archived, f.attachments, f.reply_by::text AS "replyBy",
  f.reply_kind AS "replyKind", f.office_read_at IS NOT NULL AS "readByOffice", f.hand[1] AS work,
  f.hand[2] AS holder, f.hand[3] AS "holderName", f.mandate_id AS mandate`;
const shown = (rows: string) => `SELECT ${columns} FROM (${rows}) f JOIN sender s ON s.oin = f.sender`;

const orders = {
  newest: { key: 'delivered_at', of: [], descending: true },
  // What is handled asks for nothing any more.
  'reply-by': { key: 'reply_by', of: ['f.reply_by IS NOT NULL', 'NOT f.handled'], descending: false },
} as const;

/**
 * How far a page looks before another way is tried: at so many rows of the feed of the office, or of few clients together.
 * In a search only those that have the words go on to the guard, so it looks at more.
 */
const reach = {
  list: { walk: (rows: number) => 5 * rows, together: (rows: number) => 3 * rows },
  search: { walk: () => 2_000, together: () => 2_000 },
} as const;
/** Up to so many clients it is worth while to look client by client. */
export const fewClients = 500;

/**
 * Whether a message has the words. By the index when the whole feed is searched; a message that has none yet is looked
 * into itself, so that the list is never wrong, only slower. Where few messages are looked at, the index of words would
 * have all that match in the office pass the guard: the function form keeps it out.
 */
function hasWords(place: string, how: 'all' | 'near' | 'client'): string {
  const query = `wanted_words(${place})`;
  const looked = `ts_match_vq(f.words, ${query})`;
  return how === 'all' ? `(f.indexed_words @@ ${query} OR (f.indexed_words IS NULL AND ${looked}))` : looked;
}

/** The conditions of a page, its order, and the values of both. */
function parts({ conditions, sort, after, text, rows }: Wanted, how: 'all' | 'near' | 'client') {
  const { key, of, descending } = orders[sort];
  const down = descending !== (after?.back ?? false);
  const far = reach[text === undefined ? 'list' : 'search'];
  const values = [...conditions.values];
  const given = (value: unknown) => `$${values.push(value)}`;
  const sql: string[] = [...of, ...conditions.sql];
  const position = after && { at: given(after.at), id: given(after.id) };
  const type = key === 'reply_by' ? 'date' : 'timestamptz';
  if (position)
    sql.push(`(f.${key}, f.message_id) ${down ? '<' : '>'} (${position.at}::${type}, ${position.id}::uuid)`);
  if (text !== undefined) sql.push(hasWords(given(text), how));
  if (how === 'near') {
    const from = `${position?.at ?? 'NULL'}::timestamptz, ${position?.id ?? 'NULL'}::uuid`;
    const horizon = `(SELECT feed_horizon(${far.walk(rows)}, ${from}, ${!down}))`;
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
export function walk(wanted: Wanted, how: 'all' | 'near' = 'all'): Statement {
  const { where, order, values } = parts(wanted, how);
  return {
    sql: `${shown(`SELECT f.* FROM inbox_feed f WHERE true ${where} ${order('f')} LIMIT ${wanted.rows}`)} ${order('f')}`,
    values,
  };
}

/**
 * The newest page of who handles few clients, as far as it is found soon: the newest messages of these, or of those whom
 * he handles, laid side by side; of the office, when they turn out to be many. In that order each is shown to the guard until the page is full. Each row says
 * whether that was all there is; a row without an id says only that.
 */
export function foremost(wanted: Wanted, clients?: readonly ClientId[]): Statement {
  const { where, values } = parts(wanted, 'client');
  const given = (value: unknown) => `$${values.push(value)}`;
  const { after, rows, text } = wanted;
  const { walk: far, together } = reach[text === undefined ? 'list' : 'search'];
  const from = `${given(after?.at ?? null)}, ${given(after?.id ?? null)}`;
  return {
    sql: `
      SELECT near.complete, shown.*
        FROM foremost(${given(clients ?? null)}, ${fewClients}, ${together(rows)}, ${far(rows)}, ${from}) AS near
        LEFT JOIN LATERAL (
          ${shown(`
            SELECT f.*, each.place
              FROM unnest(near.places, near.messages) WITH ORDINALITY AS each (delivered_at, message_id, place)
              JOIN inbox_feed f ON f.delivered_at = each.delivered_at AND f.message_id = each.message_id
             WHERE true ${where} ORDER BY each.place LIMIT ${rows}`)}
          ORDER BY f.place) shown ON true`,
    values,
  };
}

/**
 * A page can only hold messages of the clients whose first message in the order is among the first, and nothing that
 * comes after the last of those: so first one message of each client, then what lies before that bound of the few
 * that are left.
 */
export function perClient(wanted: Wanted, clients: readonly ClientId[]): Statement {
  const { key, down, where, order, values } = parts(wanted, 'client');
  const whom = `$${values.push(clients)}`;
  const ofClient = (alias: string, rows: number, bound = '') =>
    `SELECT f.${key}, f.message_id, f.client_id, f.delivered_at AS at FROM inbox_feed f
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
      SELECT shown.* FROM found CROSS JOIN LATERAL (${shown(`
        SELECT f.* FROM inbox_feed f
         WHERE f.client_id = found.client_id AND f.delivered_at = found.at AND f.message_id = found.message_id LIMIT 1`)}) shown
       ${order('found')}`,
    values,
  };
}
