import { oins } from '../support/cast.ts';
import { openScene, people, type Scene } from './scene.ts';

let scene: Scene;
beforeAll(async () => {
  scene = await openScene({ LIFE_EVENT_SOURCES: oins.system });
});
afterAll(() => scene.close());

const klaus = '999990056';
const form = { givenNames: 'Klaus', familyName: 'Weber', birthDate: '1955-03-14', bsn: klaus };

describe('A proposal counts as long as who made it works, and its client lives abroad', () => {
  it('What Olga proposed before she was suspended counts no more, also when she is back; she proposes again', async () => {
    const client = await scene.world.client(klaus);
    const id = await scene.entered(form);
    await scene.asked(200, scene.propose(id, { decision: 'grant', client }));
    const seen = (await scene.see(id)).proposal as { id: string; client: string };
    const official = await scene.asked(
      201,
      scene.as(people.oscar).post('/v1/officials', { official: 'test:official-olga' }),
    );
    for (const step of ['suspension', 'reinstatement']) {
      const path = `/v1/officials/${official.id}/${step}`;
      await scene.asked(200, scene.as(people.oscar).post(path, { reason: 'It is being looked into.' }));
      const { status, body } = await scene.confirm(id, people.oscar, seen);
      expect([step, status, body.code]).toEqual([step, 409, 'move-not-possible']);
      expect((await scene.see(id, people.oscar)).proposal).toBeUndefined();
    }
    expect(await scene.asked(200, scene.decide(id, { decision: 'grant', client }))).toMatchObject({ client });
  });

  it('Klaus came back to the Netherlands: nothing is proposed, confirmed or printed', async () => {
    const client = await scene.world.client(klaus);
    const [one, other, granted] = [
      await scene.entered({ ...form, givenNames: 'Klaus One' }),
      await scene.entered({ ...form, givenNames: 'Klaus Two' }),
      await scene.entered({ ...form, givenNames: 'Klaus Three' }),
    ];
    await scene.asked(200, scene.propose(one, { decision: 'grant', client }));
    await scene.asked(200, scene.decide(granted, { decision: 'grant', client })); // its letter waits
    const event = (eventId: string, kind: string, more: Record<string, unknown>) =>
      scene.as(people.system).post('/v1/life-events', { eventId, kind, bsn: klaus, ...more });
    const back = { effectiveOn: scene.world.day(-2), address: ['Dorpsstraat 1', '1234 AB Utrecht'] };
    await event('left', 'emigration', { effectiveOn: scene.world.day(-9), country: 'DE' });
    await event('back', 'return', back);
    for (const answer of [
      await scene.confirm(one),
      await scene.propose(other, { decision: 'grant', client }),
    ])
      expect([answer.status, answer.body.code]).toEqual([403, 'client-not-abroad']);
    await scene.tasks();
    expect(await scene.letters(granted)).toEqual([]);
  });
});
