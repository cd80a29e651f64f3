/**
 * Dutch calendar days as whole numbers, made from the time zone itself and not from `src/domain/day.ts`: what is held
 * against the product does not count with its fingers.
 */
export type DayNumber = number;

const dayLength = 86_400_000;
const amsterdam = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Amsterdam',
  ...{ year: 'numeric', month: '2-digit', day: '2-digit' },
});

/** `2028-02-29` as a number: the one after it is one more. */
export const numberOf = (day: string): DayNumber => Date.parse(`${day}T00:00:00Z`) / dayLength;

/** The number as it is written. */
export const written = (day: DayNumber): string => new Date(day * dayLength).toISOString().slice(0, 10);

/** The same day of the next year; of 29 February the day before. */
export function aYearAfter(day: DayNumber): DayNumber {
  const [year = '', rest = ''] = [written(day).slice(0, 4), written(day).slice(4)];
  return numberOf(`${Number(year) + 1}${rest === '-02-29' ? '-02-28' : rest}`);
}

/** The Dutch day in which an instant (milliseconds) lies. */
export const dayAt = (instant: number): DayNumber => numberOf(amsterdam.format(instant));

/** The first instant of a Dutch day: the clock there is one or two hours ahead. */
export function dawn(day: DayNumber): number {
  const summer = day * dayLength - 2 * 3_600_000;
  return dayAt(summer) === day ? summer : summer + 3_600_000;
}

/** The days of every history: past a leap day, into summer time and twice out of it, within what R19 calls unused. */
export const stage = { first: numberOf('2027-10-04'), last: numberOf('2028-11-20') } as const;
