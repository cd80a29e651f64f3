import { type Position, positions } from '../domain/court-order.ts';
import type { Day } from '../domain/day.ts';
import { isCaseNumber, isEcli, isOin, type Oin } from '../domain/identifiers.ts';
import { categories, type Category } from '../domain/scope.ts';
import { DayField, field, OneOfField, SomeOfField, TextField, YesNoField } from '../platform/fields.ts';

const mostSenders = 50;

/** What a court order says. */
export class SaidByTheCourt {
  @TextField({
    ...{ min: 3, max: 80, description: 'The court that gave it.', example: 'Rechtbank Voorbeeldstad' },
  })
  readonly court!: string;

  @field(
    'case-number',
    isCaseNumber,
    {
      en: 'A case number has 3 to 40 printable characters, and no space at either end.',
      nl: 'Een zaaknummer heeft 3 tot 40 leesbare tekens, en begint en eindigt niet met een spatie.',
    },
    {
      description: 'The case number, as it stands in the order.',
      example: 'C/99/100001 BM 26-1',
    },
    { type: 'string', minLength: 3, maxLength: 40 },
  )
  readonly caseNumber!: string;

  @field(
    'ecli',
    isEcli,
    {
      en: 'An ECLI looks like ECLI:NL:RBAMS:2024:1234.',
      nl: 'Een ECLI ziet eruit als ECLI:NL:RBAMS:2024:1234.',
    },
    { description: 'When it was published.', example: 'ECLI:NL:RBAMS:2024:1234', optional: true },
    { type: 'string' },
  )
  readonly ecli?: string;

  @DayField({ description: 'The day on which the judge gave it.', example: '2026-11-12' })
  readonly givenOn!: Day;

  @DayField({
    optional: true,
    description: 'The day on which the court sent it, when it was not handed over at once.',
    example: '2026-11-13',
  })
  readonly sentOn?: Day;

  @DayField({
    optional: true,
    description:
      'A later start, if the order names one; for a provisional measure the day in the order (R22).',
    example: '2026-12-01',
  })
  readonly startsOn?: Day;

  @DayField({ optional: true, description: 'The first day on which it no longer holds, if there is a term.' })
  readonly until?: Day;

  @YesNoField({
    optional: true,
    description: 'A bewind over named goods only (R24). Name the senders, or nothing is seen.',
    example: false,
  })
  readonly partial: boolean = false;

  @YesNoField({
    optional: true,
    description: 'The judge divided the tasks between guardians (R25). Name the part of this one.',
    example: false,
  })
  readonly divided: boolean = false;

  @field(
    'senders',
    (value) =>
      Array.isArray(value) &&
      value.length > 0 &&
      value.length <= mostSenders &&
      new Set(value).size === value.length &&
      value.every(isOin),
    { en: `Name 1 to ${mostSenders} different OINs.`, nl: `Noem 1 tot ${mostSenders} verschillende OIN’s.` },
    {
      description: 'The senders that write about his part.',
      example: ['00000099000000001000'],
      optional: true,
    },
    { type: 'array', items: { type: 'string', pattern: '^[0-9]{20}$' }, minItems: 1, maxItems: mostSenders },
  )
  readonly senders?: Oin[];

  @SomeOfField([...categories, 'all'], {
    optional: true,
    description: 'The kinds of message of his part; required for a provisional measure (R23).',
    example: ['financial'],
  })
  readonly categories?: (Category | 'all')[];

  @OneOfField(positions, {
    optional: true,
    description: 'Alone, beside another guardian (R25), or in the place of one (R32).',
    example: 'sole',
  })
  readonly position: Position = 'sole';

  @TextField({
    max: 80,
    optional: true,
    description: 'The office’s own name for the dossier.',
    example: 'dossier 118',
  })
  readonly reference?: string;
}
