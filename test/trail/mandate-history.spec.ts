import { people } from '../support/cast.ts';
import { type House, openHouse } from '../support/house.ts';
import { type Scene, setScene } from './scene.ts';

let house: House;
let scene: Scene;
/** A mandate that was offered, and one that never will be, because the person does not exist. */
let offered: string;
let toNobody: string;

const change = (
  actor: 'joris' | 'yasmina' | 'offering' | 'olga',
  action: string,
  mandate: string,
  more = {},
) => {
  const nothing = ['mandate.request', 'mandate.offer'].includes(action);
  const remark = { mandate, client: scene.yasmina, details: more };
  return scene.act(scene.actors[actor], nothing ? { action } : { action, mandate }, remark);
};

beforeAll(async () => {
  house = await openHouse();
  scene = await setScene(house);
  const asked = { client: scene.yasmina, organisation: scene.vermeer, requestedBy: scene.joris };
  const care = { lines: [{ category: 'care' }] };
  offered = await house.world.mandate({ ...asked, ...care, state: 'offered' });
  toNobody = await house.world.mandate({ ...asked, lines: [{ category: 'other' }], state: 'requested' });
  for (const mandate of [offered, toNobody])
    await change('joris', 'mandate.request', mandate, { to: 'requested' });
  await change('offering', 'mandate.offer', offered, { from: 'requested', to: 'offered' });
});
afterAll(() => house.close());

const history = async (who: keyof typeof people, mandate: string, query = '') =>
  house.as(people[who]).get(`/v1/mandates/${mandate}/history${query}`);
const moves = (answer: { body: { items: { move: string; from?: string; to?: string }[] } }) =>
  answer.body.items.map(({ move, from, to }) => [move, from, to]);

describe('The time line of one mandate', () => {
  it('does not tell the office whether the person exists: offered or not, it looks the same (R3)', async () => {
    const [one, other] = [await history('joris', offered), await history('joris', toNobody)];
    expect(moves(one)).toEqual([['request', undefined, 'requested']]);
    expect(moves(one)).toEqual(moves(other));
    expect(Object.keys(one.body)).toEqual(Object.keys(other.body));
  });

  it('shows Yasmina and the official that it was offered', async () => {
    const all = [
      ['request', undefined, 'requested'],
      ['offer', 'requested', 'offered'],
    ];
    expect(moves(await history('yasmina', offered))).toEqual(all);
    expect(moves(await history('olga', offered))).toEqual(all);
  });

  it('pages an office past the hidden offer without an empty page or a cursor that gives it away', async () => {
    expect((await history('joris', offered, '?limit=1')).body).not.toHaveProperty('next');
  });

  it('does not tell it by the state from which the office took its request back either', async () => {
    const taken = await house.world.mandate({
      ...{ client: scene.yasmina, organisation: scene.vermeer, requestedBy: scene.joris, state: 'withdrawn' },
      lines: [{ sender: '00000099000000002000' }],
    });
    await change('offering', 'mandate.offer', taken, { from: 'requested', to: 'offered' });
    await change('joris', 'mandate.withdraw', taken, { from: 'offered', to: 'withdrawn', code: 'x' });
    expect(moves(await history('joris', taken))).toEqual([['withdraw', 'requested', 'withdrawn']]);
    expect((await history('joris', taken)).body.items[0].details).toEqual({});
  });

  it('tells all of it once Yasmina answered: who, on which side, on which Dutch day', async () => {
    await change('joris', 'mandate.activate', scene.mandate, { wrong: true });
    await change('offering', 'mandate.offer', scene.mandate, { from: 'requested', to: 'offered' });
    await change('yasmina', 'mandate.consent', scene.mandate, { from: 'offered', to: 'active' });
    await change('yasmina', 'mandate.narrow', scene.mandate, {
      from: 'active',
      to: 'active',
      line: 'x',
      note: 'y',
    });
    await change('olga', 'mandate.suspend', scene.mandate, { from: 'active', to: 'suspended' });
    await change('joris', 'mandate.renounce', scene.mandate, { from: 'suspended', to: 'renounced' });
    const answer = await history('joris', scene.mandate);
    expect(moves(answer)).toEqual([
      ['offer', 'requested', 'offered'],
      ['consent', 'offered', 'active'],
      ['narrow', 'active', 'active'],
      ['suspend', 'active', 'suspended'],
      ['renounce', 'suspended', 'renounced'],
    ]);
    expect(answer.body.items.map(({ by }: { by: object }) => by)).toEqual([
      { party: 'service' },
      { party: 'client' },
      { party: 'client' },
      { party: 'official' },
      { party: 'organisation', employee: scene.joris },
    ]);
    expect(answer.body.items[2]).toMatchObject({ day: house.world.day(0), details: { line: 'x' } });
  });

  it('keeps what an official wrote about it for officials', async () => {
    const detailsFor = async (who: 'yasmina' | 'olga') =>
      (await history(who, scene.mandate)).body.items[2].details;
    expect(await detailsFor('yasmina')).toEqual({ line: 'x' });
    expect(await detailsFor('olga')).toEqual({ line: 'x', note: 'y' });
  });

  it('does not name the employee to Yasmina', async () => {
    const answer = await history('yasmina', scene.mandate);
    expect(answer.body.items).toHaveLength(5);
    expect(answer.text).not.toContain(scene.joris);
  });

  it('pages from old to new without losing a change', async () => {
    const seen: unknown[] = [];
    let cursor = '';
    do {
      const { body } = await history('olga', scene.mandate, `?limit=2${cursor}`);
      seen.push(...body.items.map(({ move }: { move: string }) => move));
      cursor = body.next ? `&cursor=${body.next}` : '';
    } while (cursor);
    expect(seen).toEqual(['offer', 'consent', 'narrow', 'suspend', 'renounce']);
  });

  it.each(['gerda', 'pieter'] as const)('is for %s as if it did not exist', async (who) => {
    const [foreign, none] = [
      await history(who, scene.mandate),
      await history(who, '0193f0a2-7b1c-7d3e-9f55-2f6f2f0c9a11'),
    ];
    expect([foreign.status, none.status]).toEqual([404, 404]);
    expect({ ...foreign.body, instance: '' }).toEqual({ ...none.body, instance: '' });
  });

  it('refuses an id that is none with 400 and its name', async () => {
    const answer = await history('yasmina', 'x');
    expect(answer).toMatchObject({ status: 400, body: { errors: [{ location: { name: 'mandate' } }] } });
  });
});
