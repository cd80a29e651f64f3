import { deliver, oins, people, type Scene, setScene, trailOf } from './scene.ts';

let scene: Scene;
let bewind: string;
let [money, older] = ['', ''];
beforeEach(async () => {
  scene = await setScene();
  bewind = await scene.house.world.mandate({
    ...{ client: scene.yasmina, organisation: scene.vermeer, ground: 'bewind' },
  });
  older = await deliver(scene.house, {}, people.svb);
  money = await deliver(scene.house);
});
afterEach(() => scene.house.close());

const as = (who: keyof typeof people) => scene.house.as(people[who]);
const orderOf = (more: object) => ({
  ...{ caseNumber: 'C/13/123456', orderedOn: scene.house.world.day(-3), ...more },
});
const order = (more: object, who: keyof typeof people = 'olga', mandate = bewind) =>
  as(who).post(`/v1/mandates/${mandate}/shields`, orderOf(more));
const seen = async (who: keyof typeof people) =>
  ((await as(who).get('/v1/messages')).body as { items: { id: string }[] }).items.map(({ id }) => id);

describe('A guardian is kept from what a judge shields, and not from what his client does', () => {
  it('Yasmina shields the tax office: her bewindvoerder still sees it', async () => {
    expect((await as('yasmina').post('/v1/shields', { sender: oins.tax })).body.hidesNothing).toBeUndefined();
    const towardsHim = { sender: oins.tax, organisation: scene.vermeer };
    const { body } = await as('yasmina').post('/v1/shields', towardsHim);
    expect(body.hidesNothing.en).toContain('only a judge can order that');
    expect(await seen('joris')).toEqual([money, older]);
  });

  it('a judge shields it: Olga enters the order, and Joris sees it nowhere from then on', async () => {
    const { status, body } = await order({ sender: oins.tax });
    expect([status, body]).toMatchObject([
      201,
      { by: 'court', order: { caseNumber: 'C/13/123456' }, organisation: { id: scene.vermeer } },
    ]);
    expect(await seen('joris')).toEqual([older]);
    expect((await as('joris').get(`/v1/messages/${money}`)).status).toBe(404);
    expect(await seen('yasmina')).toEqual([money, older]);
  });

  it('also when the guardian may see nothing yet: of a partial bewind that names no sender (R24)', async () => {
    const partial = await scene.house.world.mandate({
      ...{ client: scene.yasmina, organisation: scene.vermeer, ground: 'bewind', lines: [] },
    });
    expect((await order({ sender: oins.tax, fromEveryone: true }, 'olga', partial)).status).toBe(201);
    expect(await seen('joris')).toEqual([older]);
  });

  it('Yasmina sees what a judge ordered, and cannot end it; it ends when two officials entered the same decision', async () => {
    const { body } = await order({ category: 'financial' });
    expect((await as('yasmina').get('/v1/shields')).body.items).toMatchObject([{ id: body.id, by: 'court' }]);
    expect((await as('yasmina').post(`/v1/shields/${body.id}/end`)).body.code).toBe('move-not-possible');
    expect(await seen('joris')).toEqual([]);
    const path = `/v1/mandates/${bewind}/shields`;
    expect((await as('olga').get(path)).body.items).toMatchObject([{ id: body.id }]);
    const end = (who: keyof typeof people, more: object = {}) =>
      as(who).post(`${path}/${body.id}/end`, {
        ...{
          caseNumber: 'C/13/9',
          decidedOn: scene.house.world.day(-1),
          reason: 'The court lifted it.',
          ...more,
        },
      });
    expect((await as('olga').post(`${path}/${body.id}/end`, {})).body.errors).toMatchObject(
      ['#/caseNumber', '#/decidedOn', '#/reason'].map((pointer) => ({ location: { pointer } })),
    );
    expect((await end('olga', { decidedOn: scene.house.world.day(-4) })).body.errors).toMatchObject([
      { code: 'before-the-order' },
    ]);
    const first = await end('olga');
    expect([first.status, first.body.endedAt, first.body.lifting.caseNumber]).toEqual([
      200,
      undefined,
      'C/13/9',
    ]);
    const again = await end('olga');
    expect([again.status, again.body.detail]).toEqual([409, expect.stringContaining('Another official')]);
    expect((await end('otto', { caseNumber: 'C/13/8' })).body.endedAt).toBeUndefined(); // another decision begins anew
    expect(await seen('joris')).toEqual([]);
    expect((await end('olga', { caseNumber: 'C/13/8' })).body.endedAt).toEqual(expect.any(String));
    expect(await seen('joris')).toEqual([money, older]);
    const lines = await trailOf(scene.house, 'shield.lift');
    expect(
      lines.filter(({ outcome }) => outcome === 'permitted').map(({ details }) => details),
    ).toMatchObject([
      { caseNumber: 'C/13/9', reason: 'The court lifted it.', look: 'first' },
      { caseNumber: 'C/13/8', look: 'first' },
      { caseNumber: 'C/13/8', look: 'enough' },
    ]);
  });

  it('Olga sees what judges ordered, and nothing of what Yasmina shields herself', async () => {
    await as('yasmina').post('/v1/shields', { sender: oins.tax });
    expect((await as('olga').get(`/v1/mandates/${bewind}/shields`)).body.items).toEqual([]);
  });

  it('from everyone, when the judge says so: also from a later guardian', async () => {
    await order({ sender: oins.tax, fromEveryone: true });
    await scene.house.world.mandate({
      ...{ client: scene.yasmina, organisation: scene.haven, ground: 'curatele' },
    });
    expect(await seen('gerda')).toEqual([older]);
  });

  it('is on Yasmina’s record, and on none that her guardian sees', async () => {
    await order({ sender: oins.tax });
    const [line] = await trailOf(scene.house, 'shield.order');
    expect(line).toMatchObject({ client_id: scene.yasmina, mandate_id: null, actor_kind: 'official' });
    const own = await as('yasmina').get('/v1/trail-entries');
    expect(own.body.items[0].sentence.en).toBe(
      'An official entered what a judge shields from a representative.',
    );
    const history = await as('joris').get(`/v1/mandates/${bewind}/history`);
    expect(JSON.stringify(history.body)).not.toContain('shield');
  });

  it('needs a guardian, an order of today or before, and one thing', async () => {
    const voluntary = await scene.house.world.mandate({ client: scene.pieter, organisation: scene.vermeer });
    expect((await order({ sender: oins.tax }, 'olga', voluntary)).body.code).toBe('move-not-possible');
    const late = await order({ sender: oins.tax, orderedOn: scene.house.world.day(1) });
    expect(late.body.errors).toMatchObject([{ location: { pointer: '#/orderedOn' }, code: 'in-the-future' }]);
    expect((await order({})).body.errors).toMatchObject([{ code: 'one-thing' }]);
    expect((await order({ sender: oins.tax }, 'yasmina')).status).toBe(403);
    expect((await order({ sender: oins.tax }, 'joris')).status).toBe(403);
  });
});

describe('The second line', () => {
  it('shows no shield to an office, whatever it asks of the database', async () => {
    await order({ sender: oins.tax });
    await as('yasmina').post('/v1/shields', { category: 'care' });
    const { rows } = await scene.house.database.admin.query<{ id: string }>(
      'SELECT id FROM employee WHERE organisation_id = $1',
      [scene.vermeer],
    );
    const client = await scene.house.database.admin.connect();
    try {
      for (const { id } of rows) {
        await client.query('BEGIN; SET LOCAL ROLE volmacht_app');
        await client.query(
          `SELECT set_config('app.actor', $1, true), set_config('app.now', now()::text, true),
                  set_config('app.assurance', 'high', true)`,
          [`employee:${id}:${scene.vermeer}`],
        );
        expect((await client.query('SELECT FROM shield')).rowCount).toBe(0);
        await client.query('SAVEPOINT before');
        await expect(
          client.query(
            `INSERT INTO shield (id, client_id, category, shielded_by, made_at, made_by)
             VALUES (gen_random_uuid(), $1, 'other', 'client', now(), 'x')`,
            [scene.yasmina],
          ),
        ).rejects.toMatchObject({ code: '42501' });
        await client.query('ROLLBACK');
      }
    } finally {
      client.release();
    }
  });

  it('The database ends no shield of a judge for one official alone', async () => {
    const { body } = await order({ sender: oins.tax });
    const client = await scene.house.database.admin.connect();
    try {
      await client.query('BEGIN; SET LOCAL ROLE volmacht_app');
      await client.query(
        `SELECT set_config('app.actor', 'official:test:official-olga', true), set_config('app.now', now()::text, true),
                set_config('app.assurance', 'high', true)`,
      );
      const end = client.query(
        'UPDATE shield SET ended_at = acting_now(), ended_by = acting_id() WHERE id = $1',
        [body.id],
      );
      await expect(end).rejects.toMatchObject({ constraint: 'shield_two_officials' });
    } finally {
      await client.query('ROLLBACK');
      client.release();
    }
  });

  it('The database keeps no shield of an order that is not there', async () => {
    const { body } = await order({ sender: oins.tax });
    const change = scene.house.database.admin.query(
      'UPDATE shield SET court_order_id = gen_random_uuid() WHERE id = $1',
      [body.id],
    );
    await expect(change).rejects.toMatchObject({ constraint: 'shield_by_order' });
  });
});
