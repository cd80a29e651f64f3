import pg from 'pg';
import { freshDatabase, type TestDatabase } from '../support/database.ts';
import { verifiedOrder } from '../support/world.orders.ts';

/* What the application's role cannot do with mandates on paper, whatever the application asks it to. */

const [client, office, waiting, unheard, confirmed, copy, mandate, line] = Array.from(
  { length: 8 },
  (_, number) => `00000000-0000-4000-8000-00000000000${number}`,
) as [string, string, string, string, string, string, string, string];
const [now, later] = ['2027-01-15T10:00:00.123Z', '2027-01-15T10:00:01.000Z'];
const [otto, olga, susan] = ['official:test:otto', 'official:test:olga', 'official:test:susan'] as const;
const [yasmina, anna, job] = [
  `citizen:${client}`,
  `employee:${copy}:${office}`,
  'job:check-paper-mandates',
] as const;

let database: TestDatabase;
let application: pg.Client;
beforeAll(async () => {
  database = await freshDatabase();
  application = new pg.Client({ connectionString: database.url, options: '-c role=volmacht_app' });
  await application.connect();
  const lines = `[{"sender": "00000099000000001000", "category": "financial", "actions": ["read"]}]`;
  const paper = (id: string, more: string) =>
    `INSERT INTO paper_mandate (id, client_id, organisation_id, lines, from_day, until_day, note, entered_by, entered_at,
                                reference, fingerprint, state, person, decided_by, decided_at, reason, letter_id)
     VALUES ('${id}', '${client}', '${office}', '${lines}', '2027-01-15', '2028-01-15', 'x', 'test:otto', '${now}',
             '${id}', '${id}', ${more});`;
  await database.admin.query(`
    INSERT INTO client (id, bsn_index, bsn_sealed, abroad, since) VALUES ('${client}', 'x', 'x', true, '${now}');
    INSERT INTO organisation (id, kvk, name, kind, standing, registered_by, registered_at)
      VALUES ('${office}', '90001234', 'Office', 'accountancy', 'recognised', 'x', '${now}');
    INSERT INTO official (id, subject, standing, reason, since, changed_at, changed_by)
      VALUES (gen_random_uuid(), 'test:susan', 'suspended', 'Left.', now(), now(), 'test:olga');
    ${paper(waiting, `'waiting', 'matches', NULL, NULL, NULL, NULL`)}
    ${paper(unheard, `'waiting', 'unasked', NULL, NULL, NULL, NULL`)}
    ${paper(confirmed, `'confirmed', 'matches', 'test:olga', '${now}', 'x', '${copy}'`)}
    INSERT INTO paper_mandate_evidence VALUES ('${copy}', '${waiting}', 'authorisation', 0, 'image/png', 1, 'x', 'x')`);
});
afterAll(async () => {
  await application.end();
  await database.drop();
});

/** How many rows the last one touched, or the code of the error; undone either way. */
async function outcome(
  actor: string,
  statements: string | string[],
  { at = now, assurance = 'substantial' } = {},
) {
  await application.query('BEGIN');
  try {
    await application.query(
      `SELECT set_config('app.actor', $1, true), set_config('app.now', $2, true), set_config('app.assurance', $3, true)`,
      [actor, at, assurance],
    );
    let touched: number | null = 0;
    for (const sql of [statements].flat()) touched = (await application.query(sql)).rowCount;
    return touched;
  } catch (error) {
    return (error as { code: string }).code;
  } finally {
    await application.query('ROLLBACK');
  }
}

const [denied, broken] = ['42501', '23514'];
const decide = (id: string, by: string, state = 'confirmed') =>
  `UPDATE paper_mandate SET state = '${state}', decided_by = '${by.slice('official:'.length)}', decided_at = '${now}',
          reason = 'x', letter_id = '${copy}' WHERE id = '${id}'`;
const begin = (id: string) => `SELECT begin_on_paper('${id}', '${mandate}', ARRAY['${line}']::uuid[])`;
const insert = (more: string, values: string) =>
  `INSERT INTO mandate (id, client_id, organisation_id, state, from_day, until_day, answer_by, requested_at, offered_at,
                        activated_at${more})
   VALUES ('${mandate}', '${client}', '${office}', 'active', '2027-01-15', '2028-01-15', '2027-01-15', '${now}', '${now}',
           '${now}'${values})`;

describe('Two different officials, by the database', () => {
  it.each([
    ['the one who entered it does not confirm it', otto, decide(waiting, otto), broken],
    ['nor in the name of another', otto, decide(waiting, olga), broken],
    ['another does', olga, decide(waiting, olga), 1],
    ['not before the register said who signed', olga, decide(unheard, olga), broken],
    ['a suspended one sees nothing to decide', susan, decide(waiting, susan), 0],
    ['the one who entered it may reject it', otto, decide(waiting, otto, 'rejected'), 1],
    ['what was decided stays decided', olga, decide(confirmed, olga, 'rejected'), broken],
    ['no job decides', job, decide(waiting, job), broken],
    ['no official says what the register says', olga, `UPDATE paper_mandate SET person = 'matches'`, broken],
    ['a job does', job, `UPDATE paper_mandate SET person = 'matches' WHERE id = '${unheard}'`, 1],
    ['what was signed never changes', olga, `UPDATE paper_mandate SET lines = '[1]'`, denied],
    ['nor who entered it', olga, `UPDATE paper_mandate SET entered_by = 'x'`, denied],
  ])('%s', async (_, actor, sql, expected) => expect(await outcome(actor, sql)).toBe(expected));

  it('Nobody confirms what somebody entered who was suspended since', async () => {
    await database.admin.query(`UPDATE paper_mandate SET entered_by = 'test:susan' WHERE id = '${waiting}'`);
    expect(await outcome(olga, decide(waiting, olga))).toBe(broken);
    await database.admin.query(`UPDATE paper_mandate SET entered_by = 'test:otto' WHERE id = '${waiting}'`);
  });
});

describe('A mandate begins on paper by a confirmation, and by nothing else', () => {
  it.each([
    ['in one act with it', olga, [decide(waiting, olga), begin(waiting)], 1],
    ['not without it', olga, begin(waiting), denied],
    ['not by another than who confirmed', otto, begin(confirmed), denied],
    ['once', olga, [begin(confirmed), begin(confirmed)], '23505'],
    ['not by a client', yasmina, begin(confirmed), denied],
    ['not by a job', job, begin(confirmed), denied],
    ['an official writes no mandate of somebody’s will himself', olga, insert('', ''), denied],
    ['nor one on paper', olga, insert(', paper_id', `, '${confirmed}'`), denied],
    ['a client does not name a paper', yasmina, insert(', paper_id', `, '${confirmed}'`), broken],
    [
      'and puts none under what he gave',
      yasmina,
      [insert('', ''), `UPDATE mandate SET paper_id = '${confirmed}'`],
      broken,
    ],
  ])('%s', async (_, actor, sql, expected) => expect(await outcome(actor, sql)).toBe(expected));

  it('not a moment later', async () =>
    expect(await outcome(olga, begin(confirmed), { at: later })).toBe(denied));

  it.each([
    [
      'to an office that is suspended',
      `UPDATE organisation SET standing = 'suspended'`,
      `UPDATE organisation SET standing = 'recognised'`,
    ],
    ['of who died (R30)', `UPDATE client SET died_on = '2027-01-01'`, `UPDATE client SET died_on = NULL`],
    ['of who lives here', `UPDATE client SET abroad = false`, `UPDATE client SET abroad = true`],
  ])('not %s', async (_, so, back) => {
    await database.admin.query(so);
    expect(await outcome(olga, begin(confirmed))).toBe(broken);
    await database.admin.query(back);
    expect(await outcome(olga, begin(confirmed))).toBe(1);
  });

  it('not of who came under curatele a moment before (R26)', async () => {
    const wish = { client, organisation: office, ground: 'curatele' };
    const order = await verifiedOrder(database.admin, wish);
    await database.admin.query(
      `INSERT INTO mandate (id, client_id, organisation_id, state, from_day, until_day, answer_by, requested_at, offered_at,
                            activated_at, ground, court_order_id)
       VALUES ('${line}', '${client}', '${office}', 'active', '2027-01-16', 'infinity', '2027-01-15', $1, $1, $1, 'curatele', $2)`,
      [now, order],
    );
    expect(await outcome(olga, begin(confirmed))).toBe(broken);
    await database.admin.query(`DELETE FROM mandate WHERE id = '${line}'`);
    expect(await outcome(olga, begin(confirmed))).toBe(1);
  });

  it('what it rests on stays', async () => {
    const loose = `UPDATE mandate SET paper_id = NULL`;
    expect(await outcome(olga, [begin(confirmed), loose])).toBe(broken);
  });
});

describe('Officials at work and jobs see it, and nobody else', () => {
  it.each([
    [olga, 'substantial', 3, 1],
    [job, 'high', 3, 1],
    [olga, 'low', 0, 0],
    [susan, 'substantial', 0, 0],
    [yasmina, 'high', 0, 0],
    [anna, 'high', 0, 0],
  ])('%s at %s: %d papers, %d copies', async (actor, assurance, papers, copies) => {
    expect(await outcome(actor, 'SELECT FROM paper_mandate', { assurance })).toBe(papers);
    expect(await outcome(actor, 'SELECT FROM paper_mandate_evidence', { assurance })).toBe(copies);
  });

  it('What lies between a client and an office only an official asks', async () => {
    const between = `SELECT mandates_between('${office}', '${client}', true)`;
    expect(await outcome(olga, between)).toBe(0);
    for (const actor of [susan, yasmina, anna, job]) expect(await outcome(actor, between)).toBe(denied);
  });
});
