import { dawn, type DayNumber, numberOf, stage } from './calendar.ts';
import type { Chance } from './chance.ts';
import type { Dated, OfficeHappening } from './happening.ts';

const second = 1_000;

/** Days on which counting goes wrong: a leap day and its neighbours, clocks that change, the turn of a year. */
const awkward = [
  ...['2027-10-31', '2027-11-01', '2028-01-01', '2028-02-28', '2028-02-29', '2028-03-01'],
  ...['2028-03-26', '2028-03-27', '2028-06-15', '2028-08-01', '2028-10-29', '2028-10-30'],
].map(numberOf);

/** When something may happen: some hundred instants, the same for every history, so that all live side by side. */
export function instants(chance: Chance): number[] {
  const usual = Array.from({ length: 90 }, () => {
    const day = chance.between(stage.first, stage.last - 8);
    return dawn(day) + chance.between(0, 23 * 3600) * second;
  });
  const around = awkward.flatMap((day) => [dawn(day) - 30 * second, dawn(day) + 30 * second]);
  return [dawn(stage.first) + 9 * 3_600_000, ...usual, ...around].toSorted((one, other) => one - other);
}

/** When everybody looks: at the last second before and the first of awkward days, and at some other hours. */
export function probes(chance: Chance, often: number): number[] {
  const midnights = awkward.flatMap((day) => [dawn(day) - second, dawn(day)]);
  const hours = Array.from(
    { length: Math.ceil(often / 2) },
    () => dawn(chance.between(stage.first + 20, stage.last)) + chance.between(7, 20) * 3_600_000,
  );
  while (midnights.length > often) midnights.splice(chance.between(0, midnights.length - 1), 1);
  return [...midnights, ...hours, dawn(stage.last)].toSorted((one, other) => one - other);
}

/** A day in this range, more often than not one of the awkward ones when there is one. */
export function dayBetween(chance: Chance, least: DayNumber, most: DayNumber): DayNumber {
  const near = awkward.filter((day) => least <= day && day <= most);
  return near.length > 0 && chance.happens(0.6) ? chance.one(near) : chance.between(least, most);
}

/** What happens to offices, for all of their clients. */
export const officeHappenings: readonly Dated<OfficeHappening>[] = [
  { at: dawn(numberOf('2028-02-10')), what: { kind: 'office suspended', office: 'shelter' } },
  { at: dawn(numberOf('2028-03-05')), what: { kind: 'office recognised again', office: 'shelter' } },
  { at: dawn(numberOf('2028-05-17')), what: { kind: 'left', office: 'books', post: 'reader' } },
  { at: dawn(numberOf('2028-07-03')), what: { kind: 'left', office: 'haven', post: 'handler' } },
  {
    at: dawn(numberOf('2028-09-12')),
    what: { kind: 'guardian died', office: 'ruben', on: numberOf('2028-09-10') },
  },
];
