import { ApiProperty } from '@nestjs/swagger';
import { endReasons } from '../domain/mandate.ts';
import { categories, scopeActions } from '../domain/scope.ts';
import { GuardianJson, WordsJson } from './court-order.json.ts';

const id = { format: 'uuid', example: '0193f0a2-7b1c-7d3e-9f55-2f6f2f0c9a11' };
const day = { format: 'date', example: '2026-11-13' };

/** What the guardian would see. */
export class GivenLineJson {
  @ApiProperty({
    type: String,
    required: false,
    example: '00000099000000001000',
    description: 'Absent: every sender.',
  })
  readonly sender?: string | undefined;
  @ApiProperty({ enum: [...categories, 'all'] })
  readonly category!: string;
  @ApiProperty({ enum: scopeActions, isArray: true })
  readonly actions!: readonly string[];
}

/** What the order does to another mandate. */
export class ConsequenceJson {
  @ApiProperty({ enum: ['ends', 'narrows', 'stays', 'beside'], example: 'ends' })
  readonly kind!: string;
  @ApiProperty(id)
  readonly mandate!: string;
  @ApiProperty({ type: GuardianJson })
  readonly organisation!: GuardianJson;
  @ApiProperty({ type: String, ...day, required: false, description: 'From which day on.' })
  readonly on?: string | undefined;
  @ApiProperty({ enum: endReasons, required: false })
  readonly reason?: string | undefined;
  @ApiProperty({ type: WordsJson })
  readonly words!: WordsJson;
}

/** What stands in the way of verifying. */
export class ObstacleJson {
  @ApiProperty({
    enum: [
      ...['ward-died', 'guards-himself', 'under-curatele', 'has-a-guardian', 'nobody-to-succeed'],
      ...['more-to-succeed', 'appointed-later', 'guardian-out', 'measure-lifted', 'own-measure-runs'],
    ],
    example: 'under-curatele',
  })
  readonly kind!: string;
  @ApiProperty({ type: String, ...id, required: false })
  readonly mandate?: string | undefined;
  @ApiProperty({ type: WordsJson })
  readonly words!: WordsJson;
}

/** What verifying an order would do, before it happens. */
export class ConsequencesJson {
  @ApiProperty({ ...day, description: 'The first day of the guardian’s authority (R22).' })
  readonly from!: string;
  @ApiProperty({ ...day, description: 'The day from which the measure works on other mandates (R26, R27).' })
  readonly worksFrom!: string;
  @ApiProperty({ type: [GivenLineJson] })
  readonly lines!: readonly GivenLineJson[];
  @ApiProperty({ type: [ConsequenceJson] })
  readonly consequences!: readonly ConsequenceJson[];
  @ApiProperty({ type: [ObstacleJson] })
  readonly obstacles!: readonly ObstacleJson[];
  @ApiProperty({
    description:
      'Whether this is all. Of an order that was verified nothing lies ahead. An office sees what concerns its own mandates, and no others.',
    example: true,
  })
  readonly complete!: boolean;
  @ApiProperty({ type: WordsJson })
  readonly words!: WordsJson;
}
