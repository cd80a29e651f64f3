import type { Day } from '../domain/day.ts';
import type { Bsn } from '../domain/identifiers.ts';
import type { ClientId, LifeEventId } from '../domain/ids.ts';
import { type LifeEventKind, lifeEventKinds } from '../domain/life-event.ts';
import { BsnField, DayField, field, IdField, isText, OneOfField, TextField } from '../platform/fields.ts';
import { PageQuery } from '../platform/fields.nested.ts';
import type { ToldEvent } from './life-events.port.ts';

/** What a register of persons tells. */
export class ReportLifeEvent implements ToldEvent {
  @TextField({
    max: 200,
    description: 'What you call this event. Told again it has no effect.',
    example: 'brp-118',
  })
  readonly eventId!: string;

  @BsnField()
  readonly bsn!: Bsn;

  @OneOfField(lifeEventKinds, { description: 'What happened.', example: 'death' })
  readonly kind!: LifeEventKind;

  @DayField({ description: 'Since when it holds.', example: '2026-11-20' })
  readonly effectiveOn!: Day;

  @TextField({
    max: 200,
    optional: true,
    description: 'The new name, of a change of name.',
    example: 'Sanne Smit',
  })
  readonly name?: string;

  @field(
    'country',
    (value) => typeof value === 'string' && /^[A-Z]{2}$/.test(value),
    { en: 'Write a country as two capitals.', nl: 'Schrijf een land als twee hoofdletters.' },
    {
      optional: true,
      description: 'Where the person lives from then on, when that is abroad.',
      example: 'BE',
    },
    { type: 'string', pattern: '^[A-Z]{2}$' },
  )
  readonly country?: string;

  @field(
    'address',
    (value) =>
      Array.isArray(value) &&
      value.length >= 1 &&
      value.length <= 6 &&
      value.every((line) => isText(line, { max: 100 })),
    {
      en: 'Write one to six lines of a hundred characters at most.',
      nl: 'Schrijf één tot zes regels van hoogstens honderd tekens.',
    },
    {
      optional: true,
      description: 'The new address, as it goes on an envelope.',
      example: ['Rue Exemple 1', '1000 Brussel'],
    },
    { type: 'array', items: { type: 'string', maxLength: 100 }, minItems: 1, maxItems: 6 },
  )
  readonly address?: readonly string[];
}

/** Which events to list. */
export class ListLifeEvents extends PageQuery {
  @OneOfField(['open', 'all'], {
    optional: true,
    description: 'Those that an official is to look at, or all.',
    example: 'open',
  })
  readonly which?: 'open' | 'all';

  @IdField({ optional: true, description: 'Only of this client.' })
  readonly client?: ClientId;
}

/** An event in a path. */
export class LifeEventPath {
  @IdField({ description: 'The event.' })
  readonly event!: LifeEventId;
}

/** What an official makes of an event. */
export class ResolveLifeEvent {
  @OneOfField(['carry-out', 'close'], {
    description: 'It is right and has its effect now; or nothing more is to be done.',
    example: 'close',
  })
  readonly decision!: 'carry-out' | 'close';

  @TextField({
    max: 1000,
    lines: true,
    description: 'Why, for other officials.',
    example: 'The municipality confirmed the first certificate by telephone.',
  })
  readonly reason!: string;
}
