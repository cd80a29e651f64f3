import { FollowService } from '../../src/legal-representation/register-reports/follow.service.ts';
import { cast, openScene, type Scene } from './scene.ts';

let scene: Scene;
beforeEach(async () => {
  scene = await openScene({ COURT_REGISTER_OIN: cast.register.oin });
  scene.clock.moveTo('2027-02-01');
});
afterEach(() => scene.close());

let events = 0;
const told = (order: object, kind: string, on: string, more: object = {}) => ({
  ...{
    eventId: `evt-${++events}`,
    caseNumber: (order as { caseNumber?: string }).caseNumber,
    kind,
    on,
    ...more,
  },
});
const queue = async (outcome = 'waits') =>
  (await scene.as(cast.olga).get(`/v1/court-register-reports?outcome=${outcome}`)).body.items as {
    id: string;
    eventId: string;
    why: string;
    words: object;
  }[];
const taken = async (report: object) => {
  const answer = await scene.report(report);
  await scene.tasks();
  return (answer.body as { taken: string }).taken;
};

describe('What the judiciary’s register tells', () => {
  it('ends a measure, once, however often it is told', async () => {
    const order = await scene.verified();
    const report = told(order, 'lifted', '2027-02-01');
    expect([await taken(report), await taken(report)]).toEqual(['new', 'known']);
    expect(await scene.see(cast.pieter, order)).toMatchObject({
      ...{ state: 'ended', changes: [{ kind: 'lifted', toldBy: 'register' }] },
    });
    expect(await taken(told(order, 'lifted', '2027-02-01'))).toBe('new'); // another event that tells the same
    expect(await queue('known')).toHaveLength(1);
    expect(await queue()).toEqual([]);
  });

  it('comes out of order: a confirmation waits for its suspension', async () => {
    const order = await scene.verified();
    await taken(told(order, 'suspension-confirmed', '2027-02-05'));
    expect((await queue())[0]).toMatchObject({ why: 'too-early', words: { nl: expect.any(String) } });
    expect((await scene.see(cast.gerda, order)).state).toBe('active');
    await taken(told(order, 'suspended', '2027-02-01'));
    expect(await queue()).toEqual([]);
    const { authority } = await scene.see(cast.gerda, order);
    expect(authority).toMatchObject({ suspendedFrom: '2027-02-01' });
    expect(authority?.suspendedUntil).toBeUndefined();
  });

  it('can come before anybody handed the order in, or verified it', async () => {
    const order = await scene.waiting();
    await taken(told(order, 'lifted', '2027-06-01'));
    expect((await queue())[0]).toMatchObject({ why: 'not-verified' });
    await scene.expecting(200, scene.approve(cast.olga, order));
    await scene.expecting(200, scene.approve(cast.otto, order));
    await scene.tasks();
    expect((await scene.see(cast.gerda, order)).authority).toMatchObject({ endsOn: '2027-06-01' });
    expect(await taken(told({ caseNumber: 'C/99/nobody' }, 'lifted', '2027-06-01'))).toBe('new');
    expect((await queue())[0]).toMatchObject({ why: 'unknown-order' });
  });

  it('contradicts itself: that waits for an official, and changes nothing', async () => {
    const order = await scene.verified();
    const first = told(order, 'lifted', '2027-03-01');
    await taken(first);
    await taken(told(order, 'lifted', '2027-04-01'));
    expect(await taken({ ...first, on: '2027-02-10' })).toBe('other');
    expect((await queue()).map(({ why }) => why)).toEqual(['contradicts', 'told-otherwise']);
    expect((await scene.see(cast.gerda, order)).authority).toMatchObject({ endsOn: '2027-03-01' });
    for (const { id } of await queue())
      await scene.expecting(
        200,
        scene
          .as(cast.olga)
          .post(`/v1/court-register-reports/${id}/settlement`, { reason: 'Called the court.' }),
      );
    expect(await queue()).toEqual([]);
    const line = (await scene.trail('register.settle-report'))[0];
    expect(line).toMatchObject({ details: { reason: 'Called the court.' } });
  });

  it('names the guardian when there are two, or waits', async () => {
    const order = await scene.verified({ caseNumber: 'C/99/two' });
    const second = { caseNumber: 'C/99/two', position: 'additional' };
    await scene.expecting(201, scene.as(cast.joris).post('/v1/court-orders', scene.said(second)));
    await taken(told(order, 'dismissed', '2027-02-01'));
    expect((await queue())[0]).toMatchObject({ why: 'which-guardian' });
    await taken(told(order, 'dismissed', '2027-02-01', { kvk: '90005678' }));
    expect((await scene.see(cast.gerda, order)).state).toBe('ended');
  });

  it('is for the register alone, and names no person', async () => {
    for (const who of [cast.olga, cast.gerda, cast.pieter])
      expect((await scene.as(who).post('/v1/court-register-reports', {})).body.code).toBe(
        'wrong-kind-of-actor',
      );
    const other = { ...cast.register, oin: '00000099000000009000' };
    const report = { court: 'Rechtbank', ...told({ caseNumber: 'C/99/1' }, 'lifted', '2027-02-01') };
    expect((await scene.as(other).post('/v1/court-register-reports', report)).status).toBe(404);
    const faulty = await scene.report({ ...report, bsn: '999990032' });
    expect(faulty.status).toBe(400);
  });

  it('is asked for what is new as well, and from where it was', async () => {
    const order = await scene.verified();
    const follow = scene.app.get(FollowService);
    scene.register.reports.push({
      court: 'Rechtbank Voorbeeldstad',
      ...told(order, 'dismissed', '2027-02-01'),
    });
    expect(await follow.follow()).toBe(1);
    await scene.tasks();
    expect((await scene.see(cast.gerda, order)).state).toBe('ended');
    expect(await follow.follow()).toBe(0);
    for (const mood of ['failing', 'wrong', 'empty'] as const) {
      scene.setMood(mood);
      await expect(follow.follow()).rejects.toThrow('source-unavailable');
    }
  });
});

it('listens to nobody when no register is configured', async () => {
  const other = await openScene();
  const report = { court: 'Rechtbank', ...told({ caseNumber: 'C/99/1' }, 'lifted', '2027-02-01') };
  expect((await other.report(report)).status).toBe(404);
  await other.close();
});
