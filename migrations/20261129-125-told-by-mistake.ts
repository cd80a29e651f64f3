import { sqlMigration } from './as-owner.ts';
import { within } from './within.ts';

const stands = `o.standing = 'recognised' AND NOT coalesce(has_died(o.person), false)`;
const standsUntold = `o.standing = 'recognised' AND NOT coalesce(has_died(o.person), false)
              AND NOT EXISTS (SELECT FROM court_register_report r JOIN client c ON c.bsn_index = r.guardian_index
                               WHERE c.id = o.person AND r.kind = 'guardian-died' AND r.outcome <> 'set-aside')`;
const againByItself = 'AND NOT (o.made_room AND o.organisation_id = NEW.organisation_id)';
const againOrMistaken = `AND NOT (o.made_room AND o.organisation_id = NEW.organisation_id) AND NOT repaired(o)
         AND NOT EXISTS (SELECT FROM court_register_report r WHERE r.id = c.report_id AND r.outcome = 'set-aside')`;
const settle = (open: string): string => `
  ALTER POLICY report_settle ON court_register_report
    USING (acting_kind() = 'job' OR (acting_kind() = 'official' AND assurance_suffices('substantial')
                                     AND (SELECT acting_works()) AND ${open}));`;

/**
 * R18, R30: of whom a report tells by his number that he died, no order begins until an official sets that aside. He may set
 * aside what was carried out, too: nothing comes back by that, and it stands no more in the way of what two officials approve.
 */
export const ToldByMistake = sqlMigration(
  'ToldByMistake',
  1795910400125,
  `
  CREATE INDEX court_register_report_of_the_dead ON court_register_report (guardian_index) WHERE kind = 'guardian-died';
  -- Its office handed it in again, and officials let that work: why it ended is no more.
  CREATE FUNCTION repaired(was court_order) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT was.made_room AND EXISTS (
      SELECT FROM court_order o
       WHERE o.organisation_id = was.organisation_id AND o.client_id = was.client_id AND o.ground = was.ground
         AND lower(o.court) = lower(was.court) AND o.case_number = was.case_number
         AND NOT o.made_room AND o.state = 'verified')
  $$;
  REVOKE EXECUTE ON FUNCTION repaired FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION repaired TO volmacht_app;
  ${within('guardian_stands', stands, standsUntold)}
  ${within('keep_doubt_out', againByItself, againOrMistaken)}
  ${settle(`outcome IN ('waits', 'applied', 'known')`)}
  `,
  `
  ${settle('settled_at IS NULL')}
  ${within('keep_doubt_out', againOrMistaken, againByItself)}
  ${within('guardian_stands', standsUntold, stands)}
  DROP FUNCTION repaired;
  DROP INDEX court_register_report_of_the_dead;
  `,
);
