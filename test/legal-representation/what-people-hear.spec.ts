import { LapseService } from '../../src/legal-representation/later/lapse.service.ts';
import { type Answered, cast, openScene, type Scene } from './scene.ts';

let scene: Scene;
beforeEach(async () => {
  scene = await openScene({ COURT_REGISTER_OIN: cast.register.oin });
  scene.clock.moveTo('2027-02-01');
});
afterEach(() => scene.close());

const later = (day: string) => scene.clock.moveToInstant(`${day}T08:00:00Z`);
const heard = async (kind: string) => [
  (await scene.notices(cast.pieter, kind)).length,
  (await scene.notices(cast.gerda, kind)).length,
];
const tell = async (order: Answered, kind: string, on: string, more: object = {}) => {
  await scene.report({ eventId: `${kind} ${on}`, caseNumber: order.caseNumber, kind, on, ...more });
  await scene.tasks();
};
const lapse = async () => [await scene.app.get(LapseService).record(), await scene.trail('mandate.resume')];

describe('R28: ward and guardian hear that access is back when it is', () => {
  it('not of a suspension that lapses before the first day of the measure, or is ended before it', async () => {
    const order = await scene.verified({ givenOn: '2027-01-04', startsOn: '2027-04-01' });
    await tell(order, 'suspended', '2027-02-01');
    later('2027-02-16');
    expect(await lapse()).toEqual([1, []]);
    expect(await lapse()).toEqual([0, []]); // recorded once
    await tell(order, 'suspended', '2027-02-16', { heard: true });
    await tell(order, 'suspension-ended', '2027-03-01');
    expect(await heard('guardianship-resumed')).toEqual([0, 0]);
    expect((await scene.trail('mandate.resume')).map(({ details }) => details)).toMatchObject([
      { from: 'verified', to: 'verified' },
    ]);
  });

  it('not while an official suspended the mandate himself', async () => {
    const order = await scene.verified({ givenOn: '2027-01-04' });
    await tell(order, 'suspended', '2027-02-01');
    const suspension = `/v1/mandates/${order.authority?.mandate}/suspension`;
    await scene.expecting(200, scene.as(cast.olga).post(suspension, { reason: 'Looked into.' }));
    later('2027-02-16');
    expect(await lapse()).toEqual([1, []]);
    await tell(order, 'suspended', '2027-02-16', { heard: true });
    await tell(order, 'suspension-ended', '2027-02-16');
    expect(await heard('guardianship-resumed')).toEqual([0, 0]);
  });

  it('of one that was told after it had lapsed, nobody hears that he is suspended', async () => {
    const order = await scene.verified({ givenOn: '2026-01-05' });
    await tell(order, 'suspended', '2026-12-01');
    expect(await heard('guardianship-suspended')).toEqual([0, 0]);
    expect((await scene.see(cast.pieter, order)).changes).toMatchObject([
      { kind: 'suspended', on: '2026-12-01' },
    ]);
    await tell(order, 'suspended', '2027-01-20');
    expect(await heard('guardianship-suspended')).toEqual([1, 1]);
  });
});

describe('What an official enters by hand', () => {
  it('is no earlier day of anything but a lifting (R29), and the register hears the same', async () => {
    const order = await scene.verified({ givenOn: '2026-01-05' });
    const wrong = { earlierOn: '2027-01-10' };
    for (const asked of [
      scene.change(order, 'overturned', '2027-02-01', wrong),
      scene.report({
        eventId: 'earlier',
        caseNumber: order.caseNumber,
        kind: 'dismissed',
        on: '2027-02-01',
        ...wrong,
      }),
    ]) {
      const { status, body } = await asked;
      expect([status, body.errors]).toMatchObject([
        400,
        [{ location: { pointer: '#/earlierOn' }, code: 'only-lifted' }],
      ]);
    }
    expect((await scene.see(cast.gerda, order)).state).toBe('active');
  });

  it('is no suspension whose two weeks are over: he wrote the wrong year, or the parties were heard', async () => {
    const order = await scene.verified({ givenOn: '2026-01-05' });
    for (const on of ['2026-02-01', '2027-01-18']) {
      const { status, body } = await scene.change(order, 'suspended', on);
      expect([on, status, body.errors]).toMatchObject([
        on,
        400,
        [{ location: { pointer: '#/on' }, code: 'over-already' }],
      ]);
    }
    expect([(await scene.see(cast.gerda, order)).state, await heard('guardianship-suspended')]).toEqual([
      ...['active', [0, 0]],
    ]);
    expect(await scene.expecting(200, scene.change(order, 'suspended', '2027-01-19'))).toMatchObject({
      state: 'suspended',
    });
  });
});

it('R1: a case number of spaces, or with one at an end, names no case', async () => {
  for (const caseNumber of ['   ', ' C/99/1', 'C/99/1 ']) {
    const answer = await scene.report({ eventId: 'spaces', caseNumber, kind: 'lifted', on: '2027-02-01' });
    expect([answer.status, answer.body.errors]).toMatchObject([400, [{ code: 'case-number' }]]);
  }
});
