import { Injectable } from '@nestjs/common';
import type { Work } from '../audit/work.ts';
import type { Subject } from '../domain/actor.ts';
import type { Day } from '../domain/day.ts';
import type { Permit } from '../domain/decision.ts';
import type { EmployeeId, OrganisationId } from '../domain/ids.ts';
import { type Colleague, colleagueStateAt } from '../domain/office.ts';
import type { Role } from '../domain/organisation.ts';
import { type Page, pageOf, positionOf } from '../platform/cursor.ts';
import { newId } from '../platform/ids.ts';
import type { EmployeeJson } from './employee.json.ts';
import { EmployeeRow } from './employee.row.ts';
import { unlessTaken } from './taken.store.ts';

/** An employee with what the office knows of him. */
export interface Employee extends Colleague {
  readonly id: EmployeeId;
  readonly name: string;
  readonly invitedAt: Date;
}

/** An employment that is offered, or that begins with the registration of the office. */
export interface Offered {
  readonly organisation: OrganisationId;
  readonly name: string;
  readonly role: Role;
  readonly from: Day;
  readonly until?: Day | undefined;
}

// A day stays a day: the driver would make an instant of it.
const columns = `id, name, role, to_char(from_day, 'YYYY-MM-DD') AS "from", to_char(until_day, 'YYYY-MM-DD') AS until,
  ended_at AS "endedAt", invitation_until AS "invitedUntil", invited_at AS "invitedAt", subject IS NOT NULL AS accepted`;

type Kept = { [Name in keyof Employee]: Exclude<Employee[Name], undefined> | null } & {
  id: EmployeeId;
  name: string;
  role: Role;
  from: Day;
  invitedAt: Date;
  accepted: boolean;
};

const employeeOf = (row: Kept): Employee => ({
  ...row,
  until: row.until ?? undefined,
  endedAt: row.endedAt ?? undefined,
  invitedUntil: row.invitedUntil ?? undefined,
});

/** The only writer of employments. */
@Injectable()
export class EmployeeStore {
  /** The first administrator of an office, who needs no invitation. */
  addFirst(
    work: Work,
    first: { organisation: OrganisationId; subject: Subject; name: string; from: Day },
  ): Promise<EmployeeId> {
    return this.add(work, { ...first, role: 'administrator' }, { subject: first.subject });
  }

  /** An employment that waits for who holds the code with this hash. */
  invite(
    work: Work,
    offered: Offered,
    invitation: { invitationHash: string; invitedUntil: Date; invitedBy: EmployeeId },
  ): Promise<EmployeeId> {
    return this.add(work, offered, invitation);
  }

  private async add(
    work: Work,
    { organisation, name, role, from, until }: Offered,
    more: Partial<Pick<EmployeeRow, 'subject' | 'invitationHash' | 'invitedUntil' | 'invitedBy'>>,
  ): Promise<EmployeeId> {
    const id = newId<'employee'>();
    await work.rows(EmployeeRow).insert({
      ...{ id, organisation, name, role, from, until: until ?? null, invitedAt: work.now },
      ...more,
    });
    return id;
  }

  /**
   * Takes up the employment that a code was made for, or nothing when this is not the code of one, or its maker
   * does not run the office any more, or comes with it himself.
   * @throws Problem `already-exists` for someone who works here already.
   */
  async accept(
    work: Work,
    organisation: OrganisationId,
    { subject, invitationHash }: { subject: Subject; invitationHash: string },
  ): Promise<Employee | undefined> {
    const [row] = await unlessTaken(
      'employee_once',
      work.query<Kept>(`SELECT ${columns} FROM accept_invitation($1, $2, $3)`, [
        invitationHash,
        organisation,
        subject,
      ]),
      { en: 'You work for this office already.', nl: 'U werkt al voor dit kantoor.' },
    );
    return row && employeeOf(row);
  }

  /** An employee of this office, or nothing. */
  async find(work: Work, organisation: OrganisationId, id: EmployeeId): Promise<Employee | undefined> {
    const [row] = await work.query<Kept>(
      `SELECT ${columns} FROM employee WHERE id = $1 AND organisation_id = $2`,
      [id, organisation],
    );
    return row && employeeOf(row);
  }

  /** The administrators of an office besides one. */
  async otherAdministrators(
    work: Work,
    organisation: OrganisationId,
    than: EmployeeId,
  ): Promise<readonly Employee[]> {
    const rows = await work.query<Kept>(
      `SELECT ${columns} FROM employee
        WHERE organisation_id = $1 AND id <> $2 AND role = 'administrator' AND ended_at IS NULL`,
      [organisation, than],
    );
    return rows.map(employeeOf);
  }

  /** Everyone of an office, newest first; who left too. */
  async list(
    work: Work,
    _permit: Permit<'office.see'>,
    wish: { organisation: OrganisationId; limit: number; cursor?: string | undefined },
  ): Promise<Page<EmployeeJson>> {
    const after = positionOf('employees', wish.cursor);
    const rows = await work.query<Kept>(
      `SELECT ${columns} FROM employee
        WHERE organisation_id = $1 AND ($2::timestamptz IS NULL OR (invited_at, id) < ($2, $3::uuid))
        ORDER BY invited_at DESC, id DESC LIMIT $4`,
      [wish.organisation, after?.at ?? null, after?.id ?? null, wish.limit + 1],
    );
    return pageOf(
      'employees',
      rows,
      wish.limit,
      ({ invitedAt, id }) => ({ at: invitedAt, id }),
      (row) => employeeJson(employeeOf(row), work.now),
    );
  }

  /** Keeps another role. */
  async putRole(work: Work, id: EmployeeId, role: Role): Promise<void> {
    await work.rows(EmployeeRow).update({ id }, { role });
  }

  /** Ends the open invitations that somebody made; tells which. */
  async endInvitationsBy(
    work: Work,
    organisation: OrganisationId,
    maker: EmployeeId,
  ): Promise<readonly EmployeeId[]> {
    const rows = await work.query<{ id: EmployeeId }>(
      `UPDATE employee SET ended_at = $3
        WHERE organisation_id = $1 AND invited_by = $2 AND subject IS NULL AND ended_at IS NULL
          AND invitation_until > $3
       RETURNING id`,
      [organisation, maker, work.now],
    );
    return rows.map(({ id }) => id).sort();
  }

  /** Ends an employment at this instant; an invitation that was not accepted ends with it. */
  async end(work: Work, id: EmployeeId): Promise<void> {
    await work.rows(EmployeeRow).update({ id }, { endedAt: work.now });
  }
}

/** What goes on the wire of an employee. */
export function employeeJson(employee: Employee, now: Date): EmployeeJson {
  const { id, name, role, from, until, endedAt, invitedUntil } = employee;
  const state = colleagueStateAt(employee, now);
  const waiting = state === 'invited' || state === 'invitation-expired';
  return {
    ...{ id, name, role, state, from, until, endedAt: endedAt?.toISOString() },
    invitedUntil: waiting ? invitedUntil?.toISOString() : undefined,
  };
}
