import { Injectable } from '@nestjs/common';
import type { Work } from '../../audit/work.ts';
import type { Permit } from '../../domain/decision.ts';
import type { Day } from '../../domain/day.ts';
import type { ClientId, MessageId } from '../../domain/ids.ts';
import type { ReplyKind } from '../../domain/reply.ts';
import type { Category } from '../../domain/scope.ts';
import type { AttachmentHeader } from '../message.store.ts';

/** A message as it goes into a file. */
export interface SelectedMessage {
  readonly id: MessageId;
  readonly client: ClientId;
  readonly clientName: string | null;
  /** What the office itself calls the dossier of this client. */
  readonly reference: string | null;
  readonly nameNl: string;
  readonly nameEn: string;
  readonly category: Category | null;
  readonly subject: string;
  readonly body: string;
  readonly deliveredAt: Date;
  readonly replyBy: Day | null;
  readonly replyKind: ReplyKind | null;
  readonly attachments: readonly AttachmentHeader[];
}

/** Messages on their way into a file, for whoever holds a permit to download them. */
@Injectable()
export class SelectionStore {
  /**
   * A message with its text, without the content of its attachments. Who may download it but not read it gets its
   * attachments one by one, not its text: the query asks for `read` beside the permit.
   */
  async message(
    work: Work,
    permit: Permit<'inbox.download'>,
    id: MessageId,
  ): Promise<SelectedMessage | undefined> {
    const [found] = await work.named<SelectedMessage & Record<string, unknown>>(
      'selection-message',
      `SELECT m.id, m.client_id AS client, s.name_nl AS "nameNl", s.name_en AS "nameEn", m.category, m.subject,
              m.body, m.delivered_at AS "deliveredAt",
              m.reply_by::text AS "replyBy", m.reply_kind AS "replyKind",
              CASE WHEN acting_kind() = 'employee' THEN c.name END AS "clientName",
              (SELECT oc.reference FROM office_client oc
                WHERE oc.organisation_id = acting_organisation() AND oc.client_id = m.client_id) AS reference,
              (SELECT coalesce(jsonb_agg(jsonb_build_object('id', a.id, 'name', a.name, 'mediaType', a.media_type,
                        'size', a.size, 'sha256', a.sha256) ORDER BY a.id), '[]')
                 FROM attachment a WHERE a.client_id = m.client_id AND a.message_id = m.id) AS attachments
         FROM message m JOIN sender s ON s.oin = m.sender LEFT JOIN client c ON c.id = m.client_id
        WHERE m.client_id = $1 AND m.id = $2
          AND may_do('read', m.client_id, m.id, m.sender, m.category, m.assurance, m.delivered_at)`,
      [permit.client, id],
    );
    return found;
  }
}
