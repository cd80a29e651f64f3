import { IntersectionType } from '@nestjs/swagger';
import type { Day } from '../domain/day.ts';
import type { Bsn } from '../domain/identifiers.ts';
import type { AttachmentId, MessageId } from '../domain/ids.ts';
import { type ReplyKind, replyKinds } from '../domain/reply.ts';
import { ListField, ObjectField, PageQuery } from '../platform/fields.nested.ts';
import { BsnField, DayField, field, IdField, OneOfField, TextField } from '../platform/fields.ts';
import { type MediaType, mediaTypes } from '../platform/media-type.ts';
import { InboxFilter, type Sort, sorts } from './office-list/inbox-filter.request.ts';

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
    { en: 'Write a file name of 1 to 255 characters.', nl: 'Schrijf een bestandsnaam van 1 tot 255 tekens.' },
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
    { en: 'Write the content in base64.', nl: 'Schrijf de inhoud in base64.' },
    { description: 'The content in base64 with padding; at most 10 MiB decoded.', example: 'JVBERi0xLjcK' },
    { type: 'string', contentEncoding: 'base64' } as never,
  )
  readonly content!: string;
}

/** What a sender asks in return. */
export class ReplyRequest {
  @DayField({ description: 'The last Dutch day for it; today or later.', example: '2027-01-31' })
  readonly by!: Day;

  @OneOfField(replyKinds, { description: 'What is asked.', example: 'objection' })
  readonly kind!: ReplyKind;
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
    {
      en: 'Write plain text of at most 512 KiB in UTF-8.',
      nl: 'Schrijf gewone tekst van hoogstens 512 KiB in UTF-8.',
    },
    { description: 'Plain text, at most 512 KiB in UTF-8.', example: 'You get 312 euros back.' },
    { type: 'string', minLength: 1, maxLength: longestBody },
  )
  readonly body!: string;

  @ObjectField(() => ReplyRequest, {
    optional: true,
    description: 'Until when a reply is asked, and of what kind.',
  })
  readonly reply?: ReplyRequest;

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

/** Which messages to list, in which order, and which page. */
export class ListMessages extends IntersectionType(InboxFilter, PageQuery) {
  @OneOfField(sorts, {
    description:
      'Newest first, or what asks for a reply and is not handled, the most urgent first. Without it: the latter when a day to reply is asked for.',
    optional: true,
    example: 'newest',
  })
  readonly sort?: Sort;
}

/** What to look for: words, besides what a list takes. In the body of a request, because words may be personal. */
export class SearchMessages extends ListMessages {
  @TextField({
    max: 200,
    description:
      'Words of subject or body, in Dutch: accents and usual forms of a word (brief, brieven; betalen, betaalt) do not matter; irregular ones (stad, steden), participles and parts of a compound do. Quotes hold words together, `or` and a minus are understood.',
    example: 'aanslag "voorlopige teruggaaf" -toeslag',
  })
  readonly text!: string;
}
