import { sqlMigration } from './as-owner.ts';

/** The office at work: a list of its clients that is quick at any size, and a search in it (R33, R34). */
export const OfficeAtWork = sqlMigration(
  'OfficeAtWork',
  1795564800015,
  `
  -- What makes someone a client of an office: a mandate that is asked for or was given, and is not over.
  CREATE FUNCTION is_running(given mandate) RETURNS boolean LANGUAGE sql STABLE
    RETURN (given.state IN ('requested', 'offered') AND acting_day() < given.answer_by)
        OR (given.state IN ('active', 'suspended') AND acting_day() < given.until_day);
  CREATE OR REPLACE VIEW office_client WITH (security_invoker = true) AS
    SELECT m.organisation_id, m.client_id,
           CASE WHEN bool_or(m.activated_at IS NOT NULL)
                THEN (SELECT c.name FROM client c WHERE c.id = m.client_id) END AS name,
           (array_agg(m.reference ORDER BY m.requested_at DESC) FILTER (WHERE m.reference IS NOT NULL))[1]
             AS reference
      FROM mandate m
     WHERE is_running(m)
     GROUP BY m.organisation_id, m.client_id;

  -- The words of a name or a reference as people look for them, each after a space.
  CREATE FUNCTION in_words(given text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN rtrim(regexp_replace(' ' || folded(coalesce(given, '')), '[[:punct:][:space:]]+', ' ', 'g'));
  ALTER TABLE client ADD COLUMN name_words text NOT NULL GENERATED ALWAYS AS (in_words(name)) STORED;
  ALTER TABLE mandate ADD COLUMN reference_words text NOT NULL GENERATED ALWAYS AS (in_words(reference)) STORED;

  -- Whose clients, in their order: a page is walked, however many there are.
  DROP INDEX assignment_by_employee, assignment_by_team;
  CREATE INDEX assignment_by_employee ON assignment (employee_id, client_id) WHERE ended_at IS NULL;
  CREATE INDEX assignment_by_team ON assignment (team_id, client_id) WHERE ended_at IS NULL;

  -- The clients of the acting employee's office whom he may find, in their order (R33, R34): an administrator all of
  -- them, another those of himself, his teams and whom he stands in for. \`handling_of\` in the dialect of a set; a
  -- test holds them equal. Each filter narrows and never widens.
  CREATE FUNCTION found_clients(
    handled boolean, by_employee uuid, by_team uuid, sought text, after uuid, most int
  ) RETURNS SETOF uuid
  LANGUAGE plpgsql STABLE ROWS 50 SECURITY DEFINER SET search_path = public, pg_temp AS $$
  DECLARE
    office uuid := acting_organisation();
    own_role text := acting_role(false);
    people uuid[]; teams uuid[];       -- of whose clients the page is walked; nobody's: the whole office
    working uuid[]; staffed uuid[];    -- who works here now, and the teams in which somebody does
    patterns text[];
    source text;
    filters text := '';
  BEGIN
    IF own_role IS NULL OR NOT assurance_suffices('substantial') THEN RETURN; END IF;
    IF own_role <> 'administrator' THEN
      people := acting_as();
      teams := acting_teams();
    END IF;
    IF by_employee IS NOT NULL THEN
      filters := filters || $sql$ AND EXISTS (
        SELECT FROM assignment f LEFT JOIN team_member tm ON tm.team_id = f.team_id
         WHERE f.organisation_id = $1 AND f.client_id = s.client_id AND f.ended_at IS NULL
           AND $4 IN (f.employee_id, tm.employee_id))$sql$;
      IF people IS NULL THEN
        people := ARRAY[by_employee];
        teams := ARRAY(SELECT tm.team_id FROM team_member tm WHERE tm.employee_id = by_employee);
      END IF;
    END IF;
    IF by_team IS NOT NULL THEN
      filters := filters || $sql$ AND EXISTS (
        SELECT FROM assignment f WHERE f.organisation_id = $1 AND f.client_id = s.client_id AND f.ended_at IS NULL
           AND f.team_id = $5)$sql$;
      IF people IS NULL THEN
        people := '{}';
        teams := ARRAY[by_team];
      END IF;
    END IF;
    IF handled IS NOT NULL THEN
      working := ARRAY(SELECT e.id FROM employee e WHERE e.organisation_id = office AND is_employed(e));
      staffed := ARRAY(SELECT DISTINCT tm.team_id FROM team_member tm WHERE tm.employee_id = ANY (working));
      filters := filters || CASE WHEN handled THEN ' AND ' ELSE ' AND NOT ' END || $sql$ EXISTS (
        SELECT FROM assignment f WHERE f.organisation_id = $1 AND f.client_id = s.client_id AND f.ended_at IS NULL
           AND (f.employee_id = ANY ($6) OR f.team_id = ANY ($7)))$sql$;
    END IF;
    IF sought IS NOT NULL THEN
      patterns := ARRAY(SELECT '% ' || word || '%' FROM regexp_split_to_table(ltrim(in_words(sought)), ' ') AS word
                         WHERE word <> '');
      IF cardinality(patterns) = 0 THEN RETURN; END IF;
      filters := filters || $sql$ AND EXISTS (
        SELECT FROM mandate n JOIN client c ON c.id = n.client_id
         WHERE n.organisation_id = $1 AND n.client_id = s.client_id AND is_running(n)
           AND (n.reference_words || CASE WHEN n.activated_at IS NOT NULL THEN c.name_words ELSE '' END)
               LIKE ALL ($8))$sql$;
    END IF;
    IF people IS NULL THEN
      source := $sql$ SELECT DISTINCT s.client_id FROM mandate s
        WHERE s.organisation_id = $1 AND is_running(s) AND ($2 IS NULL OR s.client_id > $2) $sql$
        || filters || ' ORDER BY s.client_id LIMIT $3';
    ELSE
      filters := $sql$ AND s.organisation_id = $1 AND s.ended_at IS NULL AND ($2 IS NULL OR s.client_id > $2)
        AND EXISTS (SELECT FROM mandate m
                     WHERE m.organisation_id = $1 AND m.client_id = s.client_id AND is_running(m)) $sql$
        || filters || ' ORDER BY s.client_id LIMIT $3';
      source := $sql$ SELECT DISTINCT found.client_id FROM (
          SELECT own.client_id FROM unnest($9) AS place (id)
            CROSS JOIN LATERAL (SELECT s.client_id FROM assignment s WHERE s.employee_id = place.id $sql$
        || filters || $sql$) own
          UNION ALL
          SELECT own.client_id FROM unnest($10) AS place (id)
            CROSS JOIN LATERAL (SELECT s.client_id FROM assignment s WHERE s.team_id = place.id $sql$
        || filters || ') own) found ORDER BY found.client_id LIMIT $3';
    END IF;
    RETURN QUERY EXECUTE source
      USING office, after, most, by_employee, by_team, working, staffed, patterns, people, teams;
  END $$;
  -- The same with what the list shows of them: as \`office_client\` tells it, but guarded once for the page.
  CREATE FUNCTION described_clients(
    handled boolean, by_employee uuid, by_team uuid, sought text, after uuid, most int
  ) RETURNS TABLE (client uuid, name text, reference text, is_handled boolean, assignments jsonb)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT f.client, CASE WHEN told.consented THEN c.name END, told.reference, who.is_handled, who.assignments
      FROM found_clients(handled, by_employee, by_team, sought, after, most) AS f (client)
      JOIN client c ON c.id = f.client
     CROSS JOIN LATERAL (
       SELECT bool_or(m.activated_at IS NOT NULL) AS consented,
              (array_agg(m.reference ORDER BY m.requested_at DESC) FILTER (WHERE m.reference IS NOT NULL))[1]
                AS reference
         FROM mandate m
        WHERE m.organisation_id = acting_organisation() AND m.client_id = f.client AND is_running(m)) told
     CROSS JOIN LATERAL (
       SELECT coalesce(jsonb_agg(jsonb_strip_nulls(jsonb_build_object(
                'id', a.id, 'employee', a.employee_id, 'team', a.team_id, 'name', coalesce(e.name, t.name)))
                ORDER BY a.id), '[]') AS assignments,
              coalesce(bool_or(CASE WHEN a.team_id IS NULL THEN is_employed(e) ELSE EXISTS (
                SELECT FROM team_member tm JOIN employee member ON member.id = tm.employee_id
                 WHERE tm.team_id = a.team_id AND is_employed(member)) END), false) AS is_handled
         FROM assignment a LEFT JOIN employee e ON e.id = a.employee_id LEFT JOIN team t ON t.id = a.team_id
        WHERE a.organisation_id = acting_organisation() AND a.client_id = f.client AND a.ended_at IS NULL) who
     ORDER BY f.client
  $$;
  REVOKE EXECUTE ON FUNCTION found_clients, described_clients FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION found_clients, described_clients TO volmacht_app;

  -- Asked once for a statement, not once for a row: what these say does not change within one.
  ALTER POLICY employee_own_office ON employee
    USING ((SELECT acting_kind()) = 'official'
           OR (organisation_id = (SELECT acting_organisation()) AND (SELECT acting_role(true)) IS NOT NULL));
  ALTER POLICY team_own_office ON team
    USING (organisation_id = (SELECT acting_organisation()) AND (SELECT acting_role(true)) IS NOT NULL);
  ALTER POLICY assignment_own_office ON assignment
    USING (organisation_id = (SELECT acting_organisation()) AND (SELECT acting_role(true)) IS NOT NULL)
    WITH CHECK (organisation_id = (SELECT acting_organisation()) AND (SELECT acting_role(true)) = 'administrator');
  `,
  `
  ALTER POLICY assignment_own_office ON assignment
    USING (organisation_id = acting_organisation() AND acting_role(true) IS NOT NULL)
    WITH CHECK (organisation_id = acting_organisation() AND acting_role(true) = 'administrator');
  ALTER POLICY team_own_office ON team
    USING (organisation_id = acting_organisation() AND acting_role(true) IS NOT NULL);
  ALTER POLICY employee_own_office ON employee
    USING (acting_kind() = 'official' OR (organisation_id = acting_organisation() AND acting_role(true) IS NOT NULL));
  DROP FUNCTION described_clients, found_clients;
  DROP INDEX assignment_by_employee, assignment_by_team;
  CREATE INDEX assignment_by_employee ON assignment (employee_id) WHERE ended_at IS NULL;
  CREATE INDEX assignment_by_team ON assignment (team_id) WHERE ended_at IS NULL;
  ALTER TABLE mandate DROP COLUMN reference_words;
  ALTER TABLE client DROP COLUMN name_words;
  DROP FUNCTION in_words;
  CREATE OR REPLACE VIEW office_client WITH (security_invoker = true) AS
    SELECT m.organisation_id, m.client_id,
           CASE WHEN bool_or(m.activated_at IS NOT NULL)
                THEN (SELECT c.name FROM client c WHERE c.id = m.client_id) END AS name,
           (array_agg(m.reference ORDER BY m.requested_at DESC) FILTER (WHERE m.reference IS NOT NULL))[1]
             AS reference
      FROM mandate m
     WHERE (m.state IN ('requested', 'offered') AND acting_day() < m.answer_by)
        OR (m.state IN ('active', 'suspended') AND acting_day() < m.until_day)
     GROUP BY m.organisation_id, m.client_id;
  DROP FUNCTION is_running;
  `,
);
