import { addDays, startOf } from '../../../src/domain/day.ts';
import {
  authorityFrom,
  faultsOfDays,
  type OrderDays,
  worksFrom,
} from '../../../src/domain/court-order-days.ts';
import { courtMeasures } from '../../../src/domain/ground.ts';
import { day, now } from '../facts.ts';

const days = (givenOn: string, more: Record<string, string> = {}): OrderDays =>
  ({ givenOn, ...more }) as unknown as OrderDays;
const sent = (givenOn: string, sentOn: string) => days(givenOn, { sentOn });

describe('R22: the day on which a guardian may begin', () => {
  it.each([
    ['curatele, handed over at once', 'curatele', days('2026-11-05'), '2026-11-06'],
    ['curatele, sent a week later', 'curatele', sent('2026-11-05', '2026-11-12'), '2026-11-13'],
    [
      'curatele, whatever later day is asked for',
      'curatele',
      days('2026-11-05', { startsOn: '2026-12-01' }),
      '2026-11-06',
    ],
    ['bewind, the day after it was sent', 'bewind', sent('2026-11-05', '2026-11-09'), '2026-11-10'],
    [
      'bewind, with a later day in the order',
      'bewind',
      days('2026-11-05', { startsOn: '2027-01-01' }),
      '2027-01-01',
    ],
    [
      'bewind, with a day in the order that came before it was sent',
      'bewind',
      { ...sent('2026-11-05', '2026-11-20'), startsOn: day('2026-11-10') },
      '2026-11-21',
    ],
    ['mentorschap, the day after it was given', 'mentorschap', days('2026-11-05'), '2026-11-06'],
    [
      'provisional, the day in the order',
      'provisional',
      days('2026-11-05', { startsOn: '2026-11-05' }),
      '2026-11-05',
    ],
    [
      'an order sent on a Friday: a Saturday is a day',
      'bewind',
      sent('2026-11-11', '2026-11-13'),
      '2026-11-14',
    ],
    ['an order sent on New Year’s Eve', 'bewind', sent('2026-12-17', '2026-12-31'), '2027-01-01'],
    [
      'an order sent on 28 February of a leap year',
      'curatele',
      sent('2028-02-25', '2028-02-28'),
      '2028-02-29',
    ],
    [
      'an order sent on 28 February of another year',
      'curatele',
      sent('2027-02-25', '2027-02-28'),
      '2027-03-01',
    ],
    ['an order given on 29 February', 'mentorschap', days('2028-02-29'), '2028-03-01'],
    [
      'an order sent on the day before the clock goes forward',
      'bewind',
      sent('2027-03-26', '2027-03-27'),
      '2027-03-28',
    ],
    [
      'an order sent on the day before the clock goes back',
      'bewind',
      sent('2026-10-23', '2026-10-24'),
      '2026-10-25',
    ],
  ] as const)('%s', (_, ground, order, first) => expect(authorityFrom(ground, order)).toBe(first));

  it.each([
    ['on an ordinary day', '2026-11-06', '2026-11-05T23:00:00Z'],
    ['on the night on which summer time begins', '2027-03-28', '2027-03-27T23:00:00Z'],
    ['on the day after it', '2027-03-29', '2027-03-28T22:00:00Z'],
    ['on the night on which summer time ends', '2026-10-25', '2026-10-24T22:00:00Z'],
  ])('begins at midnight in Amsterdam, %s', (_, first, instant) =>
    expect(startOf(day(first)).toISOString()).toBe(new Date(instant).toISOString()),
  );

  it('leaves a gap of one day under curatele: incapable at once, represented the day after', () => {
    const order = days('2026-11-05');
    expect(worksFrom('curatele', order)).toBe('2026-11-05');
    expect(authorityFrom('curatele', order)).toBe(addDays(worksFrom('curatele', order), 1));
    for (const ground of courtMeasures.filter((each) => each !== 'curatele'))
      expect(worksFrom(ground, order)).toBe(authorityFrom(ground, order));
  });
});

describe('R22: days that cannot be right', () => {
  const today = '2027-01-15'; // the day of `now`
  it.each([
    ['given tomorrow', 'bewind', days('2027-01-16'), ['#/givenOn in-the-future']],
    ['given today', 'bewind', days(today), []],
    ['sent tomorrow', 'bewind', sent(today, '2027-01-16'), ['#/sentOn in-the-future']],
    ['sent before it was given', 'bewind', sent(today, '2027-01-14'), ['#/sentOn before-given']],
    [
      'curatele with a start',
      'curatele',
      days(today, { startsOn: '2027-02-01' }),
      ['#/startsOn not-for-curatele'],
    ],
    ['provisional without a start', 'provisional', days(today), ['#/startsOn required']],
    [
      'a start before it was given',
      'bewind',
      days(today, { startsOn: '2027-01-01' }),
      ['#/startsOn before-given'],
    ],
    ['a start in the future', 'bewind', days(today, { startsOn: '2027-06-01' }), []],
    [
      'a term that ends on the first day',
      'mentorschap',
      days(today, { until: '2027-01-16' }),
      ['#/until before-start'],
    ],
    ['a term of one day', 'mentorschap', days(today, { until: '2027-01-17' }), []],
    ['a term that is over already', 'bewind', days('2020-01-01', { until: '2021-01-01' }), []],
  ] as const)('%s', (_, ground, order, faults) =>
    expect(faultsOfDays(ground, order, now).map(({ location, code }) => `${location} ${code}`)).toEqual(
      faults,
    ),
  );
});
