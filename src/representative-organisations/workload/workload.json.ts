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

  @ApiProperty({
    example: 12,
    description:
      'Besides these: the clients whom he handles today only because he stands in for a colleague.',
  })
  readonly byCover!: number;
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
  @ApiProperty({
    example: 5000,
    description: 'Who gave the office a mandate that runs: in force, to begin, or suspended.',
  })
  readonly clients!: number;

  @ApiProperty({ example: 12, description: 'Those of them whom nobody handles who works here now.' })
  readonly withoutHandler!: number;

  @ApiProperty({
    example: 40,
    description:
      'How many people the office asked, by BSN and date of birth as it named them, who did not answer yet. Not ' +
      'who asks to go on with a mandate; whether somebody is a client already is not told (R3).',
  })
  readonly asked!: number;

  @ApiProperty({
    type: EmployeeLoadJson,
    isArray: true,
    description: 'Everyone who works here now, by name.',
  })
  readonly employees!: readonly EmployeeLoadJson[];

  @ApiProperty({ type: TeamLoadJson, isArray: true, description: 'Every team, by name.' })
  readonly teams!: readonly TeamLoadJson[];
}
