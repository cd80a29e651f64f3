import { sqlMigration } from './as-owner.ts';
import { within } from './within.ts';

const liftedLater = 'AND least(c.on_day, c.earlier_on) > NEW.given_on AND';
const liftedOfThis = `AND least(c.on_day, c.earlier_on) > NEW.given_on
         AND (least(c.on_day, c.earlier_on) > authority_from(NEW) OR least(c.on_day, c.earlier_on) <= authority_from(o))
         AND`;
const anyDeath = `WHERE x.organisation_id = office AND c.kind = 'guardian-died' AND c.on_day = $2)`;
const ofHim = `WHERE x.organisation_id = office AND c.kind = 'guardian-died' AND c.on_day = $2
                         AND (c.told_by = 'official' OR report_names(c.report_id, office)))`;
const byTheJob = `WHERE r.kind = 'guardian-died' AND r.on_day = $2 AND acting_kind() = 'job'
                             AND guardian_of_report(r.guardian_index) = office))`;
const byTheJobOfHim = `WHERE r.kind = 'guardian-died' AND r.on_day = $2 AND acting_kind() = 'job'
                             AND report_names(r.id, office)))`;
const keptOfHim = `guardian_of_report(r.guardian_index) = o.organisation_id`;
const keptOfWhomItNames = `report_names(r.id, o.organisation_id)`;

/**
 * R29, R30: a measure that begins on the day on which another of its case is lifted is a new one; and a guardian who is a
 * person loses all that he has only by a report that names him. \`canConcern\` of src/domain/register-report.ts once more.
 */
export const OfWhomItSpeaks = sqlMigration(
  'OfWhomItSpeaks',
  1795910400124,
  `
  -- \`authorityFrom\` of src/domain/court-order-days.ts.
  CREATE FUNCTION authority_from(o court_order) RETURNS date
  LANGUAGE sql IMMUTABLE SET search_path = public, pg_temp AS $$
    SELECT CASE o.ground WHEN 'curatele' THEN coalesce(o.sent_on, o.given_on) + 1
                         WHEN 'provisional' THEN coalesce(o.starts_on, coalesce(o.sent_on, o.given_on) + 1)
                         ELSE greatest(coalesce(o.sent_on, o.given_on) + 1, o.starts_on) END
  $$;
  CREATE FUNCTION report_names(report uuid, office uuid) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT EXISTS (SELECT FROM court_register_report r, organisation o
                    WHERE r.id = report AND o.id = office
                      AND (r.kvk = o.kvk OR guardian_of_report(r.guardian_index) = o.id))
  $$;
  REVOKE EXECUTE ON FUNCTION authority_from, report_names FROM PUBLIC;
  ${within('keep_doubt_out', liftedLater, liftedOfThis)}
  ${within('end_by_guardians_death', anyDeath, ofHim)}
  ${within('end_by_guardians_death', byTheJob, byTheJobOfHim)}
  ${within('keep_told_before', keptOfHim, keptOfWhomItNames)}
  `,
  `
  ${within('keep_told_before', keptOfWhomItNames, keptOfHim)}
  ${within('end_by_guardians_death', byTheJobOfHim, byTheJob)}
  ${within('end_by_guardians_death', ofHim, anyDeath)}
  ${within('keep_doubt_out', liftedOfThis, liftedLater)}
  DROP FUNCTION report_names, authority_from;
  `,
);
