import { ApiProperty } from '@nestjs/swagger';
import type { Sentence } from './handlers.words.ts';

class SentenceJson implements Sentence {
  @ApiProperty({ example: 'Bij Kantoor Vermeer werken 3 personen voor u.' })
  readonly nl!: string;

  @ApiProperty({ example: 'At Kantoor Vermeer, 3 people work for you.' })
  readonly en!: string;
}

/** The office that works for a client. */
export class HandlingOfficeJson {
  @ApiProperty({ format: 'uuid', example: '0193f0a2-7b1c-7d3e-9f55-2f6f2f0c9a11', description: 'Its id.' })
  readonly id!: string;

  @ApiProperty({ example: 'Kantoor Vermeer', description: 'Trade name.' })
  readonly name!: string;

  @ApiProperty({
    type: String,
    required: false,
    example: '90001234',
    description: 'KvK number; an individual has none.',
  })
  readonly kvk?: string | undefined;
}

/** Days on which a colleague stands in for who usually handles the client. */
export class StandingInJson {
  @ApiProperty({ format: 'date', example: '2027-08-01', description: 'The first day.' })
  readonly from!: string;

  @ApiProperty({ format: 'date', example: '2027-08-15', description: 'The first day without.' })
  readonly until!: string;

  @ApiProperty({ type: SentenceJson, description: 'The same in words.' })
  readonly sentence!: SentenceJson;
}

/** By how many people a mandate is used, as its client may know it: the office, and never who they are (R35). */
export class HandlersJson {
  @ApiProperty({ type: HandlingOfficeJson, description: 'The office.' })
  readonly organisation!: HandlingOfficeJson;

  @ApiProperty({
    example: 3,
    description:
      'How many people of the office can use this mandate now, colleagues who stand in today among them. None ' +
      'when the mandate is not in force. The administrators, when the client is assigned to nobody.',
  })
  readonly people!: number;

  @ApiProperty({ type: SentenceJson, description: 'The same in words.' })
  readonly sentence!: SentenceJson;

  @ApiProperty({
    type: StandingInJson,
    isArray: true,
    description: 'When colleagues stand in, now or later.',
  })
  readonly standingIn!: readonly StandingInJson[];
}
