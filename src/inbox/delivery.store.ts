import { Injectable } from '@nestjs/common';
import type { Work } from '../audit/work.ts';
import type { Assurance } from '../domain/assurance.ts';
import type { Permit } from '../domain/decision.ts';
import type { Oin } from '../domain/identifiers.ts';
import type { Category } from '../domain/scope.ts';
import { newId } from '../platform/ids.ts';
import { type Accepted, partsOf } from './attachments.ts';
import { AttachmentRow, MessageRow } from './message.row.ts';

/** What the acting sender asks of its messages, and of those of one type when it defined that (R6, R36). */
export interface Terms {
  readonly sender: Oin;
  readonly assurance: Assurance;
  readonly type: string | null;
  readonly category: Category | null;
  readonly typeAssurance: Assurance | null;
}

/** Puts messages in inboxes. */
@Injectable()
export class DeliveryStore {
  /** Of the sender that acts. */
  async terms(work: Work, _permit: Permit<'inbox.deliver'>, type: string | undefined): Promise<Terms> {
    const [found] = await work.query<Terms>(
      `SELECT s.oin AS sender, s.assurance, t.code AS type, t.category, t.assurance AS "typeAssurance"
         FROM sender s LEFT JOIN message_type t ON t.sender = s.oin AND t.code = $1
        WHERE s.oin = acting_sender()`,
      [type ?? null],
    );
    if (!found) throw new Error('only a registered sender gets a permit to deliver');
    return found;
  }

  /** The message with all that came with it. */
  async keep(
    work: Work,
    _permit: Permit<'inbox.deliver'>,
    message: MessageRow,
    attachments: readonly Accepted[],
  ): Promise<void> {
    await work.rows(MessageRow).insert(message);
    for (const { name, mediaType, content, sha256 } of attachments) {
      const place = { client: message.client, message: message.id, id: newId<'attachment'>() };
      await work.rows(AttachmentRow).insert({ ...place, name, mediaType, size: content.length, sha256 });
      for (const [number, bytes] of [...partsOf(content)].entries())
        await work.named(
          'attachment-part-keep',
          'INSERT INTO attachment_part (client_id, message_id, attachment_id, place, bytes) VALUES ($1, $2, $3, $4, $5)',
          [place.client, place.message, place.id, number, bytes],
        );
    }
  }
}
