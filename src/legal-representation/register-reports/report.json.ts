import { ApiProperty } from '@nestjs/swagger';
import { orderChangeKinds } from '../../domain/court-order-changes.ts';
import { WordsJson } from '../court-order.json.ts';
import { reportOutcomes } from './report.request.ts';

const id = { format: 'uuid', example: '0193f0a2-7b1c-7d3e-9f55-2f6f2f0c9a11' };
const instant = { format: 'date-time', example: '2026-11-23T12:00:00.000Z' };
const day = { format: 'date', example: '2027-03-01' };

/** What became of a report, for the register that told it. */
export class TakenReportJson {
  @ApiProperty({ example: 'evt-2026-000123' })
  readonly eventId!: string;
  @ApiProperty({
    enum: ['new', 'known', 'other'],
    description: '`known` was told before, and nothing is done again; `other` was told otherwise before.',
  })
  readonly taken!: string;
}

/** That a report is about a guardian who is a person. */
export class NamedGuardianJson {
  @ApiProperty({
    type: String,
    ...id,
    required: false,
    description: 'Absent when nobody represents here so.',
  })
  readonly organisation?: string | undefined;
}

/** A report, for officials. */
export class ReportJson {
  @ApiProperty(id)
  readonly id!: string;
  @ApiProperty({ example: 'evt-2026-000123' })
  readonly eventId!: string;
  @ApiProperty(instant)
  readonly receivedAt!: string;
  @ApiProperty({ example: 'Rechtbank Voorbeeldstad' })
  readonly court!: string;
  @ApiProperty({ example: 'C/99/100001 BM 26-1' })
  readonly caseNumber!: string;
  @ApiProperty({ type: String, required: false, example: '90005678' })
  readonly kvk?: string | undefined;
  @ApiProperty({
    type: NamedGuardianJson,
    required: false,
    description: 'It is about a person, not an office.',
  })
  readonly guardian?: NamedGuardianJson | undefined;
  @ApiProperty({ enum: orderChangeKinds })
  readonly kind!: string;
  @ApiProperty(day)
  readonly on!: string;
  @ApiProperty({ type: String, ...day, required: false })
  readonly earlierOn?: string | undefined;
  @ApiProperty({ type: Boolean, required: false, example: false })
  readonly heard?: boolean | undefined;
  @ApiProperty({ enum: reportOutcomes })
  readonly outcome!: string;
  @ApiProperty({ type: String, required: false, example: 'contradicts' })
  readonly why?: string | undefined;
  @ApiProperty({ type: WordsJson, required: false, description: 'Why it waits.' })
  readonly words?: WordsJson | undefined;
  @ApiProperty({ type: String, ...instant, required: false })
  readonly settledAt?: string | undefined;
  @ApiProperty({ type: String, required: false, example: 'Told twice by mistake.' })
  readonly reason?: string | undefined;
}

/** A page of reports: what waits, longest first; else newest first. */
export class ReportsJson {
  @ApiProperty({ type: [ReportJson] })
  readonly items!: readonly ReportJson[];
  @ApiProperty({
    type: String,
    required: false,
    description: 'The cursor of the next page, when there is one.',
  })
  readonly next?: string | undefined;
}
