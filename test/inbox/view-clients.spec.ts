import { employee } from '../support/cast.ts';
import { kvks, people, type Scene, setScene } from './scene.ts';

const [cees, hugo] = [employee('cees', kvks.vermeer), employee('hugo', kvks.vermeer)];

let scene: Scene;
let view: { id: string };
beforeAll(async () => {
  scene = await setScene();
  await scene.house.world.employee(scene.vermeer, 'cees');
  await scene.house.world.mandate({ client: scene.yasmina, organisation: scene.vermeer });
  const body = { name: 'Of Yasmina', shared: true, filter: { client: scene.yasmina } };
  view = (await as(people.joris).post('/v1/inbox-views', body).expect(201)).body;
});
afterAll(() => scene.house.close());

const as = (who: object) => scene.house.as(who as typeof people.joris);
const listed = async (who: object) =>
  (await as(who).get('/v1/inbox-views?limit=100')).body.items.map(({ id }: { id: string }) => id);
const path = () => `/v1/inbox-views/${view.id}`;

describe('A shared view that names Yasmina', () => {
  it('is there for those who see her, also for Anna, who runs the office (R34)', async () => {
    for (const who of [people.joris, people.bob, people.anna]) expect(await listed(who)).toEqual([view.id]);
  });

  it('does not exist for Cees, who does not handle her: to see, to change or to remove (R34)', async () => {
    expect(await listed(cees)).toEqual([]);
    const answers = [
      await as(cees).get(path()),
      await as(cees).put(path(), { name: 'Mine', shared: true, filter: {} }),
      await as(cees).delete(path()),
    ];
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404]);
  });

  it('nor for Hugo, who only asked something of her: it would tell whose BSN he named (R3)', async () => {
    const { world } = scene.house;
    const requestedBy = await world.employee(scene.vermeer, 'hugo');
    await world.mandate({
      ...{ client: scene.yasmina, organisation: scene.vermeer, state: 'requested', requestedBy },
      lines: [{ category: 'care' }],
    });
    expect((await as(hugo).get('/v1/mandates')).body.items).toHaveLength(1);
    expect([await listed(hugo), (await as(hugo).get(path())).status]).toEqual([[], 404]);
  });

  it('nor for Bob any more, once she is not his client any more', async () => {
    await scene.house.database.admin.query(`UPDATE assignment SET ended_at = now() WHERE employee_id <> $1`, [
      scene.joris,
    ]);
    expect([await listed(people.bob), await listed(people.joris)]).toEqual([[], [view.id]]);
  });

  it('nor for Anna, who runs the office, once Yasmina revoked; she can only take it away (R34)', async () => {
    expect(await listed(people.anna)).toEqual([view.id]);
    await scene.house.database.admin.query(
      `UPDATE mandate SET state = 'revoked', ended_at = now() WHERE client_id = $1 AND state = 'active'`,
      [scene.yasmina],
    );
    const change = { name: 'Mine', shared: true, filter: {} };
    const answers = [await as(people.anna).get(path()), await as(people.anna).put(path(), change)];
    expect([await listed(people.anna), ...answers.map(({ status }) => status)]).toEqual([[], 404, 404]);
    expect((await as(cees).delete(path())).status).toBe(404);
    expect((await as(people.anna).delete(path())).status).toBe(204);
    expect(await listed(people.joris)).toEqual([]);
  });
});
