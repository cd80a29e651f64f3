import { sqlMigration } from './as-owner.ts';

/** Representative organisations, who works there, in which team, and who handles which client (R33). */
export const Offices = sqlMigration(
  'Offices',
  1795478400004,
  `
  -- A name as people look for it: without accents and case. Letters that have no accent to lose are spelled out.
  CREATE FUNCTION folded(given text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN replace(replace(replace(translate(
      lower(regexp_replace(normalize(given, NFKD), '[\\u0300-\\u036f]', '', 'g')),
      'øłđØŁĐıÆŒ', 'oldoldiæœ'), 'æ', 'ae'), 'œ', 'oe'), 'ß', 'ss');

  CREATE TABLE organisation (
    id uuid PRIMARY KEY,
    kvk text NOT NULL UNIQUE CHECK (kvk ~ '^[0-9]{8}$'),
    name text NOT NULL,
    name_folded text NOT NULL GENERATED ALWAYS AS (folded(name)) STORED,
    kind text NOT NULL CHECK (kind IN ('accountancy', 'guardianship', 'other')),
    becon text CHECK (becon ~ '^[0-9]{6}$'),
    standing text NOT NULL CHECK (standing IN ('registered', 'recognised', 'suspended')),
    standing_reason text,
    registered_by text NOT NULL,
    registered_at timestamptz NOT NULL
  );
  CREATE INDEX organisation_by_time ON organisation (registered_at DESC, id DESC);
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
    invited_by uuid REFERENCES employee,
    invited_at timestamptz NOT NULL,
    CHECK (num_nonnulls(invitation_hash, invited_by) IN (0, 2))
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
    RETURN given.ended_at IS NULL
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

  -- Who holds the code takes up the employment that it was made for: a newcomer, or somebody who left this office
  -- before. Nothing when the code is not right, too old, or taken by another; the same one may come back with it.
  -- Nothing either when who made the code is not an administrator at work any more, or is the one who brings it:
  -- an administrator who leaves does not let himself in again.
  CREATE FUNCTION accept_invitation(given_hash text, office uuid, given_subject text) RETURNS SETOF employee
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  DECLARE invited employee;
  BEGIN
    SELECT * INTO invited FROM employee
     WHERE organisation_id = office AND invitation_hash = given_hash AND ended_at IS NULL
       AND (subject = given_subject OR (subject IS NULL AND invitation_until > acting_now()))
       FOR UPDATE;
    IF NOT FOUND THEN RETURN; END IF;
    IF invited.subject IS NULL THEN -- locked, so that the maker does not leave between this look and the change
      PERFORM FROM employee maker
        WHERE maker.id = invited.invited_by AND maker.organisation_id = office
          AND maker.role = 'administrator' AND is_employed(maker) AND maker.subject <> given_subject
          FOR SHARE;
      IF NOT FOUND THEN RETURN; END IF;
    END IF;
    -- An earlier employment that ran out makes room; one that still runs does not (employee_once).
    UPDATE employee SET ended_at = until_day::timestamp AT TIME ZONE 'Europe/Amsterdam'
     WHERE organisation_id = office AND subject = given_subject AND ended_at IS NULL AND until_day <= acting_day();
    RETURN QUERY UPDATE employee SET subject = given_subject WHERE id = invited.id RETURNING *;
  END $$;
  REVOKE EXECUTE ON FUNCTION accept_invitation FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION accept_invitation TO volmacht_app;

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

  -- Colleagues see each other, an administrator changes; who registers an office is its first administrator.
  CREATE POLICY employee_own_office ON employee TO volmacht_app
    USING (acting_kind() = 'official' OR (organisation_id = acting_organisation() AND acting_role(true) IS NOT NULL))
    WITH CHECK ((organisation_id = acting_organisation() AND acting_role(true) = 'administrator')
           OR (acting_kind() = 'newcomer'
               AND subject = substr(current_setting('app.actor'), length('newcomer:00000000:') + 1)
               AND EXISTS (SELECT FROM organisation o WHERE o.id = organisation_id AND o.registered_by = employee.subject)));
  CREATE POLICY team_own_office ON team TO volmacht_app
    USING (organisation_id = acting_organisation() AND acting_role(true) IS NOT NULL)
    WITH CHECK (organisation_id = acting_organisation() AND acting_role(true) = 'administrator');
  CREATE POLICY team_member_own_office ON team_member TO volmacht_app
    USING (EXISTS (SELECT FROM team t WHERE t.id = team_id))
    WITH CHECK (acting_role(true) = 'administrator' AND EXISTS (SELECT FROM team t WHERE t.id = team_id));
  CREATE POLICY team_member_removal ON team_member AS RESTRICTIVE FOR DELETE TO volmacht_app
    USING (acting_role(true) = 'administrator');
  CREATE POLICY assignment_own_office ON assignment TO volmacht_app
    USING (organisation_id = acting_organisation() AND acting_role(true) IS NOT NULL)
    WITH CHECK (organisation_id = acting_organisation() AND acting_role(true) = 'administrator');
  `,
  `
  DROP TABLE assignment, team_member, team CASCADE;
  DROP FUNCTION acting_handles, acting_role, handling_of, accept_invitation, employment_of CASCADE;
  DROP FUNCTION is_employed CASCADE;
  DROP TABLE employee, organisation CASCADE;
  DROP FUNCTION folded;
  `,
);
