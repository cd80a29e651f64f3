import { type Answered, bsns, cast, kvks, oins, openScene, type Scene } from './scene.ts';
import { representative } from '../support/cast.ts';

let scene: Scene;
let message: string;
beforeEach(async () => {
  scene = await openScene({ COURT_REGISTER_OIN: cast.register.oin });
  scene.clock.moveTo('2027-02-01');
  message = await scene.world.message(scene.pieter, { delivered_at: new Date('2025-01-01T12:00:00Z') });
});
afterEach(() => scene.close());

const confirmed = async (givenOn: string, from: string, more: object = {}): Promise<Answered> => {
  const caseNumber = `C/99/of ${givenOn}`;
  scene.knows({ caseNumber }, { givenOn, from });
  return scene.see(cast.olga, await scene.waiting({ caseNumber, givenOn, ...more }));
};
const obstacles = async (order: Answered, who: object = cast.olga) =>
  (await scene.as(who as never).get(`/v1/court-orders/${order.id}/consequences`)).body.obstacles as {
    kind: string;
    words: { en: string };
  }[];

describe('One office has one measure once: what a judge takes of it is not given by another order', () => {
  it.each(['additional', 'sole'])('a second order does not come beside its own (%s)', async (position) => {
    const first = await confirmed('2026-03-02', '2026-03-03');
    expect(first.state).toBe('active');
    const second = await confirmed('2027-01-04', '2027-01-05', { position });
    expect(second.state).toBe('in-verification');
    expect(await obstacles(second)).toMatchObject([{ kind: 'own-measure-runs' }]);
    // the office may know what is its own
    expect((await obstacles(second, cast.gerda))[0]?.words.en).toContain('takes the place of his own order');
  });

  it('it comes in the place of its own: a dismissal then leaves nothing', async () => {
    const first = await confirmed('2026-03-02', '2026-03-03');
    const second = await confirmed('2027-01-04', '2027-01-05', { position: 'successor' });
    await scene.expecting(200, scene.approve(cast.olga, second));
    await scene.expecting(200, scene.approve(cast.otto, second));
    expect((await scene.see(cast.olga, first)).authority).toMatchObject({ endReason: 'replaced' });
    expect(await scene.opens(message)).toBe('opens');
    const { caseNumber } = second;
    await scene.report({ eventId: 'gone', caseNumber, kind: 'dismissed', on: '2027-02-01', kvk: kvks.haven });
    await scene.tasks();
    expect(await scene.opens(message)).not.toBe('opens');
  });

  it('R24: two partial bewinden about different senders stand beside each other, about the same they do not', async () => {
    const partial = (sender: string) => ({ partial: true, senders: [sender], position: 'additional' });
    await scene.verified({ givenOn: '2027-01-04', ...partial(oins.tax) });
    const other = await scene.verified({ givenOn: '2027-01-04', ...partial(oins.town) });
    expect(other.state).toBe('active');
    const again = await scene.waiting({ givenOn: '2027-01-05', ...partial(oins.town) });
    expect(await obstacles(again)).toMatchObject([{ kind: 'own-measure-runs' }]);
  });
});

it('R25: nobody begins alone beside a guardian, though another one ends that day', async () => {
  const ruben = representative(bsns.ruben);
  const wish = { name: 'Ruben Hendriks', kind: 'individual', administratorName: 'Ruben Hendriks' };
  const office = await scene.expecting(201, scene.as(ruben).post('/v1/representative-organisations', wish));
  const recognition = `/v1/representative-organisations/${office.id}/recognition`;
  await scene.expecting(200, scene.as(cast.olga).post(recognition, {}));
  await scene.verified({ givenOn: '2027-01-04', until: '2027-02-02' });
  await scene.verified({ givenOn: '2027-01-04', position: 'additional' }, cast.joris);
  const caseNumber = 'C/99/sole';
  scene.knows({ caseNumber }, { givenOn: '2027-02-01', from: '2027-02-02', guardian: bsns.ruben });
  const order = await scene.waiting({ givenOn: '2027-02-01', caseNumber }, ruben);
  expect(await scene.see(cast.olga, order)).toMatchObject({ state: 'in-verification' });
  expect(await obstacles(order)).toMatchObject([{ kind: 'has-a-guardian' }]);
});
