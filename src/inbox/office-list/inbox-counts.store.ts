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

/** What the numbers of a panel count: a list of conditions for each, which share their values. */
export interface Panel {
  readonly wishes: readonly (readonly string[])[];
  readonly values: readonly unknown[];
  /** How many conditions were asked for; the others are always the same. */
  readonly parts: number;
}

/** One client with a number of messages. */
export interface ClientCount {
  readonly client: ClientId;
  readonly mandate: MandateId;
  readonly found: number;
}

/** Of whom to count: of these few clients, or of everybody whom the guard lets through. */
export type Whom = readonly ClientId[] | 'everybody';

const counted = (where: readonly string[], of = ''): string =>
  `(SELECT count(*)::int FROM (SELECT FROM inbox_feed f
     WHERE true ${of} ${where.map((each) => `AND ${each}`).join(' ')} LIMIT ${most + 1}) AS counted)`;

/** Counts what the acting employee may read now, each number to a limit. The view keeps the scope (R34). */
@Injectable()
export class InboxCountsStore {
  /** The number for each list of conditions, in their order. */
  async panel(
    work: Work,
    _permit: Permit<'inbox.count'>,
    whom: Whom,
    { wishes, values, parts }: Panel,
  ): Promise<readonly number[]> {
    const given = [...values];
    const of = whom === 'everybody' ? '' : `AND f.client_id = ANY ($${given.push(whom)})`;
    const [row] = await work.assembled<{ numbers: number[] }>(
      parts,
      `SELECT ARRAY[${wishes.map((wish) => counted(wish, of)).join(', ')}] AS numbers`,
      given,
    );
    return row?.numbers ?? [];
  }

  /** The senders with anything, by name. */
  bySender(
    work: Work,
    _permit: Permit<'inbox.count'>,
    whom: Whom,
    { sql, values }: Conditions,
  ): Promise<readonly SenderCount[]> {
    const given = [...values];
    const of = whom === 'everybody' ? '' : `AND f.client_id = ANY ($${given.push(whom)})`;
    return work.assembled<SenderCount & Record<string, unknown>>(
      sql.length,
      `SELECT s.oin, s.name_nl AS "nameNl", s.name_en AS "nameEn", n.found FROM sender s
        CROSS JOIN LATERAL (SELECT ${counted(['f.sender = s.oin', ...sql], of)} AS found) n
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
