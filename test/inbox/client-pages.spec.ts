import { employee } from '../support/cast.ts';
import { bsns, kvks, oins, people, type Scene, setScene, trailOf } from './scene.ts';

type Item = { client: { id: string }; count: number; more: boolean; newestAt: string };
type Listed = { items: Item[]; next?: string; prev?: string };

let scene: Scene;
let mandate: string;
beforeEach(async () => {
  scene = await setScene();
  const lines = [{ category: 'all' }];
  mandate = await scene.house.world.mandate({ client: scene.yasmina, organisation: scene.vermeer, lines });
  await scene.house.world.mandate({ client: scene.pieter, organisation: scene.vermeer, lines });
});
afterEach(() => scene.house.close());

const asKees = employee('kees', kvks.vermeer);
const get = async (who: object, query = ''): Promise<Listed> =>
  (
    await scene.house
      .as(who as never)
      .get(`/v1/messages/_counts/clients${query}`)
      .expect(200)
  ).body;
const numbers = ({ items }: Listed): [string, number][] =>
  items.map(({ client, count }) => [client.id, count]);

/** What opening each message would allow: how many of each client, in no order. */
async function opened(who: object): Promise<[string, number][]> {
  const { rows } = await scene.house.database.admin.query<{ id: string; client: string }>(
    'SELECT id, client_id AS client FROM message',
  );
  const found = new Map<string, number>();
  for (const { id, client } of rows) {
    const { status } = await scene.house.as(who as never).get(`/v1/messages/${id}`);
    if (status === 200) found.set(client, (found.get(client) ?? 0) + 1);
  }
  return [...found];
}
const sorted = (pairs: [string, number][]) => pairs.toSorted(([one], [other]) => (one < other ? -1 : 1));
const minutesAgo = (minutes: number) => ({ delivered_at: new Date(Date.now() - minutes * 60_000) });

describe('Which clients have messages, and how many', () => {
  it('tells Joris of whom something is unread, whose newest is newest first, until he has read it', async () => {
    const { world } = scene.house;
    await world.message(scene.yasmina, minutesAgo(5));
    const first = await world.message(scene.pieter, minutesAgo(3));
    await world.message(scene.yasmina, minutesAgo(8));
    const page = await get(people.joris, '?unread=true');
    expect(numbers(page)).toEqual([
      [scene.pieter, 1],
      [scene.yasmina, 2],
    ]);
    expect(page.items[0]).toMatchObject({ more: false, newestAt: expect.stringMatching(/Z$/) });
    await scene.house.as(people.joris).get(`/v1/messages/${first}`).expect(200);
    expect(numbers(await get(people.joris, '?unread=true'))).toEqual([[scene.yasmina, 2]]);
    expect(numbers(await get(people.bob, '?unread=true'))).toHaveLength(2); // he did not (R35)
    expect(numbers(await get(people.joris, '?category=care'))).toEqual([]);
  });

  it('counts to 99', async () => {
    await scene.house.database.admin.query(
      `INSERT INTO message (client_id, id, sender, category, subject, body, assurance, delivered_at)
       SELECT $1, gen_random_uuid(), $2, 'financial', 'x', 'x', 'low', now() FROM generate_series(1, 120)`,
      [scene.pieter, oins.tax],
    );
    expect((await get(people.joris)).items).toMatchObject([{ count: 99, more: true }]);
  });

  it('counts for everyone what opening each message would allow, and nothing of others (R33, R34, R36)', async () => {
    const { house, vermeer, yasmina, pieter } = scene;
    const { world } = house;
    const willem = await world.client(bsns.willem);
    await world.mandate({ client: willem, organisation: scene.haven, lines: [{ category: 'all' }] });
    await world.mandate({ client: willem, organisation: vermeer, lines: [{ category: 'care' }] });
    for (const client of [yasmina, pieter, willem])
      for (const category of ['financial', 'care', null])
        for (const assurance of ['low', 'high'])
          await world.message(client, { category, type: category && 'assessment', assurance });
    await house.as(people.pieter).post('/v1/shields', { category: 'care' }).expect(201);
    const everyone = [people.joris, people.bob, people.anna, people.gerda];
    for (const who of everyone) expect(sorted(numbers(await get(who)))).toEqual(sorted(await opened(who)));
    expect(numbers(await get(people.joris))).toHaveLength(2);
    expect(numbers(await get(people.anna))).toEqual([[willem, 1]]); // nobody handles him
    await house.as(people.yasmina).post(`/v1/mandates/${mandate}/revocation`, {}).expect(200);
    expect(numbers(await get(people.joris)).map(([client]) => client)).toEqual([pieter]);
    for (const who of everyone) expect(sorted(numbers(await get(who)))).toEqual(sorted(await opened(who)));
    expect((await house.as(people.yasmina).get('/v1/messages/_counts/clients')).status).toBe(403);
  });

  it('tells mine from those of my team and of nobody', async () => {
    const { house, vermeer, joris, yasmina, pieter } = scene;
    const willem = await house.world.client(bsns.willem);
    await house.world.mandate({ client: willem, organisation: vermeer });
    const team = await house.world.team(vermeer, 'Tax', [joris]);
    await house.database.admin.query('UPDATE assignment SET ended_at = now() WHERE client_id = $1', [pieter]);
    await house.world.assign(vermeer, pieter, { team });
    for (const client of [yasmina, pieter, willem]) await house.world.message(client);
    const whose = async (who: object, handler: string) =>
      numbers(await get(who, `?handler=${handler}`)).map(([client]) => client);
    expect(await whose(people.joris, 'me')).toEqual([yasmina]);
    expect(await whose(people.joris, 'my-team')).toEqual([pieter]);
    expect(await whose(people.joris, 'nobody')).toEqual([]);
    expect(await whose(people.anna, 'nobody')).toEqual([willem]);
  });

  it('is in the record of each client on the page, and says so when Kees stands in for Joris (R35)', async () => {
    const { house, vermeer, yasmina, pieter, joris } = scene;
    const kees = await house.world.employee(vermeer, 'kees');
    await house.world.assign(vermeer, pieter, { employee: kees });
    const [from, until] = [house.world.day(0), house.world.day(2)];
    await house
      .as(people.anna)
      .post(`/v1/representative-organisations/${vermeer}/covers`, {
        ...{ absent: joris, substitute: kees, from, until },
      })
      .expect(201);
    for (const [client, minutes] of [
      [yasmina, 1],
      [pieter, 2],
    ] as const)
      await house.world.message(client, minutesAgo(minutes));
    const page = await get(asKees, '?limit=1&handler=me');
    expect(numbers(page)).toEqual([[yasmina, 1]]);
    await get(asKees, `?limit=1&handler=me&cursor=${page.next}`);
    const told = await trailOf(house, 'inbox.count');
    expect(told.map(({ client_id, mandate_id, details }) => ({ client_id, mandate_id, details }))).toEqual([
      { client_id: null, mandate_id: null, details: {} },
      { client_id: yasmina, mandate_id: mandate, details: { cover: true } },
      { client_id: null, mandate_id: null, details: {} },
      { client_id: pieter, mandate_id: expect.any(String), details: {} },
    ]);
  });

  it('takes no cursor of another list, and no filter that is not one', async () => {
    const { next } = (await scene.house.as(people.joris).get('/v1/representative-organisations?limit=1'))
      .body;
    for (const query of [
      `?cursor=${next ?? 'eA'}`,
      `?client=${scene.yasmina}`,
      '?sort=name',
      '?unread=maybe',
    ])
      expect((await scene.house.as(people.joris).get(`/v1/messages/_counts/clients${query}`)).status).toBe(
        400,
      );
  });
});
