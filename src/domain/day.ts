/**
 * Dates in law are Dutch calendar days. A day stays a day (`2026-03-29`, Europe/Amsterdam); an instant is UTC.
 * Intervals are half-open: `[from, until)`. A mandate "up to and including 31 December" has `until` 1 January.
 */
declare const kind: unique symbol;

/** A calendar day in the Netherlands, `YYYY-MM-DD`. Days compare as text. */
export type Day = string & { readonly [kind]: 'day' };

/** Days from `from` up to, not including, `until`. */
export interface Period {
  readonly from: Day;
  readonly until: Day;
}

/** The end of what has no end: later than every day, as text and in the database. Never comes in, never goes out. */
export const endless = 'infinity' as Day;

const amsterdam = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/Amsterdam',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});
const pattern = /^(\d{4})-(\d{2})-(\d{2})$/;
const text = (year: number, month: number, date: number): Day =>
  `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}` as Day;

const lastDateOf = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();

function parts(day: Day): [year: number, month: number, date: number] {
  const [year, month, date] = day.split('-').map(Number);
  return [year ?? 0, month ?? 0, date ?? 0];
}

/** Why something is no day: how it is written, that it does not exist, or that it is before or after all of ours. */
export type NoDay = 'day-form' | 'day' | 'too-long-ago' | 'too-far-ahead';

/** What keeps this from being an existing day from 1900 to 2199, written `YYYY-MM-DD`; nothing when it is one. */
export function whyNoDay(value: unknown): NoDay | undefined {
  const found = typeof value === 'string' ? pattern.exec(value) : null;
  if (!found) return 'day-form';
  const [year, month, date] = found.slice(1).map(Number) as [number, number, number];
  if (month < 1 || month > 12 || date < 1 || date > lastDateOf(year, month)) return 'day';
  if (year < 1900) return 'too-long-ago';
  return year < 2200 ? undefined : 'too-far-ahead';
}

/** Whether this is an existing day from 1900 to 2199, written `YYYY-MM-DD`. */
export const isDay = (value: unknown): value is Day => whyNoDay(value) === undefined;

/** Remembers what it worked out: one decision asks about the same few again and again, and to work with dates is slow. */
function remembering<Asked, Answer extends string | number>(work: (asked: Asked) => Answer) {
  const answers = new Map<Asked, Answer>();
  return (asked: Asked): Answer => {
    const known = answers.get(asked);
    if (known !== undefined) return known;
    if (answers.size === 1_000) answers.clear();
    const answer = work(asked);
    answers.set(asked, answer);
    return answer;
  };
}

const dayAt = remembering((time: number) => amsterdam.format(time) as Day);

/** The Dutch calendar day on which this instant falls. */
export const dayOf = (instant: Date): Day => dayAt(instant.getTime());

const startAt = remembering((day: Day): number => {
  const [year, month, date] = parts(day);
  const summer = Date.UTC(year, month - 1, date, -2);
  return dayAt(summer) === day ? summer : Date.UTC(year, month - 1, date, -1);
});

/** The instant at which a Dutch day starts: midnight in Amsterdam, one or two hours before midnight UTC. */
export const startOf = (day: Day): Date => new Date(startAt(day));

/** The day so many calendar days later (or earlier, when negative). */
export function addDays(day: Day, days: number): Day {
  if (day === endless) return endless;
  const [year, month, date] = parts(day);
  const moved = new Date(Date.UTC(year, month - 1, date + days));
  return text(moved.getUTCFullYear(), moved.getUTCMonth() + 1, moved.getUTCDate());
}

/** The day so many calendar months later; a date that the month lacks becomes its last (31 Jan → 28 Feb). */
export function addMonths(day: Day, months: number): Day {
  if (day === endless) return endless;
  const [year, month, date] = parts(day);
  const first = new Date(Date.UTC(year, month - 1 + months, 1));
  const [toYear, toMonth] = [first.getUTCFullYear(), first.getUTCMonth() + 1];
  return text(toYear, toMonth, Math.min(date, lastDateOf(toYear, toMonth)));
}

/** The day so many calendar years later; 29 February becomes 28 February (R8). */
export const addYears = (day: Day, years: number): Day => addMonths(day, 12 * years);

/** Whether it is earlier than the start of a day; never for no day. */
export const isBefore = (instant: Date, day: Day | undefined): boolean =>
  day !== undefined && dayOf(instant) < day;

/** Whether a day lies in a period. */
export const contains = (period: Period, day: Day): boolean => period.from <= day && day < period.until;

/** Whether two periods have a day in common. */
export const overlap = (one: Period, other: Period): boolean =>
  one.from < other.until && other.from < one.until;
