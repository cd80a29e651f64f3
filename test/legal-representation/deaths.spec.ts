import { oins, people } from '../support/cast.ts';
import { newId } from '../../src/platform/ids.ts';
import { type Answered, bsns, cast, openScene, type Scene } from './scene.ts';

let scene: Scene;
let order: Answered;
beforeEach(async () => {
  scene = await openScene({ LIFE_EVENT_SOURCES: oins.system, COURT_REGISTER_OIN: cast.register.oin });
  scene.clock.moveTo('2027-02-01');
  order = await scene.verified({ givenOn: '2027-01-04', until: '2027-06-01' });
});
afterEach(() => scene.close());

/** The register of persons tells on 2 March that Pieter died on 1 March. */
async function pieterDies() {
  scene.clock.moveTo('2027-03-02');
  const told = { eventId: newId(), bsn: bsns.pieter, kind: 'death', effectiveOn: '2027-03-01' };
  await scene.as(people.system).post('/v1/life-events', told).expect(204);
}
const lifted = (on: string) => scene.change(order, 'lifted', on);
const authority = async () => (await scene.see(cast.gerda, order)).authority;

describe('A measure that a death ended (R30)', () => {
  it.each([
    ['after it, within the term', '2027-05-01'],
    ['on the day on which it was told', '2027-03-02'],
    ['on the last day of the term', '2027-06-01'],
  ])('is not lifted %s, and the official reads why', async (_, on) => {
    await pieterDies();
    const { status, body } = await lifted(on);
    expect([status, body.code, body.outcome]).toEqual([409, 'order-conflicts', 'contradicts']);
    expect(body.detail).toContain('such as an earlier end');
    expect((await lifted(on).set('Accept-Language', 'nl')).body.detail).toContain('zoals een eerder einde');
    expect(await scene.mandate(order.authority?.mandate ?? '')).toMatchObject({ end_reason: 'death' });
  });

  it('was lifted before it, as is known afterwards: the earlier end is believed (R29)', async () => {
    await pieterDies();
    await scene.expecting(200, lifted('2027-02-20'));
    expect(await authority()).toMatchObject({ endsOn: '2027-02-20', endReason: 'lifted' });
  });

  it('and what the judiciary’s register tells of it later waits for an official', async () => {
    await pieterDies();
    const { caseNumber } = order;
    await scene.report({ eventId: 'after-death', caseNumber, kind: 'lifted', on: '2027-05-01' });
    await scene.tasks();
    const { body } = await scene.as(cast.olga).get('/v1/court-register-reports?outcome=waits');
    expect(body.items).toMatchObject([{ eventId: 'after-death', why: 'contradicts' }]);
  });
});

describe('An order whose ward died while it waited', () => {
  it('is not verified any more, and the official reads why', async () => {
    const waits = await scene.waiting({ ground: 'mentorschap' });
    await scene.expecting(200, scene.approve(cast.olga, waits));
    await pieterDies();
    const { status, body } = await scene.approve(cast.otto, waits);
    expect([status, body.code, body.obstacle]).toEqual([409, 'order-conflicts', 'ward-died']);
    expect(body.detail).toBe('This person died. With that every measure ends.');
    const foreseen = await scene.as(cast.otto).get(`/v1/court-orders/${waits.id}/consequences`);
    expect(foreseen.body.obstacles).toMatchObject([{ kind: 'ward-died' }]);
    // R21, R31: it never gave anything here, so there is nothing to finish either.
    expect(await scene.see(cast.gerda, waits)).not.toHaveProperty('authority');
  });
});

describe('A measure whose term ran out', () => {
  it('stays as it ended when the ward dies after that (R18)', async () => {
    await scene.expecting(200, scene.change(order, 'term-set', '2027-02-15'));
    await pieterDies();
    expect(await scene.mandate(order.authority?.mandate ?? '')).toMatchObject({
      ...{ state: 'active', end_reason: null, ended_at: null },
    });
    expect((await scene.see(cast.gerda, order)).state).toBe('ended');
  });
});
