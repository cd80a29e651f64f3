import { people, type Scene, setScene } from './scene.ts';

let scene: Scene;
beforeAll(async () => void (scene = await setScene()));
afterAll(() => scene.house.close());

const wish = (name: string, shared: boolean) => ({ name, shared, filter: {} });
const save = async (name: string, shared: boolean) => {
  const { status, body } = await scene.house.as(people.joris).post('/v1/inbox-views', wish(name, shared));
  expect(status).toBe(201);
  return `/v1/inbox-views/${body.id}`;
};
const put = async (who: object, path: string, name: string, shared = true) => {
  const { status, body } = await scene.house.as(who as typeof people.joris).put(path, wish(name, shared));
  return [status, ...(status === 200 ? [] : [body.code])];
};

describe('The name of a saved view', () => {
  it('that its maker keeps to himself is free for what he shares: nobody finds out by it (R34)', async () => {
    await save('Only mine', false);
    const view = await save('For all', true);
    expect(await put(people.anna, view, 'ONLY MINE')).toEqual([200]);
    expect(await put(people.anna, view, 'Nobody has this name')).toEqual([200]);
  });

  it('is taken among what he shares, and among what he keeps to himself', async () => {
    await save('Own', false);
    await save('Also for all', true);
    const view = await save('Some view', true);
    for (const who of [people.anna, people.joris])
      expect(await put(who, view, 'Also For All')).toEqual([409, 'already-exists']);
    expect(await put(people.joris, view, 'own', false)).toEqual([409, 'already-exists']);
    expect(await put(people.joris, view, 'Not for all', false)).toEqual([200]);
  });
});
