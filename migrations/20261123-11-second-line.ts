import { sqlMigration } from './as-owner.ts';

/**
 * The second line, for when the application's own rules fail or somebody else signs in with its name: it cannot
 * write the trail for another, change public registers without the standing to, or bring a mandate back to life.
 */
export const SecondLine = sqlMigration(
  'SecondLine',
  1795478400011,
  `
  -- R40: each line names who acts, at the acting instant. A door has read the clock a moment earlier.
  REVOKE INSERT ON trail FROM volmacht_app;
  GRANT INSERT (id, at, action, outcome, reason, actor_kind, actor_id, assurance, organisation_id, organisation_name,
                organisation_kvk, client_id, mandate_id, object_kind, object_id, ground, details, trace)
    ON trail TO volmacht_app;
  CREATE FUNCTION acting_id() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE
    RETURN CASE WHEN acting_kind() = 'employee' THEN split_part(current_setting('app.actor'), ':', 2)
                ELSE substr(current_setting('app.actor'), length(acting_kind()) + 2) END;
  ALTER POLICY trail_append ON trail WITH CHECK (
    actor_kind = acting_kind() AND actor_id = acting_id() AND assurance = current_setting('app.assurance')
    AND at > acting_now() - interval '1 minute' AND at < acting_now() + interval '1 minute');

  -- Public registers: read by all, also before it is known who asks.
  DO $policies$
  DECLARE guarded text;
  BEGIN
    FOREACH guarded IN ARRAY ARRAY['organisation', 'sender', 'message_type'] LOOP
      EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', guarded);
      EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', guarded);
      EXECUTE format('CREATE POLICY %I ON %I TO volmacht_owner USING (true) WITH CHECK (true)',
                     guarded || '_owner', guarded);
      EXECUTE format('CREATE POLICY %I ON %I FOR SELECT TO volmacht_app USING (true)', guarded || '_read', guarded);
    END LOOP;
  END $policies$;
  CREATE POLICY organisation_register ON organisation FOR INSERT TO volmacht_app
    WITH CHECK (acting_kind() = 'newcomer' AND assurance_suffices('substantial') AND standing = 'registered'
                AND acting_id() = kvk || ':' || registered_by);
  -- An administrator locks his office, and a lock asks for the right to update: the check is on what is written.
  CREATE POLICY organisation_standing ON organisation FOR UPDATE TO volmacht_app
    USING (true) WITH CHECK (acting_kind() = 'official' AND assurance_suffices('substantial'));
  REVOKE UPDATE ON organisation FROM volmacht_app;
  GRANT UPDATE (standing, standing_reason) ON organisation TO volmacht_app;
  CREATE POLICY sender_register ON sender FOR INSERT TO volmacht_app
    WITH CHECK (acting_kind() = 'official' AND assurance_suffices('substantial'));
  CREATE POLICY sender_correct ON sender FOR UPDATE TO volmacht_app
    USING (acting_kind() = 'official' AND assurance_suffices('substantial'));
  CREATE POLICY message_type_define ON message_type FOR INSERT TO volmacht_app WITH CHECK (sender = acting_sender());
  CREATE POLICY message_type_change ON message_type FOR UPDATE TO volmacht_app USING (sender = acting_sender());

  -- A mandate begins as a request of an employee for his office, or as a gift of the client (R9).
  CREATE POLICY mandate_begin ON mandate AS RESTRICTIVE FOR INSERT TO volmacht_app
    WITH CHECK (CASE acting_kind()
      WHEN 'employee' THEN state = 'requested' AND requested_by = acting_employee()
                       AND organisation_id = acting_organisation() AND offered_at IS NULL AND activated_at IS NULL
      WHEN 'citizen' THEN state = 'active' AND client_id = acting_client() AND requested_by IS NULL
                       AND offered_at IS NOT NULL AND activated_at IS NOT NULL
      ELSE false END);

  -- The table of moves, once more: a mandate's life holds whatever the application thinks (R18). Who is also the
  -- owner is not held to it: the functions of the house, and the administrator of the server.
  CREATE FUNCTION keep_mandate_life() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
  BEGIN
    IF pg_has_role(current_user, 'volmacht_owner', 'MEMBER') THEN RETURN NEW; END IF;
    IF (NEW.id, NEW.client_id, NEW.organisation_id, NEW.requested_at, NEW.requested_by, NEW.predecessor, NEW.from_day)
       IS DISTINCT FROM
       (OLD.id, OLD.client_id, OLD.organisation_id, OLD.requested_at, OLD.requested_by, OLD.predecessor, OLD.from_day)
    THEN RAISE EXCEPTION 'what a mandate is about never changes' USING ERRCODE = 'check_violation'; END IF;
    IF OLD.ended_at IS NOT NULL
       AND (NEW.state, NEW.ended_at, NEW.end_reason) IS DISTINCT FROM (OLD.state, OLD.ended_at, OLD.end_reason)
    THEN RAISE EXCEPTION 'a mandate that ended stays ended' USING ERRCODE = 'check_violation'; END IF;
    IF NEW.until_day > OLD.until_day
    THEN RAISE EXCEPTION 'a mandate never becomes longer' USING ERRCODE = 'check_violation'; END IF;
    IF NEW.activated_at IS DISTINCT FROM OLD.activated_at
       AND (OLD.activated_at IS NOT NULL OR (OLD.state, NEW.state) <> ('offered', 'active'))
    THEN RAISE EXCEPTION 'a mandate is activated once' USING ERRCODE = 'check_violation'; END IF;
    IF NEW.state <> OLD.state AND NOT (CASE OLD.state || ' ' || NEW.state
         WHEN 'requested offered' THEN acting_kind() = 'job'
         WHEN 'offered active' THEN acting_kind() IN ('citizen', 'employee')
         WHEN 'offered declined' THEN acting_kind() = 'citizen'
         WHEN 'requested withdrawn' THEN acting_kind() = 'employee'
         WHEN 'offered withdrawn' THEN acting_kind() = 'employee'
         WHEN 'requested lapsed' THEN acting_kind() IN ('employee', 'job')
         WHEN 'offered lapsed' THEN acting_kind() IN ('employee', 'job')
         WHEN 'active suspended' THEN acting_kind() = 'official'
         WHEN 'suspended active' THEN acting_kind() = 'official'
         WHEN 'active revoked' THEN acting_kind() IN ('citizen', 'official')
         WHEN 'suspended revoked' THEN acting_kind() IN ('citizen', 'official')
         WHEN 'active renounced' THEN acting_kind() = 'employee'
         WHEN 'suspended renounced' THEN acting_kind() = 'employee'
         WHEN 'active ended' THEN acting_kind() IN ('official', 'job')
         WHEN 'suspended ended' THEN acting_kind() IN ('official', 'job')
         ELSE false END)
    THEN RAISE EXCEPTION 'this is not a move of a mandate' USING ERRCODE = 'check_violation'; END IF;
    RETURN NEW;
  END $$;
  CREATE TRIGGER mandate_life BEFORE UPDATE ON mandate FOR EACH ROW EXECUTE FUNCTION keep_mandate_life();

  -- R5: an official below substantial sees no people.
  CREATE POLICY client_official_level ON client AS RESTRICTIVE TO volmacht_app
    USING (acting_kind() <> 'official' OR assurance_suffices('substantial'));
  CREATE POLICY employee_official_level ON employee AS RESTRICTIVE TO volmacht_app
    USING (acting_kind() <> 'official' OR assurance_suffices('substantial'));

  -- What sees past row-level security answers only the application, and only what it asks.
  REVOKE EXECUTE ON FUNCTION handling_of, acting_role, acting_handles, may_do, sees_mandate FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION handling_of, acting_role, may_do, sees_mandate TO volmacht_app;

  -- Nobody needs tables of his own. Where the migrator does not own the database, its owner has to do this.
  RESET ROLE;
  DO $temporary$
  BEGIN
    EXECUTE format('REVOKE TEMPORARY ON DATABASE %I FROM PUBLIC', current_database());
  EXCEPTION WHEN insufficient_privilege THEN
    RAISE WARNING 'PUBLIC may still make temporary tables: the owner of the database is to revoke that';
  END $temporary$;
  `,
  `
  GRANT EXECUTE ON FUNCTION handling_of, acting_role, acting_handles, may_do, sees_mandate TO PUBLIC;
  DROP POLICY employee_official_level ON employee;
  DROP POLICY client_official_level ON client;
  DROP TRIGGER mandate_life ON mandate;
  DROP FUNCTION keep_mandate_life;
  DROP POLICY mandate_begin ON mandate;
  DROP POLICY message_type_change ON message_type;
  DROP POLICY message_type_define ON message_type;
  DROP POLICY sender_correct ON sender;
  DROP POLICY sender_register ON sender;
  DROP POLICY organisation_standing ON organisation;
  DROP POLICY organisation_register ON organisation;
  GRANT UPDATE ON organisation TO volmacht_app;
  DO $policies$
  DECLARE guarded text;
  BEGIN
    FOREACH guarded IN ARRAY ARRAY['organisation', 'sender', 'message_type'] LOOP
      EXECUTE format('DROP POLICY %I ON %I', guarded || '_owner', guarded);
      EXECUTE format('DROP POLICY %I ON %I', guarded || '_read', guarded);
      EXECUTE format('ALTER TABLE %I NO FORCE ROW LEVEL SECURITY', guarded);
      EXECUTE format('ALTER TABLE %I DISABLE ROW LEVEL SECURITY', guarded);
    END LOOP;
  END $policies$;
  ALTER POLICY trail_append ON trail WITH CHECK (true);
  DROP FUNCTION acting_id;
  GRANT INSERT ON trail TO volmacht_app;
  `,
);
