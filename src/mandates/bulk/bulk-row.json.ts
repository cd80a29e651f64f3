import { ApiProperty } from '@nestjs/swagger';
import { bulkRowStates } from '../../domain/bulk.ts';

const id = { format: 'uuid', example: '0193f0a2-7b1c-7d3e-9f55-2f6f2f0c9a11' };
const number = (example: number, description: string) => ({ type: 'integer', example, description }) as const;

/** One thing that is wrong with a row. Never the value itself. */
export class RowFaultJson {
  @ApiProperty({
    type: String,
    required: false,
    example: 'geboortedatum',
    description: 'The column, as the file calls it.',
  })
  readonly column?: string | undefined;
  @ApiProperty({
    type: String,
    required: false,
    example: 'birthDate',
    description: 'The field, as this service calls it.',
  })
  readonly field?: string | undefined;
  @ApiProperty({
    type: String,
    required: false,
    example: '#/lines/0/sender',
    description: 'In a JSON file: where it stands in its row, as a JSON pointer.',
  })
  readonly pointer?: string | undefined;
  @ApiProperty({ example: 'day', description: 'A stable word for machines.' })
  readonly code!: string;
  @ApiProperty({ example: 'Deze dag bestaat niet.' })
  readonly nl!: string;
  @ApiProperty({ example: 'This day does not exist.' })
  readonly en!: string;
  @ApiProperty({
    ...number(17, 'The line of the row that it clashes with, or the first of those that were read as one.'),
    required: false,
  })
  readonly line?: number | undefined;
  @ApiProperty({ ...number(1502, 'The last of the lines that were read as one row.'), required: false })
  readonly lastLine?: number | undefined;
  @ApiProperty({
    type: String,
    ...id,
    required: false,
    description: 'The mandate that it clashes with (R14).',
  })
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

/** A sentence in both languages. */
export class SentenceJson {
  @ApiProperty({ example: 'De machtiging is opgezegd en eindigde op 24 november 2026.' })
  readonly nl!: string;
  @ApiProperty({ example: 'The mandate was renounced and ended on 24 November 2026.' })
  readonly en!: string;
}

/** One row of a run. It holds no number of a person. */
export class BulkRowJson {
  @ApiProperty(number(16, 'Its place among the rows, from 1.'))
  readonly number!: number;
  @ApiProperty(number(17, 'The line of the file on which it starts; in JSON its place in the list.'))
  readonly line!: number;
  @ApiProperty({ enum: bulkRowStates })
  readonly state!: string;
  @ApiProperty({
    type: String,
    required: false,
    example: 'dossier 118',
    description: 'Your own, from the file or else of the mandate.',
  })
  readonly reference?: string | undefined;
  @ApiProperty({
    type: String,
    required: false,
    example: 'Y. El Amrani',
    description: 'The name of the client, once he gave the mandate and if you may see it.',
  })
  readonly client?: string | undefined;
  @ApiProperty({
    type: String,
    ...id,
    required: false,
    description:
      'The mandate that the row names; of a request what it became, or what stands in its way (R14).',
  })
  readonly mandate?: string | undefined;
  @ApiProperty({
    type: String,
    ...id,
    required: false,
    description: 'The request that a renewal became, or what stands in its way (R14).',
  })
  readonly successor?: string | undefined;
  @ApiProperty({
    type: String,
    required: false,
    format: 'date-time',
    example: '2026-11-24T09:00:03.000Z',
    description: 'When it was carried out or turned out impossible: what it says is of then.',
  })
  readonly settledAt?: string | undefined;
  @ApiProperty({ type: RowFaultJson, isArray: true })
  readonly faults!: readonly RowFaultJson[];
  @ApiProperty({ type: RowProblemJson, required: false })
  readonly problem?: RowProblemJson | undefined;
  @ApiProperty({
    type: SentenceJson,
    required: false,
    description: 'What was done then, or will be once it is confirmed; absent when something is wrong.',
  })
  readonly explanation?: SentenceJson | undefined;
}

/** A page of rows, in the order of the file. */
export class BulkRowsJson {
  @ApiProperty({ type: BulkRowJson, isArray: true })
  readonly items!: readonly BulkRowJson[];
  @ApiProperty({ type: String, required: false, description: 'The cursor of the next page.' })
  readonly next?: string | undefined;
}
