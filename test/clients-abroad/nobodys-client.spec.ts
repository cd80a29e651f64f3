import { citizen, oins } from '../support/cast.ts';
import { form, openScene, people, type Scene } from './scene.ts';

let scene: Scene;
beforeAll(async () => void (scene = await openScene({ LIFE_EVENT_SOURCES: oins.system })));
afterAll(() => scene.close());

const klaus = { givenNames: 'Klaus', familyName: 'Weber', birthDate: '1955-03-14', bsn: '999990056' };
const maria = { givenNames: 'María', familyName: 'García Ruiz', birthDate: '1950-06-15' };
/** Anybody sends it, without signing in, and the source is heard. */
async function sent(more: Record<string, unknown>): Promise<string> {
  await scene.asked(202, scene.as('nobody').post('/v1/clients-abroad/onboarding-requests', form(more)));
  await scene.tasks();
  return (await scene.cases('onboarding')).at(-1)?.id ?? 'none';
}
const clients = async () => (await scene.rows('SELECT FROM client')).length;
const candidatesOf = async (id: string) =>
  (await scene.see(id)).candidates as { client: string; ground: string; name: string }[];

describe('A form makes nobody a client: an official does who proposes him', () => {
  it('Of Klaus, whose number a stranger wrote down, nothing is kept that life tells, until somebody looked', async () => {
    const before = await clients();
    const id = await sent(klaus);
    const event = { kind: 'emigration', effectiveOn: scene.world.day(-9), country: 'DE', bsn: klaus.bsn };
    await scene.asked(204, scene.as(people.system).post('/v1/life-events', { eventId: 'moved-1', ...event }));
    expect(await scene.rows('SELECT FROM life_event')).toEqual([]);
    // Officials compare him with what the register says, and looking changes nothing.
    const [found, ...others] = await candidatesOf(id);
    expect(others).toEqual([]);
    expect(found).toMatchObject({ ground: 'stated', name: 'Klaus Weber', hasCitizenServiceNumber: true });
    expect(await clients()).toBe(before);
    const kept = JSON.stringify(await scene.rows('SELECT * FROM identity_case'));
    expect(kept).not.toContain(klaus.bsn); // R2: sealed

    const client = found?.client;
    await scene.asked(200, scene.propose(id, { decision: 'grant', client }));
    expect(await clients()).toBe(before + 1);
    expect(await candidatesOf(id)).toMatchObject([{ client, ground: 'stated', name: 'Klaus Weber' }]);
    await scene.asked(200, scene.confirm(id));
    await scene.tasks();
    expect((await scene.letters(id))[0]?.note.address[1]).toBe('Musterweg 7');
    expect((await scene.me(citizen(klaus.bsn))).client).toBe(client);
  });

  it('Nor does whom the source names; a form that is refused leaves nothing', async () => {
    const before = await clients();
    const id = await sent(maria);
    expect((await candidatesOf(id)).map(({ ground, name }) => [ground, name])).toContainEqual([
      'source',
      'María García Ruiz',
    ]);
    await scene.asked(200, scene.propose(id, { decision: 'refuse' }));
    expect(await clients()).toBe(before);
  });

  it('Who became a client meanwhile is named by the pseudonym that he has by now', async () => {
    const id = await sent({ ...maria, bsn: '999990093', givenNames: 'Maria' });
    const [before] = await candidatesOf(id);
    const { client } = await scene.me(citizen('999990093'));
    const [now, ...others] = (await candidatesOf(id)).filter(({ ground }) => ground === 'stated');
    expect([now?.client, others]).toEqual([client, []]);
    expect(before?.client).not.toBe(client);
    const unknown = await scene.propose(id, { decision: 'grant', client: before?.client });
    expect(unknown.body.code).toBe('move-not-possible');
    expect(await scene.asked(200, scene.decide(id, { decision: 'grant', client }))).toMatchObject({ client });
  });
});
