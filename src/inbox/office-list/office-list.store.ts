import { Injectable } from '@nestjs/common';
import type { Work } from '../../audit/work.ts';
import type { Permit } from '../../domain/decision.ts';
import type { ClientId, EmployeeId, MandateId } from '../../domain/ids.ts';
import type { Day } from '../../domain/day.ts';
import type { WorkState } from '../../domain/message-work.ts';
import type { ReplyKind } from '../../domain/reply.ts';
import type { SeenMessage } from '../message.store.ts';
import { perClient, type Statement, walk, type Wanted } from './office-list.statements.ts';

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

/** How many messages have the words of a search is known only with the words at hand: that is planned each time. */
function run(work: Work, { conditions, text }: Wanted, { sql, values }: Statement): Promise<OfficeMessage[]> {
  type Row = OfficeMessage & Record<string, unknown>;
  return text !== undefined
    ? work.query<Row>(sql, values)
    : work.assembled<Row>(conditions.sql.length, sql, values);
}
