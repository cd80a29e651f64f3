import { ApiProperty } from '@nestjs/swagger';
import { type WorkState, workStates } from '../../domain/message-work.ts';

const id = { format: 'uuid', example: '0193f0a2-7b1c-7d3e-9f55-2f6f2f0c9a11' } as const;
const instant = { type: String, format: 'date-time', example: '2026-08-03T09:30:00.000Z' } as const;

/** What was done with a message, as the routes name it. */
const acts = ['take', 'give', 'let-go', 'handle', 'reopen'] as const;

/** Someone of the own office. */
export class ColleagueJson {
  @ApiProperty({ ...id, description: 'The employee.' })
  readonly id!: string;

  @ApiProperty({ example: 'Joris', description: 'As the office calls him.' })
  readonly name!: string;
}

/** How far the work on a message is in the own office. */
export class WorkStateJson {
  @ApiProperty({ enum: workStates, example: 'taken', description: 'Nobody, in hand, or dealt with.' })
  readonly state!: WorkState;

  @ApiProperty({ required: false, type: ColleagueJson, description: 'Who has it in hand.' })
  readonly holder?: ColleagueJson | undefined;

  @ApiProperty({
    required: false,
    type: String,
    example: 'Objection sent on 3 August.',
    description: 'What was noted when it was last handled. The office’s own.',
  })
  readonly note?: string | undefined;

  @ApiProperty({ required: false, type: ColleagueJson, description: 'Who changed it last.' })
  readonly changedBy?: ColleagueJson | undefined;

  @ApiProperty({ ...instant, required: false, description: 'When it was changed last.' })
  readonly changedAt?: string | undefined;
}

/** An office, as it was called when it acted. */
export class ActingOfficeJson {
  @ApiProperty({ ...id })
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

/** Something that was done with a message. */
export class WorkActJson {
  @ApiProperty({ ...id, description: 'The line of the record.' })
  readonly id!: string;

  @ApiProperty({ ...instant })
  readonly at!: string;

  @ApiProperty({ enum: acts, example: 'handle' })
  readonly act!: string;

  @ApiProperty({ type: ActingOfficeJson, description: 'Which office did it.' })
  readonly organisation!: ActingOfficeJson;

  @ApiProperty({ required: false, type: ColleagueJson, description: 'Who did it; for the own office only.' })
  readonly by?: ColleagueJson | undefined;

  @ApiProperty({
    required: false,
    type: ColleagueJson,
    description: 'Who had it in hand from then on; for the own office only.',
  })
  readonly holder?: ColleagueJson | undefined;

  @ApiProperty({
    required: false,
    type: String,
    example: 'Objection sent on 3 August.',
    description: 'What was noted with it; for the own office only.',
  })
  readonly note?: string | undefined;
}

/** The work on a message: a page of what was done, newest first, and for an office how far it is now. */
export class MessageWorkJson {
  @ApiProperty({ required: false, type: WorkStateJson, description: 'For an employee: of his own office.' })
  readonly work?: WorkStateJson | undefined;

  @ApiProperty({
    type: [WorkActJson],
    description:
      'Of the own office; for the client of every office, without the names of its employees (R35).',
  })
  readonly items!: readonly WorkActJson[];

  @ApiProperty({
    required: false,
    type: String,
    description: 'The cursor of the next page, when there is one.',
  })
  readonly next?: string | undefined;
}
