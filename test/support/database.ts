import { randomBytes } from 'node:crypto';
import pg from 'pg';

/** A database of its own for one test file: a copy of the migrated template. */
export interface TestDatabase {
  readonly url: string;
  /** As the server's administrator, past every policy: to set the scene and to look behind it. */
  readonly admin: pg.Pool;
  drop(): Promise<void>;
}

const withDatabase = (url: string, name: string) =>
  Object.assign(new URL(url), { pathname: `/${name}` }).href;

/** Makes the copy. */
export async function freshDatabase(): Promise<TestDatabase> {
  const server = process.env.VOLMACHT_TEST_SERVER;
  if (!server) throw new Error('run the tests with "npm test": it builds, and starts a database');
  const name = `volmacht_test_${randomBytes(6).toString('hex')}`;
  const maintenance = new pg.Client({ connectionString: server });
  await maintenance.connect();
  await maintenance.query(
    `CREATE DATABASE ${name} TEMPLATE ${process.env.VOLMACHT_TEST_TEMPLATE} STRATEGY FILE_COPY`,
  );
  await maintenance.end();
  const url = withDatabase(server, name);
  const admin = new pg.Pool({ connectionString: url, max: 4 });
  admin.on('error', () => undefined); // dropping the database may cut a connection that is still closing
  return {
    url,
    admin,
    async drop() {
      await admin.end();
      const last = new pg.Client({ connectionString: server });
      await last.connect();
      await last.query(`DROP DATABASE ${name} WITH (FORCE)`);
      await last.end();
    },
  };
}
