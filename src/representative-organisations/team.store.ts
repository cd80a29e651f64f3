import { Injectable } from '@nestjs/common';
import type { Work } from '../audit/work.ts';
import type { Permit } from '../domain/decision.ts';
import type { EmployeeId, OrganisationId, TeamId } from '../domain/ids.ts';
import { type Page, pageOf, positionOf } from '../platform/cursor.ts';
import { newId } from '../platform/ids.ts';
import { placeOf } from './by-id.ts';
import type { Sentence } from '../domain/sentence.ts';
import { unlessTaken } from './taken.store.ts';
import type { TeamJson } from './team.json.ts';
import { TeamMemberRow, TeamRow } from './team.row.ts';

const nameTaken: Sentence = {
  en: 'Your office has a team of this name already.',
  nl: 'Uw kantoor heeft al een team met deze naam.',
};

/** The only writer of teams and of who is in them. */
@Injectable()
export class TeamStore {
  /** @throws Problem `already-exists` when the office has a team of this name. */
  async add(work: Work, organisation: OrganisationId, name: string): Promise<TeamId> {
    const id = newId<'team'>();
    await unlessTaken('team_name', work.rows(TeamRow).insert({ id, organisation, name }), nameTaken);
    return id;
  }

  /** @throws Problem `already-exists` when the office has another team of this name. */
  async putName(work: Work, id: TeamId, name: string): Promise<void> {
    await unlessTaken('team_name', work.rows(TeamRow).update({ id }, { name }), nameTaken);
  }

  /** Whether this is a team of this office now. */
  async exists(work: Work, organisation: OrganisationId, id: TeamId): Promise<boolean> {
    const found = await work.query(
      'SELECT 1 FROM team WHERE id = $1 AND organisation_id = $2 AND ended_at IS NULL',
      [id, organisation],
    );
    return found.length > 0;
  }

  /** The teams of an office with who is in them, oldest first. */
  async list(
    work: Work,
    _permit: Permit<'office.see'>,
    wish: { organisation: OrganisationId; limit: number; cursor?: string | undefined },
  ): Promise<Page<TeamJson>> {
    const rows = await work.query<TeamJson & { id: TeamId }>(
      `SELECT t.id, t.name,
              coalesce((SELECT jsonb_agg(jsonb_build_object('employee', e.id, 'name', e.name) ORDER BY e.name, e.id)
                          FROM team_member tm JOIN employee e ON e.id = tm.employee_id
                         WHERE tm.team_id = t.id), '[]') AS members
         FROM team t
        WHERE t.organisation_id = $1 AND t.ended_at IS NULL AND ($2::uuid IS NULL OR t.id > $2)
        ORDER BY t.id LIMIT $3`,
      [wish.organisation, positionOf('teams', wish.cursor)?.id ?? null, wish.limit + 1],
    );
    return pageOf(
      'teams',
      rows,
      wish.limit,
      ({ id }) => placeOf(id),
      (team) => team,
    );
  }

  /** Puts someone in a team; who is in it stays in it. */
  async putMember(work: Work, team: TeamId, employee: EmployeeId): Promise<void> {
    const known = await work.rows(TeamMemberRow).findOneBy({ team, employee });
    if (!known) await work.rows(TeamMemberRow).insert({ team, employee, since: work.now });
  }

  /** Takes someone out of a team. */
  async removeMember(work: Work, team: TeamId, employee: EmployeeId): Promise<void> {
    await work.query('DELETE FROM team_member WHERE team_id = $1 AND employee_id = $2', [team, employee]);
  }

  /** Takes someone out of all teams. */
  async removeFromAll(work: Work, employee: EmployeeId): Promise<void> {
    await work.query('DELETE FROM team_member WHERE employee_id = $1', [employee]);
  }

  /** A team is no more; its name is free. */
  async end(work: Work, id: TeamId): Promise<void> {
    await work.rows(TeamRow).update({ id }, { endedAt: work.now });
  }
}
