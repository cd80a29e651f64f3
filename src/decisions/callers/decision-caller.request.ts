import { type Telling, tellings } from '../../domain/decision-caller.ts';
import type { Oin } from '../../domain/identifiers.ts';
import { isOin } from '../../domain/identifiers.ts';
import { field, OinField, OneOfField, TextField, YesNoField } from '../../platform/fields.ts';

/** Which system. */
export class DecisionCallerPath {
  @OinField()
  readonly oin!: Oin;
}

const most = 1_000_000;

/** A system as an official registers it. */
export class RegisterDecisionCaller {
  @TextField({ max: 200, description: 'The name of the system.', example: 'Message box of the town' })
  readonly name!: string;

  @TextField({
    ...{ max: 500, description: 'Why it asks: the purpose that somebody answers for.' },
    example: 'Shows messages of citizens to who represents them.',
  })
  readonly purpose!: string;

  @field(
    'oins',
    (value) => Array.isArray(value) && value.length > 0 && value.length <= 100 && value.every(isOin),
    { en: 'Write 1 to 100 OINs of twenty digits.', nl: 'Schrijf 1 tot 100 OIN’s van twintig cijfers.' },
    { description: 'About whose messages it may ask. Absent: of every sender.', optional: true },
    { type: 'array', items: { type: 'string', pattern: '^[0-9]{20}$' }, minItems: 1, maxItems: 100 },
  )
  readonly senders?: readonly Oin[];

  @OneOfField(tellings, {
    description:
      'How much it hears of a refusal: `nothing`; what the one asked about would be told (`as-subject`); `true-reason`, for who watches over authorisations.',
    example: 'as-subject',
  })
  readonly tells!: Telling;

  @YesNoField({ description: 'Whether it may also search.', example: false })
  readonly searches!: boolean;

  @field(
    'per-minute',
    (value) => Number.isInteger(value) && Number(value) >= 1 && Number(value) <= most,
    {
      en: `Write a whole number from 1 to ${most.toLocaleString('en')}.`,
      nl: `Schrijf een heel getal van 1 tot en met ${most.toLocaleString('nl')}.`,
    },
    { description: 'Decisions that it may ask for in a minute.', example: 60_000 },
    { type: 'integer', minimum: 1, maximum: most },
  )
  readonly perMinute!: number;
}
