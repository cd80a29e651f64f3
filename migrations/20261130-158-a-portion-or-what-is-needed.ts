import { sqlMigration } from './as-owner.ts';

/** The part of a minute that a process takes: with so many as are needed. */
const take = (wanted: '' | ', wanted int', atLeast: 'needed' | 'wanted') => `
  CREATE FUNCTION take_decisions(asker text, minute timestamptz, needed int${wanted}, OUT allowed int, OUT granted int)
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
    granted := least(greatest(${atLeast}, (allowed + 59) / 60), allowed - spent);
    IF granted < needed OR granted < 0 THEN
      granted := 0;
      RETURN;
    END IF;
    UPDATE allowance a SET used = a.used + granted
     WHERE a.party = 'decision-caller:' || asker AND a.what = 'decisions' AND a.starts = minute;
  END $$;
  REVOKE ALL ON FUNCTION take_decisions(text, timestamptz, int${wanted && ', int'}) FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION take_decisions(text, timestamptz, int${wanted && ', int'}) TO volmacht_app;
`;

/**
 * A search costs what it may cost, known beforehand, so nothing is taken as it goes on: as many as are needed, or a sixtieth
 * of the minute when that is more, so that several processes share it fairly.
 */
export const APortionOrWhatIsNeeded = sqlMigration(
  'APortionOrWhatIsNeeded',
  1795996800158,
  `DROP FUNCTION take_decisions(text, timestamptz, int, int);${take('', 'needed')}`,
  `DROP FUNCTION take_decisions(text, timestamptz, int);${take(', wanted int', 'wanted')}`,
);
