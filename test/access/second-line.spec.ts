import pg from 'pg';
import { freshDatabase, type TestDatabase } from '../support/database.ts';

/* What the application's role cannot do, whatever the application asks it to. */

const [client, other, office, anna, request, offer, active, over] = Array.from(
  { length: 8 },
  (_, number) => `00000000-0000-4000-8000-00000000000${number}`,
) as [string, string, string, string, string, string, string, string];
const now = '2027-01-15T10:00:00.123Z';
const [tax, town] = ['00000099000000001000', '00000099000000003000'];
const citizen = `citizen:${client}`;
const employee = `employee:${anna}:${office}`;

let database: TestDatabase;
let application: pg.Client;
beforeAll(async () => {
  database = await freshDatabase();
  application = new pg.Client({ connectionString: database.url, options: '-c role=volmacht_app' });
  await application.connect();
  const mandate = (id: string, state: string, activated: boolean, ended: boolean) =>
    `('${id}', '${client}', '${office}', '${state}', '2027-01-01', '2028-01-01', '2027-03-01', '${now}', '${anna}',
      ${state === 'requested' ? 'NULL' : `'${now}'`}, ${activated ? `'${now}'` : 'NULL'}, ${ended ? `'${now}'` : 'NULL'})`;
  await database.admin.query(`
    INSERT INTO client (id, bsn_index, bsn_sealed, since)
      VALUES ('${client}', 'x', 'x', '${now}'), ('${other}', 'y', 'y', '${now}');
    INSERT INTO organisation (id, kvk, name, kind, standing, registered_by, registered_at)
      VALUES ('${office}', '90001111', 'x', 'other', 'recognised', 'x', '${now}');
    INSERT INTO employee (id, organisation_id, subject, name, role, from_day, invited_at)
      VALUES ('${anna}', '${office}', 'anna', 'Anna', 'administrator', '2027-01-01', '${now}');
    INSERT INTO sender VALUES ('${tax}', 'x', 'x', 'low', '${now}');
    INSERT INTO message_type VALUES ('${tax}', 'letter', 'x', 'x', 'other', 'low');
    INSERT INTO mandate (id, client_id, organisation_id, state, from_day, until_day, answer_by, requested_at,
                         requested_by, offered_at, activated_at, ended_at)
      VALUES ${mandate(request, 'requested', false, false)}, ${mandate(offer, 'offered', false, false)},
             ${mandate(active, 'active', true, false)}, ${mandate(over, 'revoked', true, true)}`);
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

const line = (kind: string, id: string, at = now, more: [string, string] = ['', '']) =>
  `INSERT INTO trail (id, at, action, outcome, actor_kind, actor_id, assurance${more[0]})
   VALUES (gen_random_uuid(), '${at}', 'self.see', 'permitted', '${kind}', '${id}', 'substantial'${more[1]})`;
const registered = (kvk: string, by: string, standing = 'registered') =>
  `INSERT INTO organisation (id, kvk, name, kind, standing, registered_by, registered_at)
   VALUES (gen_random_uuid(), '${kvk}', 'x', 'other', '${standing}', '${by}', '${now}')`;
const sender = `INSERT INTO sender VALUES ('${town}', 'x', 'x', 'low', '${now}')
  ON CONFLICT (oin) DO UPDATE SET name_nl = 'y'`;
const correction = sender.replace(town, tax);
const type = (
  code: string,
) => `INSERT INTO message_type VALUES ('${tax}', '${code}', 'x', 'x', 'other', 'low')
  ON CONFLICT (sender, code) DO UPDATE SET name_nl = 'y'`;
const begun = (state: string, whose: string, by: string, at: string) =>
  `INSERT INTO mandate (id, client_id, organisation_id, state, from_day, until_day, answer_by, requested_at,
                        requested_by, offered_at, activated_at)
   VALUES (gen_random_uuid(), '${whose}', '${office}', '${state}', '2027-02-01', '2028-01-01', '2027-03-01', '${now}',
           ${by}, ${at}, ${at})`;
const change = (id: string, set: string) => `UPDATE mandate SET ${set} WHERE id = '${id}'`;
const ended = `ended_at = '${now}'`;
const suspend = `UPDATE organisation SET standing = 'suspended' WHERE id = '${office}'`;

describe('The trail names who acts, when he acts (R40)', () => {
  it.each([
    [citizen, line('citizen', client), 1],
    [employee, line('employee', anna), 1],
    ['newcomer:90009999:test:1', line('newcomer', '90009999:test:1'), 1],
    ['official:test:olga', line('official', 'test:olga', '2027-01-15T09:59:59Z'), 1],
    [citizen, line('citizen', other), denied],
    [citizen, line('official', client), denied],
    [employee, line('employee', `${anna}:${office}`), denied],
    [citizen, line('citizen', client, '2027-01-15T09:58:00Z'), denied],
    [citizen, line('citizen', client, '2027-01-15T10:02:00Z'), denied],
    [citizen, line('citizen', client).replace("'substantial'", "'high'"), denied],
    [citizen, line('citizen', client, now, [', transaction', ", '7'"]), denied],
    [citizen, `UPDATE trail SET action = 'x'`, denied],
  ])('as %s: %s', async (actor, sql, expected) => expect(await outcome(actor, sql)).toBe(expected));
});

describe('Public registers are changed only by those whose task it is', () => {
  it.each([
    ['newcomer:90009999:test:1', registered('90009999', 'test:1'), 1],
    ['newcomer:90009999:test:1', registered('90008888', 'test:1'), denied],
    ['newcomer:90009999:test:1', registered('90009999', 'test:1', 'recognised'), denied],
    [employee, registered('90009999', 'anna'), denied],
    ['official:olga', suspend, 1],
    ['official:olga', `UPDATE organisation SET kvk = '90002222'`, denied],
    [employee, suspend, denied],
    [employee, `SELECT FROM organisation WHERE id = '${office}' FOR NO KEY UPDATE`, 1],
    ['official:olga', sender, 1],
    ['official:olga', correction, 1],
    [`sender:${tax}`, correction, denied],
    [citizen, sender, denied],
    [`sender:${tax}`, type('new'), 1],
    [`sender:${tax}`, type('letter'), 1],
    [`sender:${town}`, type('letter'), denied],
    ['official:olga', type('new'), denied],
  ])('as %s: %s', async (actor, sql, expected) => expect(await outcome(actor, sql)).toBe(expected));

  it('lets them be read before it is known who asks', async () => {
    for (const table of ['organisation', 'sender', 'message_type'])
      expect((await application.query(`SELECT FROM ${table}`)).rowCount).toBe(1);
  });
});

describe('The database keeps the life of a mandate (R9, R18)', () => {
  it.each([
    [employee, begun('requested', other, `'${anna}'`, 'NULL'), 1],
    [employee, begun('requested', other, 'NULL', 'NULL'), denied],
    [employee, begun('active', other, `'${anna}'`, `'${now}'`), denied],
    [citizen, begun('active', client, 'NULL', `'${now}'`), 1],
    [citizen, begun('active', other, 'NULL', `'${now}'`), denied],
    ['job:offer-mandates', begun('requested', other, 'NULL', 'NULL'), denied],
    ['job:offer-mandates', change(request, `state = 'offered', offered_at = '${now}'`), 1],
    [employee, change(request, `state = 'active', activated_at = '${now}'`), broken],
    [employee, change(offer, `state = 'active', activated_at = '${now}'`), 1],
    [citizen, change(offer, `state = 'declined', ${ended}`), 1],
    [employee, change(offer, `state = 'declined', ${ended}`), broken],
    [citizen, change(active, `state = 'revoked', ${ended}`), 1],
    [employee, change(active, `state = 'revoked', ${ended}`), broken],
    ['official:olga', change(active, `state = 'suspended'`), 1],
    [citizen, change(active, `until_day = '2027-06-01'`), 1],
    [citizen, change(active, `until_day = '2028-01-02'`), broken],
    [citizen, change(active, `from_day = '2027-01-02'`), broken],
    [citizen, change(active, `activated_at = '2027-01-16T10:00Z'`), broken],
    [employee, change(active, `client_id = '${other}'`), broken],
    [employee, change(over, `state = 'active', ended_at = NULL`), broken],
    [employee, change(over, `ended_at = '2027-01-16T10:00Z'`), broken],
  ])('as %s: %s', async (actor, sql, expected) => expect(await outcome(actor, sql)).toBe(expected));
});

describe('Nobody gets further than his work asks', () => {
  it.each(['client', 'employee'])('shows an official below substantial no %s (R5)', async (table) => {
    expect(await outcome('official:olga', `SELECT FROM ${table}`)).toBeGreaterThan(0);
    expect(await outcome('official:olga', `SELECT FROM ${table}`, 'low')).toBe(0);
  });

  it('lets only the application call what sees past row-level security', async () => {
    const { rows } = await database.admin.query(
      `SELECT proname FROM pg_proc WHERE prosecdef AND pronamespace = 'public'::regnamespace
          AND (proacl IS NULL OR EXISTS (SELECT FROM aclexplode(proacl) WHERE grantee = 0))`,
    );
    expect(rows).toEqual([]);
  });

  it('lets the application make no temporary tables', async () => {
    const { rows } = await database.admin.query(`SELECT has_database_privilege('volmacht_app', $1, 'TEMP')`, [
      process.env.VOLMACHT_TEST_TEMPLATE, // a copy does not take along the rights on the database
    ]);
    expect(rows).toEqual([{ has_database_privilege: false }]);
  });
});
