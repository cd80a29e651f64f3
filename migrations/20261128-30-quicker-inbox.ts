import { sqlMigration } from './as-owner.ts';

/** R33: the acting employee is assigned, by himself, through a team, or for whom he stands in. Flat in a WHERE clause. */
export const assigned = `(
  SELECT true FROM assignment a
   WHERE a.organisation_id = f.organisation_id AND a.client_id = f.client_id AND a.ended_at IS NULL
     AND (a.employee_id = ANY ((SELECT acting_as())::uuid[]) OR a.team_id = ANY ((SELECT acting_teams())::uuid[]))
   LIMIT 1)`;

/** R33: somebody who works there now handles the client; who is nobody's is the administrators'. */
export const handled = `(
  SELECT true FROM assignment a
   WHERE a.organisation_id = f.organisation_id AND a.client_id = f.client_id AND a.ended_at IS NULL
     AND (a.employee_id = ANY ((SELECT acting_colleagues())::uuid[])
          OR a.team_id = ANY ((SELECT acting_staffed_teams())::uuid[]))
   LIMIT 1)`;

/** The lines in force by which the acting employee's office may read such a message (R7, R17, R36). */
const lines = `
  FROM scope_line l JOIN mandate m ON m.id = l.mandate_id
 WHERE l.client_id = f.client_id AND l.organisation_id = f.organisation_id AND l.sender = f.sender
   AND (l.category = 'all' OR l.category = f.category) AND l.ended_at IS NULL AND 'read' = ANY (l.actions)
   AND m.state = 'active' AND m.from_day <= (SELECT acting_day()) AND (SELECT acting_day()) < m.until_day`;

/** What a message is to the office and to the acting employee, whichever way the guard is written. */
const told = `
  CASE WHEN f.words IS NULL
       THEN (SELECT words_of(g.subject, g.body) FROM message g WHERE g.client_id = f.client_id AND g.id = f.message_id)
       ELSE f.words END AS words,
  (SELECT g.subject FROM message g WHERE g.client_id = f.client_id AND g.id = f.message_id) AS subject,
  (SELECT g.type FROM message g WHERE g.client_id = f.client_id AND g.id = f.message_id) AS type,
  (SELECT c.name FROM client c WHERE c.id = f.client_id) AS client_name,
  (SELECT k.read_at FROM message_mark k WHERE k.client_id = f.client_id AND k.message_id = f.message_id
      AND k.reader = current_setting('app.actor')) AS read_at,
  (SELECT k.archived_at FROM message_mark k WHERE k.client_id = f.client_id AND k.message_id = f.message_id
      AND k.reader = current_setting('app.actor')) AS archived_at,
  -- In the hand of someone who left, or handles the client no more, is in nobody's hand.
  CASE WHEN w.state IS NULL THEN 'open'
       WHEN w.state <> 'taken' OR handles_now(w.holder, f.client_id) THEN w.state ELSE 'open' END AS work_state,
  CASE WHEN handles_now(w.holder, f.client_id) THEN w.holder END AS holder,
  CASE WHEN handles_now(w.holder, f.client_id)
       THEN (SELECT e.name FROM employee e WHERE e.id = w.holder) END AS holder_name,
  w.holder AS kept_holder,
  EXISTS (SELECT FROM assignment a
           WHERE a.organisation_id = f.organisation_id AND a.client_id = f.client_id AND a.ended_at IS NULL
             AND a.employee_id = ANY ((SELECT acting_as())::uuid[])) AS assigned_to_me,
  EXISTS (SELECT FROM assignment a
           WHERE a.organisation_id = f.organisation_id AND a.client_id = f.client_id AND a.ended_at IS NULL
             AND a.team_id = ANY ((SELECT acting_teams())::uuid[])) AS assigned_to_my_team,
  ${handled} IS NULL AS assigned_to_nobody`;

/** What is told of each row. */
export const feed = `
  SELECT f.organisation_id, f.delivered_at, f.message_id, f.client_id, f.sender, f.category, f.assurance,
         f.attachments, f.reply_by, f.reply_kind, f.office_read_at, f.handled, f.words AS indexed_words, ${told}`;

/** Which rows are looked at, for whom at all, and what of a message alone decides. */
export const open = `
  -- As a sub-select: the planner must not plan for the size of the office that a connection serves first.
  f.organisation_id = (SELECT acting_organisation())
  AND (SELECT acting_role(false)) IS NOT NULL                                                        -- R33
  AND (SELECT assurance_suffices('substantial'))                                                     -- R5
  AND assurance_suffices(f.assurance)                                                                -- R6`;

/**
 * The guard of the inbox over all clients asks the same for less. What it asks of a row is in indexes alone; the line
 * by which a message is seen is looked up once, for the guard and for the trail: a LIMIT keeps it a look-up in each
 * row, as a plain join the walk along the index would not stop at the first page. Who sees little of a large office
 * has the newest of his few clients laid side by side, and the guard is asked only as far as the page goes.
 */
export const QuickerInbox = sqlMigration(
  'QuickerInbox',
  1795910400030,
  `
  CREATE INDEX assignment_running ON assignment (organisation_id, client_id) INCLUDE (employee_id, team_id)
    WHERE ended_at IS NULL;
  DROP INDEX assignment_by_client;
  CREATE INDEX scope_line_to_read ON scope_line (client_id, organisation_id, mandate_id) INCLUDE (sender, category)
    WHERE ended_at IS NULL AND 'read' = ANY (actions);
  CREATE INDEX mandate_in_force ON mandate (id) INCLUDE (from_day, until_day) WHERE state = 'active';
  DROP INDEX mandate_active;
  CREATE INDEX client_dead ON client (id) WHERE died_on IS NOT NULL;

  DROP VIEW inbox_feed;
  CREATE VIEW inbox_feed AS
    ${feed},
           given.id AS mandate_id,
           -- What a list shows of a message, looked up once: subject and type, when read and when archived.
           (SELECT ARRAY[g.subject, g.type] FROM message g WHERE g.client_id = f.client_id AND g.id = f.message_id)
             AS letter,
           (SELECT ARRAY[k.read_at, k.archived_at] FROM message_mark k
             WHERE k.client_id = f.client_id AND k.message_id = f.message_id
               AND k.reader = current_setting('app.actor')) AS marks
      FROM feed f
     CROSS JOIN LATERAL (SELECT l.mandate_id AS id ${lines} ORDER BY l.mandate_id LIMIT 1) AS given
      LEFT JOIN message_work w ON w.organisation_id = f.organisation_id AND w.message_id = f.message_id
     WHERE ${open}
       AND (SELECT true FROM client c WHERE c.id = f.client_id AND c.died_on IS NOT NULL) IS NULL      -- R30
       -- Only who is not assigned has to be an administrator to whom what is nobody's belongs.
       AND CASE WHEN ${assigned} THEN true
                WHEN (SELECT acting_role(false)) = 'administrator' THEN ${handled} IS NULL
                ELSE false END;
  COMMENT ON VIEW inbox_feed IS 'The messages that the acting employee may read now, of all clients of his office.';
  GRANT SELECT ON inbox_feed TO volmacht_app;

  -- The clients that the acting employee handles, asked before anything else: nothing when they are more than so many,
  -- nor for an administrator, whose are dear to find (acting_clients). It narrows; the guard still has to let through.
  CREATE FUNCTION acting_few_clients(most int) RETURNS uuid[]
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  DECLARE
    mine uuid[] := acting_as();
    teams uuid[] := ARRAY(SELECT tm.team_id FROM team_member tm WHERE tm.employee_id = ANY (mine));
    found uuid[];
  BEGIN
    IF EXISTS (SELECT FROM employee e WHERE e.id = acting_employee() AND e.role = 'administrator') THEN RETURN NULL; END IF;
    -- Counted with those who are his in two ways, so that what is cut off is never taken for all.
    found := ARRAY(
      (SELECT a.client_id FROM assignment a WHERE a.employee_id = ANY (mine) AND a.ended_at IS NULL LIMIT most + 1)
      UNION ALL
      (SELECT a.client_id FROM assignment a WHERE a.team_id = ANY (teams) AND a.ended_at IS NULL LIMIT most + 1));
    IF cardinality(found) > most THEN RETURN NULL; END IF;
    RETURN ARRAY(SELECT DISTINCT client_id FROM unnest(found) AS one (client_id));
  END $$;

  -- The newest messages of these clients of the acting employee's office behind a place, laid side by side: so many
  -- of each, as far back as nothing is missing between them; \`complete\` when that is all there are. As with
  -- acting_clients: it narrows, and no more.
  CREATE FUNCTION newest_of(
    whom uuid[], most int, at timestamptz, id uuid,
    OUT places timestamptz[], OUT messages uuid[], OUT clients uuid[], OUT complete boolean
  )
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  DECLARE edge timestamptz;
  BEGIN
    WITH laid AS MATERIALIZED (
      SELECT one.* FROM unnest(whom) AS v (client_id) CROSS JOIN LATERAL (
        SELECT f.delivered_at, f.message_id, f.client_id FROM feed f
         WHERE f.organisation_id = (SELECT acting_organisation()) AND f.client_id = v.client_id
           AND (f.delivered_at, f.message_id)
               < (coalesce(at, 'infinity'), coalesce(id, 'ffffffff-ffff-ffff-ffff-ffffffffffff'))
         ORDER BY f.delivered_at DESC, f.message_id DESC LIMIT most) one),
    cut AS (SELECT max(oldest) AS edge
              FROM (SELECT min(delivered_at) AS oldest FROM laid GROUP BY client_id HAVING count(*) = most) each)
    SELECT array_agg(l.delivered_at), array_agg(l.message_id), array_agg(l.client_id), (SELECT cut.edge FROM cut)
      INTO places, messages, clients, edge
      FROM (SELECT * FROM laid WHERE delivered_at > (SELECT coalesce(cut.edge, '-infinity') FROM cut)
             ORDER BY delivered_at DESC, message_id DESC) l;
    complete := edge IS NULL;
  END $$;
  REVOKE EXECUTE ON FUNCTION acting_few_clients, newest_of FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION acting_few_clients, newest_of TO volmacht_app;
  `,
  `
  DROP FUNCTION newest_of, acting_few_clients;
  DROP VIEW inbox_feed;
  CREATE VIEW inbox_feed AS
    ${feed},
           (SELECT m.id ${lines} ORDER BY m.requested_at, m.id LIMIT 1) AS mandate_id
      FROM feed f
      LEFT JOIN message_work w ON w.organisation_id = f.organisation_id AND w.message_id = f.message_id
     WHERE ${open}
       AND CASE WHEN ${assigned} OR ((SELECT acting_role(false)) = 'administrator' AND ${handled} IS NULL)
                THEN (SELECT true ${lines} LIMIT 1)
                 AND (SELECT c.died_on FROM client c WHERE c.id = f.client_id) IS NULL
                ELSE false END;
  COMMENT ON VIEW inbox_feed IS 'The messages that the acting employee may read now, of all clients of his office.';
  GRANT SELECT ON inbox_feed TO volmacht_app;
  CREATE INDEX mandate_active ON mandate (id) WHERE state = 'active';
  CREATE INDEX assignment_by_client ON assignment (organisation_id, client_id) WHERE ended_at IS NULL;
  DROP INDEX client_dead, mandate_in_force, scope_line_to_read, assignment_running;
  `,
);
