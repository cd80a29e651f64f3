import type { ActionName } from './actions.ts';
import { addDays, addMonths, addYears, type Day, dayOf } from './day.ts';
import { isInForce, type Mandate } from './mandate.ts';

/** R18: a reminder goes out so many days before the end, once each. */
export const reminderDays = [90, 30, 7] as const;
/** One of {@link reminderDays}. */
export type ReminderDays = (typeof reminderDays)[number];

/** The first day on which a mandate could be used: activated, and begun. Nothing before the answer. */
export function usableFrom({ activatedAt, period }: Mandate): Day | undefined {
  const answered = activatedAt && dayOf(activatedAt);
  return answered !== undefined && answered < period.from ? period.from : answered;
}

/**
 * R18: the reminders whose day has come. Who sends them keeps what was sent. A reminder whose day lies before the
 * mandate could be used tells nothing new.
 */
export function remindersDue(mandate: Mandate, now: Date): readonly ReminderDays[] {
  const since = usableFrom(mandate);
  if (since === undefined || !isInForce(mandate, now)) return [];
  return reminderDays.filter((days) => {
    const day = addDays(mandate.period.until, -days);
    return since < day && day <= dayOf(now);
  });
}

/**
 * R18: the reminder that is to be made now: the latest whose day has come, so that days on which nobody looked do not
 * make three at once.
 */
export const reminderDue = (mandate: Mandate, now: Date): ReminderDays | undefined =>
  remindersDue(mandate, now).at(-1);

/** R19: what counts as using a mandate: something was done with a message. To see lists, counts or work is not use. */
export const usesOfMandate = [
  ...(['inbox.read', 'inbox.mark', 'inbox.archive', 'inbox.download', 'inbox.take', 'inbox.handle'] as const),
] as const satisfies readonly ActionName[];

/** R19: warned after 23 months without use, ended after 24. */
export type Unused = 'in-use' | 'warn' | 'end';

/** R19: what a mandate that was last used (or else activated) on this day has coming. */
export function unusedDue(lastUsed: Day, today: Day): Unused {
  if (today >= addMonths(lastUsed, 24)) return 'end';
  return today >= addMonths(lastUsed, 23) ? 'warn' : 'in-use';
}

/**
 * R19: the end comes a month after the warning, also when the warning was late; nothing is left to do in between.
 * `warnedOn` is the day on which this very disuse was warned of.
 */
export function unusedStep(lastUsed: Day, today: Day, warnedOn: Day | undefined): Unused | 'wait' {
  const due = unusedDue(lastUsed, today);
  if (due === 'in-use') return due;
  if (warnedOn === undefined) return 'warn';
  return due === 'end' && today >= addMonths(warnedOn, 1) ? 'end' : 'wait';
}

/** The day on which the office is asked to look again: a year after it became active, or was last confirmed. */
export const reviewDue = (activatedAt: Date, confirmedAt?: Date): Day =>
  addYears(dayOf(confirmedAt ?? activatedAt), 1);
