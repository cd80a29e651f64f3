import type { Day } from '../domain/day.ts';
import type { EmployeeId, OrganisationId } from '../domain/ids.ts';
import { type Role, roles } from '../domain/organisation.ts';
import { DayField, field, IdField, OneOfField, TextField } from '../platform/fields.ts';

/** An employee in a path. */
export class EmployeePath {
  @IdField({ description: 'The representative organisation.' })
  readonly organisation!: OrganisationId;

  @IdField({ description: 'The employee.' })
  readonly employee!: EmployeeId;
}

/** Whom an administrator invites to work in his office. */
export class InviteEmployee {
  @TextField({ max: 200, description: 'Name, as colleagues know it.', example: 'Joris van Dam' })
  readonly name!: string;

  @OneOfField(roles, {
    description: 'What the employee may do; each role may do what the smaller ones may.',
    example: 'handler',
  })
  readonly role!: Role;

  @DayField({
    optional: true,
    description: 'First working day; today, unless you say.',
    example: '2026-12-01',
  })
  readonly from?: Day;

  @DayField({
    optional: true,
    description: 'The day from which the employee has no access any more.',
    example: '2027-12-01',
  })
  readonly until?: Day;
}

/** Another role for an employee. */
export class ChangeRole {
  @OneOfField(roles, { description: 'The new role.', example: 'administrator' })
  readonly role!: Role;
}

/** The code of an invitation, as it was handed over. */
export class AcceptEmployment {
  @field(
    'code',
    (value) => typeof value === 'string' && value.length >= 1 && value.length <= 64,
    {
      en: 'Write the code of your invitation: 1 to 64 characters.',
      nl: 'Schrijf de code van uw uitnodiging: 1 tot 64 tekens.',
    },
    {
      description: 'The code that an administrator of the office gave you.',
      example: '2K7QX-9RTNB-CMW4H-Y6DPA',
    },
    { type: 'string', minLength: 1, maxLength: 64 },
  )
  readonly code!: string;
}
