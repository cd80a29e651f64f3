import { ApiProperty } from '@nestjs/swagger';
import { orderStates, positions } from '../domain/court-order.ts';
import { courtMeasures } from '../domain/ground.ts';
import { endReasons } from '../domain/mandate.ts';
import { categories } from '../domain/scope.ts';
import { type DeadlineJson, DeadlinesField } from '../platform/deadline.ts';

const id = { format: 'uuid', example: '0193f0a2-7b1c-7d3e-9f55-2f6f2f0c9a11' };
const instant = { format: 'date-time', example: '2026-11-23T12:00:00.000Z' };
const day = { format: 'date', example: '2026-11-13' };

/** A sentence in both languages. */
export class WordsJson {
  @ApiProperty({ example: 'Kantoor De Haven is uw bewindvoerder sinds 13 november 2026.' })
  readonly nl!: string;
  @ApiProperty({ example: 'Kantoor De Haven is your guardian (bewind) since 13 November 2026.' })
  readonly en!: string;
}

/** The ward: a pseudonym, and a name for who may know it. Never a BSN. */
export class WardJson {
  @ApiProperty(id)
  readonly id!: string;
  @ApiProperty({ type: String, required: false, example: 'Pieter de Vries' })
  readonly name?: string | undefined;
}

/** The guardian: an office, or a person by himself. */
export class GuardianJson {
  @ApiProperty(id)
  readonly id!: string;
  @ApiProperty({ example: 'Kantoor De Haven' })
  readonly name!: string;
  @ApiProperty({ type: String, required: false, example: '90005678' })
  readonly kvk?: string | undefined;
}

/** What the verified order gave. */
export class AuthorityJson {
  @ApiProperty({ ...id, description: 'The mandate: what is done by it stands in its history.' })
  readonly mandate!: string;
  @ApiProperty({ ...day, description: 'The first day (R22).' })
  readonly from!: string;
  @ApiProperty({
    type: String,
    ...day,
    required: false,
    description: 'The first day without it, by the term of the order.',
  })
  readonly until?: string | undefined;
  @ApiProperty({
    type: String,
    ...day,
    required: false,
    description: 'The first day without it, by what came later.',
  })
  readonly endsOn?: string | undefined;
  @ApiProperty({ enum: endReasons, required: false })
  readonly endReason?: string | undefined;
  @ApiProperty({
    type: String,
    ...day,
    required: false,
    description: 'The first day of the suspension that runs, comes next, or was the last (R28).',
  })
  readonly suspendedFrom?: string | undefined;
  @ApiProperty({
    type: String,
    ...day,
    required: false,
    description: 'The first day after it. Absent: it does not lapse.',
  })
  readonly suspendedUntil?: string | undefined;
}

/** A court order as one of those concerned sees it. */
export class CourtOrderJson {
  @ApiProperty(id)
  readonly id!: string;
  @ApiProperty({ enum: orderStates, description: 'As it is now.' })
  readonly state!: string;
  @ApiProperty({ enum: courtMeasures })
  readonly ground!: string;
  @ApiProperty({ enum: positions })
  readonly position!: string;
  @ApiProperty({ type: WardJson })
  readonly client!: WardJson;
  @ApiProperty({ type: GuardianJson })
  readonly organisation!: GuardianJson;
  @ApiProperty({ example: 'Rechtbank Voorbeeldstad' })
  readonly court!: string;
  @ApiProperty({ example: 'C/99/100001 BM 26-1' })
  readonly caseNumber!: string;
  @ApiProperty({ type: String, required: false, example: 'ECLI:NL:RBAMS:2024:1234' })
  readonly ecli?: string | undefined;
  @ApiProperty(day)
  readonly givenOn!: string;
  @ApiProperty({ type: String, ...day, required: false })
  readonly sentOn?: string | undefined;
  @ApiProperty({ type: String, ...day, required: false })
  readonly startsOn?: string | undefined;
  @ApiProperty({ type: String, ...day, required: false })
  readonly until?: string | undefined;
  @ApiProperty({ example: false })
  readonly partial!: boolean;
  @ApiProperty({ example: false })
  readonly divided!: boolean;
  @ApiProperty({ type: [String], required: false, example: ['00000099000000001000'] })
  readonly senders?: readonly string[] | undefined;
  @ApiProperty({ enum: [...categories, 'all'], isArray: true, required: false })
  readonly categories?: readonly string[] | undefined;
  @ApiProperty({
    type: String,
    required: false,
    example: 'dossier 118',
    description: 'For the office: its own name for it.',
  })
  readonly reference?: string | undefined;
  @ApiProperty(instant)
  readonly registeredAt!: string;
  @ApiProperty({
    type: String,
    ...instant,
    required: false,
    description: 'Since when it waits for officials.',
  })
  readonly waitsSince?: string | undefined;
  @ApiProperty({ type: String, required: false, description: 'What an official last said to the office.' })
  readonly answer?: string | undefined;
  @ApiProperty({ type: String, ...instant, required: false })
  readonly verifiedAt?: string | undefined;
  @ApiProperty({ enum: ['officials', 'register'], required: false })
  readonly verifiedBy?: string | undefined;
  @ApiProperty({ type: AuthorityJson, required: false, description: 'Once it was verified.' })
  readonly authority?: AuthorityJson | undefined;
  @ApiProperty({ type: WordsJson, description: 'How it stands, in a sentence.' })
  readonly words!: WordsJson;
  @DeadlinesField()
  readonly deadlines?: readonly DeadlineJson[] | undefined;
}

/** A page of court orders. */
export class CourtOrdersJson {
  @ApiProperty({ type: [CourtOrderJson] })
  readonly items!: readonly CourtOrderJson[];
  @ApiProperty({
    type: String,
    required: false,
    description: 'The cursor of the next page, when there is one.',
  })
  readonly next?: string | undefined;
}
