import { sqlMigration } from './as-owner.ts';

/**
 * The contract between the room of mandates and the room of representative organisations, so that the latter
 * need not know how mandates are kept: which clients an office has, as far as the acting party may see them.
 *
 * One row for each office and client with a mandate that is asked for or was given, and is not over (by its state
 * or by the clock). Row-level security of `mandate` and `client` holds (`security_invoker`): an employee gets the
 * mandates of his own office, an administrator all of them, others those of their clients and their own requests.
 * - `name` is there only after consent in a mandate that still runs;
 * - `reference` is what the office itself wrote on its latest mandate.
 * Columns may be added; those that are here keep their meaning.
 */
export const OfficeClients = sqlMigration(
  'OfficeClients',
  1795478400008,
  `
  CREATE VIEW office_client WITH (security_invoker = true) AS
    SELECT m.organisation_id, m.client_id,
           CASE WHEN bool_or(m.activated_at IS NOT NULL)
                THEN (SELECT c.name FROM client c WHERE c.id = m.client_id) END AS name,
           (array_agg(m.reference ORDER BY m.requested_at DESC) FILTER (WHERE m.reference IS NOT NULL))[1]
             AS reference
      FROM mandate m
     WHERE (m.state IN ('requested', 'offered') AND acting_day() < m.answer_by)
        OR (m.state IN ('active', 'suspended') AND acting_day() < m.until_day)
     GROUP BY m.organisation_id, m.client_id;
  COMMENT ON VIEW office_client IS 'Contract between rooms: the clients of an office, as the acting party may see them.';
  GRANT SELECT ON office_client TO volmacht_app;
  `,
  `DROP VIEW office_client;`,
);
