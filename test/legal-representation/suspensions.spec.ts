import { LapseService } from '../../src/legal-representation/later/lapse.service.ts';
import { type Answered, cast, openScene, type Scene } from './scene.ts';

let scene: Scene;
let order: Answered;
let message: string;
beforeEach(async () => {
  scene = await openScene({ COURT_REGISTER_OIN: cast.register.oin });
  scene.clock.moveTo('2027-02-01');
  message = await scene.world.message(scene.pieter, { delivered_at: new Date('2025-01-01T12:00:00Z') });
  order = await scene.verified({ givenOn: '2027-01-04' });
});
afterEach(() => scene.close());

const later = (day: string) => scene.clock.moveToInstant(`${day}T08:00:00Z`);
const suspended = (on: string) => scene.change(order, 'suspended', on);
/** On which of these days De Haven opens the message. */
async function opensOn(...days: string[]): Promise<string[]> {
  const open: string[] = [];
  for (const day of days) {
    later(day);
    if ((await scene.opens(message)) === 'opens') open.push(day);
  }
  return open;
}
const recorded = async () => (await scene.trail('mandate.resume')).map(({ details }) => details);

describe('R28: a suspension after another that lapsed', () => {
  it('takes access away anew, and lapses as well; both are recorded, though nobody looked in between', async () => {
    await scene.expecting(200, suspended('2027-02-01'));
    expect(await opensOn('2027-02-14', '2027-02-15', '2027-02-20')).toEqual(['2027-02-15', '2027-02-20']);
    await scene.expecting(200, suspended('2027-02-21'));
    expect(await recorded()).toMatchObject([{ to: 'active', until: '2027-02-15' }]);
    expect(await opensOn('2027-02-20', '2027-02-21', '2027-03-06', '2027-03-07')).toEqual([
      '2027-02-20',
      '2027-03-07',
    ]);
    const lapses = scene.app.get(LapseService);
    expect([await lapses.record(), await lapses.record()]).toEqual([1, 0]);
    expect(await recorded()).toMatchObject([{ until: '2027-02-15' }, { until: '2027-03-07' }]);
    for (const who of [cast.pieter, cast.gerda])
      expect(await scene.notices(who, 'guardianship-resumed')).toHaveLength(2);
  });

  it('was ended by the judge: nothing lapsed', async () => {
    await scene.expecting(200, suspended('2027-02-01'));
    const told = { eventId: 'over', caseNumber: order.caseNumber, kind: 'suspension-ended' };
    await scene.report({ ...told, on: '2027-02-05' });
    await scene.tasks();
    later('2027-02-08');
    await scene.expecting(200, suspended('2027-02-08'));
    expect(await recorded()).toMatchObject([{ until: '2027-02-05' }]);
  });

  it('that begins in the night in which the first lapses leaves no gap', async () => {
    await scene.expecting(200, suspended('2027-02-01'));
    later('2027-02-10');
    await scene.expecting(200, suspended('2027-02-15'));
    expect(await opensOn('2027-02-14', '2027-02-15', '2027-02-28', '2027-03-01')).toEqual(['2027-03-01']);
  });

  it('that is to begin later leaves the days in between open, and closes its own', async () => {
    await scene.expecting(200, suspended('2027-02-01'));
    later('2027-02-10');
    await scene.expecting(200, suspended('2027-02-20'));
    expect(
      await opensOn('2027-02-14', '2027-02-15', '2027-02-19', '2027-02-20', '2027-03-05', '2027-03-06'),
    ).toEqual(['2027-02-15', '2027-02-19', '2027-03-06']);
    expect([await scene.app.get(LapseService).record(), await recorded()]).toMatchObject([
      2,
      [{ until: '2027-02-15' }, { until: '2027-03-06' }],
    ]);
  });
});

describe('R28: a suspension while another runs or has yet to begin', () => {
  const tell = async (on: string, more: object = {}) => {
    const told = { eventId: `on ${on}`, caseNumber: order.caseNumber, kind: 'suspended', on, ...more };
    await scene.report(told);
    await scene.tasks();
  };

  it('after a hearing goes on when the first would have lapsed, and nobody hears that access is back', async () => {
    await tell('2027-02-01');
    later('2027-02-10');
    await tell('2027-02-10', { heard: true });
    await tell('2027-02-15', { kind: 'suspension-ended', eventId: 'the first lapsed' });
    expect(await opensOn('2027-02-10', '2027-02-15', '2027-06-01')).toEqual([]);
    expect(await scene.app.get(LapseService).record()).toBe(0);
    expect([await recorded(), await scene.notices(cast.pieter, 'guardianship-resumed')]).toEqual([[], []]);
  });

  it('without a hearing closes its own two weeks', async () => {
    await tell('2027-02-01');
    later('2027-02-12');
    await tell('2027-02-12');
    expect(await opensOn('2027-02-16', '2027-02-25', '2027-02-26')).toEqual(['2027-02-26']);
    expect([await scene.app.get(LapseService).record(), await recorded()]).toMatchObject([
      1,
      [{ until: '2027-02-26' }],
    ]);
  });

  it('begins today, though an official entered one that is far ahead: nobody is made unsuspendable', async () => {
    await scene.expecting(200, suspended('2099-01-01'));
    const now = await scene.expecting(200, suspended('2027-02-01'));
    expect(now).toMatchObject({
      ...{ state: 'suspended', authority: { suspendedFrom: '2027-02-01', suspendedUntil: '2027-02-15' } },
    });
    expect(await opensOn('2027-02-01', '2027-02-14', '2027-02-15')).toEqual(['2027-02-15']);
  });

  it('that is ended on the day on which the next one begins gives nothing back', async () => {
    await tell('2027-02-01', { heard: true });
    later('2027-02-10');
    await tell('2027-02-10');
    await tell('2027-02-10', { kind: 'suspension-ended', eventId: 'the first is over' });
    expect(await opensOn('2027-02-10', '2027-02-23', '2027-02-24')).toEqual(['2027-02-24']);
    expect(await scene.notices(cast.pieter, 'guardianship-resumed')).toEqual([]);
  });
});

describe('R28: a suspension that is confirmed before its first day', () => {
  it('does not lapse: the parties were heard', async () => {
    await scene.expecting(200, suspended('2027-02-03'));
    const confirmed = await scene.expecting(200, scene.change(order, 'suspension-confirmed', '2027-02-01'));
    expect(confirmed.authority).toMatchObject({ suspendedFrom: '2027-02-03' });
    expect(confirmed.authority?.suspendedUntil).toBeUndefined();
    expect(await opensOn('2027-02-02', '2027-02-03', '2027-02-17', '2027-06-01')).toEqual(['2027-02-02']);
  });
});

describe('R28: what the register tells of suspensions, in whichever order', () => {
  const tell = async (eventId: string, kind: string, on: string, more: object = {}) => {
    await scene.report({ eventId, caseNumber: order.caseNumber, kind, on, ...more });
    await scene.tasks();
  };
  const reports = async () =>
    (await scene.as(cast.olga).get('/v1/court-register-reports')).body.items as Record<string, string>[];
  const waiting = async () => (await reports()).filter(({ outcome }) => outcome === 'waits');

  it('two are over when both were ended, though the ends were told in reverse', async () => {
    await tell('one', 'suspended', '2027-02-01', { heard: true });
    await tell('two', 'suspended', '2027-02-10', { heard: true });
    await tell('two is over', 'suspension-ended', '2027-02-20');
    await tell('one is over', 'suspension-ended', '2027-02-05');
    expect(await opensOn('2027-02-04', '2027-02-05', '2027-02-10', '2027-02-19', '2027-02-20')).toEqual([
      ...['2027-02-05', '2027-02-20'],
    ]);
    expect(await waiting()).toEqual([]);
  });

  it('an end on the day on which one lapses waits for people while another goes on', async () => {
    await tell('one', 'suspended', '2027-02-01');
    await tell('over', 'suspension-ended', '2027-02-15');
    expect(await waiting()).toEqual([]); // that it lapses was known
    await tell('two', 'suspended', '2027-02-03', { heard: true });
    expect(await waiting()).toMatchObject([{ eventId: 'over', why: 'which-suspension' }]);
    expect(await opensOn('2027-02-15', '2028-01-01')).toEqual([]);
  });

  it('an end that fits no more waits, and once it is set aside it ends nothing', async () => {
    await tell('one', 'suspended', '2027-02-01', { heard: true });
    await tell('wrong', 'suspension-ended', '2027-02-20');
    await tell('over', 'suspension-ended', '2027-02-05');
    const [wrong] = await waiting();
    expect(wrong).toMatchObject({ eventId: 'wrong', why: 'contradicts' });
    const settlement = `/v1/court-register-reports/${wrong?.id}/settlement`;
    await scene.expecting(200, scene.as(cast.olga).post(settlement, { reason: 'Called the court.' }));
    await tell('two', 'suspended', '2027-02-10', { heard: true });
    expect(await opensOn('2027-02-04', '2027-02-09', '2027-02-10', '2027-02-20')).toEqual(['2027-02-09']);
  });

  it('what was known to lapse is ended by the judge after all, when it is confirmed later on', async () => {
    await tell('one', 'suspended', '2027-02-01');
    await tell('over', 'suspension-ended', '2027-02-15');
    await tell('goes on', 'suspension-confirmed', '2027-02-10');
    expect(await opensOn('2027-02-14', '2027-02-15')).toEqual(['2027-02-15']);
    expect(await waiting()).toEqual([]);
  });
});
