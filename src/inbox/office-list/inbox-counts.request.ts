import type { ClientId } from '../../domain/ids.ts';
import { isId } from '../../domain/ids.ts';
import { field } from '../../platform/fields.ts';
import { InboxFilter } from './inbox-filter.request.ts';

const mostClients = 100;

/** Of which clients to count, and what. */
export class CountedClients extends InboxFilter {
  @field(
    'ids',
    (value) =>
      Array.isArray(value) &&
      value.length > 0 &&
      value.length <= mostClients &&
      value.every((id) => isId(id)),
    `Name 1 to ${mostClients} clients by their ids.`,
    { description: 'The clients.', example: ['0193f0a2-7b1c-7d3e-9f55-2f6f2f0c9a11'] },
    { type: 'array', items: { type: 'string', format: 'uuid' }, minItems: 1, maxItems: mostClients },
  )
  readonly clients!: readonly ClientId[];
}
