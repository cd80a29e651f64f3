import { Injectable } from '@nestjs/common';
import type { Work } from '../../audit/work.ts';
import type { Permit } from '../../domain/decision.ts';
import type { OrganisationId } from '../../domain/ids.ts';
import type { WorkloadJson } from './workload.json.ts';

/** Counts who has how many clients. */
@Injectable()
export class WorkloadStore {
  /**
   * In one statement, over the clients whom the acting administrator may find (R33, R34). Who left, and a mandate
   * that is over, count for nothing; whom a colleague has by cover today is counted apart from his own. Who was only asked
   * is no work yet, and may not exist: of him only what the office named is counted (R3).
   */
  async of(
    work: Work,
    _permit: Permit<'office.workload'>,
    organisation: OrganisationId,
  ): Promise<WorkloadJson> {
    const [row] = await work.query<{ load: WorkloadJson }>(
      `WITH client AS MATERIALIZED (
              SELECT f.client AS id FROM found_clients(NULL, NULL, NULL, NULL, NULL, NULL) AS f (client)),
            open AS MATERIALIZED (
              SELECT a.client_id, a.employee_id, a.team_id FROM assignment a JOIN client ON client.id = a.client_id
               WHERE a.organisation_id = $1 AND a.ended_at IS NULL),
            worker AS MATERIALIZED (
              SELECT e.id, e.name, e.role FROM employee e
               WHERE e.organisation_id = $1 AND e.subject IS NOT NULL AND is_employed(e)),
            member AS MATERIALIZED (
              SELECT tm.team_id, tm.employee_id FROM team_member tm JOIN worker ON worker.id = tm.employee_id),
            reach AS (
              SELECT open.client_id, open.employee_id, true AS own FROM open WHERE open.employee_id IS NOT NULL
              UNION ALL
              SELECT open.client_id, member.employee_id, false FROM open JOIN member USING (team_id)),
            person AS (
              SELECT worker.id, worker.name, worker.role, count(DISTINCT reach.client_id) AS clients,
                     count(DISTINCT reach.client_id) FILTER (WHERE reach.own) AS own
                FROM worker LEFT JOIN reach ON reach.employee_id = worker.id GROUP BY 1, 2, 3),
            covering AS (
              SELECT c.substitute AS id, count(DISTINCT reach.client_id) AS covered
                FROM cover c JOIN worker ON worker.id = c.absent JOIN reach ON reach.employee_id = c.absent
               WHERE c.organisation_id = $1 AND c.ended_at IS NULL AND c.from_day <= acting_day()
                 AND acting_day() < c.until_day
                 AND NOT EXISTS (SELECT FROM reach own
                                  WHERE own.employee_id = c.substitute AND own.client_id = reach.client_id)
               GROUP BY 1),
            group_of AS (
              SELECT t.id, t.name, (SELECT count(*) FROM member WHERE member.team_id = t.id) AS members,
                     (SELECT count(*) FROM open WHERE open.team_id = t.id) AS clients
                FROM team t WHERE t.organisation_id = $1 AND t.ended_at IS NULL)
       SELECT jsonb_build_object(
         'clients', (SELECT count(*) FROM client),
         'withoutHandler', (SELECT count(*) FROM found_clients(false, NULL, NULL, NULL, NULL, NULL)),
         'asked', people_asked(),
         'employees', (SELECT coalesce(jsonb_agg(jsonb_build_object('employee', id, 'name', name, 'role', role,
                         'clients', clients, 'own', own, 'byCover', coalesce(covered, 0)) ORDER BY name, id), '[]')
                         FROM person LEFT JOIN covering USING (id)),
         'teams', (SELECT coalesce(jsonb_agg(jsonb_build_object('team', id, 'name', name, 'members', members,
                     'clients', clients) ORDER BY name, id), '[]') FROM group_of)) AS load`,
      [organisation],
    );
    if (!row) throw new Error('a count answers with one row');
    return row.load;
  }
}
