import { addDays, type Day } from '../../../src/domain/day.ts';
import type { Office } from '../scene.ts';
import { openUpkeep, type Upkeep } from './scene.ts';

let house: Upkeep;
let office: Office;
beforeAll(async () => void (house = await openUpkeep()));
beforeEach(async () => void (office = await house.office()));
afterEach(() => house.clock.backToNow());
afterAll(() => house.close());

const period = { from: '2027-01-01', until: '2028-01-01' };
const reminders = async (mandate: string, recipient?: string) =>
  (await house.notices(mandate, recipient)).filter(({ kind }) => kind.startsWith('ending'));

describe('Reminders before the end (R18)', () => {
  it('come 90, 30 and 7 days before it, on the very day, once each, to client and office', async () => {
    const mandate = await house.given(office, period);
    const seen: [string, number][] = [];
    for (const days of [91, 90, 89, 31, 30, 29, 8, 7, 6, 1, 0, -1]) {
      const day = addDays(period.until as Day, -days);
      const before = (await reminders(mandate)).length;
      await house.scan(day);
      await house.scan(day); // another look on the same day
      const more = (await reminders(mandate)).length - before;
      if (more > 0) seen.push([day, more]);
    }
    expect(seen).toEqual([
      ['2027-10-03', 1],
      ['2027-12-02', 1],
      ['2027-12-25', 1],
    ]);
    const made = [
      { kind: 'ending-90', dueOn: '2027-10-03', about: '2028-01-01' },
      { kind: 'ending-30', dueOn: '2027-12-02', about: '2028-01-01' },
      { kind: 'ending-7', dueOn: '2027-12-25', about: '2028-01-01' },
    ];
    expect(await reminders(mandate)).toEqual(made);
    expect(await reminders(mandate, 'client')).toEqual(made);
  });

  it('that were missed for days are not caught up: only the latest is made', async () => {
    const mandate = await house.given(office, period);
    await house.scan('2027-12-28');
    expect((await reminders(mandate)).map(({ kind }) => kind)).toEqual(['ending-7']);
  });

  it('count Dutch days: in the night of the clock change too', async () => {
    // Summer time begins on 28 March 2027 at 01:00 UTC.
    const mandate = await house.given(office, { from: '2026-06-01', until: '2027-03-29' });
    await house.scan('2027-03-21T22:59:00Z'); // 23:59 in winter
    expect((await reminders(mandate)).map(({ kind }) => kind)).toEqual(['ending-30']);
    await house.scan('2027-03-21T23:00:00Z'); // midnight: 22 March, 7 days before
    expect((await reminders(mandate)).map(({ kind }) => kind)).toEqual(['ending-30', 'ending-7']);
    const summer = await house.given(office, { from: '2026-06-01', until: '2027-04-04' });
    await house.scan('2027-03-27T22:59:00Z');
    expect((await reminders(summer)).map(({ kind }) => kind)).toEqual(['ending-30']);
    await house.scan('2027-03-27T23:30:00Z'); // 28 March, before the clocks change
    expect((await reminders(summer)).map(({ kind }) => kind)).toEqual(['ending-30', 'ending-7']);
  });

  it('know 29 February', async () => {
    const mandate = await house.given(office, { from: '2027-06-01', until: '2028-03-07' });
    await house.scan('2028-02-28');
    expect((await reminders(mandate)).map(({ kind }) => kind)).toEqual(['ending-30']);
    await house.scan('2028-02-29');
    expect((await reminders(mandate)).at(-1)).toEqual({
      ...{ kind: 'ending-7', dueOn: '2028-02-29', about: '2028-03-07' },
    });
  });

  it('are not made of a mandate that was ended, suspended or not begun, nor of a request', async () => {
    const until = '2028-01-01';
    const ids = await Promise.all([
      ...(['revoked', 'renounced', 'ended', 'suspended', 'offered', 'requested'] as const).map((state) =>
        house.given(office, { from: '2027-01-01', until, state, answerBy: '2029-01-01' }),
      ),
      house.given(office, { from: '2027-12-31', until: '2028-01-20', activated: '2027-01-01' }),
    ]);
    await house.scan('2027-12-30');
    for (const id of ids) expect(await house.notices(id)).toEqual([]);
  });

  it('stop when the client renewed, and go on while the renewal is only asked for', async () => {
    const client = await house.newClient();
    const [renewed, asked] = [
      await house.given(office, { ...period, client }),
      await house.given(office, period),
    ];
    const follow = (predecessor: string, state: string) =>
      house
        .given(office, {
          client,
          from: '2028-01-01',
          until: '2029-01-01',
          state,
          activated: '2027-11-01',
          lines: [],
        })
        .then((id) => house.rows('UPDATE mandate SET predecessor = $2 WHERE id = $1', id, predecessor));
    await house.scan('2027-10-03');
    await follow(renewed, 'active');
    await follow(asked, 'offered');
    await house.scan('2027-12-02');
    expect((await reminders(renewed)).map(({ kind }) => kind)).toEqual(['ending-90']);
    expect((await reminders(asked)).map(({ kind }) => kind)).toEqual(['ending-90', 'ending-30']);
  });

  it('come all the same when the client shortened it, so that what follows begins too late', async () => {
    const client = await house.newClient();
    const mandate = await house.given(office, { ...period, client });
    const next = { client, from: '2028-01-01', until: '2029-01-01', activated: '2027-10-01', lines: [] };
    const successor = await house.given(office, next);
    await house.rows('UPDATE mandate SET predecessor = $2 WHERE id = $1', successor, mandate);
    await house.rows(`UPDATE mandate SET until_day = '2027-11-20' WHERE id = $1`, mandate);
    await house.scan('2027-11-01');
    expect((await reminders(mandate)).map(({ kind }) => kind)).toEqual(['ending-30']);
  });

  it('speak of the new end when the client made the mandate shorter', async () => {
    const mandate = await house.given(office, period);
    await house.scan('2027-10-03');
    await house.rows(`UPDATE mandate SET until_day = '2027-11-20' WHERE id = $1`, mandate);
    await house.scan('2027-11-01');
    expect(await reminders(mandate)).toEqual([
      { kind: 'ending-90', dueOn: '2027-10-03', about: '2028-01-01' },
      { kind: 'ending-30', dueOn: '2027-10-21', about: '2027-11-20' },
    ]);
  });

  it('do not tell of what was known when the client consented', async () => {
    const short = await house.given(office, { from: '2027-11-20', until: '2027-12-20' });
    await house.scan('2027-11-21');
    expect(await house.notices(short)).toEqual([]);
    await house.scan('2027-12-13');
    expect((await reminders(short)).map(({ kind }) => kind)).toEqual(['ending-7']);
  });

  it('go to nobody after a client died (R30)', async () => {
    const client = await house.newClient();
    const mandate = await house.given(office, { ...period, client });
    await house.rows(`UPDATE client SET died_on = '2027-09-01' WHERE id = $1`, client);
    await house.scan('2027-12-02');
    expect(await house.notices(mandate)).toEqual([]);
  });
});
