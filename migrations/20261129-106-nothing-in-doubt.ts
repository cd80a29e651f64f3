import { sqlMigration } from './as-owner.ts';

/**
 * R21, R29: of what lets an order begin the database keeps the two things that stand in its own rows: the register alone
 * does not while a report of the case waits, and nobody does once the measure was lifted.
 */
export const NothingInDoubt = sqlMigration(
  'NothingInDoubt',
  1795910400106,
  `
  CREATE FUNCTION keep_doubt_out() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  BEGIN
    IF NEW.verified_by = 'register' AND EXISTS (
      SELECT FROM court_register_report r
       WHERE lower(r.court) = lower(NEW.court) AND r.case_number = NEW.case_number AND r.outcome IN ('new', 'waits'))
    THEN RAISE EXCEPTION 'what was told of this case waits for people' USING ERRCODE = 'check_violation'; END IF;
    -- What its own office handed in again people look into; an order whose term is over begins nothing.
    IF (NEW.until_day IS NULL OR NEW.until_day > acting_day()) AND EXISTS (
      SELECT FROM court_order o JOIN court_order_change c ON c.order_id = o.id AND c.kind = 'lifted'
       WHERE o.client_id = NEW.client_id AND o.ground = NEW.ground AND o.id <> NEW.id
         AND lower(o.court) = lower(NEW.court) AND o.case_number = NEW.case_number
         AND NOT (o.made_room AND o.organisation_id = NEW.organisation_id)
         AND least(c.on_day, c.earlier_on) > NEW.given_on AND least(c.on_day, c.earlier_on) <= acting_day())
    THEN RAISE EXCEPTION 'this measure was lifted' USING ERRCODE = 'check_violation'; END IF;
    RETURN NEW;
  END $$;
  REVOKE EXECUTE ON FUNCTION keep_doubt_out FROM PUBLIC;
  CREATE TRIGGER court_order_in_doubt BEFORE UPDATE OF state ON court_order FOR EACH ROW
    WHEN (NEW.state = 'verified' AND OLD.state <> 'verified') EXECUTE FUNCTION keep_doubt_out();

  -- What the register told of the case of an order is carried out on it when it begins, also in the work of an official: as
  -- it was told, and nothing that opens.
  CREATE FUNCTION keep_told_before(new_id uuid, asked uuid, told uuid) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  DECLARE o court_order := order_at_work(asked);
  BEGIN
    INSERT INTO court_order_change (id, order_id, kind, on_day, earlier_on, heard, told_by, report_id, at)
      SELECT new_id, o.id, r.kind, r.on_day, r.earlier_on, r.heard, 'register', r.id, acting_now()
        FROM court_register_report r
       WHERE r.id = told AND r.outcome <> 'set-aside' AND r.kind <> 'suspension-ended'
         AND ((lower(r.court) = lower(o.court) AND r.case_number = o.case_number AND o.verified_at = acting_now())
              -- R30: a person who died is nobody's guardian any more
              OR (r.kind = 'guardian-died' AND guardian_of_report(r.guardian_index) = o.organisation_id));
    IF NOT FOUND THEN RAISE EXCEPTION 'nothing was told before' USING ERRCODE = 'insufficient_privilege'; END IF;
  END $$;
  REVOKE EXECUTE ON FUNCTION keep_told_before FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION keep_told_before TO volmacht_app;
  `,
  `
  DROP TRIGGER court_order_in_doubt ON court_order;
  DROP FUNCTION keep_told_before, keep_doubt_out;
  `,
);
