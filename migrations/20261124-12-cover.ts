import { sqlMigration } from './as-owner.ts';

/**
 * Cover with a time box (R33): while a colleague is away, another handles the clients that he handles. It starts and
 * returns by the calendar. The facts tell it, the policies keep to it, and the lists ask the same functions.
 */
export const Cover = sqlMigration(
  'Cover',
  1795564800012,
  `
  -- What names an employee beside an office can ask that he is of that office.
  ALTER TABLE employee ADD CONSTRAINT employee_of_office UNIQUE (id, organisation_id);

  CREATE TABLE cover (
    id uuid PRIMARY KEY,
    organisation_id uuid NOT NULL REFERENCES organisation,
    absent uuid NOT NULL,
    substitute uuid NOT NULL,
    from_day date NOT NULL,
    until_day date NOT NULL,
    since timestamptz NOT NULL,
    arranged_by uuid NOT NULL REFERENCES employee,
    ended_at timestamptz,
    FOREIGN KEY (absent, organisation_id) REFERENCES employee (id, organisation_id),
    FOREIGN KEY (substitute, organisation_id) REFERENCES employee (id, organisation_id),
    CHECK (until_day > from_day),
    CHECK (absent <> substitute)
  );
  CREATE INDEX cover_by_substitute ON cover (substitute) WHERE ended_at IS NULL;
  CREATE INDEX cover_by_absent ON cover (absent) WHERE ended_at IS NULL;
  CREATE INDEX cover_by_organisation ON cover (organisation_id, from_day, id);
  ALTER TABLE cover ENABLE ROW LEVEL SECURITY;
  ALTER TABLE cover FORCE ROW LEVEL SECURITY;
  CREATE POLICY cover_owner ON cover TO volmacht_owner USING (true) WITH CHECK (true);
  -- Colleagues see who stands in for whom; an administrator arranges it, or who is away himself.
  CREATE POLICY cover_own_office ON cover TO volmacht_app
    USING (organisation_id = acting_organisation() AND acting_role(true) IS NOT NULL
           AND assurance_suffices('substantial'))                                                     -- R5
    WITH CHECK (organisation_id = acting_organisation() AND assurance_suffices('substantial')
                AND (acting_role(true) = 'administrator'
                     OR (acting_role(true) IS NOT NULL AND absent = acting_employee())));
  CREATE POLICY cover_arrange ON cover AS RESTRICTIVE FOR INSERT TO volmacht_app
    WITH CHECK (arranged_by = acting_employee());
  GRANT SELECT, INSERT ON cover TO volmacht_app;
  GRANT UPDATE (ended_at) ON cover TO volmacht_app;
  -- What was ended stays so, from the instant at which it was.
  CREATE FUNCTION keep_cover_ended() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
  BEGIN
    IF NEW.ended_at IS DISTINCT FROM OLD.ended_at AND NOT pg_has_role(current_user, 'volmacht_owner', 'MEMBER')
       AND (OLD.ended_at IS NOT NULL OR NEW.ended_at IS DISTINCT FROM acting_now())
    THEN RAISE EXCEPTION 'a cover ends once, and now' USING ERRCODE = 'check_violation'; END IF;
    RETURN NEW;
  END $$;
  CREATE TRIGGER cover_ended BEFORE UPDATE OF ended_at ON cover FOR EACH ROW EXECUTE FUNCTION keep_cover_ended();

  -- In whose place someone works at the acting instant: his own, and that of colleagues who are away. No chain: who
  -- stands in for a substitute does not get what that one stands in for. Who left is in nobody's place.
  CREATE FUNCTION places_of(office uuid, who uuid) RETURNS uuid[]
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  BEGIN
    RETURN coalesce((
      SELECT array_agg(e.id)
        FROM employee own
        JOIN employee e ON e.organisation_id = office AND is_employed(e) AND (e.id = who OR e.id IN (
               SELECT c.absent FROM cover c
                WHERE c.substitute = who AND c.organisation_id = office AND c.ended_at IS NULL
                  AND c.from_day <= acting_day() AND acting_day() < c.until_day))
       WHERE own.id = who AND own.organisation_id = office AND is_employed(own)), '{}');
  END $$;
  -- The same of the acting employee, and their teams: what lists compare assignments with.
  CREATE FUNCTION acting_as() RETURNS uuid[] LANGUAGE sql STABLE
    RETURN places_of(acting_organisation(), acting_employee());
  CREATE FUNCTION acting_teams() RETURNS uuid[]
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  BEGIN
    RETURN coalesce((SELECT array_agg(DISTINCT tm.team_id) FROM team_member tm
                      WHERE tm.employee_id = ANY (acting_as())), '{}');
  END $$;

  -- R33: does he stand in for someone who handles this client?
  CREATE FUNCTION stands_in(office uuid, who uuid, whom uuid) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT EXISTS (
      SELECT FROM unnest(places_of(office, who)) AS place (employee)
       WHERE place.employee <> who AND EXISTS (
         SELECT FROM assignment a LEFT JOIN team_member tm ON tm.team_id = a.team_id
          WHERE a.organisation_id = office AND a.client_id = whom AND a.ended_at IS NULL
            AND place.employee IN (a.employee_id, tm.employee_id)))
  $$;
  -- R33: does this colleague of the acting employee handle the client now, and may he do more than look?
  CREATE FUNCTION handles_now(who uuid, whom uuid) RETURNS boolean
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  BEGIN
    IF who IS NULL THEN RETURN false; END IF;
    RETURN EXISTS (
      SELECT FROM employee e CROSS JOIN LATERAL handling_of(acting_organisation(), who, whom) h
       WHERE e.id = who AND e.organisation_id = acting_organisation() AND is_employed(e) AND e.role <> 'reader'
         AND (h.assigned OR (NOT h.handled AND e.role = 'administrator')
              OR stands_in(acting_organisation(), who, whom)));
  END $$;
  CREATE OR REPLACE FUNCTION acting_handles(whom uuid) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT h.assigned OR (NOT h.handled AND acting_role(true) = 'administrator')
           OR stands_in(acting_organisation(), acting_employee(), whom)
      FROM handling_of(acting_organisation(), acting_employee(), whom) h
  $$;

  -- The facts of one question, with cover, and with whose bulk run it asks about.
  CREATE FUNCTION access_facts(
    who uuid, office uuid, asked_organisation uuid, asked_client uuid, asked_mandate uuid, asked_message uuid,
    asked_run uuid
  ) RETURNS jsonb
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  DECLARE
    answer jsonb := access_facts(who, office, asked_organisation, asked_client, asked_mandate, asked_message);
    known_run record;
  BEGIN
    IF answer ? 'handling' AND NOT (answer #> '{handling,assigned}')::boolean THEN
      answer := jsonb_set(answer, '{handling,covering}', to_jsonb(stands_in(office, who, coalesce(
        answer #>> '{message,client}', answer #>> '{mandate,client}', asked_client::text)::uuid)));
    END IF;
    IF asked_run IS NOT NULL THEN
      SELECT organisation_id, started_by INTO known_run FROM bulk_run WHERE id = asked_run;
      IF FOUND THEN
        answer := answer || jsonb_build_object('bulkRun', jsonb_build_object(
          'organisation', known_run.organisation_id, 'startedBy', known_run.started_by));
      END IF;
    END IF;
    RETURN answer;
  END $$;
  REVOKE EXECUTE ON FUNCTION places_of, acting_teams, stands_in, handles_now FROM PUBLIC;
  REVOKE EXECUTE ON FUNCTION access_facts(uuid, uuid, uuid, uuid, uuid, uuid, uuid) FROM PUBLIC;
  REVOKE EXECUTE ON FUNCTION access_facts(uuid, uuid, uuid, uuid, uuid, uuid) FROM volmacht_app;
  GRANT EXECUTE ON FUNCTION places_of, acting_teams, handles_now TO volmacht_app;
  GRANT EXECUTE ON FUNCTION access_facts(uuid, uuid, uuid, uuid, uuid, uuid, uuid) TO volmacht_app;
  `,
  `
  GRANT EXECUTE ON FUNCTION access_facts(uuid, uuid, uuid, uuid, uuid, uuid) TO volmacht_app;
  DROP FUNCTION access_facts(uuid, uuid, uuid, uuid, uuid, uuid, uuid);
  CREATE OR REPLACE FUNCTION acting_handles(whom uuid) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT h.assigned OR (NOT h.handled AND acting_role(true) = 'administrator')
      FROM handling_of(acting_organisation(), acting_employee(), whom) h
  $$;
  DROP FUNCTION handles_now, stands_in, acting_teams, acting_as, places_of;
  DROP TABLE cover;
  DROP FUNCTION keep_cover_ended;
  ALTER TABLE employee DROP CONSTRAINT employee_of_office;
  `,
);
