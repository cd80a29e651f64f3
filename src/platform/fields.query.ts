import { applyDecorators } from '@nestjs/common';
import { Transform } from 'class-transformer';
import { type Said, YesNoField } from './fields.ts';

/** Where everything is text, namely in a query, it is read in this way first. In a body a number is a number. */
export const ReadFromQuery = (read: (text: string) => unknown) =>
  Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? read(value) : value), {
    groups: ['query'],
  });

/** Yes or no; in a query: `true` or `false`. */
export const YesNoQuery = (said: Said) =>
  applyDecorators(
    ReadFromQuery((text) => (text === 'true' ? true : text === 'false' ? false : text)),
    YesNoField({ ...said, optional: true }),
  );
