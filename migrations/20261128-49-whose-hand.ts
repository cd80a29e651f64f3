import { assigned } from './20261128-30-quicker-inbox.ts';
import { sqlMigration } from './as-owner.ts';
import { inboxFeedUnlessShielded } from './in-force.shields.ts';

/** R33 as before, with one question instead of two: an assignment is of an employee or of a team. */
export const assignedAtOnce = `(
  SELECT true FROM assignment a
   WHERE a.organisation_id = f.organisation_id AND a.client_id = f.client_id AND a.ended_at IS NULL
     AND coalesce(a.employee_id, a.team_id) = ANY ((SELECT acting_handlers())::uuid[])
   LIMIT 1)`;

export const marks = /AS marks\n/;
export const hand = `AS marks,
           -- In whose hand it is, asked once: state, holder, name. Of someone who left, or handles the client no more:
           -- in nobody's.
           CASE WHEN w.holder IS NOT NULL AND handles_now(w.holder, f.client_id)
                THEN ARRAY[w.state, w.holder::text, (SELECT e.name FROM employee e WHERE e.id = w.holder)]
                ELSE ARRAY[CASE WHEN w.state = 'handled' THEN w.state ELSE 'open' END] END AS hand
`;

/** What a list asks of each row it shows, and the guard of each statement, is asked once. */
export const WhoseHand = sqlMigration(
  'WhoseHand',
  1795910400049,
  `
  -- For whom the acting employee is assigned: himself, in whose place he works now, and their teams.
  CREATE FUNCTION acting_handlers() RETURNS uuid[]
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  DECLARE places uuid[] := acting_as();
  BEGIN
    RETURN places || ARRAY(SELECT tm.team_id FROM team_member tm WHERE tm.employee_id = ANY (places));
  END $$;
  REVOKE EXECUTE ON FUNCTION acting_handlers FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION acting_handlers TO volmacht_app;
  ${inboxFeedUnlessShielded.replace(assigned, assignedAtOnce).replace(marks, hand)}
  `,
  `
  DROP VIEW inbox_feed;
  ${inboxFeedUnlessShielded}
  COMMENT ON VIEW inbox_feed IS 'The messages that the acting employee may read now, of all clients of his office.';
  GRANT SELECT ON inbox_feed TO volmacht_app;
  DROP FUNCTION acting_handlers;
  `,
);
