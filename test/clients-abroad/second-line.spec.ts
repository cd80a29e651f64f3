import pg from 'pg';
import { freshDatabase, type TestDatabase } from '../support/database.ts';

/* What the application's role cannot do about who somebody is, whatever the application asks it to. */

const [client, other, checking, waiting, paper, letter] = Array.from(
  { length: 6 },
  (_, number) => `00000000-0000-4000-8000-00000000000${number}`,
) as [string, string, string, string, string, string];
const now = '2027-01-15T10:00:00.123Z';
const [elise, yasmina, olga, otto, oscar, job] = [
  'unlinked:elise',
  `citizen:${client}`,
  'official:test:olga',
  'official:test:otto',
  'official:test:oscar',
  'job:match-identities',
] as const;

let database: TestDatabase;
let application: pg.Client;
beforeAll(async () => {
  database = await freshDatabase();
  application = new pg.Client({ connectionString: database.url, options: '-c role=volmacht_app' });
  await application.connect();
  await database.admin.query(`
    INSERT INTO client (id, bsn_index, bsn_sealed, since)
      VALUES ('${client}', 'x', 'x', '${now}'), ('${other}', NULL, NULL, '${now}');
    INSERT INTO client_means VALUES ('${letter}', '${other}', 'account', 'others', 'x', NULL, '${now}', NULL);
    INSERT INTO client_contact VALUES ('${letter}', '${other}', 'x', 'p', '${now}');
    INSERT INTO client_preference VALUES ('${other}', 'en', 'Asia/Tokyo', '${now}');
    INSERT INTO identity_case (id, kind, state, made_by, created_at, waiting_since)
      VALUES ('${checking}', 'rebinding', 'checking', '${elise}', '${now}', NULL),
             ('${waiting}', 'rebinding', 'waiting', 'unlinked:bea', '${now}', '${now}'),
             ('${paper}', 'onboarding', 'waiting', '${olga}', '${now}', '${now}');
    INSERT INTO identity_proposal VALUES
      ('${waiting}', '${client}', 'official:test:oscar', '${now}', 'x', gen_random_uuid()), ('${paper}', '${client}', 'official:test:oscar', '${now}', 'x', gen_random_uuid());
    INSERT INTO identity_evidence VALUES ('${letter}', '${waiting}', 0, 'image/png', 1, 'x', 'x')`);
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

const [denied, broken] = ['42501', '23514'];
const asked = (kind: string, by: string, more: readonly [columns: string, values: string] = ['', '']) =>
  `INSERT INTO identity_case (id, kind, state, made_by, created_at${more[0]})
   VALUES (gen_random_uuid(), '${kind}', 'checking', '${by}', '${now}'${more[1]})`;
const means = (index: string) =>
  [', means_kind, means_index, means_sealed', `, 'eidas', '${index}', 'x'`] as const;
const of = (whose: string) => [', client_id', `, '${whose}'`] as const;
const decided = (id: string, by: string, state = 'granted') =>
  `UPDATE identity_case SET state = '${state}', client_id = '${client}', decided_at = '${now}', decided_by = '${by}', decision_reason = 'x',
     confirmed_proposal = (SELECT id FROM identity_proposal WHERE case_id = '${id}') WHERE id = '${id}'`;
const bind = `SELECT bind_means(gen_random_uuid(), 'x', '${waiting}')`;

describe('Who asks puts in his own request, and reads none', () => {
  it.each([
    [elise, asked('account', elise, means('elise')), 1],
    [elise, asked('account', elise, means('another')), denied],
    [elise, asked('account', 'unlinked:bea', means('elise')), denied],
    [elise, asked('onboarding', elise), denied],
    [
      elise,
      asked('rebinding', elise, [`, client_id${means('elise')[0]}`, `, '${client}'${means('elise')[1]}`]),
      denied,
    ],
    [yasmina, asked('link', yasmina, of(client)), 1],
    [yasmina, asked('link', yasmina, of(other)), denied],
    [yasmina, asked('account', yasmina, of(client)), denied],
    [olga, asked('onboarding', olga), 1],
    [olga, asked('onboarding', otto), denied],
    [olga, asked('account', olga), denied],
    ['employee:x:y', asked('link', 'employee:x:y'), denied],
    [elise, 'SELECT FROM identity_case', 0],
    [yasmina, 'SELECT FROM identity_case', 0],
    [elise, 'SELECT FROM identity_evidence', 0],
    [olga, 'SELECT FROM identity_case', 3],
    [
      elise,
      `INSERT INTO identity_candidate VALUES ('${checking}', '${client}', 'proved', gen_random_uuid())`,
      1,
    ],
    [
      elise,
      `INSERT INTO identity_candidate VALUES ('${waiting}', '${client}', 'proved', gen_random_uuid())`,
      denied,
    ],
  ])('as %s: %s', async (actor, sql, expected) => expect(await outcome(actor, sql)).toBe(expected));

  it('An official below substantial sees nothing of it (R5)', async () => {
    for (const table of [
      'identity_case',
      'identity_evidence',
      'client_means',
      'client_contact',
      'client_preference',
    ])
      expect([table, await outcome(olga, `SELECT FROM ${table}`, 'low')]).toEqual([table, 0]);
  });
});

describe('An official whom a colleague suspended', () => {
  const susan = 'official:test:susan';
  beforeAll(() =>
    database.admin.query(
      `INSERT INTO official (id, subject, standing, reason, since, changed_at, changed_by)
       VALUES (gen_random_uuid(), 'test:susan', 'suspended', 'Left.', now(), now(), 'test:olga')`,
    ),
  );

  it('sees and decides nothing about who somebody is', async () => {
    for (const table of ['identity_case', 'identity_evidence', 'client_means', 'client_contact'])
      expect([table, await outcome(susan, `SELECT FROM ${table}`)]).toEqual([table, 0]);
    expect(await outcome(susan, decided(waiting, susan))).toBe(0);
    expect(await outcome(susan, asked('onboarding', susan))).toBe(denied);
    expect(await outcome(susan, bind)).toBe(denied);
  });
});

describe('A case is decided by whom the table of moves names, once', () => {
  it.each([
    [olga, decided(waiting, olga), 1],
    [olga, decided(waiting, otto), broken],
    [olga, decided(checking, olga), broken],
    [olga, decided(paper, olga), broken], // four eyes
    [otto, decided(paper, otto), 1],
    [oscar, decided(waiting, oscar), broken], // four eyes: he proposed it
    [olga, decided(waiting, olga).replace(client, other), broken], // proposed was another
    [job, decided(waiting, job), broken],
    [elise, decided(checking, elise), 0],
    [olga, `UPDATE identity_case SET made_by = '${otto}'`, denied],
    [olga, `UPDATE identity_case SET redeemed_at = '${now}'`, denied],
    [olga, 'DELETE FROM identity_case', denied],
    [olga, 'DELETE FROM identity_evidence', 0],
    [job, 'DELETE FROM identity_evidence', 1],
  ])('as %s: %s', async (actor, sql, expected) => expect(await outcome(actor, sql)).toBe(expected));
});

describe('A means is bound, and a client changed, by whom it is the task', () => {
  it.each([
    [elise, bind, denied],
    [yasmina, bind, denied],
    [
      yasmina,
      `INSERT INTO client_means SELECT gen_random_uuid(), '${client}', 'account', 'i', 'x', NULL, now()`,
      denied,
    ],
    [olga, `UPDATE client_means SET client_id = '${client}'`, denied],
    [job, `UPDATE client SET bsn_index = 'y', bsn_sealed = 'y' WHERE id = '${other}'`, broken],
    [job, `UPDATE client SET name = 'Renamed' WHERE id = '${other}'`, 1],
    [yasmina, `SELECT open_client(gen_random_uuid(), 'x')`, denied],
    [yasmina, `SELECT redeem_letter_code('r', 'h', gen_random_uuid(), 'account', 'x', NULL, NULL)`, denied],
    [elise, `SELECT * FROM redeem_letter_code('r', 'h', gen_random_uuid(), 'account', 'x', NULL, NULL)`, 0],
    [yasmina, 'SELECT FROM client_preference', 0],
    [yasmina, 'SELECT FROM client_contact', 0],
    [yasmina, 'SELECT FROM client_means', 0],
    [yasmina, `INSERT INTO client_preference VALUES ('${client}', 'nl', 'Asia/Tokyo', '${now}')`, 1],
    [yasmina, `UPDATE client_preference SET language = 'nl'`, 0],
    [yasmina, `INSERT INTO rebinding_code VALUES (gen_random_uuid(), '${other}', 'h', '${now}')`, denied],
  ])('as %s: %s', async (actor, sql, expected) => expect(await outcome(actor, sql)).toBe(expected));
});
