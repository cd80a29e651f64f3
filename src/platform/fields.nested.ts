import { applyDecorators, type Type } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { Type as TypeOf } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, ValidateBy, ValidateNested } from 'class-validator';
import { largestPageSize, standardPageSize } from './cursor.ts';
import { field, MayBeAbsent, ReadFromQuery, type Said } from './fields.ts';

const isObject = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A list of objects of one class. */
export const ListField = (
  of: () => Type,
  { min = 1, max, description, optional = false }: Said & { min?: number; max: number },
) =>
  applyDecorators(
    ...(optional ? [MayBeAbsent()] : []),
    IsArray({ message: 'This must be a list.' }),
    ValidateBy({
      name: 'objects',
      validator: {
        validate: (value) => !Array.isArray(value) || value.every(isObject), // a list in a list is not looked into
        defaultMessage: () => 'Every item of the list must be an object.',
      },
    }),
    ArrayMinSize(min, { message: `The list needs at least ${min}.` }),
    ArrayMaxSize(max, { message: `The list may hold ${max} at most.` }),
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
    field('object', isObject, 'This must be an object.', { description, optional }, { type: () => of() }),
    ValidateNested(),
    TypeOf(of),
  );

/** What every list takes: how many, and from where. */
export class PageQuery {
  @ReadFromQuery((text) => (/^\d{1,4}$/.test(text) ? Number(text) : text))
  @field(
    'limit',
    (value) => Number.isInteger(value) && Number(value) >= 1 && Number(value) <= largestPageSize,
    `Write a whole number from 1 to ${largestPageSize}.`,
    { description: 'How many at most.', optional: true, example: standardPageSize },
    { type: 'integer', minimum: 1, maximum: largestPageSize, default: standardPageSize },
  )
  readonly limit: number = standardPageSize;

  @field(
    'cursor',
    (value) => typeof value === 'string' && value.length <= 200,
    'This is not a cursor of this list.',
    { description: 'Where to go on: `next` of a page of this list, in this order.', optional: true },
    { type: 'string' },
  )
  readonly cursor?: string;
}
