import { applyDecorators } from '@nestjs/common';
import { ApiProperty, type ApiPropertyOptions } from '@nestjs/swagger';
import { ValidateBy, ValidateIf, type ValidationOptions } from 'class-validator';
import { type Day, isDay } from '../domain/day.ts';
import { holdsBsn, isBeconNumber, isBsn, isKvkNumber, isOin } from '../domain/identifiers.ts';
import { isId } from '../domain/ids.ts';
import type { Sentence } from '../domain/sentence.ts';
import { figures } from './written-out.ts';

/**
 * The vocabulary of what comes in: each field says in one place how it is checked, what the fault is called,
 * and how the OpenAPI document describes it. This is what a field says of itself.
 */
export interface Said {
  readonly description: string;
  readonly optional?: boolean;
  readonly example?: unknown;
}

/** The field may be left out. That is all: `null` is a value, and is checked as one. */
export const MayBeAbsent = () => ValidateIf((_, value: unknown) => value !== undefined);

/** What a check says when it fails. Every check of the API says it in this way, so that none lacks its Dutch. */
export const saying = ({ en, nl }: Sentence): ValidationOptions => ({ message: en, context: { nl } });

/** One field: its check, the name and sentence of its fault, and its place in the OpenAPI document. */
export const field = (
  code: string,
  holds: (value: unknown) => boolean,
  fault: Sentence,
  { description, optional = false, example }: Said,
  schema: ApiPropertyOptions,
) =>
  applyDecorators(
    ...(optional ? [MayBeAbsent()] : []),
    ValidateBy({ name: code, validator: { validate: holds } }, saying(fault)),
    ApiProperty({ required: !optional, description, example, ...schema } as ApiPropertyOptions),
  );

/** A citizen service number. */
export const BsnField = (said: Partial<Said> = {}) =>
  field(
    'bsn',
    isBsn,
    {
      en: 'A BSN has nine digits and passes the eleven-proof.',
      nl: 'Een BSN heeft negen cijfers en klopt met de elfproef.',
    },
    {
      description: 'Burgerservicenummer: nine digits.',
      example: '999990019',
      ...said,
    },
    { type: 'string', pattern: '^[0-9]{9}$' },
  );

/** A KvK number. */
export const KvkField = (said: Partial<Said> = {}) =>
  field(
    'kvk',
    isKvkNumber,
    { en: 'A KvK number has eight digits.', nl: 'Een KvK-nummer heeft acht cijfers.' },
    {
      description: 'KvK number: eight digits.',
      example: '90001234',
      ...said,
    },
    { type: 'string', pattern: '^[0-9]{8}$' },
  );

/** A becon number. */
export const BeconField = (said: Partial<Said> = {}) =>
  field(
    'becon',
    isBeconNumber,
    { en: 'A becon number has five or six digits.', nl: 'Een beconnummer heeft vijf of zes cijfers.' },
    {
      description: 'Becon number of a tax intermediary.',
      example: '123456',
      ...said,
    },
    { type: 'string', pattern: '^[0-9]{5,6}$' },
  );

/** An organisation identification number of a government body. */
export const OinField = (said: Partial<Said> = {}) =>
  field(
    'oin',
    isOin,
    { en: 'An OIN has twenty digits.', nl: 'Een OIN heeft twintig cijfers.' },
    {
      description: 'OIN of the sender: twenty digits.',
      example: '00000099000000001000',
      ...said,
    },
    { type: 'string', pattern: '^[0-9]{20}$' },
  );

/** A calendar day. */
export const DayField = (said: Said) =>
  field(
    'day',
    (value): value is Day => isDay(value),
    {
      en: 'Write an existing day from 1900 to 2199 as YYYY-MM-DD.',
      nl: 'Schrijf een bestaande dag van 1900 tot en met 2199 als JJJJ-MM-DD.',
    },
    {
      example: '2027-01-01',
      ...said,
    },
    { type: 'string', format: 'date' },
  );

/** An id of this service. */
export const IdField = (said: Said) =>
  field(
    'id',
    isId,
    { en: 'This is not an id of this service.', nl: 'Dit is geen id van deze dienst.' },
    {
      example: '0193f0a2-7b1c-7d3e-9f55-2f6f2f0c9a11',
      ...said,
    },
    { type: 'string', format: 'uuid' },
  );

// Control and direction characters, and halves of surrogate pairs, are never what people mean to write.
const unwanted = /[\p{Cc}\p{Cs}\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/u;
const unwantedInLines = /[^\P{Cc}\n\r\t]|[\p{Cs}\u202a-\u202e\u2066-\u2069]/u;

/** Whether this is text of so many characters, without what {@link TextField} does not want. */
export const isText = (
  value: unknown,
  { min = 1, max, lines = false, bsn = false }: { min?: number; max: number; lines?: boolean; bsn?: boolean },
): value is string =>
  typeof value === 'string' &&
  !(lines ? unwantedInLines : unwanted).test(value) &&
  (bsn || !holdsBsn(value)) &&
  value.trim().length >= min &&
  value.length <= max;

/** Text of so many characters, with no BSN in it unless `bsn` allows it. A name with any letters and marks is
 * good input. `lines` allows line breaks. */
export const TextField = ({
  min = 1,
  max,
  lines = false,
  bsn = false,
  ...said
}: Said & { min?: number; max: number; lines?: boolean; bsn?: boolean }) =>
  field(
    'text',
    (value) => isText(value, { min, max, lines, bsn }),
    {
      en: `Write ${min} to ${figures(max, 'en')} characters${lines ? '' : ' on one line'}${bsn ? '' : ', without a citizen service number'}.`,
      nl: `Schrijf ${min} tot ${figures(max, 'nl')} tekens${lines ? '' : ' op één regel'}${bsn ? '' : ', zonder burgerservicenummer'}.`,
    },
    said,
    { type: 'string', minLength: min, maxLength: max },
  );

/** One of a closed list. */
export const OneOfField = (values: readonly string[], said: Said) =>
  field(
    'one-of',
    (value) => typeof value === 'string' && values.includes(value),
    { en: `Choose one of: ${values.join(', ')}.`, nl: `Kies een van: ${values.join(', ')}.` },
    said,
    {
      type: 'string',
      enum: [...values],
    },
  );

/** Some of a closed list, each once. */
export const SomeOfField = (values: readonly string[], said: Said) =>
  field(
    'some-of',
    (value) =>
      Array.isArray(value) &&
      value.length > 0 &&
      new Set(value).size === value.length &&
      value.every((item) => values.includes(item as string)),
    { en: `Choose one or more of: ${values.join(', ')}.`, nl: `Kies een of meer van: ${values.join(', ')}.` },
    said,
    { type: 'array', items: { type: 'string', enum: [...values] }, minItems: 1, uniqueItems: true },
  );

/** Yes or no. */
export const YesNoField = (said: Said) =>
  field(
    'yes-no',
    (value) => typeof value === 'boolean',
    { en: 'Write true or false.', nl: 'Schrijf true of false.' },
    said,
    { type: 'boolean' },
  );
