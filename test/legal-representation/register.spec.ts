import { employee } from '../support/cast.ts';
import { cast, openScene, type Scene } from './scene.ts';

let scene: Scene;
beforeEach(async () => void (scene = await openScene()));
afterEach(() => scene.close());

const checks = async (order: { id: string }) =>
  (await scene.see(cast.olga, order)).checks as { register: string; differs: string[] };
/** Hands in what the register knows, or knows otherwise. */
async function known(more: object = {}, said: Record<string, unknown> = {}) {
  const caseNumber = `C/99/known ${scene.newKey().slice(-8)}`;
  scene.knows({ caseNumber }, more);
  return scene.waiting({ caseNumber, ...said });
}

describe('R21: the judiciary’s register', () => {
  it('lets an order work by itself, when it confirms all that was said', async () => {
    const message = await scene.world.message(scene.pieter);
    const order = await known();
    expect(await scene.see(cast.gerda, order)).toMatchObject({ state: 'active', verifiedBy: 'register' });
    expect(await scene.opens(message)).toBe('opens');
  });

  it.each([
    ['another day', { givenOn: '2020-01-01' }, ['givenOn']],
    ['another measure', { ground: 'mentorschap' }, ['ground']],
    ['another ward', { ward: '999990044' }, ['ward']],
    ['another guardian', { guardian: '90001234' }, ['guardian']],
    ['a term', { until: '2030-01-01' }, ['until']],
  ])('leaves to officials what it tells otherwise: %s', async (_, more, differs) => {
    const order = await known(more);
    expect((await scene.see(cast.gerda, order)).state).toBe('in-verification');
    expect(await checks(order)).toMatchObject({ register: 'contradicts', differs });
  });

  it('leaves a partial bewind to officials: it does not know which senders write about which goods', async () => {
    const order = await known({ partial: true }, { partial: true, senders: ['00000099000000001000'] });
    expect((await scene.see(cast.gerda, order)).state).toBe('in-verification');
    expect((await checks(order)).register).toBe('confirms');
  });

  it('does not let work what stands in the way of something: people clear that up', async () => {
    await scene.verified();
    const order = await known();
    expect((await scene.see(cast.gerda, order)).state).toBe('in-verification');
  });

  it('R21, R32: lets nobody take the place of a guardian by itself: whose, it does not tell', async () => {
    const [wim, first] = await takenOver();
    const order = await known({}, { position: 'successor' });
    expect((await scene.see(cast.gerda, order)).state).toBe('in-verification');
    expect((await checks(order)).register).toBe('confirms');
    expect((await scene.see(wim, first)).state).toBe('active');
  });

  it('R21, R26: ends no bewind that was ordered later by an older curatele: people look at that', async () => {
    const [wim, first] = await takenOver();
    const days = { givenOn: '2026-11-12', from: '2026-11-13' };
    const order = await known({ ground: 'curatele', ...days }, { ground: 'curatele', givenOn: days.givenOn });
    expect((await scene.see(cast.gerda, order)).state).toBe('in-verification');
    expect((await checks(order)).register).toBe('confirms');
    expect((await scene.see(wim, first)).state).toBe('active');
  });

  it('R32: nor do officials give way to an older order: the guardian who came later stays', async () => {
    const [wim, first] = await takenOver();
    const order = await known({ givenOn: '2026-11-12', from: '2026-11-13' }, older);
    const { body } = await scene.as(cast.olga).get(`/v1/court-orders/${order.id}/consequences`);
    expect(body).toMatchObject({ obstacles: [{ kind: 'appointed-later' }], consequences: [] });
    await scene.expecting(200, scene.approve(cast.olga, order));
    const second = await scene.approve(cast.otto, order);
    expect([second.status, second.body.obstacle]).toEqual([409, 'appointed-later']);
    expect((await scene.see(wim, first)).authority).not.toHaveProperty('endsOn');
  });
  const older = { position: 'successor', givenOn: '2026-11-12' };
  /** De Brug is Pieter's guardian since yesterday's order. */
  const takenOver = async () => {
    const bridge = await scene.world.organisation('90007777', { name: 'De Brug', kind: 'guardianship' });
    const id = await scene.world.employee(bridge, 'wim', 'administrator');
    await scene.world.assign(bridge, scene.pieter, { employee: id });
    const wim = employee('wim', '90007777');
    return [wim, await scene.verified({}, wim)] as const;
  };

  it('does not make up for a person who does not match', async () => {
    const order = await known({}, { birthDate: '1957-11-03' });
    expect((await scene.see(cast.gerda, order)).state).toBe('in-verification');
  });

  it.each(['slow', 'wrong', 'empty', 'failing'] as const)(
    'denies when it is %s, and says so: "no answer" is never "no order"',
    async (mood) => {
      scene.setMood(mood);
      const order = await known();
      expect((await scene.see(cast.gerda, order)).state).toBe('in-verification');
      expect((await checks(order)).register).toBe('does-not-answer');
      const asked = await scene.as(cast.olga).post(`/v1/court-orders/${order.id}/register-check`);
      expect([asked.status, asked.body.code]).toEqual([503, 'source-unavailable']);
      expect(asked.headers['retry-after']).toBe('60');
    },
    30_000,
  );

  it('is asked again by a task, and by an official; then it works', async () => {
    scene.setMood('failing');
    const order = await known();
    scene.setMood('well');
    const asked = await scene.expecting(
      200,
      scene.as(cast.olga).post(`/v1/court-orders/${order.id}/register-check`),
    );
    expect(asked.state).toBe('in-verification');
    await scene.tasks();
    expect((await scene.see(cast.gerda, order)).state).toBe('active');
  });

  it('does not hold up officials while it is away', async () => {
    scene.setMood('failing');
    const order = await scene.verified();
    expect(order.state).toBe('active');
  });
});
