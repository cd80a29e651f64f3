import { bsns, people } from '../support/cast.ts';
import type { Claims } from '../support/house.ts';
import type { Office } from '../mandates/scene.ts';
import { type DayScene, openDayScene } from './access-history.scene.ts';

let scene: DayScene;
let office: Office;
beforeEach(async () => {
  scene = await openDayScene();
  office = scene.firm;
});
afterEach(() => scene.close());

describe('Each look', () => {
  it('is on the record, and Yasmina sees that an official looked, and at which day', async () => {
    scene.clock.moveTo('2027-02-10');
    await scene.seen('2027-02-03');
    await scene.own('2027-02-03');
    const { rows } = await scene.database.admin.query(
      `SELECT action, client_id AS client, details FROM trail WHERE action LIKE 'access-history%' ORDER BY position`,
    );
    expect(rows).toEqual([
      { action: 'access-history.search', client: scene.yasmina, details: { day: '2027-02-03' } },
      { action: 'access-history.see', client: scene.yasmina, details: { day: '2027-02-03' } },
    ]);
  });

  it('is refused for a day that is yet to come, and finds nothing of who is no client', async () => {
    const day = '2027-02-02';
    const [mine, hers] = [
      await scene.as(people.yasmina).get(`/v1/access-history?day=${day}`),
      await scene.as(people.olga).post('/v1/access-history/_search', { bsn: bsns.yasmina, day }),
    ];
    expect([mine.status, mine.body.errors[0].location]).toEqual([400, { name: 'day' }]);
    expect([hers.status, hers.body.errors[0].location]).toEqual([400, { pointer: '#/day' }]);
    const stranger = { bsn: bsns.fatima, day: '2027-02-01' };
    const nothing = await scene.as(people.olga).post('/v1/access-history/_search', stranger);
    expect([nothing.status, nothing.body]).toEqual([200, { day: '2027-02-01', could: [], items: [] }]);
    const { rows } = await scene.database.admin.query('SELECT FROM client');
    expect(rows).toHaveLength(1); // looking makes nobody known
  });

  it('An official asks about a client by his pseudonym too: he may have no citizen service number', async () => {
    await scene.granted();
    const search = (who: object) =>
      scene.as(people.olga).post('/v1/access-history/_search', { day: '2027-02-01', ...who });
    const byNumber = await search({ bsn: bsns.yasmina });
    const byPseudonym = await search({ client: scene.yasmina });
    const mandates = ({ body }: typeof byNumber) =>
      (body as { could: { mandate: string }[] }).could.map(({ mandate }) => mandate);
    expect([byPseudonym.status, mandates(byPseudonym)]).toEqual([200, mandates(byNumber)]);
    expect(mandates(byPseudonym)).toHaveLength(1);
    for (const neither of [{}, { bsn: bsns.yasmina, client: scene.yasmina }])
      expect((await search(neither)).body.errors).toMatchObject([{ code: 'one-thing' }]);
  });

  it('goes by pages: what was done by a cursor, the mandates a hundred at a time', async () => {
    await scene.granted();
    await scene.assign({ employee: office.employees.joris });
    for (let times = 0; times < 3; times++) await scene.as(office.joris).get(`/v1/messages/${scene.message}`);
    const first = await scene.own('2027-02-01', '&limit=2');
    const rest = await scene.own('2027-02-01', `&limit=100&cursor=${first.next}`);
    const all = await scene.own('2027-02-01');
    expect([...first.items, ...rest.items]).toEqual(all.items);
    expect(first.items).toHaveLength(2);
    const endedAt = new Date('2027-05-01');
    for (let each = 0; each < 100; each++)
      await scene.world.mandate({
        client: scene.yasmina,
        organisation: office.id,
        state: 'revoked',
        lines: [],
        endedAt,
      });
    await scene.database.admin.query(`UPDATE mandate SET activated_at = '2027-01-01'`);
    const [one, two] = [
      await scene.own('2027-02-01'),
      await scene.own('2027-02-01', `&after=${all.could[0]?.mandate}`),
    ];
    const last = await scene.own('2027-02-01', `&after=${one.couldNext}`);
    expect([one.couldNext, two.couldNext, last.couldNext]).toEqual([
      expect.any(String),
      undefined,
      undefined,
    ]);
  });

  it.each<[string, Claims]>([
    ['an employee', people.joris],
    ['a sender', people.tax],
    ['a system', people.system],
  ])('is not for %s', async (_, who) => {
    expect((await scene.as(who).get('/v1/access-history?day=2027-02-01')).body.code).toBe(
      'wrong-kind-of-actor',
    );
    const search = { bsn: bsns.yasmina, day: '2027-02-01' };
    expect((await scene.as(who).post('/v1/access-history/_search', search)).status).toBe(403);
  });
});

describe('The database itself', () => {
  const tables = ['mandate_was', 'standing_was', 'employment_was', 'team_member_was', 'death_was'];
  async function as(actor: string, sql: string, assurance = 'substantial') {
    const one = await scene.database.admin.connect();
    try {
      await one.query('BEGIN');
      await one.query(
        `SELECT set_config('role', 'volmacht_app', true), set_config('app.actor', $1, true),
                set_config('app.now', now()::text, true), set_config('app.assurance', $2, true)`,
        [actor, assurance],
      );
      const { rows } = await one.query<{ was: unknown }>(sql);
      return rows[0]?.was ?? null;
    } catch (error) {
      return (error as { code: string }).code;
    } finally {
      await one.query('ROLLBACK');
      one.release();
    }
  }

  it('tells how things were to the client himself and to officials at substantial, and keeps people to them', async () => {
    await scene.granted();
    const ask = `SELECT access_was('${scene.yasmina}', '2027-02-01', '2027-02-02', NULL, 100) AS was`;
    const other = await scene.world.client(bsns.pieter);
    expect(await as(`citizen:${scene.yasmina}`, ask)).toMatchObject({ offices: [{ people: null }] });
    expect(await as('official:olga', ask)).toMatchObject({
      offices: [{ people: { employees: [{}, {}, {}, {}] } }],
    });
    for (const [actor, level] of [
      [`citizen:${other}`, 'substantial'],
      [`employee:${office.employees.joris}:${office.id}`, 'substantial'],
      ['job:x', 'high'],
      ['official:olga', 'low'],
    ] as const)
      expect(await as(actor, ask, level)).toBeNull();
  });

  it.each(tables)('lets nobody read or write %s', async (table) => {
    for (const actor of [`citizen:${scene.yasmina}`, 'official:olga', 'job:x'])
      for (const sql of [`SELECT FROM ${table}`, `DELETE FROM ${table}`])
        expect(await as(actor, sql)).toBe('42501');
  });
});
