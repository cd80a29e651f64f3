-- Runs once, when the database is first made. The migrator may make roles and whatever the migrations need; the
-- application signs in as a role that owns nothing, so that neither a mistake nor an intruder in it can change the
-- trail or switch row-level security off.
\getenv migrator_password MIGRATOR_PASSWORD
\getenv app_password APP_PASSWORD

CREATE ROLE volmacht_migrator LOGIN NOSUPERUSER NOCREATEDB CREATEROLE NOBYPASSRLS PASSWORD :'migrator_password';
ALTER DATABASE volmacht OWNER TO volmacht_migrator;
ALTER SCHEMA public OWNER TO volmacht_migrator;
REVOKE TEMPORARY ON DATABASE volmacht FROM PUBLIC;

-- Made by the migrator, so that the migrations may hand out this role too.
SET ROLE volmacht_migrator;
CREATE ROLE volmacht_app LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS NOINHERIT PASSWORD :'app_password';
RESET ROLE;
