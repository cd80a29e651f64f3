import { employee } from '../support/cast.ts';
import { LapseService } from '../../src/legal-representation/later/lapse.service.ts';
import { cast, openScene, type Scene } from './scene.ts';

let scene: Scene;
let message: string;
beforeEach(async () => {
  scene = await openScene({ COURT_REGISTER_OIN: cast.register.oin });
  scene.clock.moveTo('2027-02-01');
  message = await scene.world.message(scene.pieter, { delivered_at: new Date('2025-01-01T12:00:00Z') });
});
afterEach(() => scene.close());

const later = (day: string) => scene.clock.moveToInstant(`${day}T08:00:00Z`);

describe('R28: suspension', () => {
  it('ex parte takes access away at once, and lapses after 14 days by the clock', async () => {
    const order = await scene.verified({ givenOn: '2027-01-04' });
    expect(await scene.expecting(200, scene.change(order, 'suspended', '2027-02-01'))).toMatchObject({
      ...{ state: 'suspended', authority: { suspendedFrom: '2027-02-01', suspendedUntil: '2027-02-15' } },
    });
    expect(await scene.opens(message)).toBe('measure-suspended');
    later('2027-02-14');
    expect(await scene.opens(message)).toBe('measure-suspended');
    later('2027-02-15');
    expect(await scene.opens(message)).toBe('opens');
    expect((await scene.see(cast.pieter, order)).state).toBe('active');
  });

  it('records once that access came back, and tells ward and guardian', async () => {
    await scene.expecting(200, scene.change(await scene.verified(), 'suspended', '2027-02-01'));
    const lapses = scene.app.get(LapseService);
    expect(await lapses.record()).toBe(0);
    later('2027-02-16');
    expect([await lapses.record(), await lapses.record()]).toEqual([1, 0]);
    const [line] = await scene.trail('mandate.resume');
    expect(line).toMatchObject({ actor_kind: 'job', client_id: scene.pieter, details: { to: 'active' } });
    for (const who of [cast.pieter, cast.gerda])
      expect(await scene.notices(who, 'guardianship-resumed')).toHaveLength(1);
  });

  it('goes on when it is confirmed in time, until the register ends it: never by one hand', async () => {
    const order = await scene.verified({ givenOn: '2027-01-04' });
    await scene.expecting(200, scene.change(order, 'suspended', '2027-02-01'));
    await scene.expecting(200, scene.change(order, 'suspension-confirmed', '2027-02-10'));
    later('2027-06-01');
    expect(await scene.opens(message)).toBe('measure-suspended');
    const byHand = await scene.change(order, 'suspension-ended', '2027-06-01');
    expect([byHand.status, byHand.body.code, byHand.body.outcome]).toEqual([
      ...[409, 'order-conflicts', 'widens'],
    ]);
    expect(byHand.body.detail).toContain('Only the register can tell so');
    expect(await scene.opens(message)).toBe('measure-suspended');
    const told = { eventId: 'over', caseNumber: order.caseNumber, kind: 'suspension-ended' };
    await scene.report({ ...told, on: '2027-06-01' });
    await scene.tasks();
    expect(await scene.opens(message)).toBe('opens');
  });

  it('is not confirmed after it lapsed: access has returned, and taking it away is a new decision', async () => {
    const order = await scene.verified();
    await scene.expecting(200, scene.change(order, 'suspended', '2027-02-01'));
    later('2027-02-20');
    const answer = await scene.change(order, 'suspension-confirmed', '2027-02-20');
    expect([answer.status, answer.body.code, answer.body.outcome]).toEqual([
      409,
      'order-conflicts',
      'contradicts',
    ]);
    expect(await scene.opens(message)).toBe('opens');
  });
});

describe('R29: lifting', () => {
  it('ends on the day on which it is final', async () => {
    const order = await scene.verified();
    await scene.expecting(200, scene.change(order, 'lifted', '2027-05-01'));
    expect((await scene.see(cast.gerda, order)).state).toBe('active');
    later('2027-04-30');
    expect(await scene.opens(message)).toBe('opens');
    later('2027-05-01');
    expect(await scene.opens(message)).toBe('measure-ended');
    expect(await scene.see(cast.gerda, order)).toMatchObject({
      ...{ state: 'ended', authority: { endsOn: '2027-05-01', endReason: 'lifted' } },
    });
  });

  it('ends earlier when the order says so, also when that is known afterwards', async () => {
    const order = await scene.verified();
    const earlierOn = '2027-01-31';
    await scene.expecting(200, scene.change(order, 'lifted', '2027-05-01', { earlierOn }));
    expect(await scene.opens(message)).toBe('measure-ended');
    expect(await scene.mandate(order.authority?.mandate ?? '')).toMatchObject({
      state: 'ended',
      end_reason: 'lifted',
    });
    const [notice] = await scene.notices(cast.pieter, 'guardianship-ended');
    expect(notice).toMatchObject({ about: earlierOn });
  });

  it('is not made later or undone by hand: that takes a new order (R18, R21)', async () => {
    const order = await scene.verified({ until: '2028-01-01' });
    await scene.expecting(200, scene.change(order, 'lifted', '2027-03-01'));
    const outcome = async (kind: string, on: string) =>
      (await scene.change(order, kind, on)).body.outcome as string;
    expect(await outcome('lifted', '2027-04-01')).toBe('contradicts');
    expect(await outcome('term-set', '2029-01-01')).toBe('contradicts');
    const other = await scene.verified({ until: '2028-01-01', position: 'successor' });
    const answer = await scene.change(other, 'term-set', '2029-01-01');
    expect(answer.body.outcome).toBe('widens');
    await scene.expecting(200, scene.change(other, 'term-set', '2027-06-01'));
  });
});

describe('R30: death of the guardian, and other ends of the law', () => {
  it.each([
    ['guardian-died', 'death'],
    ['guardian-bankrupt', 'bankruptcy'],
    ['dismissed', 'dismissed'],
    ['overturned', 'overturned'],
  ])('%s ends it at once', async (kind, endReason) => {
    const order = await scene.verified();
    const done = await scene.expecting(200, scene.change(order, kind, '2027-02-01'));
    expect(done).toMatchObject({ state: 'ended', authority: { endReason } });
    expect(await scene.opens(message)).toBe('measure-ended');
    const again = await scene.change(order, 'suspended', '2027-02-01');
    expect([again.status, again.body.code]).toEqual([409, 'move-not-possible']);
  });
});

describe('R32: handover', () => {
  it('is in one instant: the successor sees the history, the predecessor nothing', async () => {
    const bridge = await scene.world.organisation('90007777', { name: 'De Brug', kind: 'guardianship' });
    const id = await scene.world.employee(bridge, 'wim', 'administrator');
    await scene.world.assign(bridge, scene.pieter, { employee: id });
    const wim = employee('wim', '90007777');
    const first = await scene.verified();
    const startsOn = '2027-03-01';
    const next = await scene.verified({ position: 'successor', startsOn }, wim);
    expect((await scene.mandate(next.authority?.mandate ?? ''))?.predecessor).toBe(first.authority?.mandate);
    const both = async () => [await scene.opens(message), await scene.opens(message, wim)];
    scene.clock.moveToInstant('2027-02-28T22:59:50Z');
    expect(await both()).toEqual(['opens', 'not-found']);
    scene.clock.moveToInstant('2027-02-28T23:00:00Z');
    expect(await both()).toEqual(['measure-ended', 'opens']);
    expect(await scene.see(cast.pieter, first)).toMatchObject({
      ...{ state: 'ended', authority: { endsOn: startsOn, endReason: 'replaced' } },
    });
  });

  it('is also after who is named by then ended: on the day that his term is over, or died or was dismissed', async () => {
    const first = await scene.verified({ until: '2027-02-15' });
    const next = await scene.waiting({ position: 'successor' });
    const replaces = first.authority?.mandate ?? '';
    await scene.expecting(200, scene.approve(cast.olga, next, { replaces }));
    later('2027-02-15');
    const foreseen = await scene.as(cast.otto).get(`/v1/court-orders/${next.id}/consequences`);
    expect(foreseen.body).toMatchObject({ obstacles: [], consequences: [] });
    const { authority } = await scene.expecting(200, scene.approve(cast.otto, next, { replaces }));
    expect(await scene.mandate(authority?.mandate ?? '')).toMatchObject({ predecessor: replaces });
    expect(await scene.mandate(replaces)).toMatchObject({ state: 'active', ends_on: null, end_reason: null });
  });
});
