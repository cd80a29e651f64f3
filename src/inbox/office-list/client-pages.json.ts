import { ApiProperty } from '@nestjs/swagger';
import { MessageClientJson } from '../message.json.ts';
import { CountJson } from './inbox-counts.json.ts';

/** A client with messages that match, and how many. */
export class ClientWithMessagesJson extends CountJson {
  @ApiProperty({ type: MessageClientJson })
  readonly client!: MessageClientJson;

  @ApiProperty({
    type: String,
    format: 'date-time',
    example: '2026-11-23T09:30:00.000Z',
    description: 'When the newest of them was delivered.',
  })
  readonly newestAt!: string;
}

/** A page of clients with messages that match. */
export class ClientsWithMessagesJson {
  @ApiProperty({ type: [ClientWithMessagesJson] })
  readonly items!: readonly ClientWithMessagesJson[];

  @ApiProperty({
    required: false,
    type: String,
    description: 'The cursor of the next page; absent only when there are no more.',
  })
  readonly next?: string | undefined;

  @ApiProperty({ required: false, type: String, description: 'The cursor of the page before.' })
  readonly prev?: string | undefined;
}
