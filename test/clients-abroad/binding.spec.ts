import pg from 'pg';
import { freshDatabase, type TestDatabase } from '../support/database.ts';

/* Decision 81: through the application's role a means is bound, and pseudonyms become one, by a case that was decided. */

const [client, other, waiting, taken, account, fresh] = Array.from(
  { length: 6 },
  (_, number) => `00000000-0000-4000-8000-00000000000${number}`,
) as [string, string, string, string, string, string];
const now = '2027-01-15T10:00:00.123Z';
const [olga, otto, oscar, job] = [
  ...(['official:test:olga', 'official:test:otto', 'official:test:oscar', 'job:match-identities'] as const),
] as const;

let database: TestDatabase;
let application: pg.Client;
beforeAll(async () => {
  database = await freshDatabase();
  application = new pg.Client({ connectionString: database.url, options: '-c role=volmacht_app' });
  await application.connect();
  await database.admin.query(`
    INSERT INTO client (id, bsn_index, bsn_sealed, since)
      VALUES ('${client}', 'x', 'x', '${now}'), ('${other}', NULL, NULL, '2027-01-01');
    INSERT INTO client_means VALUES
      (gen_random_uuid(), '${other}', 'account', 'others', 'x', NULL, '${now}', NULL),
      (gen_random_uuid(), '${client}', 'eidas', 'finnish', 'x', 'FI', '${now}', NULL);
    INSERT INTO identity_case (id, kind, state, made_by, created_at, waiting_since, means_kind, means_index, means_sealed, means_country)
      VALUES ('${waiting}', 'rebinding', 'waiting', 'unlinked:bea', '${now}', '${now}', 'eidas', 'bea', 'x', 'FI'),
             ('${taken}', 'rebinding', 'waiting', 'unlinked:cas', '${now}', '${now}', 'account', 'others', 'x', NULL),
             ('${account}', 'account', 'checking', 'unlinked:ann', '${now}', NULL, 'eidas', 'ann', 'x', 'BE');
    INSERT INTO identity_proposal VALUES
      ('${waiting}', '${client}', '${oscar}', '${now}', 'x', gen_random_uuid()),
      ('${taken}', '${client}', '${oscar}', '${now}', 'x', gen_random_uuid())`);
});
afterAll(async () => {
  await application.end();
  await database.drop();
});

/** How many rows the last of these statements touched, or the code of the error; undone either way. */
async function outcome(actor: string, statements: readonly string[]): Promise<number | string> {
  await application.query('BEGIN');
  try {
    await application.query(
      `SELECT set_config('app.actor', $1, true), set_config('app.now', $2, true), set_config('app.assurance', 'substantial', true)`,
      [actor, now],
    );
    let rows: number | null = 0;
    for (const sql of statements) rows = (await application.query(sql)).rowCount;
    return rows ?? 0;
  } catch (error) {
    return (error as { code: string }).code;
  } finally {
    await application.query('ROLLBACK');
  }
}

const [denied, broken] = ['42501', '23514'];
const bind = (by: string) => `SELECT bind_means(gen_random_uuid(), 'x', '${by}')`;
const join = (by: string) => `SELECT * FROM join_for_case('${by}')`;
const granted = (id: string, by: string) =>
  `UPDATE identity_case SET state = 'granted', client_id = '${client}', decided_at = '${now}', decided_by = '${by}',
     decision_reason = 'x', confirmed_proposal = (SELECT id FROM identity_proposal WHERE case_id = '${id}') WHERE id = '${id}'`;
const settled = (whose: string) =>
  `UPDATE identity_case SET state = 'granted', client_id = '${whose}', decided_at = '${now}', decided_by = '${job}'
    WHERE id = '${account}'`;
const named = (ground: string) =>
  `INSERT INTO identity_candidate VALUES ('${account}', '${client}', '${ground}', gen_random_uuid())`;
const opened = `SELECT open_client('${fresh}', 'New')`;
const passed = `UPDATE identity_case SET state = 'waiting', client_id = '${fresh}', waiting_since = '${now}' WHERE id = '${account}'`;
const finnish = `UPDATE identity_case SET means_country = 'FI' WHERE id = '${account}'`;

describe('An official alone gives nobody a means, and makes nobody another', () => {
  it.each([
    ['without a case', olga, [bind(fresh)], denied],
    ['by a case that waits', olga, [bind(waiting)], denied],
    ['by a case that he granted, and another proposed', olga, [granted(waiting, olga), bind(waiting)], 1],
    ['by a case that he proposed himself', oscar, [granted(waiting, oscar), bind(waiting)], broken],
    [
      'by a case that another granted',
      olga,
      [granted(waiting, olga), `SET LOCAL app.actor = '${otto}'`, bind(waiting)],
      denied,
    ],
    [
      'by a case that was granted before',
      olga,
      [granted(waiting, olga), `SET LOCAL app.now = '2027-01-15T11:00:00Z'`, bind(waiting)],
      denied,
    ],
    ['what is of another client', olga, [granted(taken, olga), bind(taken)], broken],
    ['to join, by a case that waits', olga, [join(waiting)], denied],
    ['to join who had no pseudonym', olga, [granted(waiting, olga), join(waiting)], 0],
    ['to join past any case', olga, [`SELECT join_clients('${other}', '${client}')`], denied],
    ['as a job', job, [bind(waiting)], denied],
    ['to join as a job', job, [`SELECT join_clients('${other}', '${client}')`], denied],
  ])('%s', async (_, actor, statements, expected) => expect(await outcome(actor, statements)).toBe(expected));
});

describe('The source alone gives a means to whom it names, or to who is new', () => {
  it.each([
    ['whom nobody named', [settled(client)], broken],
    ['whom officials were to compare', [named('same-person'), settled(client)], broken],
    ['whom it names', [named('source'), settled(client), bind(account)], 1],
    ['who is new', [opened, settled(fresh), bind(account)], 1],
    ['who is new, while officials look at it', [opened, passed, bind(account)], 1],
    ['who is there, while officials look at it', [passed.replace(fresh, other), bind(account)], denied],
  ])('%s', async (_, statements, expected) => expect(await outcome(job, statements)).toBe(expected));

  it('It takes nobody’s means away: one of the same country waits for officials', async () => {
    await database.admin.query(finnish);
    expect(await outcome(job, [named('source'), settled(client), bind(account)])).toBe(broken);
  });
});
