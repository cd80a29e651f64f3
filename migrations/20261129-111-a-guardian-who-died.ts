import { sqlMigration } from './as-owner.ts';

/**
 * R30: a guardian who is a person died. With that all ends that anybody gave him or a court ordered, of every ward, also
 * when a court tells it in one case.
 */
export const AGuardianWhoDied = sqlMigration(
  'AGuardianWhoDied',
  1795910400111,
  `
  CREATE FUNCTION end_by_guardians_death(office uuid, on_day date)
  RETURNS TABLE (mandate uuid, client uuid, court_order uuid, before text, after text)
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  DECLARE due boolean := on_day <= acting_day();
  BEGIN
    IF acting_kind() NOT IN ('official', 'job') OR NOT acting_works() OR NOT assurance_suffices('substantial')
       OR NOT EXISTS (SELECT FROM organisation o WHERE o.id = office AND o.kind = 'individual')
       OR NOT (EXISTS (SELECT FROM court_order_change c JOIN court_order x ON x.id = c.order_id
                        WHERE x.organisation_id = office AND c.kind = 'guardian-died' AND c.on_day = $2)
               OR EXISTS (SELECT FROM court_register_report r
                           WHERE r.kind = 'guardian-died' AND r.on_day = $2 AND acting_kind() = 'job'
                             AND guardian_of_report(r.guardian_index) = office))
    THEN RETURN; END IF;
    -- He may not act any more, so nobody gives him anything.
    IF due THEN UPDATE organisation SET standing = 'suspended', standing_reason = 'death' WHERE id = office; END IF;
    RETURN QUERY
      WITH locked AS (
        SELECT m.id, m.state FROM mandate m
         WHERE m.organisation_id = office AND m.state IN ('active', 'suspended')
           AND acting_day() < least(m.until_day, m.ends_on) AND on_day < least(m.until_day, m.ends_on)
         ORDER BY m.id FOR NO KEY UPDATE),
      ended AS (
        UPDATE mandate m SET ends_on = on_day, end_reason = 'death',
               state = CASE WHEN due THEN 'ended' ELSE m.state END, ended_at = CASE WHEN due THEN acting_now() END
          FROM locked l WHERE m.id = l.id
        RETURNING m.id, m.client_id, m.ground, m.court_order_id, l.state AS was, m.state AS is_now),
      released AS (
        UPDATE scope_line s SET claims = false FROM ended e WHERE s.mandate_id = e.id AND s.claims AND due)
      SELECT e.id, e.client_id, CASE WHEN e.ground <> 'urgent-acts' THEN e.court_order_id END, e.was, e.is_now
        FROM ended e ORDER BY e.id;
  END $$;
  REVOKE EXECUTE ON FUNCTION end_by_guardians_death FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION end_by_guardians_death TO volmacht_app;
  `,
  'DROP FUNCTION end_by_guardians_death;',
);
