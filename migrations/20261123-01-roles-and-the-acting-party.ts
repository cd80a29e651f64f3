import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Roles: `volmacht_owner` owns everything and cannot sign in; `volmacht_app` is the application and owns
 * nothing; `volmacht_auditor` reads the trail; `volmacht_sealer` is kept for sealing it.
 * The acting party is set per transaction; without it every policy fails (deny by default).
 */
export class RolesAndTheActingParty implements MigrationInterface {
  name = 'RolesAndTheActingParty1795478400001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DO $roles$
      DECLARE wanted text;
      BEGIN
        FOREACH wanted IN ARRAY ARRAY['volmacht_owner','volmacht_app','volmacht_auditor','volmacht_sealer'] LOOP
          IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = wanted) THEN
            EXECUTE format('CREATE ROLE %I NOLOGIN NOINHERIT', wanted);
          END IF;
        END LOOP;
        EXECUTE format('GRANT volmacht_owner, volmacht_app TO %I', current_user);
        EXECUTE format('GRANT CREATE ON DATABASE %I TO volmacht_owner', current_database());
      END
      $roles$;
      CREATE EXTENSION IF NOT EXISTS btree_gist;
      REVOKE CREATE ON SCHEMA public FROM PUBLIC;
      GRANT USAGE, CREATE ON SCHEMA public TO volmacht_owner;
      GRANT USAGE ON SCHEMA public TO volmacht_app, volmacht_auditor, volmacht_sealer;
      SET LOCAL ROLE volmacht_owner;

      CREATE FUNCTION acting_kind() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE
        RETURN split_part(current_setting('app.actor'), ':', 1);
      CREATE FUNCTION acting_client() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
        RETURN CASE WHEN acting_kind() = 'citizen' THEN split_part(current_setting('app.actor'), ':', 2)::uuid END;
      CREATE FUNCTION acting_employee() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
        RETURN CASE WHEN acting_kind() = 'employee' THEN split_part(current_setting('app.actor'), ':', 2)::uuid END;
      CREATE FUNCTION acting_organisation() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
        RETURN CASE WHEN acting_kind() = 'employee' THEN split_part(current_setting('app.actor'), ':', 3)::uuid END;
      CREATE FUNCTION acting_sender() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE
        RETURN CASE WHEN acting_kind() = 'sender' THEN split_part(current_setting('app.actor'), ':', 2) END;
      CREATE FUNCTION acting_now() RETURNS timestamptz LANGUAGE sql STABLE PARALLEL SAFE
        RETURN current_setting('app.now')::timestamptz;
      CREATE FUNCTION acting_day() RETURNS date LANGUAGE sql STABLE PARALLEL SAFE
        RETURN (acting_now() AT TIME ZONE 'Europe/Amsterdam')::date;
      CREATE FUNCTION assurance_rank(level text) RETURNS int LANGUAGE sql IMMUTABLE PARALLEL SAFE
        RETURN array_position(ARRAY['low','substantial','high'], level);
      CREATE FUNCTION assurance_suffices(needed text) RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE
        RETURN coalesce(assurance_rank(current_setting('app.assurance')) >= assurance_rank(needed), false);
      RESET ROLE;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      SET LOCAL ROLE volmacht_owner;
      DROP FUNCTION acting_day, acting_client, acting_employee, acting_organisation, acting_sender;
      DROP FUNCTION acting_kind, acting_now, assurance_suffices, assurance_rank;
      RESET ROLE;
    `);
  }
}
