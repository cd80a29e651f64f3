import { ApiProperty } from '@nestjs/swagger';
import { ColleagueJson } from './message-work.json.ts';

/** By how urgent messages are. */
export const dueColumns = ['overdue', 'today', 'thisWeek', 'later'] as const;

const counted = (description: string) => ApiProperty({ example: 3, minimum: 0, description });

/** How many messages that ask for a reply one colleague has in hand, by how urgent they are. */
export class DueCountJson {
  @ApiProperty({ required: false, type: ColleagueJson, description: 'Who has them; absent: nobody has.' })
  readonly holder?: ColleagueJson | undefined;

  @counted('The day to reply has passed.')
  readonly overdue!: number;

  @counted('The day to reply is today, in the Netherlands.')
  readonly today!: number;

  @counted('After today, within seven days.')
  readonly thisWeek!: number;

  @counted('Later.')
  readonly later!: number;
}

/** Who has how many messages that ask for a reply and are not handled. */
export class DueCountsJson {
  @ApiProperty({ type: [DueCountJson], description: 'What nobody has first, then by name.' })
  readonly items!: readonly DueCountJson[];

  @ApiProperty({
    enum: dueColumns,
    isArray: true,
    example: [],
    description: 'Of which columns there may be more: of each the most urgent 250 count.',
  })
  readonly more!: readonly (typeof dueColumns)[number][];
}
