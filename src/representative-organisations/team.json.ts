import { ApiProperty } from '@nestjs/swagger';

const exampleId = '0193f0a2-7b1c-7d3e-9f55-2f6f2f0c9a11';

/** Someone in a team. */
export class TeamMemberJson {
  @ApiProperty({ format: 'uuid', example: exampleId, description: 'The employee.' })
  readonly employee!: string;

  @ApiProperty({ example: 'Joris van Dam', description: 'Name.' })
  readonly name!: string;
}

/** A team of an office. */
export class TeamJson {
  @ApiProperty({ format: 'uuid', example: exampleId, description: 'Its id.' })
  readonly id!: string;

  @ApiProperty({ example: 'Income tax', description: 'Name.' })
  readonly name!: string;

  @ApiProperty({ type: TeamMemberJson, isArray: true, description: 'Who is in it.' })
  readonly members!: readonly TeamMemberJson[];
}

/** A team that is no more. */
export class DissolutionJson {
  @ApiProperty({ format: 'uuid', example: exampleId, description: 'The team.' })
  readonly team!: string;

  @ApiProperty({ format: 'date-time', example: '2026-11-23T12:00:00.000Z', description: 'Since when.' })
  readonly endedAt!: string;

  @ApiProperty({
    required: false,
    format: 'uuid',
    isArray: true,
    type: String,
    description:
      'Its clients whom nobody handles any more, up to a hundred; the list of clients has all of them. Absent while ' +
      'the office is not recognised, since it then sees nothing of clients.',
  })
  readonly clientsWithoutHandler?: readonly string[] | undefined;
}

/** A page of teams, oldest first. */
export class TeamsJson {
  @ApiProperty({ type: TeamJson, isArray: true, description: 'The teams.' })
  readonly items!: readonly TeamJson[];

  @ApiProperty({
    type: String,
    required: false,
    description: 'The cursor of the next page, when there is one.',
  })
  readonly next?: string | undefined;
}
