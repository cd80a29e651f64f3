import type { ClientId } from '../../domain/ids.ts';
import { isId } from '../../domain/ids.ts';
import { field, OneOfField } from '../../platform/fields.ts';
import { InboxFilter } from './inbox-filter.request.ts';
import { figures } from '../../platform/written-out.ts';

const mostClients = 100;

/** The numbers beside the list. */
export const countNames = [
  'all',
  'unread',
  'unreadByOffice',
  'overdue',
  'replyWithinWeek',
  'heldByMe',
  'heldByNobody',
  'attached',
  'financial',
  'care',
  'other',
] as const;
/** One of {@link countNames}. */
export type CountName = (typeof countNames)[number];

/** What to count, and whether all numbers are wanted. */
export class CountedMessages extends InboxFilter {
  @OneOfField(countNames, {
    description: 'Only this number, which comes sooner than all of them.',
    optional: true,
    example: 'unread',
  })
  readonly only?: CountName;
}

/** Of which clients to count, and what. */
export class CountedClients extends InboxFilter {
  @field(
    'ids',
    (value) =>
      Array.isArray(value) &&
      value.length > 0 &&
      value.length <= mostClients &&
      value.every((id) => isId(id)),
    {
      en: `Name 1 to ${figures(mostClients, 'en')} clients by their ids.`,
      nl: `Noem 1 tot ${figures(mostClients, 'nl')} cliënten met hun id.`,
    },
    { description: 'The clients.', example: ['0193f0a2-7b1c-7d3e-9f55-2f6f2f0c9a11'] },
    { type: 'array', items: { type: 'string', format: 'uuid' }, minItems: 1, maxItems: mostClients },
  )
  readonly clients!: readonly ClientId[];
}
