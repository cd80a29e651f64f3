import { ApiProperty } from '@nestjs/swagger';
import { ColleagueJson } from './message-work.json.ts';

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
    example: false,
    description: 'Whether the thousand was reached: there may be more.',
  })
  readonly more!: boolean;
}
