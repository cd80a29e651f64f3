import { mostClients } from '../../domain/assigning.ts';
import type { EmployeeId, TeamId } from '../../domain/ids.ts';
import { field, IdField } from '../../platform/fields.ts';
import { ObjectField } from '../../platform/fields.nested.ts';
import { figures } from '../../platform/written-out.ts';

/** An employee or a team. */
export class HandlerWish {
  @IdField({ optional: true, description: 'The employee; leave it out when you name a team.' })
  readonly employee?: EmployeeId;

  @IdField({ optional: true, description: 'The team; leave it out when you name an employee.' })
  readonly team?: TeamId;
}

const yesOrNo = (description: string) =>
  field(
    'yes-no',
    (value) => typeof value === 'boolean',
    { en: 'Write true or false.', nl: 'Schrijf true of false.' },
    { optional: true, description, example: true },
    { type: 'boolean', default: false },
  );

/** What to do with many clients at once. */
export class ReassignClients {
  // The items are judged one by one in the answer: a bad row does not spoil the others (R13).
  @field(
    'clients',
    (value) =>
      Array.isArray(value) &&
      value.length >= 1 &&
      value.length <= mostClients &&
      value.every((item) => typeof item === 'string' && item.length <= 100),
    {
      en: `Write a list of 1 to ${figures(mostClients, 'en')} ids of clients.`,
      nl: `Schrijf een lijst van 1 tot ${figures(mostClients, 'nl')} id’s van cliënten.`,
    },
    { description: 'The clients, each by the id that the list of clients gives.' },
    { type: 'array', items: { type: 'string', format: 'uuid' }, minItems: 1, maxItems: mostClients },
  )
  readonly clients!: readonly string[];

  @ObjectField(() => HandlerWish, {
    optional: true,
    description: 'Who is to handle them; leave it out to only end assignments.',
  })
  readonly to?: HandlerWish;

  @ObjectField(() => HandlerWish, {
    optional: true,
    description: 'From whom they are taken; with `to` they move in one act.',
  })
  readonly from?: HandlerWish;

  @yesOrNo('Take them from everybody who has them now, in place of `from`.')
  readonly fromEverybody?: boolean;

  @yesOrNo('Only tell what would change.')
  readonly dryRun?: boolean;
}
