import { Injectable } from '@nestjs/common';
import type { Work } from '../audit/work.ts';
import type { Handler, OpenAssignment } from '../domain/assigning.ts';
import type { AssignmentId, ClientId, EmployeeId, OrganisationId, TeamId } from '../domain/ids.ts';
import { newId } from '../platform/ids.ts';
import { AssignmentRow } from './assignment.row.ts';
import { unlessTaken } from './taken.store.ts';

/** The only writer of who handles which client. */
@Injectable()
export class AssignmentStore {
  /** @throws Problem `already-exists` when this employee or team handles the client already. */
  async add(
    work: Work,
    organisation: OrganisationId,
    client: ClientId,
    handler: Handler,
  ): Promise<AssignmentId> {
    const id = newId<'assignment'>();
    await unlessTaken(
      'assignment_once',
      work.rows(AssignmentRow).insert({ id, organisation, client, ...handler, since: work.now }),
      { en: 'This client is assigned there already.', nl: 'Deze cliënt is daar al toegewezen.' },
    );
    return id;
  }

  /** Ends an assignment of this office, and tells whose client it was; nothing when there is none. */
  async end(work: Work, organisation: OrganisationId, id: AssignmentId): Promise<ClientId | undefined> {
    const [ended] = await work.query<{ client: ClientId }>(
      `UPDATE assignment SET ended_at = $3 WHERE id = $1 AND organisation_id = $2 AND ended_at IS NULL
       RETURNING client_id AS client`,
      [id, organisation, work.now],
    );
    return ended?.client;
  }

  /** Of these, the clients of the office, each with who has him now. */
  async openOf(
    work: Work,
    organisation: OrganisationId,
    clients: readonly string[],
  ): Promise<ReadonlyMap<string, readonly OpenAssignment[]>> {
    const rows = await work.query<{ client: ClientId; open: OpenAssignment[] }>(
      `SELECT f.client, coalesce((SELECT jsonb_agg(jsonb_build_object(
                'id', a.id, 'employee', a.employee_id, 'team', a.team_id) ORDER BY a.id)
                FROM assignment a
               WHERE a.organisation_id = $1 AND a.client_id = f.client AND a.ended_at IS NULL), '[]') AS open
         FROM found_clients(NULL, NULL, NULL, NULL, NULL, NULL) AS f (client)
        WHERE f.client = ANY ($2)`,
      [organisation, clients],
    );
    return new Map(rows.map(({ client, open }) => [client, open]));
  }

  /** Assigns many clients at once; answers with the new assignments, in the same order. */
  async addMany(
    work: Work,
    organisation: OrganisationId,
    clients: readonly ClientId[],
    handler: Handler,
  ): Promise<readonly AssignmentId[]> {
    const ids = clients.map(() => newId<'assignment'>());
    const [employee, team] = 'team' in handler ? [null, handler.team] : [handler.employee, null];
    await work.query(
      `INSERT INTO assignment (id, organisation_id, client_id, employee_id, team_id, since)
       SELECT made.id, $1, made.client, $4, $5, $6 FROM unnest($2::uuid[], $3::uuid[]) AS made (id, client)`,
      [organisation, ids, clients, employee, team, work.now],
    );
    return ids;
  }

  /** Ends many assignments of this office at once. */
  async endMany(work: Work, organisation: OrganisationId, ids: readonly AssignmentId[]): Promise<void> {
    await work.query(
      'UPDATE assignment SET ended_at = $3 WHERE organisation_id = $1 AND id = ANY ($2) AND ended_at IS NULL',
      [organisation, ids, work.now],
    );
  }

  /** Ends all assignments of an employee, or of a team. */
  async endOf(work: Work, handler: Handler): Promise<void> {
    const [column, id] =
      'team' in handler ? (['team_id', handler.team] as const) : (['employee_id', handler.employee] as const);
    await work.query(`UPDATE assignment SET ended_at = $2 WHERE ${column} = $1 AND ended_at IS NULL`, [
      id,
      work.now,
    ]);
  }

  /** The clients that are assigned to a team, or to an employee by himself or through a team. */
  async clientsOf(
    work: Work,
    organisation: OrganisationId,
    handler: EmployeeId | TeamId,
  ): Promise<readonly ClientId[]> {
    const rows = await work.query<{ client: ClientId }>(
      `SELECT DISTINCT a.client_id AS client
         FROM assignment a LEFT JOIN team_member tm ON tm.team_id = a.team_id
        WHERE a.organisation_id = $1 AND a.ended_at IS NULL AND $2 IN (a.employee_id, a.team_id, tm.employee_id)`,
      [organisation, handler],
    );
    return rows.map(({ client }) => client);
  }

  /**
   * Which of these are clients whom nobody handles who works here now. Nothing at all in an office that is not
   * recognised: it sees nothing of clients.
   */
  async withoutHandler(
    work: Work,
    organisation: OrganisationId,
    clients: readonly ClientId[],
  ): Promise<readonly ClientId[] | undefined> {
    const [row] = await work.query<{ clients: ClientId[] | null }>(
      `SELECT CASE WHEN acting_role(false) IS NOT NULL THEN ARRAY(
                SELECT oc.client_id FROM office_client oc
                 CROSS JOIN LATERAL handling_of(oc.organisation_id, acting_employee(), oc.client_id) h
                 WHERE oc.organisation_id = $1 AND oc.client_id = ANY ($2) AND NOT h.handled
                 ORDER BY oc.client_id) END AS clients`,
      [organisation, clients],
    );
    return row?.clients ?? undefined;
  }
}
