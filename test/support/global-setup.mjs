import { createHash, randomBytes } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import pg from 'pg';

/**
 * One PostgreSQL for the run (`TEST_DATABASE_URL`, or the embedded one), and in it one migrated template of which
 * each test file gets a copy. The built code is used here, so `npm test` builds first. Tests of the pure rules
 * need neither, and run without a build.
 */
export default async function setUp(config) {
  const built = join(config.rootDir, 'dist', 'src');
  if (!existsSync(join(built, 'migrate.js'))) return;
  const load = (file) => import(pathToFileURL(join(built, file)).href);
  let url = process.env.TEST_DATABASE_URL;
  if (!url) {
    const { startEmbeddedPostgres } = await load('platform/embedded-postgres.js');
    const server = await startEmbeddedPostgres({
      folder: join(config.rootDir, '.volmacht', 'test-postgres'),
      durable: false,
      say: () => undefined,
    });
    globalThis.stopTestServer = server.stop;
    url = server.adminUrl;
  }
  const migrations = join(config.rootDir, 'dist', 'migrations');
  const hash = createHash('sha256').update(readFileSync(import.meta.filename));
  for (const file of readdirSync(migrations)
    .filter((name) => name.endsWith('.js'))
    .sort())
    hash.update(readFileSync(join(migrations, file)));
  const template = `volmacht_template_${hash.digest('hex').slice(0, 16)}`;
  const admin = new pg.Client({ connectionString: url });
  await admin.connect();
  await admin.query(`SELECT pg_advisory_lock(hashtext('volmacht test template'))`);
  const { rowCount } = await admin.query('SELECT FROM pg_database WHERE datname = $1', [template]);
  if (rowCount === 0) {
    await admin.query(`CREATE DATABASE ${template}_new`);
    const { migrate } = await load('migrate.js');
    await migrate(withDatabase(url, `${template}_new`));
    await watchDefinitions(withDatabase(url, `${template}_new`));
    await admin.query(`ALTER DATABASE ${template}_new RENAME TO ${template}`);
  }
  await admin.end();
  process.env.VOLMACHT_TEST_RUN = `volmacht_test_${randomBytes(4).toString('hex')}`;
  process.env.VOLMACHT_TEST_SERVER = url;
  process.env.VOLMACHT_TEST_TEMPLATE = template;
}

const withDatabase = (url, name) => Object.assign(new URL(url), { pathname: `/${name}` }).href;

/** Notes when a test changes the tables themselves: such a database serves no other test. */
async function watchDefinitions(url) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(`
    CREATE SCHEMA watch;
    CREATE TABLE watch.change (tag text);
    CREATE FUNCTION watch.note() RETURNS event_trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
    BEGIN INSERT INTO watch.change VALUES (tg_tag); END $$;
    REVOKE EXECUTE ON FUNCTION watch.note FROM PUBLIC;
    CREATE EVENT TRIGGER note_change ON ddl_command_end EXECUTE FUNCTION watch.note();
    CREATE EVENT TRIGGER note_drop ON sql_drop EXECUTE FUNCTION watch.note()`);
  await client.end();
}
