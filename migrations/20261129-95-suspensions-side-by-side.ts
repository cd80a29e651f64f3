import { sqlMigration } from './as-owner.ts';

/** What is there between a client and any office, for other rooms; with these columns for suspensions. */
const clientMandate = (suspensions: string): string => `
  CREATE VIEW client_mandate WITH (security_invoker = true) AS
    SELECT m.id AS mandate_id, m.client_id, m.organisation_id, o.name AS office, m.ground, m.court_order_id, m.state,
           m.from_day, m.until_day, m.ends_on, m.end_reason, ${suspensions}, m.ended_at, m.predecessor, m.answer_by,
           (m.state IN ('active', 'suspended') AND acting_day() < least(m.until_day, m.ends_on)) AS running,
           (SELECT coalesce(jsonb_agg(jsonb_build_object(
                     'id', l.id, 'sender', l.sender, 'category', l.category, 'actions', l.actions,
                     'endedAt', l.ended_at, 'endsOn', l.ends_on) ORDER BY l.id), '[]')
              FROM scope_line l WHERE l.mandate_id = m.id) AS lines, m.paper_id
      FROM mandate m JOIN organisation o ON o.id = m.organisation_id;
  GRANT SELECT ON client_mandate TO volmacht_app;`;

/**
 * Changes the column beneath the views that ask whether a mandate is in force, and lays them again as they were: their
 * question, whether a day is among the suspended ones, is written the same for one stretch and for several.
 */
const beneathTheViews = (change: string): string => `
  DO $views$
  DECLARE
    each record;
    views jsonb := (
      SELECT jsonb_agg(jsonb_build_object(
               'name', c.relname, 'asks', pg_get_viewdef(c.oid), 'says', obj_description(c.oid, 'pg_class'),
               'options', array_to_string(c.reloptions, ', ')))
        FROM pg_class c
       WHERE c.oid IN ('mandate_scope'::regclass, 'mandate_review'::regclass, 'inbox_feed'::regclass,
                       'mandate_in_sight'::regclass));
  BEGIN
    FOR each IN SELECT * FROM jsonb_to_recordset(views) AS v(name text) LOOP
      EXECUTE format('DROP VIEW %I', each.name);
    END LOOP;
    ${change}
    FOR each IN SELECT * FROM jsonb_to_recordset(views) AS v(name text, asks text, says text, options text) LOOP
      EXECUTE format('CREATE VIEW %I %s AS %s', each.name, coalesce('WITH (' || each.options || ')', ''), each.asks);
      EXECUTE format('COMMENT ON VIEW %I IS %L', each.name, each.says);
      EXECUTE format('GRANT SELECT ON %I TO volmacht_app', each.name);
    END LOOP;
  END $views$;`;

const authorityFacts = (suspended: string): string => `
  CREATE OR REPLACE FUNCTION authority_facts(given mandate) RETURNS jsonb
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT jsonb_build_object(
      'id', given.id, 'client', given.client_id, 'organisation', given.organisation_id, 'state', given.state,
      'from', given.from_day, 'until', given.until_day, 'answerBy', given.answer_by,
      'requestedBy', given.requested_by, 'offeredAt', given.offered_at, 'endedAt', given.ended_at,
      'ground', given.ground, 'endsOn', given.ends_on, 'predecessor', given.predecessor,
      'suspended', ${suspended},
      'lines', (SELECT coalesce(jsonb_agg(jsonb_build_object(
                  'id', l.id, 'sender', l.sender, 'category', l.category, 'actions', l.actions,
                  'endedAt', l.ended_at, 'endsOn', l.ends_on) ORDER BY l.id), '[]')
                  FROM scope_line l WHERE l.mandate_id = given.id))
  $$;`;

const oneStretch = `CASE WHEN m.suspended IS NOT NULL THEN json_build_object(
              'from', lower(m.suspended), 'until', coalesce(upper(m.suspended), 'infinity')) END`;
const allStretches = `(SELECT json_agg(json_build_object(
              'from', lower(s), 'until', coalesce(upper(s), 'infinity')) ORDER BY s) FROM unnest(m.suspended) AS s)`;
/** In the facts of many questions (migration 92) the same, where that stands. */
const factsOfMany = (before: string, after: string): string => `
  DO $facts$
  DECLARE was text := pg_get_functiondef('decision_facts_of'::regproc);
  BEGIN
    IF strpos(was, $before$${before}$before$) = 0 THEN RAISE EXCEPTION 'decision_facts_of is another'; END IF;
    EXECUTE replace(was, $before$${before}$before$, $after$${after}$after$);
  END $facts$;`;

const keepGround = (suspended: string): string => `
  CREATE OR REPLACE FUNCTION keep_ground() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
  BEGIN
    IF pg_has_role(current_user, 'volmacht_owner', 'MEMBER') THEN RETURN NEW; END IF;
    IF (NEW.ground, NEW.court_order_id) IS DISTINCT FROM (OLD.ground, OLD.court_order_id)
    THEN RAISE EXCEPTION 'what a mandate rests on never changes' USING ERRCODE = 'check_violation'; END IF;
    IF acting_kind() NOT IN ('official', 'job')
       AND ((NEW.ends_on, NEW.${suspended}) IS DISTINCT FROM (OLD.ends_on, OLD.${suspended})
            OR (OLD.ground <> 'voluntary'
                AND (NEW.state, NEW.until_day) IS DISTINCT FROM (OLD.state, OLD.until_day)))
    THEN RAISE EXCEPTION 'the law ends this, and not a party' USING ERRCODE = 'check_violation'; END IF;
    RETURN NEW;
  END $$;`;

/** R28, R29: what became of a measure; the end that is told is nearer than the one that is known. */
const changeByOrder = (type: string, set: string): string => `
  CREATE FUNCTION change_by_order(asked uuid, ends date, law_ends date, why text, ${type}) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  DECLARE
    o court_order := order_at_work(asked);
    due boolean := law_ends <= acting_day();
  BEGIN
    UPDATE mandate SET until_day = ends, ends_on = law_ends, end_reason = why, ${set},
                       state = CASE WHEN due THEN 'ended' ELSE state END,
                       ended_at = CASE WHEN due THEN coalesce(ended_at, acting_now()) END
     WHERE court_order_id = o.id AND ground = o.ground
       AND (ended_at IS NULL OR law_ends < least(until_day, ends_on, (ended_at AT TIME ZONE 'Europe/Amsterdam')::date));
    IF NOT FOUND THEN RAISE EXCEPTION 'this measure is over' USING ERRCODE = 'check_violation'; END IF;
  END $$;
  REVOKE EXECUTE ON FUNCTION change_by_order FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION change_by_order TO volmacht_app;`;

const inForceIndex = `
  CREATE INDEX mandate_in_force ON mandate (id)
    INCLUDE (from_day, until_day, ends_on, suspended, ground) WHERE state = 'active';`;

/**
 * R28: a judge can suspend while another suspension runs or has yet to begin. Each is kept by itself, and the days of all
 * of them are closed: those the database puts together, so that nobody who asks for a day can forget one.
 */
export const SuspensionsSideBySide = sqlMigration(
  'SuspensionsSideBySide',
  1795910400095,
  `
  CREATE FUNCTION days_of(given daterange[]) RETURNS datemultirange LANGUAGE sql IMMUTABLE AS $$
    SELECT coalesce(range_agg(d), '{}') FROM unnest(given) AS d
  $$;
  -- Whoever writes a mandate writes these days, as the database makes them of what he wrote.
  REVOKE EXECUTE ON FUNCTION days_of FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION days_of TO volmacht_app;
  DROP VIEW client_mandate;
  DROP INDEX mandate_in_force;
  ALTER TABLE mandate ADD COLUMN suspensions daterange[] NOT NULL DEFAULT '{}';
  UPDATE mandate SET suspensions = ARRAY[suspended] WHERE suspended IS NOT NULL;
  ${beneathTheViews(`ALTER TABLE mandate DROP COLUMN suspended,
      ADD COLUMN suspended datemultirange GENERATED ALWAYS AS (days_of(suspensions)) STORED;`)}
  COMMENT ON COLUMN mandate.suspensions IS 'What judges suspended, each by itself (R28).';
  COMMENT ON COLUMN mandate.suspended IS 'The days on which any of them holds.';
  UPDATE mandate_was SET facts = jsonb_set(facts, '{suspended}', jsonb_build_array(facts->'suspended'))
   WHERE jsonb_typeof(facts->'suspended') = 'object';
  ${inForceIndex}
  ${keepGround('suspensions')}
  ${authorityFacts(`(SELECT jsonb_agg(jsonb_build_object(
        'from', lower(s), 'until', coalesce(upper(s), 'infinity')) ORDER BY s) FROM unnest(given.suspended) AS s)`)}
  ${factsOfMany(oneStretch, allStretches)}
  DROP FUNCTION change_by_order;
  ${changeByOrder('pauses daterange[]', 'suspensions = pauses')}
  ${clientMandate('m.suspensions, m.suspended')}
  `,
  `
  DROP VIEW client_mandate;
  DROP INDEX mandate_in_force;
  ${beneathTheViews(`ALTER TABLE mandate DROP COLUMN suspended,
      ADD COLUMN suspended daterange CHECK (suspended IS NULL OR lower(suspended) IS NOT NULL);`)}
  -- One stretch is what there was room for: no day opens that is closed.
  UPDATE mandate SET suspended = (SELECT range_merge(days_of(suspensions))) WHERE suspensions <> '{}';
  ALTER TABLE mandate DROP COLUMN suspensions;
  DROP FUNCTION days_of;
  COMMENT ON COLUMN mandate.suspended IS 'The days on which the judge suspended it (R28).';
  UPDATE mandate_was SET facts = jsonb_set(facts, '{suspended}', jsonb_build_object(
           'from', facts #> '{suspended,0,from}', 'until', facts #> '{suspended,-1,until}'))
   WHERE jsonb_typeof(facts->'suspended') = 'array';
  ${inForceIndex}
  ${keepGround('suspended')}
  ${authorityFacts(`CASE WHEN given.suspended IS NOT NULL THEN jsonb_build_object(
        'from', lower(given.suspended), 'until', coalesce(upper(given.suspended), 'infinity')) END`)}
  ${factsOfMany(allStretches, oneStretch)}
  DROP FUNCTION change_by_order;
  ${changeByOrder('pause daterange', 'suspended = pause')}
  ${clientMandate('m.suspended')}
  `,
);
