import { sqlMigration } from './as-owner.ts';
import { withGrounds } from './in-force.ts';

/** What the client never gave: `wasGiven` of src/domain/mandate.ts in the dialect of a query. */
const never = `m.state IN ('requested', 'offered', 'declined', 'lapsed', 'withdrawn')`;

/**
 * The list of mandates walks a view of the owner, in which what `mandate_party` asks of the actor is asked once for a
 * statement and not in each row (decision 71). Tests hold it equal to the policy and to decide().
 */
export const MandatesInSight = sqlMigration(
  'MandatesInSight',
  1795910400081,
  `
  DROP INDEX mandate_by_requester;
  CREATE INDEX mandate_by_requester ON mandate (requested_by, requested_at DESC, id DESC) WHERE requested_by IS NOT NULL;

  CREATE VIEW mandate_in_sight AS
    SELECT m.id, m.client_id, m.organisation_id, m.requested_at, m.requested_by, m.state, m.answer_by, m.until_day,
           m.ends_on, m.suspended, m.activated_at,
           -- Sender and category of each line that is not over.
           ARRAY(SELECT l.sender || ' ' || l.category FROM scope_line l
                  WHERE l.mandate_id = m.id AND ${withGrounds.open('l')}) AS open_lines
      FROM mandate m
     WHERE CASE (SELECT acting_kind())
             WHEN 'citizen' THEN m.client_id = (SELECT acting_client()) AND m.offered_at IS NOT NULL   -- R3
             WHEN 'official' THEN (SELECT assurance_suffices('substantial')) AND (SELECT acting_works()) -- R5
             WHEN 'employee' THEN m.organisation_id = (SELECT acting_organisation())
               AND (SELECT assurance_suffices('substantial'))                                          -- R5
               AND (SELECT acting_role(true)) IS NOT NULL                                              -- R33
               AND ((SELECT acting_role(true)) = 'administrator'
                 -- A request is for who asked; who handles the client sees it when it renews (R3, R33).
                 OR (m.requested_by = (SELECT acting_employee())
                     AND (${never} OR m.activated_at = (SELECT acting_now())))
                 OR ((m.predecessor IS NOT NULL OR NOT ${never})
                     -- Looked up in a row, and not gathered before: who handles much sees a page at once.
                     AND (SELECT true FROM assignment a
                           WHERE a.organisation_id = m.organisation_id AND a.client_id = m.client_id AND a.ended_at IS NULL
                             AND (a.employee_id = ANY ((SELECT acting_handlers())::uuid[])
                                  OR a.team_id = ANY ((SELECT acting_handlers())::uuid[])) LIMIT 1)))
             ELSE false END;
  COMMENT ON VIEW mandate_in_sight IS 'The mandates that the acting citizen, employee or official may see, to list them.';
  GRANT SELECT ON mandate_in_sight TO volmacht_app;
  `,
  `
  DROP VIEW mandate_in_sight;
  DROP INDEX mandate_by_requester;
  CREATE INDEX mandate_by_requester ON mandate (requested_by) WHERE requested_by IS NOT NULL;
  `,
);
