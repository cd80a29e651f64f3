import { ApiProperty } from '@nestjs/swagger';
import { bulkKinds, bulkStates } from '../../domain/bulk.ts';
import { waitsFor } from '../../platform/queue.waiting.ts';

const id = { format: 'uuid', example: '0193f0a2-7b1c-7d3e-9f55-2f6f2f0c9a11' };
const instant = { format: 'date-time', example: '2026-11-24T09:00:00.000Z' };
const later = { ...instant, required: false, type: String };
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
    number(95, 'Mandates that would be asked for (one for each client, R15), renewed or renounced.'),
  )
  readonly mandates!: number;
  @ApiProperty(
    number(
      95,
      'Letters that would be sent at most: one for each client (R15), and none to who is not known (R3).',
    ),
  )
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

/** That nothing works at this moment on a run that is under way, and what it waits for. */
export class WaitingJson {
  @ApiProperty({
    enum: waitsFor,
    description:
      'Its turn; another try after a failure; or that it is taken over from a process that went away.',
  })
  readonly why!: string;
  @ApiProperty({ ...instant, description: 'Since when nothing works on it.' })
  readonly since!: string;
  @ApiProperty({ example: 'Dit wacht op zijn beurt: werk van anderen gaat voor. U hoeft niets te doen.' })
  readonly nl!: string;
  @ApiProperty({ example: 'This waits for its turn: work of others goes first. You need not do anything.' })
  readonly en!: string;
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
  @ApiProperty(
    number(0, 'Lines that nobody judged: a row swallowed them, for a quotation mark that is not closed.'),
  )
  readonly unjudged!: number;
  @ApiProperty({ type: SendingJson, required: false, description: 'Until it is confirmed or cancelled.' })
  readonly sending?: SendingJson | undefined;
  @ApiProperty(instant)
  readonly createdAt!: string;
  @ApiProperty(later)
  readonly checkedAt?: string | undefined;
  @ApiProperty(later)
  readonly confirmedAt?: string | undefined;
  @ApiProperty({ type: String, ...id, required: false, description: 'The employee who confirmed it.' })
  readonly confirmedBy?: string | undefined;
  @ApiProperty(later)
  readonly finishedAt?: string | undefined;
  @ApiProperty({
    type: String,
    required: false,
    description: 'Why it stopped or was cancelled.',
    example: 'by-hand',
  })
  readonly stopReason?: string | undefined;
  @ApiProperty({ type: WaitingJson, required: false, description: 'Absent while it goes on.' })
  readonly waiting?: WaitingJson | undefined;
  @ApiProperty({ type: SummaryJson, description: 'The outcome in sentences.' })
  readonly summary!: SummaryJson;
}

/** A page of runs. */
export class BulkRunsJson {
  @ApiProperty({ type: BulkRunJson, isArray: true })
  readonly items!: readonly BulkRunJson[];
  @ApiProperty({ type: String, required: false, description: 'The cursor of the next page.' })
  readonly next?: string | undefined;
}
