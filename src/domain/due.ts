import { addDays, addMonths, type Day, dayOf } from './day.ts';
import { type Authority, isInForce } from './mandate.ts';

/** R18: a reminder goes out so many days before the end, once each. */
export const reminderDays = [90, 30, 7] as const;

/** R18: the reminders whose day has come. Who sends them keeps what was sent. */
export function remindersDue(mandate: Authority, now: Date): readonly (typeof reminderDays)[number][] {
  if (!isInForce(mandate, now)) return [];
  return reminderDays.filter((days) => dayOf(now) >= addDays(mandate.period.until, -days));
}

/** R19: warned after 23 months without use, ended after 24. */
export type Unused = 'in-use' | 'warn' | 'end';

/** R19: what a mandate that was last used (or else activated) on this day has coming. */
export function unusedDue(lastUsed: Day, today: Day): Unused {
  if (today >= addMonths(lastUsed, 24)) return 'end';
  return today >= addMonths(lastUsed, 23) ? 'warn' : 'in-use';
}
