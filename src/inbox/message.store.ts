import { Injectable } from '@nestjs/common';
import type { Work } from '../audit/work.ts';
import type { Day } from '../domain/day.ts';
import type { Permit } from '../domain/decision.ts';
import type { Oin } from '../domain/identifiers.ts';
import type { AttachmentId, ClientId, EmployeeId, MessageId } from '../domain/ids.ts';
import type { WorkState } from '../domain/message-work.ts';
import type { ReplyKind } from '../domain/reply.ts';
import type { Category } from '../domain/scope.ts';

/** A message as its reader sees it: with his own marks. */
export interface SeenMessage {
  readonly id: MessageId;
  readonly client: ClientId;
  readonly clientName: string | null;
  readonly sender: Oin;
  readonly nameNl: string;
  readonly nameEn: string;
  readonly category: Category | null;
  readonly type: string | null;
  readonly subject: string;
  readonly deliveredAt: Date;
  readonly read: boolean;
  readonly archived: boolean;
  /** Until when, and how, the sender asks for a reply. */
  readonly replyBy: Day | null;
  readonly replyKind: ReplyKind | null;
}

/** What is known of an attachment without its content. */
export interface AttachmentHeader {
  readonly id: AttachmentId;
  readonly name: string;
  readonly mediaType: string;
  readonly size: number;
  readonly sha256: string;
}

/** How far the reader's office is with a message. */
export interface OfficeWork {
  readonly state: WorkState;
  readonly holder: EmployeeId | null;
  readonly holderName: string | null;
}

/** A message, opened. */
export interface OpenedMessage extends SeenMessage {
  readonly body: string;
  readonly attachments: readonly AttachmentHeader[];
}

/** The mark that someone can set on a message, by the name of its column. */
export type Mark = 'read_at' | 'archived_at';

/** The columns of {@link SeenMessage}, of the tables `m`, `s` (sender), `k` (the reader's marks), `c` (client). */
export const seenColumns = `
  m.id, m.client_id AS client, CASE WHEN acting_kind() = 'employee' THEN c.name END AS "clientName",
  m.sender, s.name_nl AS "nameNl", s.name_en AS "nameEn", m.category, m.type, m.subject,
  m.delivered_at AS "deliveredAt", k.read_at IS NOT NULL AS read, k.archived_at IS NOT NULL AS archived,
  m.reply_by::text AS "replyBy", m.reply_kind AS "replyKind"`;

/** What stands beside a message `m`. R35: only the reader's own marks. */
export const besides = `
  JOIN sender s ON s.oin = m.sender
  LEFT JOIN client c ON c.id = m.client_id
  LEFT JOIN message_mark k ON k.client_id = m.client_id AND k.message_id = m.id
                          AND k.reader = current_setting('app.actor')`;

/** Single messages, for whoever holds a permit for them. */
@Injectable()
export class MessageStore {
  /** The whole message. */
  async read(work: Work, permit: Permit<'inbox.read'>, id: MessageId): Promise<OpenedMessage | undefined> {
    const [found] = await work.named<OpenedMessage & { deliveredAt: Date }>(
      'message-read',
      `SELECT ${seenColumns}, m.body,
              (SELECT coalesce(jsonb_agg(jsonb_build_object('id', a.id, 'name', a.name, 'mediaType', a.media_type,
                        'size', a.size, 'sha256', a.sha256) ORDER BY a.id), '[]')
                 FROM attachment a WHERE a.client_id = m.client_id AND a.message_id = m.id) AS attachments
         FROM message m ${besides}
        WHERE m.client_id = $1 AND m.id = $2`,
      [permit.client, id],
    );
    return found;
  }

  /** How far the acting employee's office is with it. What is held by who does not handle the client now, nobody has. */
  async officeWork(work: Work, permit: Permit<'inbox.read'>, id: MessageId): Promise<OfficeWork> {
    const [found] = await work.named<OfficeWork & Record<string, unknown>>(
      'message-office-work',
      `SELECT CASE WHEN w.state = 'taken' AND held.id IS NULL THEN 'open' ELSE w.state END AS state,
              held.id AS holder, held.name AS "holderName"
         FROM message_work w
         LEFT JOIN employee held ON held.id = w.holder AND handles_now(w.holder, w.client_id)
        WHERE w.organisation_id = acting_organisation() AND w.client_id = $1 AND w.message_id = $2`,
      [permit.client, id],
    );
    return found ?? { state: 'open', holder: null, holderName: null };
  }

  /** Sets a mark of the acting reader, and of nobody else (R35). A mark that was set keeps its first instant. */
  async mark(
    work: Work,
    permit: Permit<'inbox.read' | 'inbox.mark' | 'inbox.archive'>,
    id: MessageId,
    mark: Mark,
  ): Promise<void> {
    await work.named(
      `message-mark-${mark}`,
      `INSERT INTO message_mark (client_id, message_id, reader, ${mark})
       VALUES ($1, $2, current_setting('app.actor'), $3)
       ON CONFLICT (client_id, message_id, reader) DO UPDATE SET ${mark} = excluded.${mark}
        WHERE message_mark.${mark} IS NULL`,
      [permit.client, id, work.now],
    );
  }

  /** Takes a mark of the acting reader away. */
  async unmark(
    work: Work,
    permit: Permit<'inbox.mark' | 'inbox.archive'>,
    id: MessageId,
    mark: Mark,
  ): Promise<void> {
    await work.named(
      `message-unmark-${mark}`,
      `UPDATE message_mark SET ${mark} = NULL
        WHERE client_id = $1 AND message_id = $2 AND reader = current_setting('app.actor') AND ${mark} IS NOT NULL`,
      [permit.client, id],
    );
  }

  /** What is known of one attachment. */
  async attachment(
    work: Work,
    permit: Permit<'inbox.download'>,
    message: MessageId,
    id: AttachmentId,
  ): Promise<AttachmentHeader | undefined> {
    const [found] = await work.query<AttachmentHeader & Record<string, unknown>>(
      `SELECT id, name, media_type AS "mediaType", size, sha256 FROM attachment
        WHERE client_id = $1 AND message_id = $2 AND id = $3`,
      [permit.client, message, id],
    );
    return found;
  }

  /** One part of its content; nothing after the last. */
  async part(
    work: Work,
    permit: Permit<'inbox.download'>,
    message: MessageId,
    id: AttachmentId,
    place: number,
  ): Promise<Buffer | undefined> {
    const [found] = await work.named<{ bytes: Buffer }>(
      'attachment-part',
      `SELECT bytes FROM attachment_part
        WHERE client_id = $1 AND message_id = $2 AND attachment_id = $3 AND place = $4`,
      [permit.client, message, id, place],
    );
    return found?.bytes;
  }
}
