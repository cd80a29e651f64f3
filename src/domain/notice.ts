import { addDays, addMonths, type Day, dayOf } from './day.ts';
import { reminderDue, reviewDue, unusedStep, usableFrom } from './due.ts';
import { isInForce, type Mandate } from './mandate.ts';

/** What people are to hear of a mandate without having asked. */
export const noticeKinds = [
  ...(['ending-90', 'ending-30', 'ending-7', 'unused-warning', 'unused-ended', 'review-due'] as const),
] as const;
/** One of {@link noticeKinds}. */
export type NoticeKind = (typeof noticeKinds)[number];

/** To which side of the mandate a notice goes. */
export const recipients = ['client', 'organisation'] as const;
/** One of {@link recipients}. */
export type Recipient = (typeof recipients)[number];

/** What is due, and of which day it speaks. Of one mandate, kind and due day there is one notice for each recipient. */
export interface DueNotice {
  readonly kind: NoticeKind;
  /** The day on which it became due, by the rule. */
  readonly dueOn: Day;
  /** The day that its words name: the first day without the mandate, or the day from which a review is wanted. */
  readonly about: Day;
}

/** What the rules look at to see which notices a mandate has coming. */
export interface Watched {
  readonly mandate: Mandate;
  readonly confirmedAt?: Date | undefined;
  readonly lastUsedAt?: Date | undefined;
  /** A mandate that goes on where this one ends was consented to, and is not over. */
  readonly renewed: boolean;
  /** The notices that were made of it already. */
  readonly made: readonly { readonly kind: NoticeKind; readonly dueOn: Day; readonly madeOn: Day }[];
}

/** Who hears of it: both sides, but how the office keeps its own mandates in order is the office's affair. */
export const recipientsOf = (kind: NoticeKind): readonly Recipient[] =>
  kind === 'review-due' ? ['organisation'] : recipients;

/** From which day on disuse is counted: the last use, or else the first day on which it could be used (R19). */
const unusedSince = ({ mandate, lastUsedAt }: Watched): Day | undefined =>
  lastUsedAt === undefined ? usableFrom(mandate) : dayOf(lastUsedAt);

function reminder({ mandate, renewed }: Watched, now: Date): DueNotice | undefined {
  const days = renewed ? undefined : reminderDue(mandate, now);
  if (days === undefined) return undefined;
  const { until } = mandate.period;
  return { kind: `ending-${days}`, dueOn: addDays(until, -days), about: until };
}

function disuse(watched: Watched, now: Date): DueNotice | undefined {
  const since = unusedSince(watched);
  if (since === undefined) return undefined;
  const [today, dueOn] = [dayOf(now), addMonths(since, 23)];
  const warned = watched.made.find((notice) => notice.kind === 'unused-warning' && notice.dueOn === dueOn);
  const step = unusedStep(since, today, warned?.madeOn);
  if (step === 'end') return { kind: 'unused-ended', dueOn: addMonths(since, 24), about: today };
  if (step !== 'warn') return undefined;
  const [planned, aMonthOn] = [addMonths(since, 24), addMonths(today, 1)];
  const about = planned < aMonthOn ? aMonthOn : planned;
  // What runs out by itself before that day is not warned of: the reminders speak of that end.
  return about < watched.mandate.period.until ? { kind: 'unused-warning', dueOn, about } : undefined;
}

function review({ mandate, confirmedAt }: Watched, now: Date): DueNotice | undefined {
  const dueOn = mandate.activatedAt && reviewDue(mandate.activatedAt, confirmedAt);
  return dueOn === undefined || dayOf(now) < dueOn ? undefined : { kind: 'review-due', dueOn, about: dueOn };
}

/**
 * R18, R19 and the yearly review: the notices that are due and were not made. `unused-ended` means that the mandate is
 * to be ended in the same act; then nothing else is said of it. Of what is not in force nothing is due.
 */
export function noticesDue(watched: Watched, now: Date): readonly DueNotice[] {
  if (!isInForce(watched.mandate, now)) return [];
  const unused = disuse(watched, now);
  if (unused?.kind === 'unused-ended') return [unused];
  return [reminder(watched, now), unused, review(watched, now)].filter(
    (due): due is DueNotice =>
      due !== undefined && !watched.made.some(({ kind, dueOn }) => kind === due.kind && dueOn === due.dueOn),
  );
}
