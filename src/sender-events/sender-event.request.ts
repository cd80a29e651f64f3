import { PickType } from '@nestjs/swagger';
import { isId, type SenderEventId } from '../domain/ids.ts';
import { largestPageSize } from '../platform/cursor.ts';
import { PageQuery } from '../platform/fields.nested.ts';
import { field } from '../platform/fields.ts';

/** How many at once. There is no cursor: what is acknowledged makes room for the rest. */
export class ListSenderEvents extends PickType(PageQuery, ['limit']) {}

/** What the sender heard. */
export class AcknowledgeSenderEvents {
  @field(
    'ids',
    (value) =>
      Array.isArray(value) &&
      value.length > 0 &&
      value.length <= largestPageSize &&
      value.every(isId) &&
      new Set(value).size === value.length,
    {
      en: `Name 1 to ${largestPageSize} events, each once, by their ids.`,
      nl: `Noem 1 tot ${largestPageSize} gebeurtenissen met hun id, elk één keer.`,
    },
    {
      description: 'The events that need not be told again.',
      example: ['0193f0a2-7b1c-4d3e-9f55-2f6f2f0c9a11'],
    },
    {
      type: 'array',
      items: { type: 'string', format: 'uuid' },
      minItems: 1,
      maxItems: largestPageSize,
      uniqueItems: true,
    } as never,
  )
  readonly events!: readonly SenderEventId[];
}
