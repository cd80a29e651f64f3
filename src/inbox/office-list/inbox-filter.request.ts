import type { Day } from '../../domain/day.ts';
import type { Oin } from '../../domain/identifiers.ts';
import type { ClientId } from '../../domain/ids.ts';
import { type WorkState, workStates } from '../../domain/message-work.ts';
import { type ReplyKind, replyKinds } from '../../domain/reply.ts';
import { categories, type Category } from '../../domain/scope.ts';
import { DayField, field, IdField, OinField, OneOfField } from '../../platform/fields.ts';
import { ReadFromQuery, YesNoQuery } from '../../platform/fields.query.ts';

/** Whose a client or a message is, seen from who asks. */
export const whose = ['me', 'my-team', 'nobody'] as const;
/** One of {@link whose}. */
export type Whose = (typeof whose)[number];

/** In which order a list stands. */
export const sorts = ['newest', 'reply-by'] as const;
/** One of {@link sorts}. */
export type Sort = (typeof sorts)[number];

const furthestDays = 366;

/**
 * Which messages to show. Each of these makes the list smaller; none of them reaches further (R34). The same for
 * lists, searches, counts, exports and saved views.
 */
export class InboxFilter {
  @IdField({ description: 'Of this client only.', optional: true })
  readonly client?: ClientId;

  @OinField({ description: 'From this sender only.', optional: true })
  readonly sender?: Oin;

  @OneOfField(categories, { description: 'About this only.', optional: true })
  readonly category?: Category;

  @YesNoQuery({ description: 'Only what you did not read yet, or only what you did (R35).' })
  readonly unread?: boolean;

  @YesNoQuery({
    description: 'For an office: only what nobody of it read yet, or only what somebody did.',
  })
  readonly unreadByOffice?: boolean;

  @YesNoQuery({ description: 'Only what you archived, or only what you did not.' })
  readonly archived?: boolean;

  @YesNoQuery({ description: 'Only with attachments, or only without.' })
  readonly attached?: boolean;

  @DayField({ description: 'Delivered on this Dutch day or later.', optional: true })
  readonly from?: Day;

  @DayField({ description: 'Delivered before this Dutch day.', optional: true })
  readonly until?: Day;

  @ReadFromQuery((text) => (/^\d{1,3}$/.test(text) ? Number(text) : text))
  @field(
    'days',
    (value) => Number.isInteger(value) && Number(value) >= 0 && Number(value) <= furthestDays,
    {
      en: `Write a whole number of days from 0 to ${furthestDays}.`,
      nl: `Schrijf een heel aantal dagen van 0 tot en met ${furthestDays}.`,
    },
    {
      description: 'Only what is not handled and asks for a reply within so many days, or did already.',
      optional: true,
      example: 7,
    },
    { type: 'integer', minimum: 0, maximum: furthestDays },
  )
  readonly replyWithin?: number;

  @YesNoQuery({
    description: 'Only what is not handled and whose day to reply has passed, or only what is not.',
  })
  readonly overdue?: boolean;

  @OneOfField(replyKinds, { description: 'Only what asks for a reply of this kind.', optional: true })
  readonly replyKind?: ReplyKind;

  @OneOfField(whose, {
    description: 'For an office: in whose hands the message is.',
    optional: true,
    example: 'me',
  })
  readonly holder?: Whose;

  @OneOfField(whose, {
    description:
      'For an office: whose client it is. `me`: assigned to you, or to a colleague for whom you stand in today; `my-team`: to a team of yours, or of such a colleague; `nobody`: to nobody who is at work.',
    optional: true,
    example: 'my-team',
  })
  readonly handler?: Whose;

  @OneOfField(workStates, { description: 'For an office: how far the work on it is.', optional: true })
  readonly work?: WorkState;
}
