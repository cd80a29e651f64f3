import { addDays, type Day, endless } from '../../src/domain/day.ts';
import { orderStates } from '../../src/domain/court-order.ts';
import { cast, openScene, type Scene } from './scene.ts';

let scene: Scene;
beforeAll(async () => void (scene = await openScene()));
afterAll(() => scene.close());

it('lists an order in the state in which it is shown: two dialects of one rule', async () => {
  const today = scene.today();
  const days = [-20, -1, 0, 1, 20].map((shift) => addDays(today, shift));
  const ends: (Day | null)[] = [null, ...days.slice(1, 4)];
  for (const until of [endless, ...days.slice(2)])
    for (const endsOn of ends)
      for (const suspended of [
        undefined,
        { from: addDays(today, -3), until: today },
        { from: today, until: endless },
      ])
        await scene.world.mandate({
          ...{
            client: scene.pieter,
            organisation: scene.haven,
            ground: 'bewind',
            from: addDays(today, -25),
            until,
          },
          ...(endsOn === null ? {} : { endsOn }),
          ...(suspended ? { suspended } : {}),
        });
  for (const more of [{ from: days[3] as string }, { state: 'suspended' }, { state: 'ended' }])
    await scene.world.mandate({ client: scene.pieter, organisation: scene.haven, ground: 'bewind', ...more });
  await scene.waiting();
  const counted = new Map<string, number>();
  for (const state of orderStates) {
    const { body } = await scene.as(cast.olga).get(`/v1/court-orders?limit=100&state=${state}`);
    const { items } = body as { items: { state: string }[] };
    expect(items.filter((order) => order.state !== state)).toEqual([]);
    counted.set(state, items.length);
  }
  const { body } = await scene.as(cast.olga).get('/v1/court-orders?limit=100');
  const all = (body as { items: unknown[] }).items.length;
  expect([...counted.values()].reduce((sum, count) => sum + count, 0)).toBe(all);
  for (const state of ['verified', 'active', 'suspended', 'ended', 'in-verification'])
    expect([state, (counted.get(state) ?? 0) > 0]).toEqual([state, true]);
});
