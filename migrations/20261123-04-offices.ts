import { sqlMigration } from './as-owner.ts';

/** Representative organisations, who works there, in which team, and who handles which client (R33). */
export const Offices = sqlMigration(
  'Offices',
  1795478400004,
  `
  CREATE TABLE organisation (
    id uuid PRIMARY KEY,
    kvk text NOT NULL UNIQUE CHECK (kvk ~ '^[0-9]{8}$'),
    name text NOT NULL,
    kind text NOT NULL CHECK (kind IN ('accountancy', 'guardianship', 'other')),
    becon text CHECK (becon ~ '^[0-9]{6}$'),
    standing text NOT NULL CHECK (standing IN ('registered', 'recognised', 'suspended')),
    standing_reason text,
    registered_by text NOT NULL,
    registered_at timestamptz NOT NULL
  );
  GRANT SELECT, INSERT, UPDATE ON organisation TO volmacht_app;

  CREATE TABLE employee (
    id uuid PRIMARY KEY,
    organisation_id uuid NOT NULL REFERENCES organisation,
    subject text,
    name text NOT NULL,
    role text NOT NULL CHECK (role IN ('reader', 'handler', 'administrator')),
    from_day date NOT NULL,
    until_day date CHECK (until_day > from_day),
    ended_at timestamptz,
    invitation_hash text,
    invitation_until timestamptz,
    invited_at timestamptz NOT NULL
  );
  CREATE UNIQUE INDEX employee_once ON employee (organisation_id, subject) WHERE ended_at IS NULL;
  CREATE UNIQUE INDEX employee_invitation ON employee (invitation_hash) WHERE invitation_hash IS NOT NULL;
  CREATE INDEX employee_by_subject ON employee (subject);

  CREATE TABLE team (
    id uuid PRIMARY KEY,
    organisation_id uuid NOT NULL REFERENCES organisation,
    name text NOT NULL,
    ended_at timestamptz
  );
  CREATE UNIQUE INDEX team_name ON team (organisation_id, lower(name)) WHERE ended_at IS NULL;

  CREATE TABLE team_member (
    team_id uuid NOT NULL REFERENCES team,
    employee_id uuid NOT NULL REFERENCES employee,
    since timestamptz NOT NULL,
    PRIMARY KEY (team_id, employee_id)
  );
  CREATE INDEX team_member_by_employee ON team_member (employee_id);

  CREATE TABLE assignment (
    id uuid PRIMARY KEY,
    organisation_id uuid NOT NULL REFERENCES organisation,
    client_id uuid NOT NULL REFERENCES client,
    team_id uuid REFERENCES team,
    employee_id uuid REFERENCES employee,
    since timestamptz NOT NULL,
    ended_at timestamptz,
    CHECK (num_nonnulls(team_id, employee_id) = 1)
  );
  CREATE UNIQUE INDEX assignment_once ON assignment (organisation_id, client_id, coalesce(team_id, employee_id))
    WHERE ended_at IS NULL;
  CREATE INDEX assignment_by_client ON assignment (organisation_id, client_id) WHERE ended_at IS NULL;
  CREATE INDEX assignment_by_employee ON assignment (employee_id) WHERE ended_at IS NULL;
  CREATE INDEX assignment_by_team ON assignment (team_id) WHERE ended_at IS NULL;

  -- R33: whether an employment gives anything at the acting instant.
  CREATE FUNCTION is_employed(given employee) RETURNS boolean LANGUAGE sql STABLE
    RETURN (given.ended_at IS NULL OR given.ended_at > acting_now())
       AND given.from_day <= acting_day() AND (given.until_day IS NULL OR acting_day() < given.until_day);

  -- Whose employment a sign-in is: the current one, else the last, so that who left hears that he left.
  CREATE FUNCTION employment_of(given_subject text, given_kvk text)
  RETURNS TABLE (employee_id uuid, organisation_id uuid)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT e.id, o.id FROM employee e JOIN organisation o ON o.id = e.organisation_id
     WHERE e.subject = given_subject AND o.kvk = given_kvk
     ORDER BY e.ended_at DESC NULLS FIRST, e.from_day DESC LIMIT 1
  $$;
  REVOKE EXECUTE ON FUNCTION employment_of FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION employment_of TO volmacht_app;

  -- The invitation that a newcomer holds the code of.
  CREATE FUNCTION invitation_of(given_hash text, given_kvk text) RETURNS uuid
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT e.id FROM employee e JOIN organisation o ON o.id = e.organisation_id
     WHERE e.invitation_hash = given_hash AND o.kvk = given_kvk AND e.subject IS NULL AND e.ended_at IS NULL
       AND e.invitation_until > acting_now()
  $$;
  REVOKE EXECUTE ON FUNCTION invitation_of FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION invitation_of TO volmacht_app;

  -- R33: is this client handled by an employee of this office who works there now, and by this one?
  CREATE FUNCTION handling_of(office uuid, who uuid, whom uuid, OUT assigned boolean, OUT handled boolean)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT coalesce(bool_or(e.id = who), false), count(*) > 0
      FROM assignment a
      LEFT JOIN team_member tm ON tm.team_id = a.team_id
      JOIN employee e ON e.id = coalesce(a.employee_id, tm.employee_id) AND is_employed(e)
     WHERE a.organisation_id = office AND a.client_id = whom AND a.ended_at IS NULL
  $$;

  -- The acting employee's standing in his office, for policies: his role, or nothing.
  CREATE FUNCTION acting_role(any_standing boolean) RETURNS text
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT e.role FROM employee e JOIN organisation o ON o.id = e.organisation_id
     WHERE e.id = acting_employee() AND is_employed(e) AND (any_standing OR o.standing = 'recognised')
  $$;
  CREATE FUNCTION acting_handles(whom uuid) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT h.assigned OR (NOT h.handled AND acting_role(true) = 'administrator')
      FROM handling_of(acting_organisation(), acting_employee(), whom) h
  $$;

  DO $policies$
  DECLARE guarded text;
  BEGIN
    FOREACH guarded IN ARRAY ARRAY['employee', 'team', 'team_member', 'assignment'] LOOP
      EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', guarded);
      EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', guarded);
      EXECUTE format('CREATE POLICY %I ON %I TO volmacht_owner USING (true) WITH CHECK (true)',
                     guarded || '_owner', guarded);
      EXECUTE format('GRANT SELECT, INSERT, UPDATE ON %I TO volmacht_app', guarded);
    END LOOP;
  END $policies$;
  GRANT DELETE ON team_member TO volmacht_app;

  CREATE POLICY employee_own_office ON employee TO volmacht_app
    USING (acting_kind() = 'official'
           OR (organisation_id = acting_organisation() AND acting_role(true) IS NOT NULL)
           OR (acting_kind() = 'newcomer' AND invitation_of(invitation_hash, split_part(current_setting('app.actor'), ':', 2)) = id))
    WITH CHECK (organisation_id = acting_organisation()
           OR (acting_kind() = 'newcomer'
               AND subject = substr(current_setting('app.actor'), length('newcomer:00000000:') + 1)));
  CREATE POLICY team_own_office ON team TO volmacht_app
    USING (organisation_id = acting_organisation() AND acting_role(true) IS NOT NULL)
    WITH CHECK (organisation_id = acting_organisation() AND acting_role(true) = 'administrator');
  CREATE POLICY team_member_own_office ON team_member TO volmacht_app
    USING (EXISTS (SELECT FROM team t WHERE t.id = team_id))
    WITH CHECK (acting_role(true) = 'administrator' AND EXISTS (SELECT FROM team t WHERE t.id = team_id));
  CREATE POLICY assignment_own_office ON assignment TO volmacht_app
    USING (organisation_id = acting_organisation() AND acting_role(true) IS NOT NULL)
    WITH CHECK (organisation_id = acting_organisation() AND acting_role(true) = 'administrator');
  `,
  `
  DROP TABLE assignment, team_member, team CASCADE;
  DROP FUNCTION acting_handles, acting_role, handling_of, invitation_of, employment_of CASCADE;
  DROP FUNCTION is_employed CASCADE;
  DROP TABLE employee, organisation CASCADE;
  `,
);
