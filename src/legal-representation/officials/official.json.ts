import { ApiProperty } from '@nestjs/swagger';
import { officialStandings } from '../../domain/four-eyes.ts';

const instant = { format: 'date-time', example: '2026-11-23T12:00:00.000Z' };

/** An official in the register. */
export class OfficialJson {
  @ApiProperty({ format: 'uuid', example: '0193f0a2-7b1c-7d3e-9f55-2f6f2f0c9a11' })
  readonly id!: string;
  @ApiProperty({ example: 'issuer:official-otto', description: 'As the trail names him.' })
  readonly official!: string;
  @ApiProperty({ enum: officialStandings })
  readonly standing!: string;
  @ApiProperty({ type: String, required: false, example: 'Left the department.' })
  readonly reason?: string | undefined;
  @ApiProperty(instant)
  readonly since!: string;
  @ApiProperty({ type: String, ...instant, required: false })
  readonly changedAt?: string | undefined;
  @ApiProperty({ type: String, required: false, example: 'issuer:official-olga' })
  readonly changedBy?: string | undefined;
}

/** A page of officials, newest first. */
export class OfficialsJson {
  @ApiProperty({ type: [OfficialJson] })
  readonly items!: readonly OfficialJson[];
  @ApiProperty({
    type: String,
    required: false,
    description: 'The cursor of the next page, when there is one.',
  })
  readonly next?: string | undefined;
}
