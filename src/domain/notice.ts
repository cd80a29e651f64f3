import { addDays, addMonths, type Day, dayOf } from './day.ts';
import { reminderDue, reviewDue, unusedStep, usableFrom } from './due.ts';
import { isInForce, type Mandate, type MandateState } from './mandate.ts';

/** What people are to hear of a mandate without having asked. */
export const noticeKinds = [
  ...(['ending-90', 'ending-30', 'ending-7', 'unused-warning', 'unused-ended', 'review-due'] as const),
  // What the registers of persons told of the client, or of who represented him by himself.
  ...(['client-died', 'representative-died', 'moved-abroad', 'came-back', 'moved'] as const),
  ...(['name-changed', 'came-of-age', 'curatele-reported'] as const),
  ...([
    'guardianship-began',
    'guardianship-suspended',
    'guardianship-resumed',
    'guardianship-ended',
  ] as const),
  // One comes beside another; and one begins to whom nothing opens.
  ...(['guardianship-shared', 'guardianship-shut'] as const),
  ...(['ended-by-guardianship', 'narrowed-by-guardianship'] as const),
  ...(['urgent-acts-allowed', 'urgent-acts-refused'] as const),
  // What officials let begin that a client abroad gave on paper.
  'given-on-paper',
  // A case of who somebody is added a means of sign-in to an account.
  'means-added',
  // What one side did; and that the request to renew it went with it.
  ...(['revoked', 'renounced', 'renewal-declined', 'renewal-withdrawn'] as const),
  // To an office about its own people: who was to stand in for somebody, or somebody for him, left.
  'cover-lapsed',
] as const;
/** One of {@link noticeKinds}. */
export type NoticeKind = (typeof noticeKinds)[number];

/** Those whose day is one from which something is over. */
const ofAnEnd: readonly NoticeKind[] = [
  ...(['ending-90', 'ending-30', 'ending-7', 'unused-warning', 'guardianship-ended'] as const),
  ...(['ended-by-guardianship', 'narrowed-by-guardianship', 'urgent-acts-allowed'] as const),
];

/** Whether the day that a notice speaks of is a deadline, so that a client abroad is told it in his own time too. */
export const speaksOfAnEnd = (kind: NoticeKind): boolean => ofAnEnd.includes(kind);

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

/** How an office keeps its mandates in order, and who stands in for whom, is its own affair. */
const ofTheOffice: readonly NoticeKind[] = ['review-due', 'cover-lapsed'];

/** Who hears of it: both sides, unless it is the office's own affair. */
export const recipientsOf = (kind: NoticeKind): readonly Recipient[] =>
  ofTheOffice.includes(kind) ? ['organisation'] : recipients;

const heardBy: Partial<Record<MandateState, { readonly kind: NoticeKind; readonly recipient: Recipient }>> = {
  revoked: { kind: 'revoked', recipient: 'organisation' },
  renounced: { kind: 'renounced', recipient: 'client' },
  declined: { kind: 'renewal-declined', recipient: 'organisation' },
  withdrawn: { kind: 'renewal-withdrawn', recipient: 'client' },
};

/**
 * What the other side hears when one side ends a mandate now, or with it the request to renew it. A request that was
 * never offered the client did not hear of, so he does not hear of its end either (R3).
 */
export function noticeOfEnd(
  { state, offeredAt }: Mandate,
  now: Date,
): (DueNotice & { readonly recipient: Recipient }) | undefined {
  const heard = heardBy[state];
  const [dueOn, about] = [dayOf(now), dayOf(now)];
  return heard && offeredAt && { ...heard, dueOn, about };
}

/** What a court ordered is not ended for want of use, and needs nobody who still wants it. */
const isOfTheParties = ({ mandate }: Watched): boolean => mandate.ground === 'voluntary';

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
  if (since === undefined || !isOfTheParties(watched)) return undefined;
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

function review(watched: Watched, now: Date): DueNotice | undefined {
  const { mandate, confirmedAt } = watched;
  const dueOn = isOfTheParties(watched) && mandate.activatedAt && reviewDue(mandate.activatedAt, confirmedAt);
  return !dueOn || dayOf(now) < dueOn ? undefined : { kind: 'review-due', dueOn, about: dueOn };
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
