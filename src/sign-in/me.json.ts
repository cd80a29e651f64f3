import { ApiProperty } from '@nestjs/swagger';
import { assuranceLevels } from '../domain/assurance.ts';

/** An office where the one who is signed in works. */
export class OwnOfficeJson {
  @ApiProperty({ format: 'uuid', description: 'The office.' })
  readonly organisation!: string;

  @ApiProperty({ example: 'Administratiekantoor Vermeer', description: 'Trade name.' })
  readonly name!: string;

  @ApiProperty({
    type: String,
    required: false,
    example: '90001234',
    description:
      'KvK number. To work there, sign in for this number. Who represents others by himself has none.',
  })
  readonly kvk?: string | undefined;

  @ApiProperty({ format: 'date', example: '2026-12-01', description: 'First working day.' })
  readonly since!: string;

  @ApiProperty({ example: true, description: 'Whether this sign-in is for this office.' })
  readonly current!: boolean;
}

/** Who the service takes the asker for. */
export class MeJson {
  @ApiProperty({
    enum: ['citizen', 'unlinked', 'employee', 'newcomer', 'official', 'sender', 'system'],
    example: 'employee',
  })
  readonly kind!: string;

  @ApiProperty({
    enum: assuranceLevels,
    example: 'substantial',
    description: 'The assurance of this sign-in.',
  })
  readonly assurance!: string;

  @ApiProperty({ required: false, format: 'uuid', description: 'The pseudonym of a citizen.' })
  readonly client?: string;

  @ApiProperty({ required: false, format: 'uuid', description: 'The employment of an employee.' })
  readonly employee?: string;

  @ApiProperty({ required: false, format: 'uuid', description: 'The office of an employee.' })
  readonly organisation?: string;

  @ApiProperty({
    required: false,
    example: '00000099000000001000',
    description: 'The OIN of a sender or system.',
  })
  readonly oin?: string;

  @ApiProperty({ required: false, example: '90009999', description: 'The KvK number of a newcomer.' })
  readonly kvk?: string;

  @ApiProperty({
    required: false,
    type: OwnOfficeJson,
    isArray: true,
    description:
      'The offices where this person works now, as far as the sign-in service gives him the same subject in each. ' +
      'A sign-in is for one office and shows nothing of another: to switch, sign in anew for its KvK number.',
  })
  readonly offices?: readonly OwnOfficeJson[];
}
