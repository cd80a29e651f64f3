import pg from 'pg';
import { freshDatabase, type TestDatabase } from '../support/database.ts';

/* What the application's role cannot do with runs, covers and templates, whatever the application asks it to. */

const [vermeer, haven, anna, joris, bob, gerda] = Array.from(
  { length: 6 },
  (_, number) => `00000000-0000-4000-8000-00000000000${number}`,
) as [string, string, string, string, string, string];
const [checked, running, stopped, reading] = Array.from(
  { length: 4 },
  (_, number) => `00000000-0000-4000-8000-0000000000a${number}`,
) as [string, string, string, string];
const [planned, ended] = ['00000000-0000-4000-8000-0000000000c0', '00000000-0000-4000-8000-0000000000c1'];
const now = '2027-01-15T10:00:00.123Z';
const before = '2027-01-14T10:00:00Z';
const [asAnna, asJoris] = [`employee:${anna}:${vermeer}`, `employee:${joris}:${vermeer}`];
const job = 'job:run-bulk';

let database: TestDatabase;
let application: pg.Client;
beforeAll(async () => {
  database = await freshDatabase();
  application = new pg.Client({ connectionString: database.url, options: '-c role=volmacht_app' });
  await application.connect();
  const works = (id: string, where: string, name: string, role: string) =>
    `('${id}', '${where}', '${name}', '${name}', '${role}', '2027-01-01', '${now}')`;
  const byAnna = `'${before}', '${anna}', 'substantial'`;
  const run = (id: string, state: string, by = 'NULL, NULL, NULL') =>
    `('${id}', '${vermeer}', '${joris}', 'request', 'csv', '${state}', 2, 2, '${before}', '${before}', ${by},
      ${state === 'stopped' ? `'stopped-by-hand'` : 'NULL'})`;
  await database.admin.query(`
    INSERT INTO organisation (id, kvk, name, kind, standing, registered_by, registered_at)
      VALUES ('${vermeer}', '90001111', 'x', 'other', 'recognised', 'x', '${now}'),
             ('${haven}', '90002222', 'y', 'other', 'recognised', 'y', '${now}');
    INSERT INTO employee (id, organisation_id, subject, name, role, from_day, invited_at)
      VALUES ${works(anna, vermeer, 'anna', 'administrator')}, ${works(joris, vermeer, 'joris', 'handler')},
             ${works(bob, vermeer, 'bob', 'handler')}, ${works(gerda, haven, 'gerda', 'administrator')};
    INSERT INTO bulk_run (id, organisation_id, started_by, kind, source, state, total, ready, created_at, heard_at,
                          confirmed_at, confirmed_by, confirmed_assurance, stop_reason)
      VALUES ${run(checked, 'checked')}, ${run(running, 'running', byAnna)}, ${run(stopped, 'stopped', byAnna)},
             ${run(reading, 'reading')};
    INSERT INTO cover (id, organisation_id, absent, substitute, from_day, until_day, since, arranged_by, ended_at)
      VALUES ('${planned}', '${vermeer}', '${joris}', '${bob}', '2027-02-01', '2027-02-08', '${now}', '${anna}', NULL),
             ('${ended}', '${vermeer}', '${joris}', '${bob}', '2027-03-01', '2027-03-08', '${now}', '${anna}', '${before}');
    INSERT INTO scope_template VALUES (gen_random_uuid(), '${vermeer}', 'tax', '[1]', '${now}')`);
});
afterAll(async () => {
  await application.end();
  await database.drop();
});

/** How many rows it touched, or the code of the error; undone either way. */
async function outcome(actor: string, sql: string, assurance = 'substantial'): Promise<number | string> {
  await application.query('BEGIN');
  try {
    await application.query(
      `SELECT set_config('app.actor', $1, true), set_config('app.now', $2, true), set_config('app.assurance', $3, true)`,
      [actor, now, assurance],
    );
    return (await application.query(sql)).rowCount ?? 0;
  } catch (error) {
    return (error as { code: string }).code;
  } finally {
    await application.query('ROLLBACK');
  }
}

const denied = '42501';
const broken = '23514';
const unrelated = '23503';

const change = (run: string, set: string) => `UPDATE bulk_run SET ${set} WHERE id = '${run}'`;
const confirm = (run: string, by: string, { at = now, assurance = 'substantial' } = {}) =>
  change(
    run,
    `state = 'running', stop_reason = NULL, confirmed_at = '${at}', confirmed_by = '${by}',
     confirmed_assurance = '${assurance}'`,
  );
const stop = change(running, `state = 'stopped', stop_reason = 'x'`);

describe('A run is confirmed by who acts, as sure as he signed in, and by nobody for another', () => {
  it.each([
    [asJoris, confirm(checked, joris), 1],
    [asAnna, confirm(checked, anna), 1],
    [asAnna, confirm(stopped, anna), 1],
    [asJoris, confirm(checked, anna), broken],
    [asJoris, confirm(stopped, anna), broken],
    [asJoris, confirm(checked, joris, { assurance: 'high' }), broken],
    [asJoris, confirm(checked, joris, { at: before }), broken],
    // What she said before is no word for what is begun again, or changed under way.
    [asJoris, change(stopped, `state = 'running'`), broken],
    [asJoris, change(checked, `confirmed_by = '${anna}'`), broken],
    [asJoris, change(reading, `confirmed_assurance = 'high'`), broken],
    [asJoris, change(running, `confirmed_assurance = 'high'`), broken],
    [asJoris, change(running, `confirmed_by = '${bob}'`), broken],
    [job, confirm(checked, anna), broken],
    [job, change(stopped, `state = 'running'`), broken],
  ])('as %s: %s', async (actor, sql, expected) => expect(await outcome(actor, sql)).toBe(expected));

  it.each([
    [asAnna, change(running, 'done = done + 1'), 1],
    [asAnna, change(running, `state = 'done', done = 2, finished_at = '${now}'`), 1],
    [asJoris, stop, 1],
    [job, stop, 1],
    [job, change(running, `forgotten_at = '${now}'`), 1],
  ])('and goes on from there: as %s: %s', async (actor, sql, expected) =>
    expect(await outcome(actor, sql)).toBe(expected),
  );
});

describe('What belongs to an office stays in it', () => {
  const row = (office: string) =>
    `INSERT INTO bulk_row (run_id, number, organisation_id, line, state) VALUES ('${reading}', 1, '${office}', 2, 'ready')`;
  const cover = (absent: string, substitute: string, by: string) =>
    `INSERT INTO cover (id, organisation_id, absent, substitute, from_day, until_day, since, arranged_by)
     VALUES (gen_random_uuid(), '${vermeer}', '${absent}', '${substitute}', '2027-04-01', '2027-04-08', '${now}', '${by}')`;
  const end = (id: string, at: string) => `UPDATE cover SET ended_at = ${at} WHERE id = '${id}'`;

  it.each([
    [asJoris, row(vermeer), 1],
    [asJoris, row(haven), unrelated],
    [asAnna, cover(joris, bob, anna), 1],
    [asJoris, cover(joris, bob, joris), 1],
    [asJoris, cover(joris, bob, anna), denied],
    [asAnna, cover(joris, bob, joris), denied],
    [asAnna, cover(joris, gerda, anna), unrelated],
    [asAnna, cover(gerda, joris, anna), unrelated],
    [asAnna, end(planned, `'${now}'`), 1],
    [asJoris, end(planned, `'${now}'`), 1],
    [asAnna, end(planned, `'${before}'`), broken],
    [asAnna, end(ended, `'${now}'`), broken],
    [asAnna, end(ended, 'NULL'), broken],
  ])('as %s: %s', async (actor, sql, expected) => expect(await outcome(actor, sql)).toBe(expected));
});

describe('Below substantial nobody of an office sees or changes its work (R5)', () => {
  it.each(['scope_template', 'cover', 'bulk_run'])('%s', async (table) => {
    expect(await outcome(asAnna, `SELECT FROM ${table}`)).toBeGreaterThan(0);
    expect(await outcome(asAnna, `SELECT FROM ${table}`, 'low')).toBe(0);
  });

  it.each([
    `INSERT INTO scope_template VALUES (gen_random_uuid(), '${vermeer}', 'care', '[1]', '${now}')`,
    `INSERT INTO cover (id, organisation_id, absent, substitute, from_day, until_day, since, arranged_by)
     VALUES (gen_random_uuid(), '${vermeer}', '${joris}', '${bob}', '2027-05-01', '2027-05-08', '${now}', '${anna}')`,
    `INSERT INTO bulk_run (id, organisation_id, started_by, kind, source, state, created_at, heard_at)
     VALUES (gen_random_uuid(), '${vermeer}', '${anna}', 'request', 'csv', 'reading', '${now}', '${now}')`,
  ])('%s', async (sql) => {
    expect(await outcome(asAnna, sql)).toBe(1);
    expect(await outcome(asAnna, sql, 'low')).toBe(denied);
  });
});
