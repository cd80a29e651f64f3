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

/** A page of teams, oldest first. */
export class TeamsJson {
  @ApiProperty({ type: TeamJson, isArray: true, description: 'The teams.' })
  readonly items!: readonly TeamJson[];

  @ApiProperty({ required: false, description: 'The cursor of the next page, when there is one.' })
  readonly next?: string | undefined;
}
