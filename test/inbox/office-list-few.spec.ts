import { people, type Scene, setScene } from './scene.ts';

type Listed = { items: { subject: string }[]; next?: string };

let scene: Scene;
beforeEach(async () => {
  scene = await setScene();
  for (const client of [scene.yasmina, scene.pieter])
    await scene.house.world.mandate({ client, organisation: scene.vermeer });
});
afterEach(() => scene.house.close());

const list = async (query: string): Promise<Listed> =>
  (await scene.house.as(people.joris).get(`/v1/messages${query}`).expect(200)).body as Listed;

describe('The list of who handles few clients', () => {
  it('keeps its order when the newest messages of one of them may not be read', async () => {
    const { world } = scene.house;
    const now = Date.now();
    const at = (minutes: number) => ({ delivered_at: new Date(now - minutes * 60_000) });
    for (let n = 0; n < 8; n++) {
      await world.message(scene.pieter, { subject: 'Not at this level', assurance: 'high', ...at(n) });
      await world.message(scene.pieter, { subject: `Pieter ${n}`, ...at(10 + n) });
      await world.message(scene.yasmina, { subject: `Yasmina ${n}`, ...at(20 + n) });
    }
    const inOrder = ['Pieter', 'Yasmina'].flatMap((name) =>
      Array.from({ length: 8 }, (_, n) => `${name} ${n}`),
    );
    // After this it is known that they are few.
    expect((await list('')).items.map(({ subject }) => subject)).toEqual(inOrder);
    const seen: string[] = [];
    for (let query: string | undefined = '?limit=3'; query;) {
      const { items, next } = await list(query);
      seen.push(...items.map(({ subject }) => subject));
      query = next && `?limit=3&cursor=${next}`;
    }
    expect(seen).toEqual(inOrder);
  });
});
