import pg from 'pg';
import { freshDatabase, type TestDatabase } from '../support/database.ts';

/* What the application's role cannot do with life events, whatever the application asks it to. */

const [yasmina, office, ruben, open, settled] = Array.from(
  { length: 5 },
  (_, number) => `00000000-0000-4000-8000-00000000000${number}`,
) as [string, string, string, string, string];
const now = '2027-01-15T10:00:00.123Z';
const [job, olga, low] = ['job:follow-life-events', 'official:test:olga', 'low'];
const others = [`citizen:${yasmina}`, `employee:${ruben}:${office}`, 'system:00000099000000009000'];
const denied = '42501';

let database: TestDatabase;
let application: pg.Client;
beforeAll(async () => {
  database = await freshDatabase();
  application = new pg.Client({ connectionString: database.url, options: '-c role=volmacht_app' });
  await application.connect();
  const event = (id: string, more: string) =>
    `('${id}', 'x', '${id}', 'x', '${yasmina}', 'death', '2027-01-10', '${now}', ${more})`;
  await database.admin.query(`
    INSERT INTO client (id, bsn_index, bsn_sealed, since) VALUES ('${yasmina}', 'index', 'x', '${now}');
    INSERT INTO client_life (client_id, name_since) VALUES ('${yasmina}', '2026-01-01');
    INSERT INTO life_event (id, source, event_id, fingerprint, client_id, kind, effective_on, received_at, outcome,
                            question, settled_at, settled_by, reason)
      VALUES ${event(open, `'waiting', 'another-day', NULL, NULL, NULL`)},
             ${event(settled, `'closed', 'another-day', '${now}', 'test:olga', 'x'`)}`);
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

const apply = (id: string) =>
  `SELECT * FROM apply_life_event('${id}', '{"kind": "death", "on": "2027-01-10"}')`;
const settle = (by: string, at = now) =>
  `UPDATE life_event SET outcome = 'closed', settled_at = '${at}', settled_by = '${by}', reason = 'x' WHERE id = '${open}'`;
const take = `SELECT * FROM take_life_event(gen_random_uuid(), 'index',
  '{"source": "y", "eventId": "1", "kind": "death", "effectiveOn": "2027-01-10"}', NULL, 'print')`;
const tell = `SELECT tell_of_life_event('${open}', '[]')`;

describe('Life events are for jobs, and for officials at substantial (R5)', () => {
  it.each(['life_event', 'client_life'])('%s', async (table) => {
    for (const who of [job, olga]) expect(await outcome(who, `SELECT FROM ${table}`)).toBeGreaterThan(0);
    for (const who of others) expect(await outcome(who, `SELECT FROM ${table}`)).toBe(0);
    expect(await outcome(olga, `SELECT FROM ${table}`, low)).toBe(0);
  });

  it('nothing follows without an event that says so and is not settled', async () => {
    for (const who of [job, olga]) expect(await outcome(who, apply(open))).toBe(0); // no mandate ended
    for (const who of others) expect(await outcome(who, apply(open))).toBe(denied);
    expect(await outcome(olga, apply(open), low)).toBe(denied);
    expect(await outcome(job, apply(settled))).toBe(denied);
    expect(await outcome(job, apply(yasmina))).toBe(denied);
  });

  it('an event comes from a register, and nobody writes one into the table', async () => {
    for (const who of [job, others[2] ?? '']) expect(await outcome(who, take)).toBe(1);
    for (const who of [olga, ...others.slice(0, 2)]) expect(await outcome(who, take)).toBe(denied);
    const written = `INSERT INTO life_event SELECT * FROM life_event`;
    for (const who of [job, olga]) expect(await outcome(who, written)).toBe(denied);
    expect(await outcome(job, `UPDATE life_event SET effective_on = '2020-01-01'`)).toBe(denied);
  });

  it('an official settles in his own name, now, and once', async () => {
    expect(await outcome(olga, settle('test:olga'))).toBe(1);
    expect(await outcome(olga, settle('test:otto'))).toBe(denied);
    expect(await outcome(olga, settle('test:olga', '2027-01-14T10:00:00Z'))).toBe(denied);
    expect(await outcome(job, settle('follow-life-events'))).toBe(denied);
    expect(await outcome(olga, settle('test:olga').replace(open, settled))).toBe(0);
  });

  it('and only they have people told', async () => {
    for (const who of [job, olga]) expect(await outcome(who, tell)).toBe(1);
    for (const who of others) expect(await outcome(who, tell)).toBe(denied);
  });
});
