import { ApiProperty } from '@nestjs/swagger';
import { reminderDays } from '../../domain/due.ts';
import { MandateClientJson, PeriodJson, ScopeLineJson } from '../mandate.json.ts';

const id = { format: 'uuid', example: '0193f0a2-7b1c-7d3e-9f55-2f6f2f0c9a11' };
const instant = { format: 'date-time', example: '2026-11-23T12:00:00.000Z' };

/** Uses are counted up to here; there may be more. */
export const mostCounted = 1_000;

/** How often a mandate was used. */
export class UsesJson {
  @ApiProperty({ example: 12, maximum: mostCounted })
  readonly count!: number;
  @ApiProperty({ description: 'Whether there are more than were counted.' })
  readonly orMore!: boolean;
}

/** Who said that a mandate is still needed. */
export class ConfirmedByJson {
  @ApiProperty(id)
  readonly employee!: string;
  @ApiProperty({ type: String, required: false, example: 'Anna Vermeer' })
  readonly name?: string | undefined;
}

/** When a mandate was last confirmed, and by whom. */
export class ConfirmedJson {
  @ApiProperty(instant)
  readonly at!: string;
  @ApiProperty({ type: ConfirmedByJson })
  readonly by!: ConfirmedByJson;
}

/** A mandate in force, with what an office looks at once a year. */
export class MandateReviewJson {
  @ApiProperty(id)
  readonly mandate!: string;
  @ApiProperty({ type: MandateClientJson })
  readonly client!: MandateClientJson;
  @ApiProperty({
    type: String,
    required: false,
    example: 'dossier 118',
    description: 'The office’s own name for it.',
  })
  readonly reference?: string | undefined;
  @ApiProperty({ type: [ScopeLineJson], description: 'The lines that were not ended.' })
  readonly lines!: readonly ScopeLineJson[];
  @ApiProperty({ type: PeriodJson })
  readonly period!: PeriodJson;
  @ApiProperty({
    type: String,
    ...instant,
    required: false,
    description:
      'When the office last read, marked, archived, downloaded, took or handled a message under it.',
  })
  readonly lastUsedAt?: string | undefined;
  @ApiProperty({ type: UsesJson, description: 'How often it did so in the last twelve months.' })
  readonly uses!: UsesJson;
  @ApiProperty({ type: ConfirmedJson, required: false })
  readonly confirmed?: ConfirmedJson | undefined;
  @ApiProperty({ format: 'date', example: '2027-11-24', description: 'From this day on a review is due.' })
  readonly dueSince!: string;
  @ApiProperty({ description: 'Whether that day has come.' })
  readonly due!: boolean;
  @ApiProperty({
    type: 'array',
    items: { type: 'integer', enum: [...reminderDays] },
    description: 'The reminders before the end whose day has come (R18).',
  })
  readonly remindersDue!: readonly number[];
}

/** A page of the yearly list. */
export class MandateReviewsJson {
  @ApiProperty({ type: [MandateReviewJson] })
  readonly items!: readonly MandateReviewJson[];
  @ApiProperty({
    type: String,
    required: false,
    description: 'The cursor of the next page, when there is one.',
  })
  readonly next?: string | undefined;
}

/** What became of one of the mandates. */
export class ReviewAnswerJson {
  @ApiProperty(id)
  readonly mandate!: string;
  @ApiProperty({ enum: ['done', 'refused'] })
  readonly outcome!: 'done' | 'refused';
  @ApiProperty({
    type: String,
    required: false,
    example: 'move-not-possible',
    description: 'Why not: a problem or a reason.',
  })
  readonly code?: string | undefined;
  @ApiProperty({ type: String, required: false, example: 'Dit bestaat niet, of u mag het niet zien.' })
  readonly nl?: string | undefined;
  @ApiProperty({ type: String, required: false, example: 'This does not exist, or it is not yours to see.' })
  readonly en?: string | undefined;
  @ApiProperty({
    type: String,
    ...id,
    required: false,
    description: 'The open request to renew it, which ended with it.',
  })
  readonly endedRenewal?: string | undefined;
}

/** What became of each of the mandates, in the order in which they were named. */
export class ReviewAnswersJson {
  @ApiProperty({ type: [ReviewAnswerJson] })
  readonly items!: readonly ReviewAnswerJson[];
}
