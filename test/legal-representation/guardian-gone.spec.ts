import { oins } from '../support/cast.ts';
import { type Answered, cast, openScene, type Scene } from './scene.ts';

let scene: Scene;
let order: Answered;
let office: string;
beforeEach(async () => {
  scene = await openScene({ COURT_REGISTER_OIN: cast.register.oin });
  scene.clock.moveTo('2027-02-01');
  order = await scene.verified({ givenOn: '2027-01-04' });
  office = await scene.world.organisation('90007777', { name: 'De Brug' });
});
afterEach(() => scene.close());

/** Pieter authorises De Brug for his money. */
const give = async () => {
  const lines = [{ sender: oins.tax, category: 'financial', actions: ['read'] }];
  const wish = { organisation: office, lines, from: scene.today(), until: '2027-12-01' };
  const { status, body } = await scene.as(cast.pieter).post('/v1/mandates', wish);
  return status === 201 ? 'given' : ((body as { code?: string }).code ?? String(status));
};
const onDay = (day: string) => scene.clock.moveToInstant(`${day}T08:00:00Z`);

describe('R27: De Haven is dismissed, and the bewind over Pieter goes on', () => {
  beforeEach(() => scene.expecting(200, scene.change(order, 'dismissed', '2027-02-01')));

  it('so he gives nobody authority over his money, until the bewind is lifted (R29)', async () => {
    expect(await give()).toBe('under-guardianship');
    await scene.expecting(200, scene.change(order, 'lifted', '2027-03-01'));
    expect(await give()).toBe('under-guardianship');
    onDay('2027-03-01');
    expect(await give()).toBe('given');
  });

  it('and Pieter sees the lifting at his order, while the mandate stays as it ended (R18)', async () => {
    await scene.expecting(200, scene.change(order, 'lifted', '2027-03-01'));
    expect((await scene.see(cast.pieter, order)).changes).toMatchObject([
      { kind: 'dismissed', on: '2027-02-01' },
      { kind: 'lifted', on: '2027-03-01' },
    ]);
    expect(await scene.mandate(order.authority?.mandate ?? '')).toMatchObject({
      ...{ state: 'ended', end_reason: 'dismissed' },
    });
  });

  it('also when the judiciary’s register tells that it was lifted', async () => {
    const { caseNumber } = order;
    await scene.report({ eventId: 'lifted', caseNumber, kind: 'lifted', on: '2027-02-01' });
    await scene.tasks();
    expect(await give()).toBe('given');
    const { body } = await scene.as(cast.olga).get('/v1/court-register-reports?outcome=waits');
    expect(body.items).toEqual([]);
  });
});
