import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Assurance } from '../domain/assurance.ts';
import type { Day } from '../domain/day.ts';
import type { Oin } from '../domain/identifiers.ts';
import type { AttachmentId, ClientId, MessageId } from '../domain/ids.ts';
import type { ReplyKind } from '../domain/reply.ts';
import type { Category } from '../domain/scope.ts';

/** A message. The client leads the key, so that the table can be spread by client. */
@Entity('message')
export class MessageRow {
  @PrimaryColumn('uuid', { name: 'client_id' })
  client!: ClientId;

  @PrimaryColumn('uuid')
  id!: MessageId;

  @Column('text')
  sender!: Oin;

  /** Absent when the sender gave none, or one that it never defined; then there is no category either (R36). */
  @Column('text', { nullable: true })
  type!: string | null;

  @Column('text', { nullable: true })
  category!: Category | null;

  /** R6: the highest that sender and type asked when it was delivered. */
  @Column('text')
  assurance!: Assurance;

  @Column('text')
  subject!: string;

  @Column('text')
  body!: string;

  @Column('timestamptz', { name: 'delivered_at' })
  deliveredAt!: Date;

  /** How many came with it. */
  @Column('int')
  attachments!: number;

  @Column('date', { name: 'reply_by', nullable: true })
  replyBy!: Day | null;

  @Column('text', { name: 'reply_kind', nullable: true })
  replyKind!: ReplyKind | null;
}

/** What came with a message; its content is kept in parts. */
@Entity('attachment')
export class AttachmentRow {
  @PrimaryColumn('uuid', { name: 'client_id' })
  client!: ClientId;

  @PrimaryColumn('uuid', { name: 'message_id' })
  message!: MessageId;

  @PrimaryColumn('uuid')
  id!: AttachmentId;

  @Column('text')
  name!: string;

  @Column('text', { name: 'media_type' })
  mediaType!: string;

  /** In bytes. */
  @Column('int')
  size!: number;

  /** Of the whole content, in hex. */
  @Column('text')
  sha256!: string;
}
