import type { EmployeeId, OrganisationId, TeamId } from '../domain/ids.ts';
import { IdField, TextField } from '../platform/fields.ts';

/** A team in a path. */
export class TeamPath {
  @IdField({ description: 'The representative organisation.' })
  readonly organisation!: OrganisationId;

  @IdField({ description: 'The team.' })
  readonly team!: TeamId;
}

/** Someone in a team, in a path. */
export class TeamMemberPath extends TeamPath {
  @IdField({ description: 'The employee.' })
  readonly employee!: EmployeeId;
}

/** What a team is called, when it is made or later. */
export class NameTeam {
  @TextField({ max: 100, description: 'Name, once per office.', example: 'Income tax' })
  readonly name!: string;
}
