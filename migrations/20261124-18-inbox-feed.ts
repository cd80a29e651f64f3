import { sqlMigration } from './as-owner.ts';

/** R33: the acting employee is assigned, by himself, through a team, or for whom he stands in. Flat in a WHERE clause. */
const assigned = `(
  SELECT true FROM assignment a
   WHERE a.organisation_id = f.organisation_id AND a.client_id = f.client_id AND a.ended_at IS NULL
     AND (a.employee_id = ANY ((SELECT acting_as())::uuid[]) OR a.team_id = ANY ((SELECT acting_teams())::uuid[]))
   LIMIT 1)`;

/** R33: somebody who works there now handles the client; who is nobody's is the administrators'. */
const handled = `(
  SELECT true FROM assignment a
   WHERE a.organisation_id = f.organisation_id AND a.client_id = f.client_id AND a.ended_at IS NULL
     AND (a.employee_id = ANY ((SELECT acting_colleagues())::uuid[])
          OR a.team_id = ANY ((SELECT acting_staffed_teams())::uuid[]))
   LIMIT 1)`;

/** The mandates in force by which the acting employee's office may read such a message (R7, R17, R36). */
const mandates = `
  FROM scope_line l JOIN mandate m ON m.id = l.mandate_id
 WHERE l.client_id = f.client_id AND l.organisation_id = f.organisation_id AND l.sender = f.sender
   AND (l.category = 'all' OR l.category = f.category) AND l.ended_at IS NULL AND 'read' = ANY (l.actions)
   AND m.state = 'active' AND m.from_day <= (SELECT acting_day()) AND (SELECT acting_day()) < m.until_day`;

/**
 * One inbox over all clients of the acting employee: the feed with the guard in each row. It says what `decide()`
 * says of reading each message (a randomised test holds them equal), so that no list, count, search, page or export
 * knows more (R34). The guard is scalar sub-selects on purpose: as joins the planner would make hash joins of them,
 * and the walk along the index would no longer stop at the first page. The view is the owner's, so that its tables
 * are not guarded twice; the application sees nothing else of the feed.
 */
export const InboxFeed = sqlMigration(
  'InboxFeed',
  1795564800018,
  `
  CREATE INDEX scope_line_of_client ON scope_line (client_id, organisation_id);
  DROP INDEX scope_line_by_pair;
  ALTER TABLE feed ENABLE ROW LEVEL SECURITY;
  ALTER TABLE feed FORCE ROW LEVEL SECURITY;
  CREATE POLICY feed_owner ON feed TO volmacht_owner USING (true) WITH CHECK (true);

  -- Asked in every list: in a language that keeps its plans.
  CREATE OR REPLACE FUNCTION acting_role(any_standing boolean) RETURNS text
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  BEGIN
    RETURN (SELECT e.role FROM employee e JOIN organisation o ON o.id = e.organisation_id
             WHERE e.id = acting_employee() AND is_employed(e) AND (any_standing OR o.standing = 'recognised'));
  END $$;
  -- Everybody who works in the acting employee's office now, and the teams in which somebody of them is.
  CREATE FUNCTION acting_colleagues() RETURNS uuid[]
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  BEGIN
    RETURN coalesce((SELECT array_agg(e.id) FROM employee e
                      WHERE e.organisation_id = acting_organisation() AND is_employed(e)), '{}');
  END $$;
  CREATE FUNCTION acting_staffed_teams() RETURNS uuid[]
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  BEGIN
    RETURN coalesce((SELECT array_agg(DISTINCT tm.team_id) FROM team_member tm
                      WHERE tm.employee_id = ANY (acting_colleagues())), '{}');
  END $$;
  REVOKE EXECUTE ON FUNCTION acting_colleagues, acting_staffed_teams FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION acting_colleagues, acting_staffed_teams TO volmacht_app;

  CREATE VIEW inbox_feed AS
    SELECT f.organisation_id, f.delivered_at, f.message_id, f.client_id, f.sender, f.category, f.assurance,
           f.attachments, f.reply_by, f.reply_kind, f.office_read_at, f.handled, f.words AS indexed_words,
           CASE WHEN f.words IS NULL
                THEN (SELECT words_of(g.subject, g.body) FROM message g
                       WHERE g.client_id = f.client_id AND g.id = f.message_id)
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
                WHEN w.state <> 'taken' OR handles_now(w.holder, f.client_id) THEN w.state ELSE 'open' END
             AS work_state,
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
           ${handled} IS NULL AS assigned_to_nobody,
           (SELECT m.id ${mandates} ORDER BY m.requested_at, m.id LIMIT 1) AS mandate_id
      FROM feed f
      LEFT JOIN message_work w ON w.organisation_id = f.organisation_id AND w.message_id = f.message_id
     -- As a sub-select: the planner must not plan for the size of the office that a connection serves first.
     WHERE f.organisation_id = (SELECT acting_organisation())
       AND (SELECT acting_role(false)) IS NOT NULL                                                   -- R33
       AND (SELECT assurance_suffices('substantial'))                                                -- R5
       AND assurance_suffices(f.assurance)                                                           -- R6
       -- Who handles the client comes first: most rows that a colleague handles go no further.
       AND CASE WHEN ${assigned} OR ((SELECT acting_role(false)) = 'administrator' AND ${handled} IS NULL)
                THEN (SELECT true ${mandates} LIMIT 1)
                 AND (SELECT c.died_on FROM client c WHERE c.id = f.client_id) IS NULL              -- R30
                ELSE false END;
  COMMENT ON VIEW inbox_feed IS 'The messages that the acting employee may read now, of all clients of his office.';
  GRANT SELECT ON inbox_feed TO volmacht_app;

  -- The clients that the acting employee handles; nothing when they are more than so many. For who sees little of a
  -- large office it is cheaper to look client by client. It narrows; what it names still has to pass the guard.
  CREATE FUNCTION acting_clients(most int) RETURNS uuid[]
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  DECLARE
    mine uuid[] := acting_as();
    teams uuid[] := acting_teams();
    colleagues uuid[];
    staffed uuid[];
    found uuid[];
  BEGIN
    -- Counted with those who are his in two ways, so that what is cut off is never taken for all.
    SELECT array_agg(client_id) INTO found FROM (
      (SELECT a.client_id FROM assignment a WHERE a.employee_id = ANY (mine) AND a.ended_at IS NULL LIMIT most + 1)
      UNION ALL
      (SELECT a.client_id FROM assignment a WHERE a.team_id = ANY (teams) AND a.ended_at IS NULL LIMIT most + 1)) own;
    IF acting_role(false) = 'administrator' AND coalesce(cardinality(found), 0) <= most THEN
      colleagues := acting_colleagues();
      staffed := acting_staffed_teams();
      found := found || ARRAY(
        SELECT m.client_id FROM mandate m
         WHERE m.organisation_id = (SELECT acting_organisation()) AND m.state = 'active' AND NOT EXISTS (
           SELECT FROM assignment a
            WHERE a.organisation_id = m.organisation_id AND a.client_id = m.client_id AND a.ended_at IS NULL
              AND (a.employee_id = ANY (colleagues) OR a.team_id = ANY (staffed)))
         LIMIT most + 1);
    END IF;
    IF cardinality(found) > most THEN RETURN NULL; END IF;
    RETURN ARRAY(SELECT DISTINCT client_id FROM unnest(found) AS one (client_id));
  END $$;

  -- Of which clients the acting employee has messages in hand. As with acting_clients: it narrows, and no more.
  CREATE FUNCTION acting_held_clients() RETURNS uuid[]
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  BEGIN
    RETURN coalesce((SELECT array_agg(DISTINCT client_id) FROM message_work
                      WHERE organisation_id = acting_organisation() AND holder = acting_employee()
                        AND state = 'taken'), '{}');
  END $$;
  -- Who is in a team with the acting employee, himself too.
  CREATE FUNCTION acting_team_mates() RETURNS uuid[]
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT coalesce(array_agg(DISTINCT mate.employee_id), '{}') || acting_employee()
      FROM team_member own JOIN team_member mate ON mate.team_id = own.team_id
     WHERE own.employee_id = acting_employee()
  $$;
  -- How far a walk from here goes that looks at so many rows of the office's feed at most; nothing when it is shorter.
  -- Who sees little of a large office would walk past everybody else's messages.
  CREATE FUNCTION feed_horizon(most int, at timestamptz, id uuid, back boolean) RETURNS timestamptz
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  BEGIN
    IF back THEN
      RETURN (SELECT delivered_at FROM feed
               WHERE organisation_id = (SELECT acting_organisation()) AND (delivered_at, message_id) > (at, id)
               ORDER BY delivered_at, message_id OFFSET most LIMIT 1);
    END IF;
    IF at IS NOT NULL THEN
      RETURN (SELECT delivered_at FROM feed
               WHERE organisation_id = (SELECT acting_organisation()) AND (delivered_at, message_id) < (at, id)
               ORDER BY delivered_at DESC, message_id DESC OFFSET most LIMIT 1);
    END IF;
    RETURN (SELECT delivered_at FROM feed WHERE organisation_id = (SELECT acting_organisation())
             ORDER BY delivered_at DESC, message_id DESC OFFSET most LIMIT 1);
  END $$;
  REVOKE EXECUTE ON FUNCTION acting_clients, acting_held_clients, acting_team_mates, feed_horizon FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION acting_clients, acting_held_clients, acting_team_mates, feed_horizon TO volmacht_app;

  ALTER TABLE message_work ENABLE ROW LEVEL SECURITY;
  ALTER TABLE message_work FORCE ROW LEVEL SECURITY;
  CREATE POLICY message_work_owner ON message_work TO volmacht_owner USING (true) WITH CHECK (true);
  CREATE POLICY message_work_office ON message_work TO volmacht_app
    USING (organisation_id = acting_organisation() AND EXISTS (
             SELECT FROM message g WHERE g.client_id = message_work.client_id AND g.id = message_id
                AND may_do('read', g.client_id, g.sender, g.category, g.assurance)))
    WITH CHECK (organisation_id = acting_organisation() AND changed_by = acting_employee()
                AND acting_role(false) <> 'reader' AND EXISTS (
             SELECT FROM message g WHERE g.client_id = message_work.client_id AND g.id = message_id
                AND may_do('read', g.client_id, g.sender, g.category, g.assurance)));
  GRANT SELECT, INSERT, UPDATE ON message_work TO volmacht_app;
  `,
  `
  DROP POLICY message_work_office ON message_work;
  DROP FUNCTION feed_horizon, acting_team_mates, acting_held_clients, acting_clients;
  DROP VIEW inbox_feed;
  DROP FUNCTION acting_staffed_teams, acting_colleagues;
  CREATE INDEX scope_line_by_pair ON scope_line (organisation_id, client_id);
  DROP INDEX scope_line_of_client;
  `,
);
