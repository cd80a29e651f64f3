import { ApiProperty } from '@nestjs/swagger';

/** A number of messages, counted to 99. */
export class CountJson {
  @ApiProperty({ example: 12, minimum: 0, maximum: 99, description: 'How many; 99 when there are more.' })
  readonly count!: number;

  @ApiProperty({ example: false, description: 'Whether there are more than that.' })
  readonly more!: boolean;
}

const counted = (description: string) => ApiProperty({ type: CountJson, required: false, description });

/** How many messages there are for each filter, of what the employee may read now; only one, if that was asked. */
export class CountsJson {
  @counted('All of them.')
  readonly all?: CountJson;

  @counted('That you did not read.')
  readonly unread?: CountJson;

  @counted('That nobody of the office read.')
  readonly unreadByOffice?: CountJson;

  @counted('Not handled, and the day to reply has passed.')
  readonly overdue?: CountJson;

  @counted('Not handled, and a reply is asked within seven days, or was.')
  readonly replyWithinWeek?: CountJson;

  @counted('In your hands.')
  readonly heldByMe?: CountJson;

  @counted('Not handled, and in nobody’s hands.')
  readonly heldByNobody?: CountJson;

  @counted('With attachments.')
  readonly attached?: CountJson;

  @counted('About money.')
  readonly financial?: CountJson;

  @counted('About care.')
  readonly care?: CountJson;

  @counted('About something else.')
  readonly other?: CountJson;
}

/** How many messages there are of one sender. */
export class SenderCountJson extends CountJson {
  @ApiProperty({ example: '00000099000000001000', description: 'The OIN of the sender.' })
  readonly oin!: string;

  @ApiProperty({ example: 'Belastingdienst', description: 'In Dutch.' })
  readonly nameNl!: string;

  @ApiProperty({ example: 'Tax office', description: 'In English.' })
  readonly nameEn!: string;
}

/** How many messages there are of each sender. */
export class SenderCountsJson {
  @ApiProperty({ type: [SenderCountJson] })
  readonly items!: readonly SenderCountJson[];
}

/** How many messages there are of one client. */
export class ClientCountJson extends CountJson {
  @ApiProperty({
    format: 'uuid',
    example: '0193f0a2-7b1c-7d3e-9f55-2f6f2f0c9a11',
    description: 'The client.',
  })
  readonly client!: string;
}

/** How many messages there are of each client that was asked for. */
export class ClientCountsJson {
  @ApiProperty({ type: [ClientCountJson] })
  readonly items!: readonly ClientCountJson[];
}
