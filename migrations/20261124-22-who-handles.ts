import { sqlMigration } from './as-owner.ts';

/** Who handles a client, as that client may know it (R35), and the offices of one person. */
export const WhoHandles = sqlMigration(
  'WhoHandles',
  1795564800022,
  `
  -- For a client: by how many people of an office his mandate is used, and when a colleague stands in. Never who
  -- they are (R35). Nobody, when it is not in force. A client whom nobody handles is the administrators'.
  CREATE FUNCTION handlers_of(asked uuid, OUT organisation uuid, OUT people int, OUT covers jsonb)
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  DECLARE office uuid; handlers uuid[]; substitutes uuid[];
  BEGIN
    SELECT m.organisation_id,
           CASE WHEN m.state = 'active' AND m.from_day <= acting_day() AND acting_day() < m.until_day
                     AND o.standing = 'recognised' THEN m.organisation_id END
      INTO organisation, office
      FROM mandate m JOIN organisation o ON o.id = m.organisation_id
     WHERE m.id = asked AND m.client_id = acting_client() AND m.offered_at IS NOT NULL;
    handlers := ARRAY(
      SELECT DISTINCT e.id FROM assignment a
        LEFT JOIN team_member tm ON tm.team_id = a.team_id
        JOIN employee e ON e.id = coalesce(a.employee_id, tm.employee_id) AND is_employed(e)
       WHERE a.organisation_id = office AND a.client_id = acting_client() AND a.ended_at IS NULL);
    SELECT array_agg(DISTINCT c.substitute) FILTER (WHERE c.from_day <= acting_day()),
           coalesce(jsonb_agg(DISTINCT jsonb_build_object('from', c.from_day, 'until', c.until_day)), '[]')
      INTO substitutes, covers
      FROM cover c JOIN employee e ON e.id = c.substitute AND is_employed(e)
     WHERE c.organisation_id = office AND c.absent = ANY (handlers) AND c.ended_at IS NULL
       AND acting_day() < c.until_day;
    IF cardinality(handlers) = 0 THEN
      handlers := ARRAY(SELECT e.id FROM employee e
                         WHERE e.organisation_id = office AND e.role = 'administrator' AND is_employed(e));
    END IF;
    people := (SELECT count(DISTINCT each) FROM unnest(handlers || substitutes) AS each);
  END $$;
  REVOKE EXECUTE ON FUNCTION handlers_of FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION handlers_of TO volmacht_app;

  -- The offices where the acting person works now, this one too. Nobody else is ever asked about.
  CREATE FUNCTION acting_offices()
  RETURNS TABLE (organisation uuid, name text, kvk text, since date)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT o.id, o.name, o.kvk, e.from_day
      FROM employee e JOIN organisation o ON o.id = e.organisation_id
     WHERE is_employed(e) AND e.subject = CASE acting_kind()
             WHEN 'employee' THEN (SELECT own.subject FROM employee own WHERE own.id = acting_employee())
             WHEN 'newcomer' THEN substr(current_setting('app.actor'), length('newcomer:00000000:') + 1) END
     ORDER BY o.name, o.id
  $$;
  REVOKE EXECUTE ON FUNCTION acting_offices FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION acting_offices TO volmacht_app;
  `,
  `
  DROP FUNCTION acting_offices;
  DROP FUNCTION handlers_of;
  `,
);
