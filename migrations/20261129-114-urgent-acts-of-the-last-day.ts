import { sqlMigration } from './as-owner.ts';

/** A function as it was, with one part of it replaced. */
const within = (what: string, from: string, to: string): string => `
  DO $within$
  DECLARE was text := pg_get_functiondef('${what}'::regproc);
  BEGIN
    IF strpos(was, $from$${from}$from$) = 0 THEN RAISE EXCEPTION '${what} is another'; END IF;
    EXECUTE replace(was, $from$${from}$from$, $to$${to}$to$);
  END $within$;`;

const looked = 'SELECT * INTO before FROM mandate WHERE id = u.mandate_id;';
const asked = `SELECT * INTO before FROM mandate WHERE id = u.mandate_id FOR SHARE; -- who overturns it holds it too
    IF NOT coalesce(leaves_urgent_acts(before, u.until_day), false)
    THEN RAISE EXCEPTION 'nothing is left to finish' USING ERRCODE = 'check_violation',
           CONSTRAINT = 'urgent_acts_left'; END IF;`;
const ofADeath = `effect->>'kind' = 'death' THEN -- before any row`;
const ofALife = `effect->>'kind' IN ('death', 'alive') THEN -- before any row`;

/**
 * R31: urgent acts give at most what the mandate let its holder read on its last day: nothing, when it was suspended then;
 * nothing, from the moment at which its measure is known to be overturned. And they are over a year after its end.
 */
export const UrgentActsOfTheLastDay = sqlMigration(
  'UrgentActsOfTheLastDay',
  1795910400114,
  `
  -- Whether an official had suspended it when it ended; whether its measure was overturned, also after its end; and whether
  -- the person who represented by it died.
  CREATE FUNCTION how_it_ended(which uuid, OUT halted boolean, OUT overturned boolean, OUT holder_died boolean)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT m.state = 'suspended' OR coalesce('suspended' = (
             SELECT w.facts->>'state' FROM mandate_was w
              WHERE w.client_id = m.client_id AND w.mandate_id = m.id AND w.facts->>'state' IN ('active', 'suspended')
              ORDER BY w.since DESC LIMIT 1), false),
           coalesce(m.end_reason = 'overturned', false) OR EXISTS (
             SELECT FROM court_order_change c WHERE c.order_id = m.court_order_id AND c.kind = 'overturned'),
           has_died((SELECT o.person FROM organisation o WHERE o.id = m.organisation_id))
      FROM mandate m WHERE m.id = which AND acting_kind() IN ('official', 'employee')
  $$;

  -- \`leftToFinish\` and \`faultsOfUrgentActs\` of src/domain/urgent-act-request.ts once more, but for the lines.
  CREATE FUNCTION leaves_urgent_acts(m mandate, ends date) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT m.activated_at IS NOT NULL AND over.since <= acting_now()
       AND NOT how.halted AND NOT how.overturned AND NOT how.holder_died
       AND NOT coalesce(m.suspended @> ((over.since - interval '1 microsecond') AT TIME ZONE 'Europe/Amsterdam')::date,
                        false)
       AND acting_day() < ends AND ends <= ((over.since AT TIME ZONE 'Europe/Amsterdam')::date + interval '1 year')::date
      FROM how_it_ended(m.id) AS how,
           (SELECT least(m.ended_at, least(m.until_day, m.ends_on)::timestamp AT TIME ZONE 'Europe/Amsterdam') AS since
           ) AS over
  $$;
  ${within('begin_urgent_acts', looked, asked)}
  ${within('apply_life_event', ofADeath, ofALife)}

  -- Whoever tells it, by whichever way: what is overturned leaves nothing to finish.
  CREATE FUNCTION end_urgent_acts_of_the_overturned() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  BEGIN
    PERFORM end_mandates(ARRAY(SELECT u.id FROM mandate u
                                WHERE u.court_order_id = NEW.order_id AND u.ground = 'urgent-acts'), 'overturned');
    RETURN NULL;
  END $$;
  CREATE TRIGGER overturned_ends_urgent_acts AFTER INSERT ON court_order_change FOR EACH ROW
    WHEN (NEW.kind = 'overturned') EXECUTE FUNCTION end_urgent_acts_of_the_overturned();
  UPDATE mandate u SET state = 'ended', ended_at = now(), end_reason = 'overturned'
   WHERE u.ground = 'urgent-acts' AND u.state IN ('active', 'suspended')
     AND EXISTS (SELECT FROM court_order_change c WHERE c.order_id = u.court_order_id AND c.kind = 'overturned');

  REVOKE EXECUTE ON FUNCTION how_it_ended, leaves_urgent_acts, end_urgent_acts_of_the_overturned FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION how_it_ended TO volmacht_app;
  `,
  `
  DROP TRIGGER overturned_ends_urgent_acts ON court_order_change;
  ${within('apply_life_event', ofALife, ofADeath)}
  ${within('begin_urgent_acts', asked, looked)}
  DROP FUNCTION end_urgent_acts_of_the_overturned, leaves_urgent_acts, how_it_ended;
  `,
);
