import { ApiProperty } from '@nestjs/swagger';
import { reminderDays } from '../domain/due.ts';
import { mandateGrounds } from '../domain/ground.ts';
import { endReasons, mandateStates } from '../domain/mandate.ts';
import { categories, scopeActions } from '../domain/scope.ts';
import { type DeadlineJson, DeadlinesField } from '../platform/deadline.ts';

const id = { format: 'uuid', example: '0193f0a2-7b1c-7d3e-9f55-2f6f2f0c9a11' };
const instant = { format: 'date-time', example: '2026-11-23T12:00:00.000Z' };
const day = { format: 'date', example: '2027-01-01' };

/** The client of a mandate: a pseudonym and a name, to the office once he consented. Never a BSN. */
export class MandateClientJson {
  @ApiProperty({ type: String, ...id, required: false, description: 'To the office only after consent.' })
  readonly id?: string | undefined;
  @ApiProperty({
    type: String,
    required: false,
    example: 'Yasmina el Amrani',
    description: 'Only after consent.',
  })
  readonly name?: string | undefined;
}

/** The office of a mandate. */
export class MandateOrganisationJson {
  @ApiProperty(id)
  readonly id!: string;
  @ApiProperty({ example: 'Kantoor Vermeer' })
  readonly name!: string;
  @ApiProperty({
    type: String,
    required: false,
    example: '90001234',
    description: 'KvK number; an individual has none.',
  })
  readonly kvk?: string | undefined;
}

/** The sender of a scope line. */
export class LineSenderJson {
  @ApiProperty({
    type: String,
    example: '00000099000000001000',
    required: false,
    description: 'Absent when it is every sender.',
  })
  readonly oin?: string | undefined;
  @ApiProperty({ example: 'Belastingdienst' })
  readonly nameNl!: string;
  @ApiProperty({ example: 'Tax office' })
  readonly nameEn!: string;
}

/** One scope line. */
export class ScopeLineJson {
  @ApiProperty(id)
  readonly id!: string;
  @ApiProperty({ type: LineSenderJson })
  readonly sender!: LineSenderJson;
  @ApiProperty({ enum: [...categories, 'all'] })
  readonly category!: string;
  @ApiProperty({ enum: scopeActions, isArray: true })
  readonly actions!: readonly string[];
  @ApiProperty({ type: String, ...instant, required: false, description: 'When the client ended this line.' })
  readonly endedAt?: string | undefined;
  @ApiProperty({
    type: String,
    ...day,
    required: false,
    description: 'By law the line gives nothing from this day on.',
  })
  readonly endsOn?: string | undefined;
}

/** From the first day up to, not including, the last. */
export class PeriodJson {
  @ApiProperty({ ...day, example: '2026-01-01' })
  readonly from!: string;
  @ApiProperty({
    type: String,
    ...day,
    required: false,
    description: 'The first day on which it no longer holds. Absent when there is no end.',
  })
  readonly until?: string | undefined;
}

/** A mandate as one of its parties sees it. */
export class MandateJson {
  @ApiProperty(id)
  readonly id!: string;
  @ApiProperty({
    enum: mandateStates,
    description: 'As it is now. To the office an offered mandate looks requested until the client answers.',
  })
  readonly state!: string;
  @ApiProperty({ type: MandateClientJson })
  readonly client!: MandateClientJson;
  @ApiProperty({ type: MandateOrganisationJson })
  readonly organisation!: MandateOrganisationJson;
  @ApiProperty({ type: [ScopeLineJson] })
  readonly lines!: readonly ScopeLineJson[];
  @ApiProperty({ enum: mandateGrounds, description: 'On what it rests.' })
  readonly ground!: string;
  @ApiProperty({ type: PeriodJson })
  readonly period!: PeriodJson;
  @ApiProperty({
    type: String,
    ...day,
    required: false,
    description: 'By law it gives nothing from this day on.',
  })
  readonly endsOn?: string | undefined;
  @ApiProperty({
    type: PeriodJson,
    required: false,
    description:
      'On these days the judge suspended it (R28): those that run, else those to come, else the last that were.',
  })
  readonly suspended?: PeriodJson | undefined;
  @ApiProperty({ enum: ['client', 'organisation'], description: 'Who started it.' })
  readonly initiative!: string;
  @ApiProperty({
    type: Boolean,
    required: false,
    description: 'True when the client gave it on paper; officials entered it.',
  })
  readonly onPaper?: boolean | undefined;
  @ApiProperty(instant)
  readonly requestedAt!: string;
  @ApiProperty({
    type: String,
    ...day,
    required: false,
    description: 'For the client: after this day an open offer lapses.',
  })
  readonly answerBy?: string | undefined;
  @ApiProperty({ type: String, ...instant, required: false })
  readonly activatedAt?: string | undefined;
  @ApiProperty({ type: String, ...instant, required: false })
  readonly endedAt?: string | undefined;
  @ApiProperty({ enum: endReasons, required: false })
  readonly endReason?: string | undefined;
  @ApiProperty({ type: String, ...id, required: false, description: 'The mandate that this one renews.' })
  readonly predecessor?: string | undefined;
  @ApiProperty({
    type: String,
    required: false,
    example: 'dossier 118',
    description: 'For the office: its own name for it.',
  })
  readonly reference?: string | undefined;
  @ApiProperty({
    type: 'array',
    items: { type: 'integer', enum: [...reminderDays] },
    description: 'The reminders before the end whose day has come (R18).',
  })
  readonly remindersDue!: readonly number[];
  @DeadlinesField()
  readonly deadlines?: readonly DeadlineJson[] | undefined;
  @ApiProperty({
    type: String,
    ...id,
    required: false,
    description: 'In the answer to an end: the open request to renew it, which ended with it.',
  })
  readonly endedRenewal?: string | undefined;
}

/** A page of mandates, newest first. */
export class MandatesJson {
  @ApiProperty({ type: [MandateJson] })
  readonly items!: readonly MandateJson[];
  @ApiProperty({
    type: String,
    required: false,
    description: 'The cursor of the next page, when there is one.',
  })
  readonly next?: string | undefined;
}
