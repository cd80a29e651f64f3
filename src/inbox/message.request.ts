import type { Day } from '../domain/day.ts';
import type { Bsn, Oin } from '../domain/identifiers.ts';
import type { AttachmentId, ClientId, MessageId } from '../domain/ids.ts';
import { categories, type Category } from '../domain/scope.ts';
import { ListField, ObjectField, PageQuery } from '../platform/fields.nested.ts';
import {
  BsnField,
  DayField,
  field,
  IdField,
  OinField,
  OneOfField,
  TextField,
  YesNoQuery,
} from '../platform/fields.ts';
import { type MediaType, mediaTypes } from './media-type.ts';

/** Bytes of UTF-8. */
const longestBody = 512 * 1024;
// Line breaks and tabs are good; other control characters and halves of surrogate pairs are not text.
const notInText = /[^\P{Cc}\n\r\t]|\p{Cs}/u;

/** For whom a message is. */
export class Recipient {
  @BsnField()
  readonly bsn!: Bsn;
}

/** An attachment as it is delivered. */
export class AttachmentRequest {
  @field(
    'file-name',
    (value) => typeof value === 'string' && value.length > 0 && value.length <= 255,
    'Write a file name of 1 to 255 characters.',
    {
      description: 'The file name. Paths and invisible characters are taken out.',
      example: 'assessment-2026.pdf',
    },
    { type: 'string', minLength: 1, maxLength: 255 },
  )
  readonly name!: string;

  @OneOfField(mediaTypes, {
    description: 'What it is. The content is looked into and must agree.',
    example: 'application/pdf',
  })
  readonly mediaType!: MediaType;

  @field(
    'base64',
    (value) => typeof value === 'string',
    'Write the content in base64.',
    { description: 'The content in base64 with padding; at most 10 MiB decoded.', example: 'JVBERi0xLjcK' },
    { type: 'string', contentEncoding: 'base64' } as never,
  )
  readonly content!: string;
}

/** A message as its sender delivers it. */
export class DeliverMessage {
  @ObjectField(() => Recipient, { description: 'For whom it is. The BSN is in no answer, URL or log.' })
  readonly recipient!: Recipient;

  @TextField({
    max: 64,
    optional: true,
    description:
      'One of the message types that the sender defined. A message without a known type is kept without a category; a representative sees it only with a sender-wide scope (R36).',
    example: 'assessment',
  })
  readonly type?: string;

  @TextField({ max: 255, bsn: true, description: 'What it is about.', example: 'Your assessment of 2026' })
  readonly subject!: string;

  @field(
    'text',
    (value) =>
      typeof value === 'string' &&
      value.trim() !== '' &&
      Buffer.byteLength(value) <= longestBody &&
      !notInText.test(value),
    'Write plain text of at most 512 KiB in UTF-8.',
    { description: 'Plain text, at most 512 KiB in UTF-8.', example: 'You get 312 euros back.' },
    { type: 'string', minLength: 1, maxLength: longestBody },
  )
  readonly body!: string;

  @ListField(() => AttachmentRequest, {
    min: 0,
    max: 10,
    optional: true,
    description: 'At most 10, and 15 MiB together.',
  })
  readonly attachments?: readonly AttachmentRequest[];
}

/** Which message. */
export class MessagePath {
  @IdField({ description: 'The message.' })
  readonly message!: MessageId;
}

/** Which attachment of which message. */
export class AttachmentPath extends MessagePath {
  @IdField({ description: 'The attachment.' })
  readonly attachment!: AttachmentId;
}

/** Which messages to list. Each filter makes the list smaller; none of them reaches further. */
export class ListMessages extends PageQuery {
  @IdField({ description: 'Of this client only.', optional: true })
  readonly client?: ClientId;

  @OinField({ description: 'From this sender only.', optional: true })
  readonly sender?: Oin;

  @OneOfField(categories, { description: 'About this only.', optional: true })
  readonly category?: Category;

  @YesNoQuery({ description: 'Only what you did not read yet, or only what you did.' })
  readonly unread?: boolean;

  @YesNoQuery({ description: 'Only what you archived, or only what you did not.' })
  readonly archived?: boolean;

  @DayField({ description: 'Delivered on this Dutch day or later.', optional: true })
  readonly from?: Day;

  @DayField({ description: 'Delivered before this Dutch day.', optional: true })
  readonly until?: Day;
}
