import { ApiProperty } from '@nestjs/swagger';
import { ViewQuestion } from './saved-view.request.ts';

const id = { format: 'uuid', example: '0193f0a2-7b1c-7d3e-9f55-2f6f2f0c9a11' } as const;

/** Who made a view. */
export class ViewMakerJson {
  @ApiProperty({ ...id, description: 'The employee.' })
  readonly id!: string;

  @ApiProperty({ example: 'Joris', description: 'As the office calls him.' })
  readonly name!: string;
}

/** A saved view: a question to the list of messages, never its answer. */
export class SavedViewJson {
  @ApiProperty({ ...id, description: 'The view.' })
  readonly id!: string;

  @ApiProperty({ example: 'Due this week', description: 'As its maker calls it.' })
  readonly name!: string;

  @ApiProperty({ example: false, description: 'Whether all of the office may use it.' })
  readonly shared!: boolean;

  @ApiProperty({ type: ViewMakerJson, description: 'Who made it.' })
  readonly madeBy!: ViewMakerJson;

  @ApiProperty({ type: ViewQuestion, description: 'Which messages it asks for.' })
  readonly filter!: ViewQuestion;

  @ApiProperty({
    type: String,
    format: 'date-time',
    example: '2026-08-03T09:30:00.000Z',
    description: 'When it was changed last.',
  })
  readonly changedAt!: string;
}

/** A page of views, oldest first. */
export class SavedViewsJson {
  @ApiProperty({ type: [SavedViewJson] })
  readonly items!: readonly SavedViewJson[];

  @ApiProperty({
    required: false,
    type: String,
    description: 'The cursor of the next page, when there is one.',
  })
  readonly next?: string | undefined;
}
