import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { freshDatabase, type TestDatabase } from '../support/database.ts';

/* What a question costs does not hang on what PostgreSQL last knew of how much there is. */

const office = '00000000-0000-4000-8000-000000000001';
const anna = '00000000-0000-4000-8000-000000000002';
const mia = '00000000-0000-4000-8000-000000000003';
const now = '2027-01-15T10:00:00Z';

let database: TestDatabase;
beforeAll(async () => {
  database = await freshDatabase();
  await database.admin.query(`
    INSERT INTO organisation (id, kvk, name, kind, standing, registered_by, registered_at)
      VALUES ('${office}', '90001111', 'x', 'other', 'recognised', 'x', '${now}');
    INSERT INTO employee (id, organisation_id, subject, name, role, from_day, invited_at)
      VALUES ('${anna}', '${office}', 'anna', 'Anna', 'administrator', '2027-01-01', '${now}');
    INSERT INTO team (id, organisation_id, name) SELECT gen_random_uuid(), '${office}', n FROM generate_series(1, 200) n;
    INSERT INTO team_member (team_id, employee_id, since) SELECT id, '${anna}', '${now}' FROM team;
    INSERT INTO bulk_run (id, organisation_id, started_by, kind, source, state, created_at, heard_at)
      SELECT gen_random_uuid(), '${office}', '${anna}', 'request', 'json', 'reading', '${now}', '${now}' FROM generate_series(1, 100);
    INSERT INTO client (id, bsn_index, bsn_sealed, since) VALUES ('${mia}', 'x', 'x', '${now}')`);
});
afterAll(() => database.drop());

/** How often each function was called, when no index is used: as with a table that PostgreSQL takes for small. */
async function calls(actor: string, sql: string): Promise<Readonly<Record<string, number>>> {
  const settings = [
    'role=volmacht_app',
    'track_functions=all',
    'enable_indexscan=off',
    'enable_bitmapscan=off',
  ];
  const options = [...settings, 'enable_indexonlyscan=off'].map((setting) => `-c ${setting}`).join(' ');
  const application = new pg.Client({ connectionString: database.url, options });
  await application.connect();
  try {
    await application.query('BEGIN');
    await application.query(
      `SELECT set_config('app.actor', $1, true), set_config('app.now', $2, true), set_config('app.assurance', 'high', true)`,
      [actor, now],
    );
    await application.query(sql);
    const { rows } = await application.query<{ funcname: string; calls: number }>(
      'SELECT funcname, calls::int FROM pg_stat_xact_user_functions',
    );
    return Object.fromEntries(rows.map(({ funcname, calls: times }) => [funcname, times]));
  } finally {
    await application.end();
  }
}

describe('PostgreSQL may be wrong about how much there is', () => {
  it('who works in an office of 200 teams is asked once, not 200 times', async () => {
    const who = `employee:${anna}:${office}`;
    expect(await calls(who, 'SELECT acting_staffed_teams()')).toMatchObject({ acting_colleagues: 1 });
    expect(await calls(who, 'SELECT acting_teams()')).toMatchObject({ places_of: 1 });
  });

  it('whether she sees the hundred runs of one colleague is asked once', async () => {
    expect(await calls(`employee:${anna}:${office}`, 'SELECT acting_runs()')).toMatchObject({ sees_run: 1 });
  });

  it('no policy answers for everybody what it is asked of one', async () => {
    const { rows } = await database.admin.query<{ policyname: string }>(
      `SELECT policyname FROM pg_policies
        WHERE schemaname = 'public' AND regexp_count(qual, 'EXISTS \\( SELECT') <> regexp_count(qual, 'OFFSET 0')`,
    );
    expect(rows.map(({ policyname }) => policyname)).toEqual([]);
  });

  it('nothing that acts stands in a join that is left out where its other side is empty', async () => {
    const { rows } = await database.admin.query<{ name: string; body: string; acts: boolean }>(
      `SELECT proname AS name, prosrc AS body, provolatile = 'v' AS acts FROM pg_proc
        WHERE pronamespace = 'public'::regnamespace AND prokind = 'f'`,
    );
    const acting = new Set(rows.filter(({ acts }) => acts).map(({ name }) => name));
    const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((file) =>
      file.endsWith('.ts'),
    );
    const texts = [
      ...rows.map(({ body }) => body),
      ...files.map((file) => readFileSync(join('src', file), 'utf8')),
    ];
    const joined = texts.flatMap((text) => [
      ...text.matchAll(/FROM (\w+)\([^()]*\)(?: AS)?(?: \w+)?\s+(?:INNER |CROSS )?JOIN/g),
      ...text.matchAll(/JOIN (?:LATERAL )?(\w+)\(/g),
    ]);
    expect(joined.map(([, name = '']) => name).filter((name) => acting.has(name))).toEqual([]);
  });
});
