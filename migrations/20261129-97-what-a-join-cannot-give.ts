import { sqlMigration } from './as-owner.ts';
import { withGrounds } from './in-force.ts';

/** Two pseudonyms become one, as migration 39 laid it; \`taken\` ends what the one that stays cannot give. */
const joinClients = (taken: string): string => `
  CREATE OR REPLACE FUNCTION join_clients(gone uuid, stays uuid)
  RETURNS TABLE (mandate uuid, organisation uuid, before text, after text, why text)
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  DECLARE place record; running uuid; measure text;
  BEGIN
    IF NOT acting_on_identities()
    THEN RAISE EXCEPTION 'only an official or a job joins clients' USING ERRCODE = 'insufficient_privilege'; END IF;
    -- Deliveries share these locks (feed_delivered); whatever refers to a client locks his row.
    PERFORM pg_advisory_xact_lock(hashtextextended(least(gone, stays)::text, 13));
    PERFORM pg_advisory_xact_lock(hashtextextended(greatest(gone, stays)::text, 13));
    PERFORM FROM client WHERE id IN (gone, stays) ORDER BY id FOR UPDATE;
    IF gone = stays
       OR NOT EXISTS (SELECT FROM client WHERE id = gone AND bsn_index IS NULL AND joined_into IS NULL)
       OR NOT EXISTS (SELECT FROM client WHERE id = stays AND joined_into IS NULL)
    THEN RAISE EXCEPTION 'these two cannot become one' USING ERRCODE = 'check_violation'; END IF;

    -- R14: where both gave one office the same, both mandates stay; one of them claims it.
    UPDATE scope_line g SET claims = false
     WHERE g.client_id = gone AND g.claims AND EXISTS (
       SELECT FROM scope_line s WHERE s.client_id = stays AND s.claims AND s.organisation_id = g.organisation_id
          AND s.sender = g.sender AND s.category = g.category AND s.period && g.period);
    UPDATE assignment g SET ended_at = acting_now()
     WHERE g.client_id = gone AND g.ended_at IS NULL AND EXISTS (
       SELECT FROM assignment s WHERE s.client_id = stays AND s.ended_at IS NULL
          AND s.organisation_id = g.organisation_id
          AND coalesce(s.team_id, s.employee_id) = coalesce(g.team_id, g.employee_id));
    UPDATE shield g SET ended_at = acting_now(), ended_by = acting_id()
     WHERE g.client_id = gone AND g.ended_at IS NULL AND EXISTS (
       SELECT FROM shield s WHERE s.client_id = stays AND s.ended_at IS NULL AND s.shielded_by = g.shielded_by
          AND (s.organisation_id, s.message_id, s.sender, s.category) IS NOT DISTINCT FROM
              (g.organisation_id, g.message_id, g.sender, g.category));
    DELETE FROM client_contact g WHERE g.client_id = gone
       AND (EXISTS (SELECT FROM client_contact s WHERE s.client_id = stays)
            OR EXISTS (SELECT FROM client s WHERE s.id = stays AND s.bsn_index IS NOT NULL));
    DELETE FROM client_preference g WHERE g.client_id = gone
       AND EXISTS (SELECT FROM client_preference s WHERE s.client_id = stays);
    DELETE FROM identity_candidate g WHERE g.client_id = gone
       AND EXISTS (SELECT FROM identity_candidate s WHERE s.case_id = g.case_id AND s.client_id = stays);

    IF (SELECT died_on IS NOT NULL FROM client WHERE id = stays) THEN
      RETURN QUERY SELECT e.mandate, e.organisation, e.before, e.after, 'death' FROM end_mandates_of_client(gone, 'death') e;
    END IF;
${taken}

    SET CONSTRAINTS ALL DEFERRED;
    FOR place IN
      SELECT t.oid::regclass AS name FROM pg_class t
        JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum > 0 AND NOT a.attisdropped
       WHERE t.relkind = 'r' AND t.relnamespace = 'public'::regnamespace AND t.oid <> 'trail'::regclass
         AND a.atttypid = 'uuid'::regtype AND a.attname = 'client_id'
    LOOP EXECUTE format('UPDATE %s SET client_id = $2 WHERE client_id = $1', place.name) USING gone, stays;
    END LOOP;
    UPDATE message_mark SET reader = 'citizen:' || stays WHERE client_id = stays AND reader = 'citizen:' || gone;
    UPDATE job SET payload = jsonb_set(payload, '{client}', to_jsonb(stays)) WHERE payload->>'client' = gone::text;
    UPDATE client SET joined_into = stays WHERE joined_into = gone;
    UPDATE client s SET name = coalesce(s.name, g.name), died_on = coalesce(s.died_on, g.died_on),
                        since = least(s.since, g.since)
      FROM client g WHERE s.id = stays AND g.id = gone;
    UPDATE client SET joined_into = stays, joined_at = acting_now(), name = NULL WHERE id = gone;
    -- What the mandates of either cover is now all of it in the feed of their offices.
    FOR running IN SELECT id FROM mandate WHERE client_id = stays AND activated_at IS NOT NULL AND ended_at IS NULL
    LOOP PERFORM open_feed(running, stays); END LOOP;
    SET CONSTRAINTS ALL IMMEDIATE;
  END $$;`;

/** By the measures whose guardian is in force, each over the whole of its ground. */
const byItsGuardian = `
    FOR measure IN SELECT DISTINCT m.ground FROM mandate m
                    WHERE m.client_id = stays AND ${withGrounds.running('m', 'acting_day()')}
                      AND m.ground IN ('curatele', 'provisional', 'bewind')
    LOOP
      IF measure = 'bewind' THEN
        -- What was of everything goes on for what is not money.
        INSERT INTO scope_line (id, mandate_id, client_id, organisation_id, sender, category, actions, period, claims)
          SELECT gen_random_uuid(), l.mandate_id, l.client_id, l.organisation_id, l.sender, other.category, l.actions,
                 l.period, false
            FROM scope_line l JOIN mandate m ON m.id = l.mandate_id AND m.ground = 'voluntary' AND m.ended_at IS NULL
           CROSS JOIN (VALUES ('care'), ('other')) AS other (category)
           WHERE l.client_id = gone AND l.ended_at IS NULL AND l.category = 'all';
        RETURN QUERY
          WITH over AS (
            UPDATE scope_line l SET ended_at = acting_now(), claims = false FROM mandate m
             WHERE m.id = l.mandate_id AND m.client_id = gone AND m.ground = 'voluntary' AND m.ended_at IS NULL
               AND l.ended_at IS NULL AND l.category IN ('financial', 'all')
            RETURNING m.id, m.organisation_id, m.state)
          SELECT DISTINCT o.id, o.organisation_id, o.state, o.state, 'bewind' FROM over o;
        RETURN QUERY SELECT e.mandate, e.organisation, e.before, e.after, 'bewind' FROM end_mandates(ARRAY(
          SELECT m.id FROM mandate m WHERE m.client_id = gone AND m.ground = 'voluntary' AND NOT EXISTS (
            SELECT FROM scope_line l WHERE l.mandate_id = m.id AND l.ended_at IS NULL)), 'bewind') e;
      ELSE
        RETURN QUERY SELECT e.mandate, e.organisation, e.before, e.after, 'curatele' FROM end_mandates(ARRAY(
          SELECT m.id FROM mandate m WHERE m.client_id = gone AND m.ground = 'voluntary'), 'curatele') e;
      END IF;
    END LOOP;`;

/** By what the measures themselves take: R26, R27. What is not taken of a line goes on. */
const byTheMeasure = `
    -- Before the rows move: it is asked of who stays, about what the other gave.
    INSERT INTO scope_line (id, mandate_id, client_id, organisation_id, sender, category, actions, period, claims)
      SELECT gen_random_uuid(), l.mandate_id, l.client_id, l.organisation_id, l.sender, other.category, l.actions,
             l.period, false
        FROM scope_line l JOIN mandate m ON m.id = l.mandate_id AND m.ground = 'voluntary' AND m.ended_at IS NULL
       CROSS JOIN (VALUES ('financial'), ('care'), ('other')) AS other (category)
       WHERE l.client_id = gone AND l.ended_at IS NULL AND l.category = 'all' AND m.state IN ('active', 'suspended')
         AND taken_by_measures(stays, l.sender, 'all') IS NOT NULL
         AND taken_by_measures(stays, l.sender, other.category) IS NULL
      ON CONFLICT DO NOTHING;
    RETURN QUERY
      WITH over AS (
        UPDATE scope_line l SET ended_at = acting_now(), claims = false FROM mandate m
         WHERE m.id = l.mandate_id AND m.client_id = gone AND m.ground = 'voluntary' AND m.ended_at IS NULL
           AND m.state IN ('active', 'suspended') AND l.ended_at IS NULL
           AND taken_by_measures(stays, l.sender, l.category) IS NOT NULL
        RETURNING m.id, m.organisation_id, m.state, taken_by_measures(stays, l.sender, l.category) AS why)
      SELECT o.id, o.organisation_id, o.state, o.state, max(o.why) FROM over o
       WHERE EXISTS (SELECT FROM scope_line l WHERE l.mandate_id = o.id AND l.ended_at IS NULL
                        AND taken_by_measures(stays, l.sender, l.category) IS NULL)
       GROUP BY o.id, o.organisation_id, o.state;
    FOR measure IN VALUES ('curatele'), ('bewind') LOOP
      RETURN QUERY SELECT e.mandate, e.organisation, e.before, e.after, measure FROM end_mandates(ARRAY(
        SELECT m.id FROM mandate m
         WHERE m.client_id = gone AND m.ground = 'voluntary'
           AND NOT EXISTS (SELECT FROM scope_line l WHERE l.mandate_id = m.id AND l.ended_at IS NULL)
           AND EXISTS (SELECT FROM scope_line l WHERE l.mandate_id = m.id AND l.ended_at = acting_now()
                          AND taken_by_measures(stays, l.sender, l.category) = measure)), measure) e;
    END LOOP;`;

/**
 * R26, R27: where two pseudonyms of one person become one, what the other gave ends as far as a measure that stands takes
 * it: also without its guardian, and of a partial bewind what its order names.
 */
export const WhatAJoinCannotGive = sqlMigration(
  'WhatAJoinCannotGive',
  1795910400097,
  `
  -- What takes this out of the client's hands, as a mandate says why it ended: 'curatele', 'bewind' or nothing.
  CREATE FUNCTION taken_by_measures(whose uuid, from_sender text, about text) RETURNS text
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT max(CASE c.ground WHEN 'bewind' THEN 'bewind' ELSE 'curatele' END)
      FROM mandate c JOIN court_order o ON o.id = c.court_order_id
       WHERE c.client_id = whose AND c.ground IN ('curatele', 'bewind', 'provisional') AND measure_stands(c)
         AND CASE WHEN o.divided OR NOT (o.partial OR c.ground = 'provisional')
                  THEN c.ground <> 'bewind' OR about IN ('financial', 'all')
                  ELSE EXISTS (SELECT FROM scope_line t
                                WHERE t.mandate_id = c.id AND t.sender IN (from_sender, '*')
                                  AND ('all' IN (t.category, about) OR t.category = about)) END
  $$;
  REVOKE EXECUTE ON FUNCTION taken_by_measures FROM PUBLIC;
  CREATE OR REPLACE FUNCTION is_taken(whose uuid, from_sender text, about text) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT curatele_reported(whose) OR taken_by_measures(whose, from_sender, about) IS NOT NULL
  $$;
  ${joinClients(byTheMeasure)}
  `,
  `
  ${joinClients(byItsGuardian)}
  CREATE OR REPLACE FUNCTION is_taken(whose uuid, from_sender text, about text) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT curatele_reported(whose) OR EXISTS (
      SELECT FROM mandate c JOIN court_order o ON o.id = c.court_order_id
       WHERE c.client_id = whose AND c.ground IN ('curatele', 'bewind', 'provisional') AND measure_stands(c)
         AND CASE WHEN o.divided OR NOT (o.partial OR c.ground = 'provisional')
                  THEN c.ground <> 'bewind' OR about IN ('financial', 'all')
                  ELSE EXISTS (SELECT FROM scope_line t
                                WHERE t.mandate_id = c.id AND t.sender IN (from_sender, '*')
                                  AND ('all' IN (t.category, about) OR t.category = about)) END)
  $$;
  DROP FUNCTION taken_by_measures;
  `,
);
