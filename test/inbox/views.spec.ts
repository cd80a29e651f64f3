import { employee } from '../support/cast.ts';
import { bsns, deliver, kvks, nothing, people, type Scene, setScene } from './scene.ts';

const cees = employee('cees', kvks.vermeer);
const due = { unread: true, replyWithin: 7, sort: 'reply-by', text: 'aanslag' };

let scene: Scene;
let number = 0;
beforeAll(async () => {
  scene = await setScene();
  await scene.house.world.employee(scene.vermeer, 'cees');
  await scene.house.world.mandate({ client: scene.yasmina, organisation: scene.vermeer });
});
afterAll(() => scene.house.close());

const as = (who: object) => scene.house.as(who as typeof people.joris);
const save = (who: object, more: object = {}) =>
  as(who).post('/v1/inbox-views', { name: `View ${number++}`, filter: due, ...more });
const made = async (who: object, more: object = {}) => {
  const { status, body, headers } = await save(who, more);
  expect(status).toBe(201);
  return { id: body.id as string, path: `/v1/inbox-views/${body.id}`, etag: String(headers.etag), body };
};
const listed = async (who: object) => {
  const { body } = await as(who).get('/v1/inbox-views?limit=100');
  return (body.items as { id: string }[]).map(({ id }) => id);
};

describe('A saved view', () => {
  it('is kept, found again, changed and removed by who made it', async () => {
    const view = await made(people.joris, { name: 'Due this week' });
    expect(view.body).toMatchObject({
      name: 'Due this week',
      shared: false,
      filter: due,
      madeBy: { name: 'joris' },
    });
    expect((await as(people.joris).get(view.path)).body).toEqual(view.body);
    const changed = await as(people.joris).put(view.path, { name: 'Later', filter: { overdue: true } });
    expect([changed.status, changed.body.name, changed.body.filter]).toEqual([
      200,
      'Later',
      { overdue: true },
    ]);
    expect((await as(people.joris).delete(view.path)).status).toBe(204);
    expect((await as(people.joris).get(view.path)).status).toBe(404);
  });

  it('is checked as the list checks its filter: every fault is named, and a BSN is no name (R2)', async () => {
    const { status, body } = await save(people.joris, {
      name: `Tax of ${bsns.yasmina}`,
      filter: {
        category: 'all',
        replyWithin: 1000,
        text: 'x'.repeat(201),
        from: '2026-02-30',
        limit: 10,
        organisation: scene.haven,
      },
    });
    expect([status, body.code]).toEqual([400, 'invalid-input']);
    const places = body.errors.map((error: { location: { pointer: string } }) =>
      error.location.pointer.slice(2),
    );
    expect(places.toSorted().join(' ')).toBe(
      'filter/category filter/from filter/limit filter/organisation filter/replyWithin filter/text name',
    );
    expect(JSON.stringify(body)).not.toContain(bsns.yasmina);
    for (const filter of [undefined, null, 'unread', [due]])
      expect((await save(people.joris, { filter })).status).toBe(400);
  });

  it('is its maker’s own: neither his colleagues nor his administrator see or touch it, nor the same person elsewhere', async () => {
    const view = await made(people.joris);
    await scene.house.world.employee(scene.haven, 'joris');
    for (const who of [people.anna, people.bob, people.gerda, employee('joris', kvks.haven)]) {
      expect(await listed(who)).not.toContain(view.id);
      for (const answer of [
        await as(who).get(view.path),
        await as(who).put(view.path, { name: 'Mine now', filter: {} }),
        await as(who).delete(view.path),
      ])
        expect([answer.status, answer.body.code]).toEqual([404, 'not-found']);
    }
    expect((await as(people.yasmina).get('/v1/inbox-views')).body.code).toBe('wrong-kind-of-actor');
    expect((await as(people.joris).get(`/v1/inbox-views/${nothing}`)).status).toBe(404);
  });

  it('has a name of its own among those of its maker', async () => {
    const view = await made(people.joris, { name: 'Toeslagen' });
    const other = await made(people.joris, { name: 'Anders' });
    await made(cees, { name: 'Toeslagen' });
    const again = await save(people.joris, { name: 'TOESLAGEN' });
    expect([again.status, again.body.code]).toEqual([409, 'already-exists']);
    expect((await as(people.joris).put(other.path, { name: 'toeslagen', filter: {} })).status).toBe(409);
    expect((await as(people.joris).put(view.path, { name: 'toeslagen', filter: {} })).status).toBe(200);
    const both = await Promise.all([save(cees, { name: 'Twins' }), save(cees, { name: 'Twins' })]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([201, 409]);
  });

  it('is changed only as it was seen: of two screens the second hears that it was changed meanwhile', async () => {
    const view = await made(people.joris);
    const put = (name: string, seen?: string) =>
      as(people.joris)
        .put(view.path, { name, filter: {} })
        .set('If-Match', seen ?? '');
    const first = await put('First screen', view.etag);
    expect([first.status, first.headers.etag === view.etag]).toEqual([200, false]);
    const second = await put('Second screen', view.etag);
    expect([second.status, second.body.code]).toEqual([412, 'changed-meanwhile']);
    expect((await as(people.joris).delete(view.path).set('If-Match', view.etag)).status).toBe(412);
    expect((await as(people.joris).get(view.path)).body.name).toBe('First screen');
    const [one, two] = await Promise.all([put('One', first.headers.etag), put('Two', first.headers.etag)]);
    expect([one.status, two.status].toSorted()).toEqual([200, 412]);
  });

  it('is one of fifty at most, also when many are made at once', async () => {
    const { world } = scene.house;
    await world.employee(scene.vermeer, 'dora', 'reader');
    const dora = employee('dora', kvks.vermeer);
    const answers = await Promise.all(Array.from({ length: 55 }, () => save(dora)));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(50);
    const refused = answers.filter(({ status }) => status === 409).map(({ body }) => [body.code, body.limit]);
    expect(refused).toEqual(Array(5).fill(['limit-reached', 50]));
    const [first] = await listed(dora);
    await as(dora).delete(`/v1/inbox-views/${first}`);
    expect((await save(dora)).status).toBe(201);
    expect(await listed(dora)).toHaveLength(50);
  });
});

describe('A view that is shared', () => {
  it('is used by the whole office, and changed by its maker or an administrator', async () => {
    const view = await made(people.joris, { shared: true });
    for (const who of [people.bob, cees, people.anna]) expect(await listed(who)).toContain(view.id);
    expect(await listed(people.gerda)).not.toContain(view.id);
    for (const answer of [
      await as(cees).put(view.path, { name: 'Mine', shared: true, filter: {} }),
      await as(cees).delete(view.path),
    ])
      expect([answer.status, answer.body.code]).toEqual([403, 'role-too-small']);
    const byAnna = await as(people.anna).put(view.path, { name: 'Tidied', shared: true, filter: {} });
    expect(byAnna.body).toMatchObject({ name: 'Tidied', madeBy: { name: 'joris' } });
    const back = await as(people.anna).put(view.path, { name: 'Tidied', filter: {} });
    expect(back.body.errors).toMatchObject([{ location: { pointer: '#/shared' }, code: 'not-yours' }]);
    expect((await as(people.joris).put(view.path, { name: 'Tidied', filter: {} })).status).toBe(200);
    expect(await listed(cees)).not.toContain(view.id);
    const other = await made(people.joris, { shared: true });
    expect((await as(people.anna).delete(other.path)).status).toBe(204);
  });

  it('is not made by a reader; who became one keeps his own to himself', async () => {
    const refused = await save(people.bob, { shared: true });
    expect([refused.status, refused.body.code]).toEqual([403, 'role-too-small']);
    const own = await made(people.bob);
    const wish = { name: 'Of all', shared: true, filter: {} };
    expect((await as(people.bob).put(own.path, wish)).status).toBe(403);

    const eva = await scene.house.world.employee(scene.vermeer, 'eva');
    const evas = employee('eva', kvks.vermeer);
    const view = await made(evas, { shared: true });
    await scene.house.database.admin.query(`UPDATE employee SET role = 'reader' WHERE id = $1`, [eva]);
    expect((await as(evas).put(view.path, wish)).status).toBe(403);
    expect((await as(evas).put(view.path, { name: 'Mine', filter: {} })).status).toBe(200);
  });

  it('stays when its maker leaves, for the office; he has nothing left (R33)', async () => {
    const fay = await scene.house.world.employee(scene.vermeer, 'fay');
    const fays = employee('fay', kvks.vermeer);
    const view = await made(fays, { shared: true });
    await scene.house.database.admin.query('UPDATE employee SET ended_at = now() WHERE id = $1', [fay]);
    expect((await as(fays).get('/v1/inbox-views')).body.code).toBe('employment-ended');
    expect(await listed(cees)).toContain(view.id);
    expect((await as(people.anna).delete(view.path)).status).toBe(204);
  });
});

describe('What a view shows', () => {
  it('is what the list allows at that moment: the view remembers only the question (R17, R34)', async () => {
    const { house, yasmina, vermeer } = scene;
    await deliver(house);
    const view = await made(people.joris, { filter: { client: yasmina } });
    const asked = new URLSearchParams(view.body.filter).toString();
    expect((await as(people.joris).get(`/v1/messages?${asked}`)).body.items).toHaveLength(1);
    await house.database.admin.query(
      'UPDATE assignment SET ended_at = now() WHERE organisation_id = $1 AND client_id = $2 AND employee_id = $3',
      [vermeer, yasmina, scene.joris],
    );
    expect((await as(people.joris).get(`/v1/messages?${asked}`)).status).toBe(404);
    expect((await as(people.joris).get(view.path)).body.filter).toEqual({ client: yasmina });
  });
});
