import { sqlMigration } from './as-owner.ts';

/** The kinds of notices that were there before: as `noticeKinds` in src/domain/notice.ts, but those that come. */
const before = [
  ...['ending-90', 'ending-30', 'ending-7', 'unused-warning', 'unused-ended', 'review-due'],
  ...['client-died', 'representative-died', 'moved-abroad', 'came-back', 'moved', 'name-changed'],
  ...['came-of-age', 'curatele-reported'],
  ...['guardianship-began', 'guardianship-suspended', 'guardianship-resumed', 'guardianship-ended'],
  ...['ended-by-guardianship', 'narrowed-by-guardianship', 'urgent-acts-allowed', 'urgent-acts-refused'],
  ...['revoked', 'renounced', 'renewal-declined', 'renewal-withdrawn', 'given-on-paper', 'cover-lapsed'],
];
const added = ['guardianship-shared', 'guardianship-shut'];
const listed = (kinds: readonly string[]): string => kinds.map((kind) => `'${kind}'`).join(', ');
const ofKinds = (kinds: readonly string[]): string => `
  ALTER TABLE notice DROP CONSTRAINT notice_kind_check,
    ADD CONSTRAINT notice_kind_check CHECK (kind IN (${listed(kinds)}));`;
const once = (more = ''): string => `
  DROP INDEX court_order_once;
  CREATE UNIQUE INDEX court_order_once
    ON court_order (organisation_id, client_id, ground, lower(court), case_number)
    WHERE state NOT IN ('rejected', 'withdrawn')${more};`;

/**
 * What an order gave may have ended by mistake: then the same one is handed in again, and looked at by people (R18, R21).
 * And of a guardian who comes beside another, or who may read nothing, people hear what is true of him.
 */
export const AnOrderAgain = sqlMigration(
  'AnOrderAgain',
  1795910400075,
  `
  ALTER TABLE court_order ADD COLUMN made_room boolean NOT NULL DEFAULT false;
  COMMENT ON COLUMN court_order.made_room IS 'What it gave is over, and its office handed it in again.';
  ${once(' AND NOT made_room')}

  -- Lets an office hand in again what is over: of what still gives something, or may yet, there is one.
  CREATE FUNCTION make_room(office uuid, whose uuid, on_ground text, by_court text, of_case text) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  BEGIN
    IF acting_kind() <> 'employee' OR office <> acting_organisation() THEN RETURN; END IF;
    UPDATE court_order o SET made_room = true
      FROM mandate m
     WHERE o.organisation_id = office AND o.client_id = whose AND o.ground = on_ground
       AND lower(o.court) = lower(by_court) AND o.case_number = of_case AND o.state = 'verified' AND NOT o.made_room
       AND m.court_order_id = o.id AND m.ground = o.ground
       AND (m.ended_at IS NOT NULL OR least(m.until_day, m.ends_on) <= acting_day());
  END $$;
  REVOKE EXECUTE ON FUNCTION make_room FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION make_room TO volmacht_app;
  ${ofKinds([...before, ...added])}
  `,
  `
  DELETE FROM notice WHERE kind IN (${listed(added)});
  ${ofKinds(before)}
  DROP FUNCTION make_room;
  UPDATE court_order SET case_number = left(case_number, 33) || right(id::text, 7) WHERE made_room;
  ${once()}
  ALTER TABLE court_order DROP COLUMN made_room;
  `,
);
