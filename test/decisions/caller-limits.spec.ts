import { CallerAllowanceStore } from '../../src/decisions/caller-allowance.store.ts';
import { CallerLimits } from '../../src/decisions/caller-limits.ts';
import { Clock } from '../../src/platform/clock.ts';
import { AllowanceStore } from '../../src/platform/allowance.store.ts';
import { deliver, trailOf } from '../inbox/scene.ts';
import { type Decisions, oins, openDecisions, people } from './scene.ts';

let scene: Decisions;
beforeEach(async () => (scene = await openDecisions()));
afterEach(() => scene.house.close());

const oin = oins.system as Parameters<CallerLimits['spend']>[0];
const newProcess = () => {
  const { app } = scene.house;
  return new CallerLimits(app.get(CallerAllowanceStore), app.get(AllowanceStore), app.get(Clock));
};
const used = async () =>
  (await scene.house.database.admin.query('SELECT what, used FROM allowance')).rows.filter(({ what }) =>
    String(what).startsWith('decisions'),
  );

describe('The allowance of a system', () => {
  it('reaches a process that never heard of it, while another has taken its portion', async () => {
    scene.earlyInAMinute();
    const [one, other] = [newProcess(), newProcess()];
    await one.spend(oin, 1);
    await expect(other.spend(oin, 1)).resolves.toBeUndefined();
  });

  it('lets a process that has just begun answer thirty batches of a thousand at once', async () => {
    scene.earlyInAMinute();
    const begun = newProcess();
    await Promise.all(Array.from({ length: 30 }, () => begun.spend(oin, 1_000)));
    expect((await used()).map(({ what }) => what)).toEqual(['decisions']);
  });

  it('is taken a portion at a time, also by a crowd that comes at once', async () => {
    await scene.register({ perMinute: 6_000 });
    scene.earlyInAMinute();
    const limits = newProcess();
    await Promise.all(Array.from({ length: 150 }, () => limits.spend(oin, 1)));
    expect(await used()).toEqual([{ what: 'decisions', used: 200 }]);
  });

  it('ends for all of a crowd, when there is no more', async () => {
    await scene.register({ perMinute: 60, searches: false });
    scene.earlyInAMinute();
    const limits = newProcess();
    const asked = await Promise.allSettled(Array.from({ length: 100 }, () => limits.spend(oin, 1)));
    expect(asked.filter(({ status }) => status === 'fulfilled')).toHaveLength(60);
  });

  it('is raised from the next question on, also in a process that took of the old one', async () => {
    await scene.register({ perMinute: 20, searches: false });
    scene.earlyInAMinute();
    const limits = newProcess();
    await expect(limits.spend(oin, 100)).rejects.toThrow('limit-reached');
    await scene.register({ perMinute: 20_000 });
    await expect(limits.spend(oin, 100)).resolves.toBeUndefined();
  });

  it('is lowered from the next question on', async () => {
    scene.earlyInAMinute();
    const ask = async () => (await scene.post('evaluation', scene.question())).status;
    await ask();
    await scene.register({ perMinute: 3, searches: false });
    expect([await ask(), await ask(), await ask()]).toEqual([200, 200, 429]);
    expect(await used()).toEqual([{ what: 'decisions', used: 3 }]);
  });

  it('is lowered without a loss of what a process had in hand', async () => {
    await scene.register({ perMinute: 6_000 });
    scene.earlyInAMinute();
    const ask = async () => (await scene.post('evaluation', scene.question())).status;
    await ask();
    await scene.register({ perMinute: 50, searches: false });
    for (let turn = 2; turn <= 50; turn++) expect([turn, await ask()]).toEqual([turn, 200]);
    expect(await ask()).toBe(429);
    expect(await used()).toEqual([{ what: 'decisions', used: 50 }]);
  });

  it('is not used up by a batch that is too large, nor is that the fault of who asks beside it', async () => {
    await scene.register({ perMinute: 20, searches: false });
    scene.earlyInAMinute();
    const limits = newProcess();
    const asked = await Promise.allSettled([100, 1, 100, 1, 1].map((count) => limits.spend(oin, count)));
    expect(asked.map(({ status }) => status === 'fulfilled')).toEqual([false, true, false, true, true]);
    await limits.spend(oin, 17);
    expect(await used()).toEqual([{ what: 'decisions', used: 20 }]);
  });

  it('is taken by a search as its page may hold, or a hundred, whatever it comes upon (R34)', async () => {
    for (let each = 0; each < 6; each++) await deliver(scene.house, { type: 'support' });
    await scene.register({ perMinute: 1_000 });
    scene.earlyInAMinute();
    const search = (client: string, page: object = {}) =>
      scene.post('search/resource', {
        ...scene.question(),
        ...{ page, resource: { type: 'message', properties: { client } } },
      });
    const { body } = await search(scene.yasmina);
    expect(body).toEqual({ page: { next_token: '', count: 0 }, results: [] });
    await search('0193f0a2-7b1c-7d3e-9f55-2f6f2f0c9a11');
    await search(scene.yasmina, { limit: 600 });
    expect(await used()).toEqual([{ what: 'decisions', used: 800 }]);
    const [line] = await trailOf(scene.house, 'decision.search');
    expect(line?.details).toMatchObject({ decided: 6, found: 0 });
    expect((await search(scene.yasmina, { limit: 201 })).status).toBe(429);
    expect((await search(scene.yasmina)).status).toBe(200);
  });

  it('that is less than somebody asks at once will not do after a minute either: he is told so', async () => {
    await scene.register({ perMinute: 150 });
    scene.earlyInAMinute();
    const question = scene.question();
    const many = { ...question, evaluations: Array.from({ length: 151 }, () => ({})) };
    const { status, body, headers } = await scene.post('evaluations', many);
    expect([status, (body as { code: string }).code, headers['retry-after']]).toEqual([
      409,
      'limit-reached',
      undefined,
    ]);
    const resource = { type: 'inbox' };
    const wide = await scene.post('search/resource', { ...question, resource, page: { limit: 151 } });
    expect([wide.status, wide.body]).toMatchObject([409, { code: 'limit-reached' }]);
    expect((await trailOf(scene.house, 'decision.search')).map(({ details }) => details)).toMatchObject([
      { searched: 'resource', reason: 'limit-reached' },
    ]);
    expect((await scene.post('search/resource', { ...question, resource })).status).toBe(200);
    await scene.register({ perMinute: 50, searches: false });
    scene.earlyInAMinute();
    expect((await scene.post('search/resource', { ...question, resource })).status).toBe(403);
    expect((await trailOf(scene.house, 'decision.search')).at(-1)?.outcome).toBe('refused');
  });

  it('of who may search is enough for a search', async () => {
    const { status, body } = await scene.house.as(people.olga).put(`/v1/decision-callers/${oins.system}`, {
      ...{ name: 'x', purpose: 'y', tells: 'nothing', searches: true, perMinute: 99 },
    });
    expect([status, body]).toMatchObject([400, { errors: [{ location: { pointer: '#/perMinute' } }] }]);
  });

  it('is used up by what cannot be read too, which is on the record', async () => {
    await scene.register({ perMinute: 3, searches: false });
    scene.earlyInAMinute();
    for (const [path, wrong] of [
      ['evaluation', {}],
      ['evaluations', { evaluations: 5 }],
    ] as const)
      expect((await scene.post(path, wrong)).status).toBe(400);
    expect(await used()).toEqual([{ what: 'decisions', used: 2 }]);
    expect((await scene.post('search/subject', {})).status).toBe(403);
    expect((await scene.post('evaluation', {})).status).toBe(429);
    expect((await trailOf(scene.house, 'decision.ask')).map(({ details }) => details)).toEqual(
      Array(2).fill({ decision: false, reason: 'invalid-input', system: 'Message box' }),
    );
    await scene.register({ perMinute: 300 });
    expect((await scene.post('search/subject', {})).status).toBe(400);
    expect((await trailOf(scene.house, 'decision.search')).at(-1)?.details).toMatchObject({
      ...{ searched: 'subject', decision: false, reason: 'invalid-input' },
    });
  });

  it('is small for who is not registered: he tries, and is refused', async () => {
    scene.earlyInAMinute();
    const stranger = '00000099000000000001' as typeof oin;
    await newProcess().spend(stranger, 1);
    expect(await used()).toEqual([{ what: 'decisions of one not registered', used: 1 }]);
    await expect(newProcess().spend(stranger, 600)).rejects.toThrow('too-many-requests');
  });
});
