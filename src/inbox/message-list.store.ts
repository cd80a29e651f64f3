import { Injectable } from '@nestjs/common';
import type { Work } from '../audit/work.ts';
import type { Permit } from '../domain/decision.ts';
import type { Oin } from '../domain/identifiers.ts';
import type { ClientId } from '../domain/ids.ts';
import type { ReplyKind } from '../domain/reply.ts';
import type { Category } from '../domain/scope.ts';
import type { Position } from '../platform/cursor.ts';
import { besides, type SeenMessage, seenColumns } from './message.store.ts';

/** Which messages a list is to hold, of those that the reader may read. Absent means: do not mind. */
export interface Filter {
  readonly sender?: Oin | undefined;
  readonly category?: Category | undefined;
  readonly unread?: boolean | undefined;
  readonly archived?: boolean | undefined;
  readonly attached?: boolean | undefined;
  /** Delivered in `[from, until)`. */
  readonly from?: Date | undefined;
  readonly until?: Date | undefined;
  /** Asks for a reply within so many days, or did already. */
  readonly replyWithin?: number | undefined;
  readonly replyKind?: ReplyKind | undefined;
  /** Words to look for. */
  readonly text?: string | undefined;
}

/** A message in a list. */
export interface ListedMessage extends SeenMessage {
  readonly attachments: number;
}

/** A client's list of his own messages, newest first. The query keeps the scope, so that no page or filter tells more (R34). */
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
      `SELECT ${seenColumns}, m.attachments FROM message m ${besides}
        WHERE m.client_id = $1
          AND may_do('read', m.client_id, m.id, m.sender, m.category, m.assurance, m.delivered_at)
          AND ($2::text IS NULL OR m.sender = $2)
          AND ($3::text IS NULL OR m.category = $3)
          AND ($4::boolean IS NULL OR (k.read_at IS NULL) = $4)
          AND ($5::boolean IS NULL OR (k.archived_at IS NOT NULL) = $5)
          AND ($6::boolean IS NULL OR (m.attachments > 0) = $6)
          AND ($7::timestamptz IS NULL OR m.delivered_at >= $7)
          AND ($8::timestamptz IS NULL OR m.delivered_at < $8)
          AND ($9::int IS NULL OR m.reply_by <= acting_day() + $9)
          AND ($10::text IS NULL OR m.reply_kind = $10)
          AND ($11::text IS NULL OR words_of(m.subject, m.body) @@ wanted_words($11))
          AND ($12::timestamptz IS NULL OR (m.delivered_at, m.id) < ($12, $13::uuid))
        ORDER BY m.delivered_at DESC, m.id DESC LIMIT $14`,
      [
        ...[client, filter.sender, filter.category, filter.unread, filter.archived, filter.attached],
        ...[filter.from, filter.until, filter.replyWithin, filter.replyKind, filter.text],
        ...[after?.at, after?.id, limit],
      ],
    );
  }
}
