import { ApiProperty } from '@nestjs/swagger';
import type { Day } from '../domain/day.ts';
import { type WorkState, workStates } from '../domain/message-work.ts';
import { type ReplyKind, replyKinds } from '../domain/reply.ts';
import { categories, type Category } from '../domain/scope.ts';
import { type DeadlineJson, DeadlinesField } from '../platform/deadline.ts';
import { mediaTypes } from '../platform/media-type.ts';

const id = { format: 'uuid', example: '0193f0a2-7b1c-7d3e-9f55-2f6f2f0c9a11' } as const;
const instant = { type: String, format: 'date-time', example: '2026-11-23T09:30:00.000Z' } as const;

/** What a sender hears of its delivery. */
export class DeliveredJson {
  @ApiProperty({ ...id, description: 'The message.' })
  readonly id!: string;

  @ApiProperty({ ...instant, description: 'From when it is in the inbox.' })
  readonly deliveredAt!: string;

  @ApiProperty({ description: 'Whether the type is one that the sender defined.', example: true })
  readonly typeKnown!: boolean;

  @ApiProperty({ required: false, enum: categories, description: 'Absent without a known type.' })
  readonly category?: Category | undefined;

  @ApiProperty({
    required: false,
    type: String,
    example: 'The type is not known, so the message has no category.',
    description: 'What to know about this delivery, when there is something.',
  })
  readonly notice?: string | undefined;
}

/** From whom a message is. */
export class MessageSenderJson {
  @ApiProperty({ example: '00000099000000001000', description: 'Its OIN.' })
  readonly oin!: string;

  @ApiProperty({ example: 'Belastingdienst', description: 'In Dutch.' })
  readonly nameNl!: string;

  @ApiProperty({ example: 'Tax office', description: 'In English.' })
  readonly nameEn!: string;
}

/** Whose message it is. */
export class MessageClientJson {
  @ApiProperty({ ...id, description: 'The pseudonym of the client.' })
  readonly id!: string;

  @ApiProperty({
    required: false,
    type: String,
    example: 'Yasmina el Amrani',
    description: 'For representatives, when the register of persons gave it.',
  })
  readonly name?: string | undefined;
}

/** What the sender asks in return. */
export class ReplyJson {
  @ApiProperty({ type: String, format: 'date', example: '2026-12-24', description: 'The last Dutch day.' })
  readonly by!: Day;

  @ApiProperty({ enum: replyKinds, example: 'objection', description: 'What is asked.' })
  readonly kind!: ReplyKind;
}

/** A message as a list shows it: without its body. */
export class MessageJson {
  @ApiProperty({ ...id, description: 'The message.' })
  readonly id!: string;

  @ApiProperty({ type: MessageClientJson })
  readonly client!: MessageClientJson;

  @ApiProperty({ type: MessageSenderJson })
  readonly sender!: MessageSenderJson;

  @ApiProperty({ required: false, enum: categories, description: 'Absent without a known type (R36).' })
  readonly category?: Category | undefined;

  @ApiProperty({
    required: false,
    type: String,
    example: 'assessment',
    description: 'As the sender calls it.',
  })
  readonly type?: string | undefined;

  @ApiProperty({ example: 'Your assessment of 2026', description: 'What it is about.' })
  readonly subject!: string;

  @ApiProperty({ ...instant, description: 'From when it is in the inbox.' })
  readonly deliveredAt!: string;

  @ApiProperty({
    description: 'Whether you read it. The client and each representative have their own (R35).',
  })
  readonly read!: boolean;

  @ApiProperty({ description: 'Whether you archived it.' })
  readonly archived!: boolean;

  @ApiProperty({ required: false, type: ReplyJson, description: 'Absent when no reply is asked.' })
  readonly reply?: ReplyJson | undefined;

  @DeadlinesField()
  readonly deadlines?: readonly DeadlineJson[] | undefined;
}

/** What an office does with a message; other offices do not see it, nor does the client here. */
export class OfficeWorkJson {
  @ApiProperty({ description: 'Whether anybody of the office read it.' })
  readonly read!: boolean;

  @ApiProperty({ enum: workStates, description: 'How far the work on it is.' })
  readonly state!: WorkState;

  @ApiProperty({
    type: String,
    ...id,
    required: false,
    description: 'The employee who has it in hand, while he works here.',
  })
  readonly holder?: string | undefined;

  @ApiProperty({ required: false, type: String, example: 'Anna Smit', description: 'What he is called.' })
  readonly holderName?: string | undefined;
}

/** A message in a list. */
export class MessageItemJson extends MessageJson {
  @ApiProperty({ example: 1, description: 'How many attachments it has.' })
  readonly attachments!: number;

  @ApiProperty({ required: false, type: OfficeWorkJson, description: 'For employees.' })
  readonly office?: OfficeWorkJson | undefined;
}

/** A page of messages, newest first. */
export class MessagesJson {
  @ApiProperty({ type: [MessageItemJson] })
  readonly items!: readonly MessageItemJson[];

  @ApiProperty({
    required: false,
    type: String,
    description: 'The cursor of the next page, when there is one.',
  })
  readonly next?: string | undefined;

  @ApiProperty({
    required: false,
    type: String,
    description: 'For employees: the cursor of the page before, when there is one.',
  })
  readonly prev?: string | undefined;
}

/** What came with a message. */
export class AttachmentJson {
  @ApiProperty({ ...id, description: 'The attachment.' })
  readonly id!: string;

  @ApiProperty({ example: 'assessment-2026.pdf', description: 'A file name without path.' })
  readonly name!: string;

  @ApiProperty({
    enum: mediaTypes,
    example: 'application/pdf',
    description: 'What it is; the content agrees.',
  })
  readonly mediaType!: string;

  @ApiProperty({ example: 48213, description: 'In bytes.' })
  readonly size!: number;

  @ApiProperty({
    example: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    description: 'SHA-256 of the content, in hex.',
  })
  readonly sha256!: string;
}

/** A message, opened. */
export class OpenedMessageJson extends MessageJson {
  @ApiProperty({ example: 'You get 312 euros back.', description: 'Plain text.' })
  readonly body!: string;

  @ApiProperty({ type: [AttachmentJson] })
  readonly attachments!: readonly AttachmentJson[];

  @ApiProperty({ required: false, type: OfficeWorkJson, description: 'For employees.' })
  readonly office?: OfficeWorkJson | undefined;
}
