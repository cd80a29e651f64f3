import { Injectable } from '@nestjs/common';
import { Desk } from '../access/desk.ts';
import { Once, type OnceKey } from '../access/once.ts';
import { UnitOfWork } from '../audit/unit-of-work.ts';
import type { Work } from '../audit/work.ts';
import type { Actor } from '../domain/actor.ts';
import { Problem } from '../domain/errors.ts';
import type { OrganisationId } from '../domain/ids.ts';
import { colleagueStateAt } from '../domain/office.ts';
import type { Page } from '../platform/cursor.ts';
import type { PageQuery } from '../platform/fields.nested.ts';
import { AssignmentStore } from './assignment.store.ts';
import { EmployeeStore } from './employee.store.ts';
import { OrganisationStore } from './organisation.store.ts';
import type { DissolutionJson, TeamJson } from './team.json.ts';
import type { TeamMemberPath, TeamPath } from './team.request.ts';
import { TeamStore } from './team.store.ts';

/**
 * Teams of an office: who is in one handles the clients that are assigned to it (R33). Each change holds from
 * the next request on.
 */
@Injectable()
export class TeamsService {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly desk: Desk,
    private readonly once: Once,
    private readonly organisations: OrganisationStore,
    private readonly employees: EmployeeStore,
    private readonly teams: TeamStore,
    private readonly assignments: AssignmentStore,
  ) {}

  /** The teams of the office, for everyone who works there. */
  list(actor: Actor, organisation: OrganisationId, { limit, cursor }: PageQuery): Promise<Page<TeamJson>> {
    return this.unit.disclose(actor, async (work) => {
      const permit = await this.desk.demand(work, { action: 'office.see', organisation });
      return this.teams.list(work, permit, { organisation, limit, cursor });
    });
  }

  /** @throws Problem `already-exists` when the office has a team of this name. */
  make(actor: Actor, organisation: OrganisationId, name: string, once: OnceKey): Promise<TeamJson> {
    return this.unit.run(actor, (work) =>
      this.once.act(work, once, async () => {
        await this.desk.demand(work, { action: 'office.manage', organisation });
        const id = await this.teams.add(work, organisation, name.trim());
        work.remark({ object: { kind: 'team', id }, details: { change: 'made' } });
        return { id, name: name.trim(), members: [] };
      }),
    );
  }

  /** @throws Problem `not-found` for an unknown team, `already-exists` when another team has the name. */
  rename(actor: Actor, path: TeamPath, name: string): Promise<void> {
    return this.unit.run(actor, async (work) => {
      await this.demandTeam(work, path, { change: 'renamed' });
      await this.teams.putName(work, path.team, name.trim());
    });
  }

  /** @throws Problem `not-found` for a team or employee that the office has not, or not any more. */
  putMember(actor: Actor, path: TeamMemberPath): Promise<void> {
    return this.unit.run(actor, async (work) => {
      await this.demandTeam(work, path, { change: 'joined', employee: path.employee });
      const employee = await this.employees.find(work, path.organisation, path.employee);
      if (!employee || colleagueStateAt(employee, work.now) === 'left') throw new Problem('not-found');
      await this.teams.putMember(work, path.team, path.employee);
    });
  }

  /** Who is not in the team stays out of it. @throws Problem `not-found` for an unknown team. */
  removeMember(actor: Actor, path: TeamMemberPath): Promise<void> {
    return this.unit.run(actor, async (work) => {
      await this.demandTeam(work, path, { change: 'parted', employee: path.employee });
      await this.teams.removeMember(work, path.team, path.employee);
    });
  }

  /** The team is no more, and its assignments end with it. @throws Problem `not-found`. */
  dissolve(actor: Actor, path: TeamPath): Promise<DissolutionJson> {
    return this.unit.run(actor, async (work) => {
      await this.demandTeam(work, path, { change: 'dissolved' });
      const clients = await this.assignments.clientsOf(work, path.organisation, path.team);
      await this.assignments.endOf(work, { team: path.team });
      await this.teams.end(work, path.team);
      const left = await this.assignments.withoutHandler(work, path.organisation, clients);
      if (left) work.remark({ details: { change: 'dissolved', clientsWithoutHandler: left.length } });
      return { team: path.team, endedAt: work.now.toISOString(), clientsWithoutHandler: left?.slice(0, 100) };
    });
  }

  private async demandTeam(
    work: Work,
    { organisation, team }: TeamPath,
    details: Record<string, string>,
  ): Promise<void> {
    await this.organisations.lock(work, organisation);
    await this.desk.demand(work, { action: 'office.manage', organisation });
    if (!(await this.teams.exists(work, organisation, team))) throw new Problem('not-found');
    work.remark({ object: { kind: 'team', id: team }, details });
  }
}
