import type { AssignmentId, ClientId, EmployeeId, OrganisationId, TeamId } from '../domain/ids.ts';
import { IdField, TextField } from '../platform/fields.ts';
import { YesNoQuery } from '../platform/fields.query.ts';
import { PageQuery } from '../platform/fields.nested.ts';

/** An assignment in a path. */
export class AssignmentPath {
  @IdField({ description: 'The representative organisation.' })
  readonly organisation!: OrganisationId;

  @IdField({ description: 'The assignment.' })
  readonly assignment!: AssignmentId;
}

/** Which clients of the office to list. */
export class FindOfficeClients extends PageQuery {
  @YesNoQuery({ description: 'Only clients whom nobody handles, or only those whom somebody does.' })
  readonly withoutHandler?: boolean;

  @IdField({ optional: true, description: 'Only clients whom this employee handles, also through a team.' })
  readonly employee?: EmployeeId;

  @IdField({ optional: true, description: 'Only clients of this team.' })
  readonly team?: TeamId;
}

/** Which clients to search. A name is personal data, so it does not stand in an address. */
export class SearchOfficeClients extends FindOfficeClients {
  @TextField({
    max: 100,
    description: 'Beginnings of words of the name or your reference; accents and capitals do not matter.',
    example: 'amr yas',
  })
  readonly words!: string;
}

/** Who is to handle a client: an employee or a team. */
export class AssignClient {
  @IdField({ description: 'A client of the office.' })
  readonly client!: ClientId;

  @IdField({ optional: true, description: 'The employee; leave it out when you name a team.' })
  readonly employee?: EmployeeId;

  @IdField({ optional: true, description: 'The team; leave it out when you name an employee.' })
  readonly team?: TeamId;
}
