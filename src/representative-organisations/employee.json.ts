import { ApiProperty } from '@nestjs/swagger';
import { colleagueStates } from '../domain/office.ts';
import { roles } from '../domain/organisation.ts';
import { CoverJson } from './covers/cover.json.ts';

const exampleId = '0193f0a2-7b1c-7d3e-9f55-2f6f2f0c9a11';

/** An employee, as colleagues see him. */
export class EmployeeJson {
  @ApiProperty({ format: 'uuid', example: exampleId, description: 'The employment.' })
  readonly id!: string;

  @ApiProperty({ example: 'Joris van Dam', description: 'Name.' })
  readonly name!: string;

  @ApiProperty({ enum: roles, example: 'handler', description: 'What he may do in the office.' })
  readonly role!: string;

  @ApiProperty({ enum: colleagueStates, example: 'working', description: 'What the employment is now.' })
  readonly state!: string;

  @ApiProperty({ format: 'date', example: '2026-12-01', description: 'First working day.' })
  readonly from!: string;

  @ApiProperty({
    type: String,
    required: false,
    format: 'date',
    description: 'The first day without access.',
  })
  readonly until?: string | undefined;

  @ApiProperty({
    type: String,
    required: false,
    format: 'date-time',
    description: 'When access ended at once.',
  })
  readonly endedAt?: string | undefined;

  @ApiProperty({
    type: String,
    required: false,
    format: 'date-time',
    description: 'Up to when an invitation that is not accepted yet can be.',
  })
  readonly invitedUntil?: string | undefined;
}

/** A page of employees, newest first. */
export class EmployeesJson {
  @ApiProperty({ type: EmployeeJson, isArray: true, description: 'The employees; who left too.' })
  readonly items!: readonly EmployeeJson[];

  @ApiProperty({
    type: String,
    required: false,
    description: 'The cursor of the next page, when there is one.',
  })
  readonly next?: string | undefined;
}

/** An invitation, to be handed over. The only time that the code is shown. */
export class InvitationJson extends EmployeeJson {
  @ApiProperty({
    example: '2K7QX-9RTNB-CMW4H-Y6DPA',
    description: 'The code that the invited one needs once, signed in for this office.',
  })
  readonly invitationCode!: string;
}

/** The employment that somebody took up. */
export class EmploymentJson {
  @ApiProperty({ format: 'uuid', example: exampleId, description: 'The employment.' })
  readonly employee!: string;

  @ApiProperty({ format: 'uuid', example: exampleId, description: 'The office.' })
  readonly organisation!: string;

  @ApiProperty({ example: 'Administratiekantoor Vermeer', description: 'The name of the office.' })
  readonly organisationName!: string;

  @ApiProperty({ enum: roles, example: 'handler', description: 'What he may do there.' })
  readonly role!: string;

  @ApiProperty({ format: 'date', example: '2026-12-01', description: 'First working day.' })
  readonly from!: string;

  @ApiProperty({
    type: String,
    required: false,
    format: 'date',
    description: 'The first day without access.',
  })
  readonly until?: string | undefined;
}

/** What a departure leaves behind. */
export class DepartureJson {
  @ApiProperty({ format: 'uuid', example: exampleId, description: 'Who left.' })
  readonly employee!: string;

  @ApiProperty({ format: 'date-time', description: 'The instant from which he has no access.' })
  readonly endedAt!: string;

  @ApiProperty({
    format: 'uuid',
    isArray: true,
    type: String,
    description:
      'The invitations that he made and nobody had accepted yet: they ended with him. Invite them anew.',
  })
  readonly invitationsEnded!: readonly string[];

  @ApiProperty({
    type: CoverJson,
    isArray: true,
    description:
      'The covers that lapse with him, planned or running: he was to stand in for a colleague, or a colleague for ' +
      'him. Administrators and that colleague find them among their notices.',
  })
  readonly coversLapsed!: readonly CoverJson[];

  @ApiProperty({
    required: false,
    format: 'uuid',
    isArray: true,
    type: String,
    description:
      'The clients whom nobody handles any more, up to a hundred; the list of clients has all of them. Absent ' +
      'while the office is not recognised, since it then sees nothing of clients.',
  })
  readonly clientsWithoutHandler?: readonly string[] | undefined;
}
