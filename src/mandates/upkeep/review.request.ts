import { applyDecorators } from '@nestjs/common';
import { OmitType } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import type { ClientId, EmployeeId, MandateId } from '../../domain/ids.ts';
import { isId } from '../../domain/ids.ts';
import { field, IdField, OneOfField, type Said, TextField } from '../../platform/fields.ts';
import { YesNoQuery } from '../../platform/fields.query.ts';
import { PageQuery } from '../../platform/fields.nested.ts';
import { figures } from '../../platform/written-out.ts';

/** Mandates in one answer to the yearly list. */
const mostAnswered = 1_000;

/** In which order the list comes: by the day of the review, or by the end. */
const reviewOrders = ['due', 'end'] as const;
/** One of {@link reviewOrders}. */
export type ReviewOrder = (typeof reviewOrders)[number];

/** A small whole number in a query. */
const CountQuery = (max: number, said: Said) =>
  applyDecorators(
    Transform(({ value }: { value: unknown }) =>
      typeof value === 'string' && /^\d{1,4}$/.test(value) ? Number(value) : value,
    ),
    field(
      'count',
      (value) => Number.isInteger(value) && Number(value) >= 1 && Number(value) <= max,
      { en: `Write a whole number from 1 to ${max}.`, nl: `Schrijf een heel getal van 1 tot en met ${max}.` },
      { ...said, optional: true },
      { type: 'integer', minimum: 1, maximum: max },
    ),
  );

/** Which mandates to look at. */
export class ReviewWish extends PageQuery {
  @YesNoQuery({ description: 'Only those whose review is due, or only those whose review is not.' })
  readonly due?: boolean;

  @CountQuery(60, {
    description:
      'Only those that nobody used for so many months: no message read, marked, archived, downloaded, taken in hand or handled.',
    example: 12,
  })
  readonly unusedMonths?: number;

  @CountQuery(366, { description: 'Only those that end within so many days.', example: 90 })
  readonly endsWithinDays?: number;

  @IdField({ optional: true, description: 'Only clients whom this employee handles, also through a team.' })
  readonly handler?: EmployeeId;

  @IdField({ optional: true, description: 'Only this client.' })
  readonly client?: ClientId;

  @OneOfField(reviewOrders, {
    optional: true,
    description: 'By the day of the review, or by the end; earliest first.',
    example: 'due',
  })
  readonly sort: ReviewOrder = 'due';
}

/** Which mandates to put into a file: as for the list, all pages of it. */
export class ExportReviews extends OmitType(ReviewWish, ['limit', 'cursor'] as const) {}

const MandatesField = () =>
  field(
    'ids',
    (value) =>
      Array.isArray(value) &&
      value.length > 0 &&
      value.length <= mostAnswered &&
      value.every(isId) &&
      new Set(value).size === value.length,
    {
      en: `Name 1 to ${figures(mostAnswered, 'en')} mandates, each once, by their ids.`,
      nl: `Noem 1 tot ${figures(mostAnswered, 'nl')} machtigingen met hun id, elk één keer.`,
    },
    {
      description: 'The mandates. Each is answered by itself, in this order.',
      example: ['0193f0a2-7b1c-7d3e-9f55-2f6f2f0c9a11'],
    },
    {
      type: 'array',
      items: { type: 'string', format: 'uuid' },
      minItems: 1,
      maxItems: mostAnswered,
      uniqueItems: true,
    } as never,
  );

/** Mandates that the office still needs. */
export class ConfirmMandates {
  @MandatesField()
  readonly mandates!: readonly MandateId[];
}

/** Mandates that the office ends. */
export class EndMandates {
  @MandatesField()
  readonly mandates!: readonly MandateId[];

  @TextField({
    min: 3,
    max: 500,
    optional: true,
    description: 'Why; the client reads it in the history of the mandate. It may be left out (R16).',
    example: 'Not our client any more.',
  })
  readonly reason?: string;
}
