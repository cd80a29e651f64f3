import { sqlMigration } from './as-owner.ts';

/**
 * R21: an approval is of what lay there, and of who gave it. Whose place the guardian takes (R32) belongs to what lies
 * there: when that changes, nothing of it was approved. And of an official who was suspended, or is back since, nothing
 * waits on. The trail keeps who approved what.
 */
export const WhatIsApproved = sqlMigration(
  'WhatIsApproved',
  1795910400074,
  `
  CREATE FUNCTION forget_approvals() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  BEGIN
    IF TG_TABLE_NAME = 'court_order' THEN
      DELETE FROM court_order_approval WHERE order_id = NEW.id AND round = NEW.round;
    ELSE
      DELETE FROM court_order_approval a USING court_order o
       WHERE a.official = NEW.subject AND o.id = a.order_id AND o.state = 'in-verification';
    END IF;
    RETURN NULL;
  END $$;
  CREATE TRIGGER court_order_choice AFTER UPDATE OF replaces ON court_order FOR EACH ROW
    WHEN (OLD.state = 'in-verification' AND NEW.replaces IS DISTINCT FROM OLD.replaces)
    EXECUTE FUNCTION forget_approvals();
  CREATE TRIGGER official_standing AFTER UPDATE OF standing ON official FOR EACH ROW
    WHEN (NEW.standing IS DISTINCT FROM OLD.standing) EXECUTE FUNCTION forget_approvals();

  -- R21: whose place is taken is decided before the order works, and not while it begins to.
  CREATE FUNCTION keep_the_choice() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
  BEGIN
    IF pg_has_role(current_user, 'volmacht_owner', 'MEMBER') THEN RETURN NEW; END IF;
    IF NEW.state = 'verified' OR acting_kind() <> 'official'
    THEN RAISE EXCEPTION 'officials choose who is succeeded, before it works' USING ERRCODE = 'check_violation'; END IF;
    RETURN NEW;
  END $$;
  CREATE TRIGGER court_order_chosen BEFORE UPDATE OF replaces ON court_order FOR EACH ROW
    WHEN (NEW.replaces IS DISTINCT FROM OLD.replaces) EXECUTE FUNCTION keep_the_choice();

  -- Contract between rooms: whether a guardian may represent anybody now, for who verifies an order and for jobs.
  CREATE FUNCTION guardian_stands(office uuid) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT CASE WHEN acting_kind() IN ('official', 'job') AND acting_works() THEN
      (SELECT o.standing = 'recognised' AND NOT coalesce(has_died(o.person), false)
         FROM organisation o WHERE o.id = office) END
  $$;
  REVOKE EXECUTE ON FUNCTION forget_approvals, keep_the_choice, guardian_stands FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION guardian_stands TO volmacht_app;
  `,
  `
  DROP TRIGGER court_order_chosen ON court_order;
  DROP TRIGGER court_order_choice ON court_order;
  DROP TRIGGER official_standing ON official;
  DROP FUNCTION forget_approvals, keep_the_choice, guardian_stands;
  `,
);
