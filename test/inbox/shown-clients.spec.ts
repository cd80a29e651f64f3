import { employee } from '../support/cast.ts';
import { deliver, bsns, kvks, people, type Scene, setScene, trailOf } from './scene.ts';

let scene: Scene;
let stand: string;
let anna: string;
const kees = employee('kees', kvks.vermeer);
beforeAll(async () => {
  scene = await setScene();
  const { house, vermeer, yasmina, pieter } = scene;
  for (const client of [yasmina, pieter])
    await house.world.mandate({ client, organisation: vermeer, lines: [{ category: 'all' }] });
  const { rows } = await house.database.admin.query<{ id: string }>(
    `SELECT id FROM employee WHERE name = 'anna'`,
  );
  anna = rows[0]?.id ?? '';
  stand = await house.world.employee(vermeer, 'kees');
  await house.world.assign(vermeer, pieter, { employee: stand });
  await deliver(house);
  await deliver(house, { recipient: { bsn: bsns.pieter } });
});
afterAll(() => scene.house.close());

/** What the newest lines of each client say besides whose it is. */
const told = async (action: string): Promise<unknown[]> => {
  const lines = new Map((await trailOf(scene.house, action)).map((line) => [line.client_id, line.details]));
  return [lines.get(scene.yasmina), lines.get(scene.pieter)];
};
const listed = async (who: object) => {
  const { body } = await scene.house
    .as(who as never)
    .get('/v1/messages')
    .expect(200);
  return (body as { items: unknown[] }).items.length;
};

const cover = (absent: string, substitute: string) => {
  const { house, vermeer } = scene;
  const [from, until] = [house.world.day(0), house.world.day(2)];
  return house
    .as(people.anna)
    .post(`/v1/representative-organisations/${vermeer}/covers`, { absent, substitute, from, until })
    .expect(201);
};

describe('What a list leaves in the record of each client on it (R33, R35)', () => {
  it('Who handles a client himself stands in for nobody', async () => {
    expect(await listed(people.joris)).toBe(2);
    expect(await told('inbox.list')).toEqual([{}, {}]);
  });

  it('Kees stands in for Joris: it says so with Yasmina, and not with Pieter, who is his own', async () => {
    const { house, joris, yasmina, pieter } = scene;
    await cover(joris, stand);
    expect(await listed(kees)).toBe(2);
    expect(await told('inbox.list')).toEqual([{ cover: true }, {}]);
    await house
      .as(kees)
      .post('/v1/messages/_counts/clients', { clients: [yasmina, pieter] })
      .expect(200);
    expect(await told('inbox.count')).toEqual([{ cover: true }, {}]);
  });

  it('Anna stands in for Joris too, but sees Yasmina for want of a handler once nobody has her', async () => {
    await cover(scene.joris, anna);
    const { admin } = scene.house.database;
    await admin.query(`UPDATE assignment SET ended_at = now() WHERE client_id = $1`, [scene.yasmina]);
    expect(await listed(people.anna)).toBe(2);
    expect(await told('inbox.list')).toEqual([{}, { cover: true }]);
  });
});
