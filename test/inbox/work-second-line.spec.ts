import pg from 'pg';
import { deliver, people } from './scene.ts';
import { openOffice } from './work.scene.ts';

/* What the application's role gets to see and to change when the application asks the wrong thing (R33, R34, R35). */

let application: pg.Client;
let office: Awaited<ReturnType<typeof openOffice>>;
let message: string;
const actors: Record<string, string> = {};
beforeAll(async () => {
  office = await openOffice();
  const { scene, house, ids, act } = office;
  message = await deliver(house);
  await act(people.joris, message, 'taking');
  await act(people.gerda, message, 'handling', { note: 'Haven’s.' });
  for (const shared of [true, false])
    await office.as(people.joris).post('/v1/inbox-views', { name: `${shared}`, shared, filter: {} });
  const { rows } = await house.database.admin.query<{ id: string }>(
    `SELECT id FROM employee WHERE name = 'anna'`,
  );
  const ours = { joris: scene.joris, anna: rows[0]?.id, bob: ids.bob, cees: ids.cees, dirk: ids.dirk };
  for (const [name, id] of Object.entries(ours)) actors[name] = `employee:${id}:${scene.vermeer}`;
  actors.gerda = `employee:${ids.gerda}:${scene.haven}`;
  actors.yasmina = `citizen:${scene.yasmina}`;
  actors.pieter = `citizen:${scene.pieter}`;
  application = new pg.Client({ connectionString: house.database.url, options: '-c role=volmacht_app' });
  await application.connect();
});
afterAll(async () => {
  await application.end();
  await office.house.close();
});

/** How many rows it touched, or the code of the error; undone either way. */
async function outcome(who: string, sql: string, values: unknown[] = []): Promise<number | string> {
  await application.query('BEGIN');
  try {
    await application.query(
      `SELECT set_config('app.actor', $1, true), set_config('app.now', now()::text, true),
              set_config('app.assurance', 'substantial', true)`,
      [actors[who]],
    );
    return (await application.query(sql, values)).rowCount ?? 0;
  } catch (error) {
    return (error as { code: string }).code;
  } finally {
    await application.query('ROLLBACK');
  }
}
const denied = '42501';

describe('The work on a message, to the application’s role', () => {
  it.each([
    ['joris', 1, 1],
    ['bob', 1, 1],
    ['gerda', 1, 1],
    ['dirk', 0, 0],
    ['anna', 0, 0],
    ['yasmina', 0, 2],
    ['pieter', 0, 0],
  ])('%s sees %d rows of work and %d things that were done', async (who, work, acts) => {
    expect(await outcome(who, 'SELECT FROM message_work')).toBe(work);
    const done = 'FROM message_work_acts($1, $2, NULL, NULL, 10) AS act';
    const about = [office.scene.yasmina, message];
    expect(await outcome(who, `SELECT ${done}`, about)).toBe(acts);
    const withNames = await outcome(who, `SELECT ${done} WHERE act.employee_id IS NOT NULL`, about);
    expect(withNames).toBe(who === 'yasmina' ? 0 : acts);
  });

  it('is changed by a handler who may read the message, in his own name', async () => {
    const change = `UPDATE message_work SET changed_by = acting_employee(), note = 'x'`;
    const { haven, joris } = office.scene;
    for (const [who, sql, expected] of [
      ['joris', change, 1],
      ['cees', change, 1],
      ['bob', change, denied],
      ['dirk', change, 0],
      ['joris', `UPDATE message_work SET changed_by = '${office.ids.cees}'`, denied],
      ['joris', `${change}, organisation_id = '${haven}'`, denied],
      ['gerda', `UPDATE message_work SET note = 'x', changed_by = '${joris}'`, denied],
      ['joris', `${change}, state = 'taken', holder = '${office.ids.cees}'`, 1],
      ['joris', `${change}, state = 'taken', holder = '${office.ids.gerda}'`, '23503'],
      ['joris', 'DELETE FROM message_work', denied],
    ] as const)
      expect([who, sql, await outcome(who, sql)]).toEqual([who, sql, expected]);
  });
});

describe('Saved views, to the application’s role', () => {
  it('are seen by their maker and when shared, and made in one’s own name', async () => {
    const view = (owner: string, shared: boolean, place = 9) =>
      `INSERT INTO saved_view VALUES (gen_random_uuid(), acting_organisation(), ${owner}, ${place}, 'x', ${shared}, '{}',
                                      now(), now())`;
    const change = `UPDATE saved_view SET name = id::text`;
    for (const [who, sql, expected] of [
      ['joris', 'SELECT FROM saved_view', 2],
      ['anna', 'SELECT FROM saved_view', 1],
      ['gerda', 'SELECT FROM saved_view', 0],
      ['yasmina', 'SELECT FROM saved_view', 0],
      ['bob', view('acting_employee()', false), 1],
      ['bob', view('acting_employee()', true), denied],
      ['bob', view('acting_employee()', false, 51), '23514'],
      ['cees', view(`'${office.scene.joris}'`, true), denied],
      ['joris', change, 2],
      ['anna', change, 1],
      ['cees', change, 0],
      ['cees', 'DELETE FROM saved_view', 0],
      ['anna', 'DELETE FROM saved_view', 1],
      ['anna', 'UPDATE saved_view SET owner = acting_employee()', denied],
    ] as const)
      expect([who, sql, await outcome(who, sql)]).toEqual([who, sql, expected]);
  });
});
