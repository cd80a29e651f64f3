import { ApiProperty } from '@nestjs/swagger';
import { urgentActStates } from '../../domain/urgent-act-request.ts';
import { GuardianJson, WardJson } from '../court-order.json.ts';

const id = { format: 'uuid', example: '0193f0a2-7b1c-7d3e-9f55-2f6f2f0c9a11' };
const instant = { format: 'date-time', example: '2026-11-23T12:00:00.000Z' };

/** A request to finish what cannot wait, after a mandate ended (R31). */
export class UrgentActJson {
  @ApiProperty(id)
  readonly id!: string;
  @ApiProperty({ enum: urgentActStates })
  readonly state!: string;
  @ApiProperty({ ...id, description: 'The mandate that ended.' })
  readonly mandate!: string;
  @ApiProperty({ type: WardJson })
  readonly client!: WardJson;
  @ApiProperty({ type: GuardianJson })
  readonly organisation!: GuardianJson;
  @ApiProperty({ example: 'The last tax return has to be handed in before 1 May.' })
  readonly reason!: string;
  @ApiProperty({ format: 'date', example: '2027-05-02' })
  readonly until!: string;
  @ApiProperty(instant)
  readonly askedAt!: string;
  @ApiProperty({ type: String, ...instant, required: false })
  readonly decidedAt?: string | undefined;
  @ApiProperty({ type: String, required: false, example: 'The term is a real one.' })
  readonly answer?: string | undefined;
}

/** A page of requests: what waits, longest first; else newest first. */
export class UrgentActsJson {
  @ApiProperty({ type: [UrgentActJson] })
  readonly items!: readonly UrgentActJson[];
  @ApiProperty({
    type: String,
    required: false,
    description: 'The cursor of the next page, when there is one.',
  })
  readonly next?: string | undefined;
}
