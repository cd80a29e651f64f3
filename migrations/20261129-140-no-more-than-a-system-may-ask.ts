import { sqlMigration } from './as-owner.ts';

/**
 * A process takes a part of what a system may ask in a minute: as it is registered at that moment, and never more than is
 * left. What does not fit is refused and costs nothing.
 */
export const NoMoreThanASystemMayAsk = sqlMigration(
  'NoMoreThanASystemMayAsk',
  1795910400140,
  `
  DROP FUNCTION decisions_per_minute(text);
  -- So many as are needed, or nothing; a sixtieth of the minute when that is more, so that several processes
  -- share it fairly. The allowance is null for who is not registered.
  CREATE FUNCTION take_decisions(asker text, minute timestamptz, needed int, OUT allowed int, OUT granted int)
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  DECLARE
    spent int;
  BEGIN
    granted := 0;
    SELECT c.per_minute INTO allowed FROM decision_caller c WHERE c.oin = asker AND c.ended_at IS NULL;
    IF allowed IS NULL THEN
      RETURN;
    END IF;
    INSERT INTO allowance AS a (party, what, starts, used) VALUES ('decision-caller:' || asker, 'decisions', minute, 0)
      ON CONFLICT (party, what, starts) DO UPDATE SET used = a.used RETURNING a.used INTO spent;
    granted := least(greatest(needed, (allowed + 59) / 60), allowed - spent);
    IF granted < needed OR granted < 0 THEN
      granted := 0;
      RETURN;
    END IF;
    UPDATE allowance a SET used = a.used + granted
     WHERE a.party = 'decision-caller:' || asker AND a.what = 'decisions' AND a.starts = minute;
  END $$;
  REVOKE ALL ON FUNCTION take_decisions(text, timestamptz, int) FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION take_decisions(text, timestamptz, int) TO volmacht_app;
  `,
  `
  DROP FUNCTION take_decisions(text, timestamptz, int);
  CREATE FUNCTION decisions_per_minute(asker text) RETURNS int
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT c.per_minute FROM decision_caller c WHERE c.oin = asker AND c.ended_at IS NULL
  $$;
  REVOKE ALL ON FUNCTION decisions_per_minute(text) FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION decisions_per_minute(text) TO volmacht_app;
  `,
);
