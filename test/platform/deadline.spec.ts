import { lastDayTold, tellDeadlines } from '../../src/platform/deadline.ts';
import { day } from '../domain/facts.ts';

const told = (until: string, timeZone: string, language: 'nl' | 'en' = 'en') =>
  tellDeadlines({ language, timeZone })({ '#/until': until })?.[0];

describe('A Dutch day that is over at midnight in Amsterdam', () => {
  it.each([
    // until, time zone, the instant, and the last minute by the clocks there
    ['2027-01-01', 'America/Paramaribo', '2026-12-31T23:00:00.000Z', '31 December 2026, 19:59'],
    ['2027-01-01', 'Asia/Kathmandu', '2026-12-31T23:00:00.000Z', '1 January 2027, 04:44'],
    ['2027-01-01', 'Pacific/Kiritimati', '2026-12-31T23:00:00.000Z', '1 January 2027, 12:59'],
    ['2027-01-01', 'Pacific/Pago_Pago', '2026-12-31T23:00:00.000Z', '31 December 2026, 11:59'],
    ['2026-07-01', 'America/Paramaribo', '2026-06-30T22:00:00.000Z', '30 June 2026, 18:59'],
    // Summer and winter begin on other days elsewhere: Sydney goes back a week after the Netherlands went forward.
    ['2026-03-30', 'Australia/Sydney', '2026-03-29T22:00:00.000Z', '30 March 2026, 08:59'],
    ['2026-04-06', 'Australia/Sydney', '2026-04-05T22:00:00.000Z', '6 April 2026, 07:59'],
    // The Dutch days of 23 and of 25 hours.
    ['2026-03-29', 'UTC', '2026-03-28T23:00:00.000Z', '28 March 2026, 22:59'],
    ['2026-03-30', 'UTC', '2026-03-29T22:00:00.000Z', '29 March 2026, 21:59'],
    ['2026-10-25', 'America/New_York', '2026-10-24T22:00:00.000Z', '24 October 2026, 17:59'],
    ['2026-10-26', 'America/New_York', '2026-10-25T23:00:00.000Z', '25 October 2026, 18:59'],
  ])('%s is, in %s, %s: up to %s there', (until, timeZone, at, own) => {
    const deadline = told(until, timeZone);
    expect(deadline).toMatchObject({ of: '#/until', at, timeZone });
    expect(deadline?.own).toMatch(new RegExp(`^${own}, time in `));
    expect(deadline?.dutch).toMatch(/, 23:59, Dutch time$/);
  });

  it('is told in the language of the client, the date written out, by both clocks', () => {
    expect(told('2027-01-01', 'America/Paramaribo', 'nl')).toMatchObject({
      dutch: '31 december 2026, 23:59 uur, Nederlandse tijd',
      own: '31 december 2026, 19:59 uur, tijd in Paramaribo',
    });
    expect(told('2027-01-01', 'America/Argentina/Buenos_Aires')).toMatchObject({
      dutch: '31 December 2026, 23:59, Dutch time',
      own: '31 December 2026, 19:59, time in Buenos Aires',
    });
  });
});

describe('An instant', () => {
  const tell = tellDeadlines({ language: 'en', timeZone: 'Asia/Kathmandu' });
  it.each([
    ['2026-11-28T10:00:37.500Z', '15:45'],
    ['2026-11-28T10:00:00.000Z', '15:44'],
    ['2026-11-28T18:15:00.000Z', '23:59'],
  ])('%s is told as the last minute that is safe: %s', (at, clock) => {
    const [deadline] = tell({ '#/until': new Date(at) }) ?? [];
    expect(deadline).toMatchObject({ at, own: `28 November 2026, ${clock}, time in Kathmandu` });
  });
});

describe('Who lives by the Dutch clock, and what has no end', () => {
  it('is told nothing besides the day', () => {
    expect(told('2027-01-01', 'Europe/Amsterdam')).toBeUndefined();
    expect(tellDeadlines({ language: 'nl', timeZone: 'Asia/Kathmandu' })({ '#/until': undefined })).toBe(
      undefined,
    );
  });
});

describe('The last day in a letter', () => {
  it.each([
    ['nl', undefined, '31 december 2026'],
    ['en', 'Europe/Amsterdam', '31 December 2026'],
    [
      'nl',
      'Pacific/Kiritimati',
      '31 december 2026, 23:59 uur, Nederlandse tijd (1 januari 2027, 12:59 uur, tijd in Kiritimati)',
    ],
    [
      'en',
      'Asia/Kathmandu',
      '31 December 2026, 23:59, Dutch time (1 January 2027, 04:44, time in Kathmandu)',
    ],
  ] as const)('%s, %s: %s', (language, timeZone, words) =>
    expect(lastDayTold(day('2027-01-01'), language, timeZone)).toBe(words),
  );
});
