import { dayOf } from '../../src/domain/day.ts';
import { type Decisions, oins, openDecisions, people } from './scene.ts';

let scene: Decisions;
beforeEach(async () => (scene = await openDecisions()));
afterEach(() => scene.house.close());

const until = async (more: Record<string, unknown>): Promise<unknown> => {
  const { decision, context } = await scene.ask(more);
  expect(decision).toBe(true);
  return (context?.mandate as { until?: unknown }).until;
};

describe('The first day on which a mandate gives nothing any more', () => {
  it('of one that she revoked is that day, and not the end of its term', async () => {
    const see = { action: { name: 'see' }, resource: { type: 'mandate', id: scene.mandate } };
    const term = await until(see);
    await scene.house.as(people.yasmina).post(`/v1/mandates/${scene.mandate}/revocation`, {}).expect(200);
    const today = dayOf(scene.house.clock.now());
    expect([await until(see), today < String(term)]).toEqual([today, true]);
  });

  it('of a yes is that of the part by which it is one, when the law ends that before (R27)', async () => {
    const { world } = scene.house;
    const ending = (days: number) => ({ endsOn: world.day(days) });
    const lines = [
      { category: 'financial', actions: ['read'], ...ending(20) },
      { category: 'all', actions: ['read', 'download'], ...ending(40) },
      { category: 'care', sender: oins.town, actions: ['read'] },
    ];
    await world.mandate({ client: scene.pieter, organisation: scene.vermeer, until: world.day(60), lines });
    const of = (more: object, id = scene.pieter) => ({ resource: { ...scene.inbox(more), id } });
    expect(await until(of({}))).toBe(world.day(40));
    expect(await until({ ...of({}), action: { name: 'download' } })).toBe(world.day(40));
    expect(await until(of({ sender: oins.town, category: 'care' }))).toBe(world.day(60));
    expect(await until({ resource: { type: 'inbox', id: scene.pieter } })).toBe(world.day(60));
  });
});
