import { Injectable } from '@nestjs/common';
import type { Work } from '../../audit/work.ts';
import type { Permit } from '../../domain/decision.ts';
import type { Oin } from '../../domain/identifiers.ts';
import type { ClientId, MandateId } from '../../domain/ids.ts';
import type { Conditions } from './inbox-conditions.ts';

/** Nobody counts further than this at a glance, and counting on costs what there is to count. */
export const most = 99;

/** One sender with a number of messages. */
export interface SenderCount {
  readonly oin: Oin;
  readonly nameNl: string;
  readonly nameEn: string;
  readonly found: number;
}

/** What several numbers count: conditions of all of them, and for each its own. All share their values. */
export interface Panel {
  readonly filter: readonly string[];
  readonly wishes: readonly (readonly string[])[];
  readonly values: readonly unknown[];
}

/** Numbers of what was looked at, and whether that was all there is. */
export interface Near {
  readonly numbers: readonly number[];
  readonly complete: boolean;
}

/** One client with a number of messages. */
export interface ClientCount {
  readonly client: ClientId;
  readonly mandate: MandateId;
  readonly found: number;
}

/** Of whom to count: of these few clients, or of everybody whom the guard lets through. */
export type Whom = readonly ClientId[] | 'everybody';

/** Of so many clients what is frequent is full. Their messages lie side by side, and so does what the guard asks. */
const first = 50;
/** So many messages are looked at for all numbers together. */
const together = 170;

/** The number of messages of which this holds, to the limit, as an expression of SQL. */
export const counted = (where: readonly string[]): string =>
  `(SELECT count(*)::int FROM (SELECT FROM inbox_feed f
     WHERE ${where.join(' AND ')} LIMIT ${most + 1}) AS counted)`;

const narrowedTo = (whom: Whom, given: unknown[]): string =>
  whom === 'everybody' ? 'true' : `f.client_id = ANY ($${given.push(whom)})`;

/** Counts what the acting employee may read now, each number to a limit. The view keeps the scope (R34). */
@Injectable()
export class InboxCountsStore {
  /**
   * The number for each wish, in their order, as far as one guarded walk fills them: past messages of the first clients
   * whom the acting employee handles, which cost half of what they cost in the order of time; or of these.
   */
  async near(
    work: Work,
    _permit: Permit<'inbox.count'>,
    whom: Whom | 'first',
    { filter, wishes, values }: Panel,
  ): Promise<Near> {
    const rows = wishes.length > 1 ? together : most + 1;
    const is = wishes.map((wish, place) => `(${['true', ...wish].join(' AND ')}) AS w${place}`);
    const numbers = wishes.map((_, place) => `count(*) FILTER (WHERE w${place})::int`);
    const given = [...values];
    const [source, of] =
      whom === 'first'
        ? [`acting_first_clients(${first})`, 'f.client_id = ANY (clients)']
        : ['(VALUES (true)) AS all_of_them (complete)', narrowedTo(whom, given)];
    const [near] = await work.assembled<{ numbers: number[]; complete: boolean }>(
      filter.length,
      `SELECT numbers, rows < ${rows} AND complete AS complete FROM ${source} CROSS JOIN LATERAL (
         SELECT count(*) AS rows, ARRAY[${numbers.join(', ')}] AS numbers FROM (
           SELECT ${is.join(', ')} FROM inbox_feed f WHERE ${[of, ...filter].join(' AND ')} LIMIT ${rows}) AS one) AS looked`,
      given,
    );
    return near ?? { numbers: [], complete: false };
  }

  /** One number. */
  async number(
    work: Work,
    _permit: Permit<'inbox.count'>,
    whom: Whom,
    { sql, values }: Conditions,
  ): Promise<number> {
    const given = [...values];
    const of = narrowedTo(whom, given);
    const [row] = await work.assembled<{ found: number }>(
      sql.length,
      `SELECT ${counted([of, ...sql])} AS found`,
      given,
    );
    return row?.found ?? 0;
  }

  /** The senders with anything, by name. */
  bySender(
    work: Work,
    _permit: Permit<'inbox.count'>,
    whom: Whom,
    { sql, values }: Conditions,
  ): Promise<readonly SenderCount[]> {
    const given = [...values];
    const of = narrowedTo(whom, given);
    return work.assembled<SenderCount & Record<string, unknown>>(
      sql.length,
      `SELECT s.oin, s.name_nl AS "nameNl", s.name_en AS "nameEn", n.found FROM sender s
        CROSS JOIN LATERAL (SELECT ${counted([of, 'f.sender = s.oin', ...sql])} AS found OFFSET 0) n
        WHERE n.found > 0 ORDER BY s.name_nl, s.oin`,
      given,
    );
  }

  /** The number for each of these clients that has any, with a mandate by which they are counted. */
  byClient(
    work: Work,
    _permit: Permit<'inbox.count'>,
    clients: readonly ClientId[],
    { sql, values }: Conditions,
  ): Promise<readonly ClientCount[]> {
    const given = [...values];
    const where = ['f.client_id = v.client_id', ...sql];
    return work.assembled<ClientCount & Record<string, unknown>>(
      sql.length,
      `SELECT v.client_id AS client, n.found, n.mandate
         FROM (SELECT DISTINCT client_id FROM unnest($${given.push(clients)}::uuid[]) AS named (client_id)) v
        CROSS JOIN LATERAL (SELECT ${counted(where)} AS found,
               (SELECT f.mandate_id FROM inbox_feed f WHERE ${where.join(' AND ')} LIMIT 1) AS mandate) n
        WHERE n.found > 0`,
      given,
    );
  }
}
