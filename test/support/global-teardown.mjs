import pg from 'pg';

/** Drops the databases that test files left for each other, and stops the server that the set-up started. */
export default async function tearDown() {
  const { VOLMACHT_TEST_SERVER: server, VOLMACHT_TEST_RUN: run } = process.env;
  if (!server) return;
  await globalThis.moveAllOut?.();
  const admin = new pg.Client({ connectionString: server });
  await admin.connect();
  const { rows } = await admin.query(
    'SELECT datname AS name FROM pg_database WHERE starts_with(datname, $1)',
    [run],
  );
  for (const { name } of rows) await admin.query(`DROP DATABASE ${name} WITH (FORCE)`);
  await admin.end();
  await globalThis.stopTestServer?.();
}
