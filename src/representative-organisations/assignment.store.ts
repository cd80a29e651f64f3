import { Injectable } from '@nestjs/common';
import type { Work } from '../audit/work.ts';
import type { AssignmentId, ClientId, EmployeeId, OrganisationId, TeamId } from '../domain/ids.ts';
import { newId } from '../platform/ids.ts';
import { AssignmentRow } from './assignment.row.ts';
import { unlessTaken } from './taken.store.ts';

/** One employee or one team. */
export type Handler = { readonly employee: EmployeeId } | { readonly team: TeamId };

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
      'This client is assigned there already.',
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

  /** Ends all assignments of an employee, or of a team. */
  async endOf(work: Work, handler: Handler): Promise<void> {
    const [column, id] =
      'team' in handler ? (['team_id', handler.team] as const) : (['employee_id', handler.employee] as const);
    await work.query(`UPDATE assignment SET ended_at = $2 WHERE ${column} = $1 AND ended_at IS NULL`, [
      id,
      work.now,
    ]);
  }

  /** The clients that are assigned to an employee, by himself or through a team. */
  async clientsOf(
    work: Work,
    organisation: OrganisationId,
    employee: EmployeeId,
  ): Promise<readonly ClientId[]> {
    const rows = await work.query<{ client: ClientId }>(
      `SELECT DISTINCT a.client_id AS client
         FROM assignment a LEFT JOIN team_member tm ON tm.team_id = a.team_id
        WHERE a.organisation_id = $1 AND a.ended_at IS NULL AND $2 IN (a.employee_id, tm.employee_id)`,
      [organisation, employee],
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
