import { randomBytes } from 'node:crypto';
import pg from 'pg';

/** A database of its own for one test file: a copy of the migrated template. */
export interface TestDatabase {
  readonly url: string;
  /** As the server's administrator, past every policy: to set the scene and to look behind it. */
  readonly admin: pg.Pool;
  /** Whether a task was under way a moment ago; it waits that moment. */
  atWork(): Promise<boolean>;
  /** Makes it as the template was; `false` when somebody changed more than rows, so that it cannot be. */
  empty(): Promise<boolean>;
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
    atWork: () => underWay(admin),
    empty: () => emptied(admin),
    async drop() {
      await admin.end();
      const last = new pg.Client({ connectionString: server });
      await last.connect();
      await last.query(`DROP DATABASE ${name} WITH (FORCE)`);
      await last.end();
    },
  };
}

const inHand = 'job WHERE leased_until IS NOT NULL AND NOT given_up';

async function underWay(admin: pg.Pool): Promise<boolean> {
  const { rowCount } = await admin.query(`SELECT WHERE EXISTS (SELECT FROM ${inHand})`);
  if (rowCount) await new Promise((resolve) => setTimeout(resolve, 20));
  return rowCount === 1;
}

/** Past triggers and keys: what a test wrote is gone, however the product guards it. */
async function emptied(admin: pg.Pool): Promise<boolean> {
  const session = await admin.connect();
  const some = async (what: string) =>
    (await session.query(`SELECT WHERE EXISTS (SELECT FROM ${what})`)).rowCount;
  let done = false;
  try {
    // A task that is under way would write among what the next test writes.
    for (let looks = 0; await some(inHand); looks++)
      if (looks === 20) return false;
      else await new Promise((resolve) => setTimeout(resolve, 50));
    if (await some('watch.change')) return false;
    // One transaction: what holds in it ends with it, so the connection, which knows all tables by now, stays.
    await session.query(`
      DO $empty$ DECLARE filled text; BEGIN
        SET LOCAL session_replication_role = replica;
        FOR filled IN SELECT format('%I', relname) FROM pg_class
                       WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND relname <> 'migrations' LOOP
          EXECUTE 'DELETE FROM ' || filled;
        END LOOP;
      END $empty$`);
    return (done = true);
  } catch {
    return false; // something of the last test is still under way
  } finally {
    session.release(!done);
  }
}
