import { sqlMigration } from './as-owner.ts';

/**
 * A person who represents others by himself, such as a guardian or a family member: an organisation of the kind
 * `individual`, with his own pseudonym where an office has a KvK number. He is alone in it, and what he does as a
 * citizen is another sign-in.
 */
export const APersonAsRepresentative = sqlMigration(
  'APersonAsRepresentative',
  1795910400035,
  `
  ALTER TABLE organisation
    ALTER COLUMN kvk DROP NOT NULL,
    ADD COLUMN person uuid CONSTRAINT organisation_person_key UNIQUE REFERENCES client,
    DROP CONSTRAINT organisation_kind_check,
    ADD CONSTRAINT organisation_kind_check CHECK (kind IN ('accountancy', 'guardianship', 'other', 'individual')),
    ADD CONSTRAINT organisation_of_a_person CHECK (
      (kind = 'individual') = (kvk IS NULL) AND (kind = 'individual') = (person IS NOT NULL)
      AND (kind <> 'individual' OR becon IS NULL));

  -- The subject of a newcomer: after the KvK number for which he signed in, or his own pseudonym.
  CREATE FUNCTION acting_subject() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE
    RETURN CASE WHEN acting_kind() = 'newcomer' THEN regexp_replace(acting_id(), '^[0-9]{8}:', '') END;

  -- Whose office it is when a person signs in to represent others. Only an office of a person has one.
  CREATE FUNCTION employment_of_person(given uuid) RETURNS TABLE (employee_id uuid, organisation_id uuid)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT e.id, o.id FROM organisation o JOIN employee e ON e.organisation_id = o.id
     WHERE o.person = given ORDER BY e.ended_at DESC NULLS FIRST, e.from_day DESC LIMIT 1
  $$;
  REVOKE EXECUTE ON FUNCTION employment_of_person FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION employment_of_person TO volmacht_app;

  ALTER POLICY organisation_register ON organisation
    WITH CHECK (acting_kind() = 'newcomer' AND assurance_suffices('substantial') AND standing = 'registered'
                AND registered_by = acting_subject()
                AND acting_id() = CASE WHEN kind = 'individual' THEN 'person:' || person
                                       ELSE kvk || ':' || registered_by END);
  ALTER POLICY employee_own_office ON employee
    WITH CHECK ((organisation_id = acting_organisation() AND acting_role(true) = 'administrator')
           OR (acting_kind() = 'newcomer' AND subject = acting_subject()
               AND EXISTS (SELECT FROM organisation o WHERE o.id = organisation_id AND o.registered_by = employee.subject)));
  -- He is alone: nobody else is taken on, and there are no teams.
  CREATE POLICY employee_alone ON employee AS RESTRICTIVE FOR INSERT TO volmacht_app
    WITH CHECK (EXISTS (SELECT FROM organisation o WHERE o.id = organisation_id
                           AND (o.kind <> 'individual' OR o.registered_by = employee.subject)));
  CREATE POLICY team_alone ON team AS RESTRICTIVE FOR INSERT TO volmacht_app
    WITH CHECK (EXISTS (SELECT FROM organisation o WHERE o.id = organisation_id AND o.kind <> 'individual'));

  CREATE OR REPLACE FUNCTION acting_offices()
  RETURNS TABLE (organisation uuid, name text, kvk text, since date)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT o.id, o.name, o.kvk, e.from_day
      FROM employee e JOIN organisation o ON o.id = e.organisation_id
     WHERE is_employed(e) AND e.subject = CASE acting_kind()
             WHEN 'employee' THEN (SELECT own.subject FROM employee own WHERE own.id = acting_employee())
             WHEN 'newcomer' THEN acting_subject() END
     ORDER BY o.name, o.id
  $$;
  `,
  `
  CREATE OR REPLACE FUNCTION acting_offices()
  RETURNS TABLE (organisation uuid, name text, kvk text, since date)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT o.id, o.name, o.kvk, e.from_day
      FROM employee e JOIN organisation o ON o.id = e.organisation_id
     WHERE is_employed(e) AND e.subject = CASE acting_kind()
             WHEN 'employee' THEN (SELECT own.subject FROM employee own WHERE own.id = acting_employee())
             WHEN 'newcomer' THEN substr(current_setting('app.actor'), length('newcomer:00000000:') + 1) END
     ORDER BY o.name, o.id
  $$;
  DROP POLICY team_alone ON team;
  DROP POLICY employee_alone ON employee;
  ALTER POLICY employee_own_office ON employee
    WITH CHECK ((organisation_id = acting_organisation() AND acting_role(true) = 'administrator')
           OR (acting_kind() = 'newcomer'
               AND subject = substr(current_setting('app.actor'), length('newcomer:00000000:') + 1)
               AND EXISTS (SELECT FROM organisation o WHERE o.id = organisation_id AND o.registered_by = employee.subject)));
  ALTER POLICY organisation_register ON organisation
    WITH CHECK (acting_kind() = 'newcomer' AND assurance_suffices('substantial') AND standing = 'registered'
                AND acting_id() = kvk || ':' || registered_by);
  DROP FUNCTION employment_of_person, acting_subject;
  ALTER TABLE organisation
    DROP CONSTRAINT organisation_of_a_person,
    DROP COLUMN person,
    DROP CONSTRAINT organisation_kind_check,
    ADD CONSTRAINT organisation_kind_check CHECK (kind IN ('accountancy', 'guardianship', 'other')),
    ALTER COLUMN kvk SET NOT NULL;
  `,
);
