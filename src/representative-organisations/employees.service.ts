import { Injectable } from '@nestjs/common';
import { Desk } from '../access/desk.ts';
import { Once, type OnceKey } from '../access/once.ts';
import { UnitOfWork } from '../audit/unit-of-work.ts';
import type { Work } from '../audit/work.ts';
import type { Actor } from '../domain/actor.ts';
import { dayOf } from '../domain/day.ts';
import { fault, Problem } from '../domain/errors.ts';
import type { EmployeeId, OrganisationId } from '../domain/ids.ts';
import { canSpare, colleagueStateAt, invitationDays, isWorkable } from '../domain/office.ts';
import type { Role } from '../domain/organisation.ts';
import type { Page } from '../platform/cursor.ts';
import type { PageQuery } from '../platform/fields.nested.ts';
import { hashCode, newCode } from '../platform/ids.ts';
import { AssignmentStore } from './assignment.store.ts';
import { coverJson, CoverStore } from './covers/cover.store.ts';
import type { DepartureJson, EmployeeJson, InvitationJson } from './employee.json.ts';
import type { InviteEmployee } from './employee.request.ts';
import { type Employee, employeeJson, EmployeeStore } from './employee.store.ts';
import { invitationContext } from './employments.service.ts';
import { OrganisationStore } from './organisation.store.ts';
import { TeamStore } from './team.store.ts';

const day = 24 * 60 * 60 * 1000;

/** The people of an office: who comes, what each may do, who leaves (R33). */
@Injectable()
export class EmployeesService {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly desk: Desk,
    private readonly once: Once,
    private readonly organisations: OrganisationStore,
    private readonly employees: EmployeeStore,
    private readonly teams: TeamStore,
    private readonly assignments: AssignmentStore,
    private readonly covers: CoverStore,
  ) {}

  /** The people of the office, for everyone who works there. */
  list(
    actor: Actor,
    organisation: OrganisationId,
    { limit, cursor }: PageQuery,
  ): Promise<Page<EmployeeJson>> {
    return this.unit.disclose(actor, async (work) => {
      const permit = await this.desk.demand(work, { action: 'office.see', organisation });
      return this.employees.list(work, permit, { organisation, limit, cursor });
    });
  }

  /**
   * An administrator invites someone, and gets a code to hand over. It works once, for fourteen days, and only for
   * who signs in for this office.
   * @throws Problem `invalid-input` when the employment would be over before it starts.
   */
  invite(
    actor: Actor,
    organisation: OrganisationId,
    wish: InviteEmployee,
    once: OnceKey,
  ): Promise<InvitationJson> {
    return this.unit.run(actor, (work) =>
      this.once.act(work, once, async () => {
        await this.desk.demand(work, { action: 'office.manage', organisation });
        if (actor.kind !== 'employee') throw new Error('the door lets only people of offices invite');
        const { role, from = dayOf(work.now), until } = wish;
        if (!isWorkable(from, until, work.now))
          throw new Problem('invalid-input', {
            faults: [
              fault(
                '#/until',
                'too-early',
                'The last day must be after the first day, and after today.',
                'De laatste dag moet na de eerste dag liggen, en na vandaag.',
              ),
            ],
          });
        const code = newCode();
        const name = wish.name.trim();
        const invitedUntil = new Date(work.now.getTime() + invitationDays * day);
        const id = await this.employees.invite(
          work,
          { organisation, name, role, from, until },
          {
            ...{ invitationHash: hashCode(code, invitationContext(organisation)), invitedUntil },
            invitedBy: actor.employee,
          },
        );
        work.remark({ object: { kind: 'employee', id }, details: { change: 'invited', role } });
        const invited = { id, name, role, from, until, accepted: false, invitedUntil, invitedAt: work.now };
        return { ...employeeJson(invited, work.now), invitationCode: code };
      }),
    );
  }

  /**
   * An administrator gives someone another role; it holds from the next request on. The open invitations of who
   * is no administrator any more end with it.
   * @throws Problem `not-found`, `move-not-possible` for who left, `last-administrator`.
   */
  changeRole(actor: Actor, organisation: OrganisationId, id: EmployeeId, role: Role): Promise<void> {
    return this.unit.run(actor, async (work) => {
      const employee = await this.lockAndFind(work, organisation, id);
      const demoted = role !== 'administrator';
      if (demoted) await this.demandSpare(work, organisation, employee);
      const ended = demoted ? await this.employees.endInvitationsBy(work, organisation, id) : [];
      await this.employees.putRole(work, id, role);
      work.remark({
        object: { kind: 'employee', id },
        details: {
          ...{ change: 'role', from: employee.role, to: role },
          ...(ended.length > 0 ? { invitationsEnded: ended.length } : {}),
        },
      });
    });
  }

  /**
   * Someone leaves, at once: his next request is refused, and his teams and assignments end (R33). So do the open
   * invitations that he made: with the code of one he could come back. What he was to do for a colleague, or a colleague
   * for him, lapses; who runs the office and that colleague are told.
   * @throws Problem `not-found`, `move-not-possible` for who left already, `last-administrator`.
   */
  depart(actor: Actor, organisation: OrganisationId, id: EmployeeId, once: OnceKey): Promise<DepartureJson> {
    return this.unit.run(actor, (work) =>
      this.once.act(work, once, async () => {
        const employee = await this.lockAndFind(work, organisation, id);
        await this.demandSpare(work, organisation, employee);
        const clients = await this.assignments.clientsOf(work, organisation, id);
        const lapsing = await this.covers.lapsing(work, organisation, id);
        await this.covers.tellLapsed(work, lapsing, id);
        await this.teams.removeFromAll(work, id);
        await this.assignments.endOf(work, { employee: id });
        const left = await this.assignments.withoutHandler(work, organisation, clients);
        const invitationsEnded = await this.employees.endInvitationsBy(work, organisation, id);
        await this.employees.end(work, id); // last: an administrator who leaves sees nothing after this
        work.remark({
          object: { kind: 'employee', id },
          details: {
            ...{ change: 'left', ...(left ? { clientsWithoutHandler: left.length } : {}) },
            ...(invitationsEnded.length > 0 ? { invitationsEnded: invitationsEnded.length } : {}),
            ...(lapsing.length > 0 ? { coversLapsed: lapsing.length } : {}),
          },
        });
        return {
          ...{ employee: id, endedAt: work.now.toISOString(), invitationsEnded },
          coversLapsed: lapsing.map((cover) => coverJson({ ...cover, bothWorkHere: false }, work.now)),
          clientsWithoutHandler: left?.slice(0, 100),
        };
      }),
    );
  }

  private async lockAndFind(work: Work, organisation: OrganisationId, id: EmployeeId): Promise<Employee> {
    await this.organisations.lock(work, organisation);
    await this.desk.demand(work, { action: 'office.manage', organisation });
    const employee = await this.employees.find(work, organisation, id);
    if (!employee) throw new Problem('not-found');
    const state = colleagueStateAt(employee, work.now);
    if (state === 'left') throw new Problem('move-not-possible', { members: { state } });
    return employee;
  }

  /** R33. The office is locked, so that nobody else leaves between this look and the change. */
  private async demandSpare(work: Work, organisation: OrganisationId, employee: Employee): Promise<void> {
    const others = await this.employees.otherAdministrators(work, organisation, employee.id);
    if (!canSpare(employee, others, work.now)) throw new Problem('last-administrator');
  }
}
