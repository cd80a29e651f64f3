import { bsns, oins, people } from '../support/cast.ts';
import { type House, openHouse, type Person } from '../support/house.ts';
import { linesOf } from './trail-lines.ts';

let house: House;
beforeEach(async () => {
  house = await openHouse();
  await house.world.senders();
});
afterEach(() => house.close());

const path = '/v1/representative-organisations';
const rubens = { name: 'Ruben Hendriks', kind: 'individual', administratorName: 'Ruben Hendriks' };

/** Ruben registers himself, and Olga recognises him. */
async function recognised(): Promise<{ id: string; ruben: Person }> {
  const ruben = house.as(people.rubenRepresents);
  const { body } = await ruben.post(path, rubens);
  expect((await house.as(people.olga).post(`${path}/${body.id}/recognition`)).status).toBe(200);
  return { id: body.id as string, ruben };
}
/** Willem gives him a mandate for what the tax office writes. */
async function granted(organisation: string) {
  const lines = [{ sender: oins.tax, category: 'financial', actions: ['read', 'download'] }];
  const wish = { organisation, lines, from: house.world.day(0), until: house.world.day(200) };
  const { status, body } = await house.as(people.willem).post('/v1/mandates', wish);
  expect(status).toBe(201);
  return body as { id: string; organisation: object };
}
const me = async (who: Person) => (await who.get('/v1/me')).body as Record<string, unknown>;

describe('Ruben represents his neighbour by himself', () => {
  it('registers without a KvK number, and may not act before he is recognised', async () => {
    const ruben = house.as(people.rubenRepresents);
    expect(await me(ruben)).toMatchObject({ kind: 'newcomer', offices: [] });
    const answer = await ruben.post(path, rubens);
    expect([answer.status, answer.body]).toEqual([
      201,
      expect.objectContaining({ name: 'Ruben Hendriks', kind: 'individual', standing: 'registered' }),
    ]);
    expect(answer.body).not.toHaveProperty('kvk');
    expect(await me(ruben)).toMatchObject({ kind: 'employee', organisation: answer.body.id });
    const wish = {
      bsn: bsns.willem,
      birthDate: '1941-02-28',
      lines: [],
      from: '2027-01-01',
      until: '2028-01-01',
    };
    expect((await ruben.get(`${path}/${answer.body.id}/clients`)).body.code).toBe(
      'organisation-not-recognised',
    );
    expect((await ruben.post('/v1/mandate-requests', wish)).status).toBe(400);
    expect(await linesOf(house, 'organisation.register')).toMatchObject([
      { outcome: 'permitted', organisation: answer.body.id },
    ]);
  });

  it('is recognised by Olga, who sees what the register of persons calls him; nobody else does', async () => {
    const { id, ruben } = await recognised();
    await house.finishTasks();
    const seen = async (who: Person) => (await who.get(`${path}/${id}`)).body as Record<string, unknown>;
    expect((await seen(house.as(people.olga))).nameInRegister).toBe('Ruben Hendriks');
    for (const who of [ruben, house.as(people.yasmina), house.as(people.ruben)])
      expect(await seen(who)).not.toHaveProperty('nameInRegister');
  });

  it('gets a mandate from Willem, reads what it covers and nothing else, and Willem sees that he did', async () => {
    const { id, ruben } = await recognised();
    const willem = await house.world.client(bsns.willem);
    const [tax, care] = [
      await house.world.message(willem),
      await house.world.message(willem, { category: 'care', type: 'support' }),
    ];
    const mandate = await granted(id);
    expect(mandate.organisation).toEqual({ id, name: 'Ruben Hendriks' });
    const list = await ruben.get(`/v1/messages?client=${willem}`);
    expect(list.body.items.map((each: { id: string }) => each.id)).toEqual([tax]);
    expect((await ruben.get(`/v1/messages/${tax}`)).status).toBe(200);
    expect((await ruben.get(`/v1/messages/${care}`)).status).toBe(404);
    expect((await ruben.get(`${path}/${id}/clients`)).body.items).toMatchObject([{ client: willem }]);
    const { body } = await house.as(people.willem).get(`/v1/trail-entries?limit=1&organisation=${id}`);
    expect(body.items[0].who.organisation).toEqual({ id, name: 'Ruben Hendriks' });
    expect(body.items[0].sentence.nl).toMatch(/^Ruben Hendriks /);
    const handlers = await house.as(people.willem).get(`/v1/mandates/${mandate.id}/handlers`);
    expect(handlers.body).toMatchObject({
      people: 1,
      sentence: { en: 'Ruben Hendriks does this alone, without an office.' },
    });
  });

  it('asks Willem, who sees who asks and consents', async () => {
    const { ruben } = await recognised();
    const lines = [{ sender: oins.tax, category: 'financial', actions: ['read'] }];
    const period = { from: house.world.day(0), until: house.world.day(100) };
    const asked = await ruben.post('/v1/mandate-requests', {
      ...{ bsn: bsns.willem, birthDate: '1941-02-28', lines, ...period },
    });
    expect(asked.status).toBe(201);
    await house.finishTasks();
    const { body } = await house.as(people.willem).get(`/v1/mandates/${asked.body.id}`);
    expect(body).toMatchObject({ state: 'offered', organisation: { name: 'Ruben Hendriks' } });
    expect((await house.as(people.willem).post(`/v1/mandates/${asked.body.id}/consent`)).status).toBe(200);
  });

  it.each([
    ['POST', 'employees', { name: 'Eva', role: 'reader' }],
    ['POST', 'teams', { name: 'Family' }],
    ['POST', 'covers', undefined],
  ] as const)('is alone: %s %s is refused, and he hears why', async (_, what, body) => {
    const { id, ruben } = await recognised();
    const { employee } = await me(ruben);
    const cover = { absent: employee, substitute: id, from: house.world.day(1), until: house.world.day(3) };
    const answer = await ruben.post(`${path}/${id}/${what}`, body ?? cover);
    expect([answer.status, answer.body.code]).toEqual([403, 'works-alone']);
  });

  it('is alone for the database too: it takes on nobody else there, and makes no team', async () => {
    const { id, ruben } = await recognised();
    const { employee } = await me(ruben);
    const { admin } = house.database;
    const attempt = async (sql: string, values: unknown[]) => {
      const one = await admin.connect();
      try {
        await one.query('BEGIN');
        await one.query(
          `SELECT set_config('role', 'volmacht_app', true), set_config('app.actor', $1, true),
                  set_config('app.now', now()::text, true), set_config('app.assurance', 'substantial', true)`,
          [`employee:${String(employee)}:${id}`],
        );
        return await one.query(sql, values).then(
          () => 'done',
          (error: { code: string }) => error.code,
        );
      } finally {
        await one.query('ROLLBACK');
        one.release();
      }
    };
    const hire = `INSERT INTO employee (id, organisation_id, subject, name, role, from_day, invited_at)
                  VALUES (gen_random_uuid(), $1, 'x', 'x', 'reader', '2020-01-01', now())`;
    expect(await attempt(hire, [id])).toBe('42501');
    expect(await attempt(`INSERT INTO team VALUES (gen_random_uuid(), $1, 'x')`, [id])).toBe('42501');
  });

  it('with his own citizen sign-in sees his own inbox only, and never mixes the two', async () => {
    const { id, ruben } = await recognised();
    const [willem, own] = [await house.world.client(bsns.willem), await house.world.client(bsns.ruben)];
    const [his, mine] = [await house.world.message(willem), await house.world.message(own)];
    const mandate = await granted(id);
    const citizen = house.as(people.ruben);
    expect(await me(citizen)).toMatchObject({ kind: 'citizen', client: own });
    const listed = async (who: Person) =>
      (await who.get('/v1/messages')).body.items.map((each: { id: string }) => each.id);
    expect(await listed(citizen)).toEqual([mine]);
    expect(await listed(ruben)).toEqual([his]);
    expect((await citizen.get(`/v1/messages/${his}`)).status).toBe(404);
    expect((await citizen.get(`/v1/messages?client=${willem}`)).status).toBe(404);
    expect((await citizen.get(`/v1/mandates/${mandate.id}`)).status).toBe(404);
    expect((await ruben.get(`/v1/messages/${mine}`)).status).toBe(404);
    expect((await ruben.get(`/v1/messages?client=${own}`)).status).toBe(404);
  });

  it('and what he is called at DigiD is kept nowhere: it may be made of his BSN (R2)', async () => {
    await recognised();
    const { rows } = await house.database.admin.query<{ kept: string }>(
      `SELECT concat_ws(' ', o.registered_by, e.subject) AS kept FROM organisation o
         JOIN employee e ON e.organisation_id = o.id
       UNION ALL SELECT actor_id FROM trail`,
    );
    for (const { kept } of rows) expect(kept).not.toContain(bsns.ruben);
  });
});
