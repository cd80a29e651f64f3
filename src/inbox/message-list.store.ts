import { Injectable } from '@nestjs/common';
import type { Work } from '../audit/work.ts';
import type { Permit } from '../domain/decision.ts';
import type { Oin } from '../domain/identifiers.ts';
import type { ClientId } from '../domain/ids.ts';
import type { Category } from '../domain/scope.ts';
import type { Position } from '../platform/cursor.ts';
import { besides, type SeenMessage, seenColumns } from './message.store.ts';

/** Which messages a list is to hold, of those that the reader may read. Absent means: do not mind. */
export interface Filter {
  readonly sender?: Oin | undefined;
  readonly category?: Category | undefined;
  readonly unread?: boolean | undefined;
  readonly archived?: boolean | undefined;
  /** Delivered in `[from, until)`. */
  readonly from?: Date | undefined;
  readonly until?: Date | undefined;
}

/** A message in a list. */
export interface ListedMessage extends SeenMessage {
  readonly attachments: number;
}

const filters = `
  AND may_do('read', m.client_id, m.sender, m.category, m.assurance)
  AND ($1::text IS NULL OR m.sender = $1)
  AND ($2::text IS NULL OR m.category = $2)
  AND ($3::boolean IS NULL OR (k.read_at IS NULL) = $3)
  AND ($4::boolean IS NULL OR (k.archived_at IS NOT NULL) = $4)
  AND ($5::timestamptz IS NULL OR m.delivered_at >= $5)
  AND ($6::timestamptz IS NULL OR m.delivered_at < $6)
  AND ($7::timestamptz IS NULL OR (m.delivered_at, m.id) < ($7, $8::uuid))
  ORDER BY m.delivered_at DESC, m.id DESC`;

const attachments = `(SELECT count(*)::int FROM attachment a
                       WHERE a.client_id = m.client_id AND a.message_id = m.id) AS attachments`;

const values = (filter: Filter, after: Position | undefined, limit: number): unknown[] => [
  ...[filter.sender, filter.category, filter.unread, filter.archived, filter.from, filter.until],
  ...[after?.at, after?.id, limit],
];

/** Lists of messages, newest first. The query keeps the scope, so that no page, order or filter tells more (R34). */
@Injectable()
export class MessageListStore {
  /** Of one client. */
  ofClient(
    work: Work,
    _permit: Permit<'inbox.list'>,
    client: ClientId,
    filter: Filter,
    after: Position | undefined,
    limit: number,
  ): Promise<ListedMessage[]> {
    return work.query<ListedMessage & Record<string, unknown>>(
      `SELECT ${seenColumns}, ${attachments} FROM message m ${besides}
        WHERE m.client_id = $10 ${filters} LIMIT $9`,
      [...values(filter, after, limit), client],
    );
  }

  /**
   * Of all clients of the acting employee. A page can only hold messages of the clients whose newest message is
   * among the newest: so first one message of each client, then a page of each of the few that are left.
   */
  ofOffice(
    work: Work,
    _permit: Permit<'inbox.list'>,
    filter: Filter,
    after: Position | undefined,
    limit: number,
  ): Promise<ListedMessage[]> {
    return work.query<ListedMessage & Record<string, unknown>>(
      `WITH represented AS MATERIALIZED (
         SELECT DISTINCT client_id FROM mandate_scope
          WHERE organisation_id = acting_organisation() AND state = 'active' -- an index finds these
            AND in_force AND 'read' = ANY (actions)),
       newest AS MATERIALIZED (
         SELECT r.client_id FROM represented r CROSS JOIN LATERAL (
           SELECT m.delivered_at, m.id FROM message m ${besides} WHERE m.client_id = r.client_id ${filters} LIMIT 1) m
          ORDER BY m.delivered_at DESC, m.id DESC LIMIT $9)
       SELECT listed.* FROM newest n CROSS JOIN LATERAL (
         SELECT ${seenColumns}, ${attachments} FROM message m ${besides}
          WHERE m.client_id = n.client_id ${filters} LIMIT $9) listed
        ORDER BY listed."deliveredAt" DESC, listed.id DESC LIMIT $9`,
      values(filter, after, limit),
    );
  }
}
