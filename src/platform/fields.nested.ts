import { applyDecorators, type Type } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { Type as TypeOf } from 'class-transformer';
import { ValidateBy, ValidateNested } from 'class-validator';
import type { Sentence } from '../domain/sentence.ts';
import { largestPageSize, standardPageSize } from './cursor.ts';
import { field, MayBeAbsent, type Said, saying } from './fields.ts';
import { ReadFromQuery } from './fields.query.ts';
import { figures } from './written-out.ts';

const isObject = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A check under a name of our own: that of a library would go out as the code of its fault. */
const check = (name: string, validate: (value: unknown) => boolean, fault: Sentence) =>
  ValidateBy({ name, validator: { validate } }, saying(fault));

/** A list of objects of one class. */
export const ListField = (
  of: () => Type,
  { min = 1, max, description, optional = false }: Said & { min?: number; max: number },
) =>
  applyDecorators(
    ...(optional ? [MayBeAbsent()] : []),
    check('list', (value) => Array.isArray(value), {
      en: 'This must be a list.',
      nl: 'Dit moet een lijst zijn.',
    }),
    // A list in a list is not looked into.
    check('objects', (value) => !Array.isArray(value) || value.every(isObject), {
      en: 'Every item of the list must be an object.',
      nl: 'Alles in de lijst moet een object zijn.',
    }),
    check('too-few', (value) => !Array.isArray(value) || value.length >= min, {
      en: `The list needs at least ${figures(min, 'en')}.`,
      nl: `De lijst heeft er minstens ${figures(min, 'nl')} nodig.`,
    }),
    check('too-many', (value) => !Array.isArray(value) || value.length <= max, {
      en: `The list may hold ${figures(max, 'en')} at most.`,
      nl: `In de lijst mogen er hoogstens ${figures(max, 'nl')}.`,
    }),
    ValidateNested({ each: true }),
    TypeOf(of),
    ApiProperty({
      type: () => of(),
      isArray: true,
      description,
      required: !optional,
      minItems: min,
      maxItems: max,
    }),
  );

/** One object of one class. */
export const ObjectField = (of: () => Type, { description, optional = false }: Said) =>
  applyDecorators(
    ...(optional ? [MayBeAbsent()] : []),
    field(
      'object',
      isObject,
      { en: 'This must be an object.', nl: 'Dit moet een object zijn.' },
      { description, optional },
      { type: () => of() },
    ),
    ValidateNested(),
    TypeOf(of),
  );

/** What every list takes: how many, and from where. */
export class PageQuery {
  @ReadFromQuery((text) => (/^\d{1,4}$/.test(text) ? Number(text) : text))
  @field(
    'limit',
    (value) => Number.isInteger(value) && Number(value) >= 1 && Number(value) <= largestPageSize,
    {
      en: `Write a whole number from 1 to ${largestPageSize}.`,
      nl: `Schrijf een heel getal van 1 tot en met ${largestPageSize}.`,
    },
    { description: 'How many at most.', optional: true, example: standardPageSize },
    { type: 'integer', minimum: 1, maximum: largestPageSize, default: standardPageSize },
  )
  readonly limit: number = standardPageSize;

  @field(
    'cursor',
    (value) => typeof value === 'string' && value.length <= 200,
    { en: 'This is not a cursor of this list.', nl: 'Dit is geen cursor van deze lijst.' },
    { description: 'Where to go on: `next` of a page of this list, in this order.', optional: true },
    { type: 'string' },
  )
  readonly cursor?: string;
}
