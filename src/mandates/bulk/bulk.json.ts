import { ApiProperty } from '@nestjs/swagger';
import { bulkKinds, bulkRowStates, bulkStates } from '../../domain/bulk.ts';
import { categories, scopeActions } from '../../domain/scope.ts';

const id = { format: 'uuid', example: '0193f0a2-7b1c-7d3e-9f55-2f6f2f0c9a11' };
const instant = { format: 'date-time', example: '2026-11-24T09:00:00.000Z' };
const later = { ...instant, required: false };
const number = (example: number, description: string) => ({ type: 'integer', example, description }) as const;

/** Sentences in both languages. */
export class SummaryJson {
  @ApiProperty({
    isArray: true,
    type: String,
    example: ['Op 24 november 2026 is een bestand met 100 rijen gecontroleerd.'],
  })
  readonly nl!: readonly string[];
  @ApiProperty({
    isArray: true,
    type: String,
    example: ['On 24 November 2026 a file of 100 rows was checked.'],
  })
  readonly en!: readonly string[];
}

/** A sender in what would be sent. */
export class SendingSenderJson {
  @ApiProperty({ example: '00000099000000001000' })
  readonly oin!: string;
  @ApiProperty({ example: 'Belastingdienst' })
  readonly nameNl!: string;
  @ApiProperty({ example: 'Tax office' })
  readonly nameEn!: string;
  @ApiProperty(number(90, 'How many mandates name this sender.'))
  readonly mandates!: number;
}

/** What confirming would send. */
export class SendingJson {
  @ApiProperty(
    number(95, 'Mandates that would be asked for, renewed or renounced: one for each client (R15).'),
  )
  readonly mandates!: number;
  @ApiProperty(number(95, 'Letters that would be sent at most: none goes to who is not known (R3).'))
  readonly letters!: number;
  @ApiProperty({ type: SendingSenderJson, isArray: true })
  readonly senders!: readonly SendingSenderJson[];
  @ApiProperty({
    type: SummaryJson,
    required: false,
    description: 'What the longest of the letters says that the office may do, and for how long.',
  })
  readonly letter?: SummaryJson | undefined;
}

/** A run: a file that was checked, and what became of it. */
export class BulkRunJson {
  @ApiProperty(id)
  readonly id!: string;
  @ApiProperty({ enum: bulkKinds })
  readonly kind!: string;
  @ApiProperty({ enum: ['csv', 'json'] })
  readonly source!: string;
  @ApiProperty({ enum: bulkStates })
  readonly state!: string;
  @ApiProperty({ ...id, description: 'The employee who sent the file.' })
  readonly startedBy!: string;
  @ApiProperty(number(100, 'Rows in the file.'))
  readonly total!: number;
  @ApiProperty(number(5, 'Rows with a fault; nothing is done with them.'))
  readonly faulty!: number;
  @ApiProperty(number(95, 'Rows that passed the check.'))
  readonly ready!: number;
  @ApiProperty(number(0, 'Rows that were carried out.'))
  readonly done!: number;
  @ApiProperty(number(0, 'Rows that turned out impossible when they were carried out.'))
  readonly refused!: number;
  @ApiProperty({ type: SendingJson, required: false })
  readonly sending?: SendingJson | undefined;
  @ApiProperty(instant)
  readonly createdAt!: string;
  @ApiProperty(later)
  readonly checkedAt?: string | undefined;
  @ApiProperty(later)
  readonly confirmedAt?: string | undefined;
  @ApiProperty({ ...id, required: false, description: 'The employee who confirmed it.' })
  readonly confirmedBy?: string | undefined;
  @ApiProperty(later)
  readonly finishedAt?: string | undefined;
  @ApiProperty({ required: false, description: 'Why it stopped or was cancelled.', example: 'by-hand' })
  readonly stopReason?: string | undefined;
  @ApiProperty({ type: SummaryJson, description: 'The outcome in sentences.' })
  readonly summary!: SummaryJson;
}

const next = { required: false, description: 'The cursor of the next page.' } as const;

/** A page of runs. */
export class BulkRunsJson {
  @ApiProperty({ type: BulkRunJson, isArray: true })
  readonly items!: readonly BulkRunJson[];
  @ApiProperty(next)
  readonly next?: string | undefined;
}

/** One thing that is wrong with a row. Never the value itself. */
export class RowFaultJson {
  @ApiProperty({
    required: false,
    example: 'geboortedatum',
    description: 'The column, as the file calls it.',
  })
  readonly column?: string | undefined;
  @ApiProperty({ required: false, example: 'birthDate', description: 'The field, as this service calls it.' })
  readonly field?: string | undefined;
  @ApiProperty({ example: 'day', description: 'A stable word for machines.' })
  readonly code!: string;
  @ApiProperty({ example: 'Dit is geen bestaande dag. Schrijf 31-01-2027 of 2027-01-31.' })
  readonly nl!: string;
  @ApiProperty({ example: 'This is not an existing day. Write it as 2027-01-31 or 31-01-2027.' })
  readonly en!: string;
  @ApiProperty({ ...number(17, 'The line of the row that it clashes with.'), required: false })
  readonly line?: number | undefined;
  @ApiProperty({ ...id, required: false, description: 'The mandate that it clashes with (R14).' })
  readonly mandate?: string | undefined;
}

/** Why a row could not be carried out. */
export class RowProblemJson {
  @ApiProperty({ example: 'duplicate-mandate' })
  readonly code!: string;
  @ApiProperty({ example: 'Er is al een machtiging of een verzoek voor deze cliënt.' })
  readonly nl!: string;
  @ApiProperty({ example: 'There is already a mandate or a request for this client.' })
  readonly en!: string;
}

/** One row of a run. It names no person: know it by its line and your own reference. */
export class BulkRowJson {
  @ApiProperty(number(16, 'Its place among the rows, from 1.'))
  readonly number!: number;
  @ApiProperty(number(17, 'The line of the file on which it starts; in JSON its place in the list.'))
  readonly line!: number;
  @ApiProperty({ enum: bulkRowStates })
  readonly state!: string;
  @ApiProperty({ required: false, example: 'dossier 118' })
  readonly reference?: string | undefined;
  @ApiProperty({ ...id, required: false, description: 'What it became, or what it is about.' })
  readonly mandate?: string | undefined;
  @ApiProperty({ type: RowFaultJson, isArray: true })
  readonly faults!: readonly RowFaultJson[];
  @ApiProperty({ type: RowProblemJson, required: false })
  readonly problem?: RowProblemJson | undefined;
}

/** A page of rows, in the order of the file. */
export class BulkRowsJson {
  @ApiProperty({ type: BulkRowJson, isArray: true })
  readonly items!: readonly BulkRowJson[];
  @ApiProperty(next)
  readonly next?: string | undefined;
}

/** One line of a template. */
export class TemplateLineJson {
  @ApiProperty({ example: '00000099000000001000' })
  readonly sender!: string;
  @ApiProperty({ enum: [...categories, 'all'] })
  readonly category!: string;
  @ApiProperty({ enum: scopeActions, isArray: true })
  readonly actions!: readonly string[];
}

/** A template of the office. */
export class ScopeTemplateJson {
  @ApiProperty({ example: 'inkomstenbelasting particulier' })
  readonly name!: string;
  @ApiProperty({ type: TemplateLineJson, isArray: true })
  readonly lines!: readonly TemplateLineJson[];
  @ApiProperty({ ...instant, description: 'Since when the name means this.' })
  readonly since!: string;
}

/** A page of templates. */
export class ScopeTemplatesJson {
  @ApiProperty({ type: ScopeTemplateJson, isArray: true })
  readonly items!: readonly ScopeTemplateJson[];
  @ApiProperty(next)
  readonly next?: string | undefined;
}
