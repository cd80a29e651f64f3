import { isId, type MessageId } from '../../domain/ids.ts';
import { field } from '../../platform/fields.ts';
import { figures } from '../../platform/written-out.ts';

/** Messages in one file. */
const most = 500;

/** Which messages to put into one file. */
export class Selection {
  @field(
    'ids',
    (value) =>
      Array.isArray(value) &&
      value.length > 0 &&
      value.length <= most &&
      value.every(isId) &&
      new Set(value).size === value.length,
    {
      en: `Name 1 to ${figures(most, 'en')} messages, each once, by their ids.`,
      nl: `Noem 1 tot ${figures(most, 'nl')} berichten met hun id, elk één keer.`,
    },
    {
      description: 'The messages, in the order in which they are to come.',
      example: ['0193f0a2-7b1c-7d3e-9f55-2f6f2f0c9a11'],
    },
    {
      type: 'array',
      items: { type: 'string', format: 'uuid' },
      minItems: 1,
      maxItems: most,
      uniqueItems: true,
    } as never,
  )
  readonly messages!: readonly MessageId[];
}
