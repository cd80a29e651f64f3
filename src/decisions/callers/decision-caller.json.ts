import { ApiProperty } from '@nestjs/swagger';
import { type Telling, tellings } from '../../domain/decision-caller.ts';

/** A system that may ask for decisions, on the wire. */
export class DecisionCallerJson {
  @ApiProperty({ example: '00000099000000009000', description: 'Its OIN.' })
  readonly oin!: string;

  @ApiProperty({ example: 'Message box of the town' })
  readonly name!: string;

  @ApiProperty({ example: 'Shows messages of citizens to who represents them.' })
  readonly purpose!: string;

  @ApiProperty({
    ...{ type: [String], required: false, example: ['00000099000000001000'] },
    description: 'About whose messages it may ask. Absent: of every sender.',
  })
  readonly senders?: readonly string[] | undefined;

  @ApiProperty({ enum: tellings, description: 'How much it hears of a refusal.' })
  readonly tells!: Telling;

  @ApiProperty({ description: 'Whether it may also search.' })
  readonly searches!: boolean;

  @ApiProperty({ type: 'integer', description: 'Decisions that it may ask for in a minute.' })
  readonly perMinute!: number;

  @ApiProperty({ format: 'date-time', description: 'When this was written down.' })
  readonly changedAt!: string;

  @ApiProperty({
    ...{ type: String, format: 'date-time', required: false },
    description: 'Since when it may ask no more.',
  })
  readonly endedAt?: string | undefined;
}

/** All of them. */
export class DecisionCallersJson {
  @ApiProperty({ type: [DecisionCallerJson], description: 'By OIN.' })
  readonly items!: readonly DecisionCallerJson[];
}
