import { ApiProperty } from '@nestjs/swagger';
import { roles } from '../../domain/organisation.ts';

const exampleId = '0193f0a2-7b1c-7d3e-9f55-2f6f2f0c9a11';

/** The clients of one who works here. */
export class EmployeeLoadJson {
  @ApiProperty({ format: 'uuid', example: exampleId, description: 'The employee.' })
  readonly employee!: string;

  @ApiProperty({ example: 'Joris van Dam', description: 'Name.' })
  readonly name!: string;

  @ApiProperty({ enum: roles, example: 'handler', description: 'What he may do in the office.' })
  readonly role!: string;

  @ApiProperty({ example: 104, description: 'The clients whom he handles, himself or through a team.' })
  readonly clients!: number;

  @ApiProperty({ example: 96, description: 'Those of them who are assigned to himself.' })
  readonly own!: number;
}

/** The clients of one team. */
export class TeamLoadJson {
  @ApiProperty({ format: 'uuid', example: exampleId, description: 'The team.' })
  readonly team!: string;

  @ApiProperty({ example: 'Income tax', description: 'Name.' })
  readonly name!: string;

  @ApiProperty({ example: 5, description: 'How many people who work here now are in it.' })
  readonly members!: number;

  @ApiProperty({ example: 500, description: 'The clients who are assigned to it.' })
  readonly clients!: number;
}

/** Who has how many clients. One client may be counted with several people and teams. */
export class WorkloadJson {
  @ApiProperty({ example: 5000, description: 'All clients of the office.' })
  readonly clients!: number;

  @ApiProperty({ example: 12, description: 'Those whom nobody handles who works here now.' })
  readonly withoutHandler!: number;

  @ApiProperty({
    type: EmployeeLoadJson,
    isArray: true,
    description: 'Everyone who works here now, by name.',
  })
  readonly employees!: readonly EmployeeLoadJson[];

  @ApiProperty({ type: TeamLoadJson, isArray: true, description: 'Every team, by name.' })
  readonly teams!: readonly TeamLoadJson[];
}
