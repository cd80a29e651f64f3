import { actions } from '../domain/actions.ts';
import type { ActionName } from '../domain/actions.ts';
import type { Day } from '../domain/day.ts';
import type { Bsn } from '../domain/identifiers.ts';
import type { ClientId, EmployeeId, OrganisationId } from '../domain/ids.ts';
import { BsnField, DayField, IdField, OneOfField } from '../platform/fields.ts';
import { YesNoQuery } from '../platform/fields.query.ts';
import { PageQuery } from '../platform/fields.nested.ts';

/** Which part of his own record a citizen asks for. */
export class OwnTrailQuery extends PageQuery {
  @DayField({ description: 'The first day, in the Netherlands.', optional: true, example: '2027-01-01' })
  readonly from?: Day;

  @DayField({ description: 'The first day not to show.', optional: true, example: '2027-02-01' })
  readonly until?: Day;

  @IdField({ description: 'Only what this office did, or what was done about it.', optional: true })
  readonly organisation?: OrganisationId;

  @YesNoQuery({ description: 'Also when you looked at something yourself. Opening a message always shows.' })
  readonly own?: boolean;
}

/** What an official searches the record for. Name a client by pseudonym or by BSN, not by both. */
export class TrailSearch extends PageQuery {
  @IdField({ description: 'The pseudonym of a client.', optional: true })
  readonly client?: ClientId;

  @BsnField({ optional: true })
  readonly bsn?: Bsn;

  @IdField({ description: 'An office.', optional: true })
  readonly organisation?: OrganisationId;

  @IdField({ description: 'An employee of an office.', optional: true })
  readonly employee?: EmployeeId;

  @OneOfField(Object.keys(actions), { description: 'What was asked.', optional: true, example: 'inbox.read' })
  readonly action?: ActionName;

  @OneOfField(['permitted', 'refused'], { description: 'How it was decided.', optional: true })
  readonly outcome?: 'permitted' | 'refused';

  @DayField({ description: 'The first day, in the Netherlands.', optional: true, example: '2027-01-01' })
  readonly from?: Day;

  @DayField({ description: 'The first day not to show.', optional: true, example: '2027-02-01' })
  readonly until?: Day;
}
