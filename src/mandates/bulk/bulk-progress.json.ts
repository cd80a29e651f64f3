import { ApiProperty } from '@nestjs/swagger';
import { type BulkState, bulkStates } from '../../domain/bulk.ts';
import { WaitingJson } from './bulk.json.ts';

/** How long what is left takes, as it goes now. */
class TimeLeftJson {
  @ApiProperty({ description: 'Seconds, rounded up.', example: 12 })
  readonly seconds!: number;

  @ApiProperty({ example: 'minder dan een minuut' })
  readonly nl!: string;

  @ApiProperty({ example: 'less than a minute' })
  readonly en!: string;
}

/** Why a run stopped. */
class StoppedJson {
  @ApiProperty({ description: 'The code of a problem or a refusal.', example: 'employment-ended' })
  readonly code!: string;

  @ApiProperty({ example: 'Wie dit bevestigde, werkt niet meer voor uw kantoor.' })
  readonly nl!: string;

  @ApiProperty({ example: 'Who confirmed this does not work for your office any more.' })
  readonly en!: string;
}

/** The data of an event `progress`: how far a run is. */
export class BulkProgressJson {
  @ApiProperty({ enum: bulkStates, example: 'running' })
  readonly state!: BulkState;

  @ApiProperty({ description: 'Rows that were confirmed.', example: 9700 })
  readonly ready!: number;

  @ApiProperty({ description: 'Rows that were carried out.', example: 4200 })
  readonly done!: number;

  @ApiProperty({ description: 'Rows that turned out impossible.', example: 3 })
  readonly refused!: number;

  @ApiProperty({ description: 'Rows that still wait.', example: 5497 })
  readonly left!: number;

  @ApiProperty({ required: false, description: 'Absent until it was seen to move.', type: TimeLeftJson })
  readonly timeLeft?: TimeLeftJson | undefined;

  @ApiProperty({ type: WaitingJson, required: false, description: 'Absent while it goes on.' })
  readonly waiting?: WaitingJson | undefined;

  @ApiProperty({ required: false, type: StoppedJson })
  readonly stopped?: StoppedJson | undefined;
}
