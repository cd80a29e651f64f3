import fc from 'fast-check';
import {
  addDays,
  addMonths,
  addYears,
  contains,
  dayOf,
  isDay,
  overlap,
  startOf,
} from '../../src/domain/day.ts';
import { day } from './facts.ts';

const anyDay = fc.integer({ min: 0, max: 80_000 }).map((days) => addDays(day('1970-01-01'), days));
const hour = 3_600_000;

describe('A day is a Dutch calendar day', () => {
  it.each([
    ['a winter night in Amsterdam', '2026-12-31T23:00:00.000Z', '2027-01-01'],
    ['just before it', '2026-12-31T22:59:59.999Z', '2026-12-31'],
    ['a summer night', '2027-06-30T22:00:00.000Z', '2027-07-01'],
    ['just before it', '2027-06-30T21:59:59.999Z', '2027-06-30'],
    ['the night before the clock goes forward', '2027-03-27T23:00:00.000Z', '2027-03-28'],
    ['the end of that day of 23 hours', '2027-03-28T22:00:00.000Z', '2027-03-29'],
    ['the night before the clock goes back', '2027-10-30T22:00:00.000Z', '2027-10-31'],
    ['the end of that day of 25 hours', '2027-10-31T23:00:00.000Z', '2027-11-01'],
  ])('%s: %s', (_, instant, expected) => expect(dayOf(new Date(instant))).toBe(expected));

  it.each([
    ['a day in winter', '2027-01-01', '2026-12-31T23:00:00.000Z'],
    ['a day in summer', '2027-07-01', '2027-06-30T22:00:00.000Z'],
    ['the day on which the clock goes forward', '2027-03-28', '2027-03-27T23:00:00.000Z'],
    ['the day after', '2027-03-29', '2027-03-28T22:00:00.000Z'],
    ['the day on which the clock goes back', '2027-10-31', '2027-10-30T22:00:00.000Z'],
    ['the day after', '2027-11-01', '2027-10-31T23:00:00.000Z'],
  ])('%s starts at midnight in Amsterdam', (_, which, instant) =>
    expect(startOf(day(which)).toISOString()).toBe(instant),
  );

  it('holds every instant from its start, up to and not including the start of the next', () => {
    fc.assert(
      fc.property(anyDay, (which) => {
        const [start, end] = [startOf(which).getTime(), startOf(addDays(which, 1)).getTime()];
        expect(dayOf(new Date(start))).toBe(which);
        expect(dayOf(new Date(start - 1))).toBe(addDays(which, -1));
        expect(dayOf(new Date(end - 1))).toBe(which);
        expect([23 * hour, 24 * hour, 25 * hour]).toContain(end - start);
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    ['2027-01-01', true],
    ['2028-02-29', true],
    ['2000-02-29', true],
    ['2027-02-29', false],
    ['2100-02-29', false],
    ['2027-13-01', false],
    ['2027-00-10', false],
    ['2027-04-31', false],
    ['2027-1-1', false],
    ['27-01-01', false],
    ['1899-12-31', false],
    ['2200-01-01', false],
    ['2027-01-01T00:00:00Z', false],
    [' 2027-01-01', false],
    [20270101, false],
    [undefined, false],
  ])('%p is a day: %p', (value, expected) => expect(isDay(value)).toBe(expected));
});

describe('Adding to a day', () => {
  it.each([
    ['over the end of a leap February', addDays(day('2028-02-28'), 2), '2028-03-01'],
    ['over the end of a year', addDays(day('2027-12-31'), 1), '2028-01-01'],
    ['over a change of the clock', addDays(day('2027-03-27'), 2), '2027-03-29'],
    ['backwards', addDays(day('2027-03-01'), -1), '2027-02-28'],
    ['a month to the 31st', addMonths(day('2027-01-31'), 1), '2027-02-28'],
    ['a month to the 31st in a leap year', addMonths(day('2028-01-31'), 1), '2028-02-29'],
    ['fourteen months', addMonths(day('2027-11-30'), 14), '2029-01-30'],
    ['months backwards', addMonths(day('2027-01-15'), -1), '2026-12-15'],
    ['five years to 29 February (R8)', addYears(day('2028-02-29'), 5), '2033-02-28'],
    ['four years to 29 February', addYears(day('2028-02-29'), 4), '2032-02-29'],
  ])('%s', (_, result, expected) => expect(result).toBe(expected));

  it('goes there and back', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -5000, max: 5000 }), (start, days) => {
        expect(addDays(addDays(start, days), -days)).toBe(start);
        expect(addDays(start, days) > start).toBe(days > 0);
      }),
    );
  });
});

describe('A period is half-open', () => {
  const period = { from: day('2027-01-01'), until: day('2027-02-01') };
  it.each([
    ['2026-12-31', false],
    ['2027-01-01', true],
    ['2027-01-31', true],
    ['2027-02-01', false],
  ])('contains %s: %p', (which, expected) => expect(contains(period, day(which))).toBe(expected));

  it.each([
    ['one that follows at once', '2027-02-01', '2027-03-01', false],
    ['one that ends where it starts', '2026-12-01', '2027-01-01', false],
    ['one that shares a day', '2027-01-31', '2027-03-01', true],
    ['one inside', '2027-01-10', '2027-01-11', true],
    ['one around', '2026-01-01', '2028-01-01', true],
  ])('meets %s: %s to %s %p', (_, from, until, expected) => {
    const other = { from: day(from), until: day(until) };
    expect(overlap(period, other)).toBe(expected);
    expect(overlap(other, period)).toBe(expected);
  });
});
