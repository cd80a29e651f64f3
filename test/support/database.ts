import { randomBytes } from 'node:crypto';
import pg from 'pg';

/** A database of its own for one test file: as the migrated template is. */
export interface TestDatabase {
  readonly url: string;
  /** As the server's administrator, past every policy: to set the scene and to look behind it. */
  readonly admin: pg.Pool;
  /** The same one, with new sessions: one remembers that something was set in it, if not what. */
  reopened(): Promise<TestDatabase>;
  /** Makes it as the template was; `false` when somebody changed more than rows, so that it cannot be. */
  empty(): Promise<boolean>;
  /** Moves out, and leaves it to the next one of this process. */
  leave(): Promise<void>;
  drop(): Promise<void>;
}

const withDatabase = (url: string, name: string) =>
  Object.assign(new URL(url), { pathname: `/${name}` }).href;

function server(): string {
  const url = process.env.VOLMACHT_TEST_SERVER;
  if (!url) throw new Error('run the tests with "npm test": it builds, and starts a database');
  return url;
}

async function told(what: string): Promise<void> {
  const maintenance = new pg.Client({ connectionString: server() });
  await maintenance.connect();
  await maintenance.query(what).finally(() => maintenance.end());
}

const copy = (name: string) =>
  told(`CREATE DATABASE ${name} TEMPLATE ${process.env.VOLMACHT_TEST_TEMPLATE} STRATEGY FILE_COPY`);
const drop = (name: string) => told(`DROP DATABASE ${name} WITH (FORCE)`);

/** Makes the copy. */
export async function freshDatabase(): Promise<TestDatabase> {
  const name = `${process.env.VOLMACHT_TEST_RUN}_${randomBytes(6).toString('hex')}`;
  await copy(name);
  return opened(name);
}

/** Those that were left, and are still to be made empty. */
const left: string[] = [];

/**
 * One that was left, made empty; a copy where there is none, or where more was changed than rows. A copy is some 700 files to
 * make and to remove.
 */
export async function usedDatabase(): Promise<TestDatabase> {
  for (let name = left.pop(); name !== undefined; name = left.pop()) {
    const found = opened(name);
    if (await isReady(found.admin)) return found;
    await found.drop();
  }
  return freshDatabase();
}

/** Whether nobody is in it, nothing is in it any more, and not the room that ten thousand rows took. */
async function isReady(admin: pg.Pool): Promise<boolean> {
  const { rows } = await admin.query<{ free: boolean }>(
    `SELECT pg_database_size(current_database()) < 40e6 AND NOT EXISTS (
       SELECT FROM pg_stat_activity WHERE datname = current_database()
          AND backend_type = 'client backend' AND pid <> pg_backend_pid()) AS free`,
  );
  return (rows[0]?.free && (await emptied(admin))) ?? false;
}

function opened(name: string): TestDatabase {
  const url = withDatabase(server(), name);
  const admin = new pg.Pool({ connectionString: url, max: 4 });
  admin.on('error', () => undefined); // dropping the database may cut a connection that is still closing
  return {
    url,
    admin,
    async reopened() {
      await admin.end();
      return opened(name);
    },
    empty: () => emptied(admin),
    async leave() {
      await admin.end();
      left.push(name);
    },
    async drop() {
      await admin.end();
      await drop(name);
    },
  };
}

const inHand = 'job WHERE leased_until IS NOT NULL AND NOT given_up';

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
