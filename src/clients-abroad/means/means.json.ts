import { ApiProperty } from '@nestjs/swagger';
import { KnownMeansJson, SaidJson } from '../accounts/account.json.ts';

/** By what a client can be known here, beside his citizen service number. */
export class MeansListJson {
  @ApiProperty({ type: [KnownMeansJson], description: 'Newest first, also those that no longer work.' })
  readonly items!: readonly KnownMeansJson[];

  @ApiProperty({ type: SaidJson, description: 'What to do when you do not know one of them.' })
  readonly explanation!: SaidJson;
}

/** A means was ended. */
export class EndedMeansJson {
  @ApiProperty({ format: 'uuid' })
  readonly id!: string;

  @ApiProperty({ format: 'date-time', description: 'From then on it opens nothing.' })
  readonly endedAt!: string;
}
