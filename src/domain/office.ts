import type { ActorKind } from './actor.ts';
import { type Day, dayOf } from './day.ts';
import {
  type Employment,
  isEmployed,
  type OrganisationKind,
  type Standing,
  standings,
} from './organisation.ts';

/** Officials find organisations of every standing; everyone else only those that may act. */
export function standingsFoundBy(kind: ActorKind, wish?: Standing): readonly Standing[] {
  const found: readonly Standing[] = kind === 'official' ? standings : ['recognised'];
  return wish === undefined ? found : found.filter((standing) => standing === wish);
}

/** A person who represents others is nobody's to look up by name: who deals with him was given his id. */
export const findsIndividuals = (kind: ActorKind): boolean => kind === 'official';

/** Only tax intermediaries are given a becon number; not each of them has one, so it may be absent. */
export const mayHaveBecon = (kind: OrganisationKind): boolean => kind === 'accountancy';

/** How many days an invitation to work in an office can be accepted. */
export const invitationDays = 14;

/** An employment with the invitation by which it began. */
export interface Colleague extends Employment {
  /** Whether somebody took up the employment: until then there is a name, but nobody who signs in. */
  readonly accepted: boolean;
  /** The instant up to which the invitation can be accepted; absent for who registered the office. */
  readonly invitedUntil?: Date | undefined;
}

/** What an employment can be, as an office sees it. */
export const colleagueStates = ['invited', 'invitation-expired', 'expected', 'working', 'left'] as const;
/** One of {@link colleagueStates}: `expected` accepted, and starts later. */
export type ColleagueState = (typeof colleagueStates)[number];

/** What the clock makes of an employment. */
export function colleagueStateAt(colleague: Colleague, now: Date): ColleagueState {
  const { endedAt, until, invitedUntil } = colleague;
  if (endedAt !== undefined || (until !== undefined && until <= dayOf(now))) return 'left';
  if (!colleague.accepted)
    return invitedUntil !== undefined && now < invitedUntil ? 'invited' : 'invitation-expired';
  return isEmployed(colleague, now) ? 'working' : 'expected';
}

/** Whether the office can count on this one to run it: at work as administrator, with no end in sight. */
const runsTheOffice = (colleague: Colleague, now: Date): boolean =>
  colleague.role === 'administrator' &&
  colleague.until === undefined &&
  colleagueStateAt(colleague, now) === 'working';

/**
 * R33: the last administrator cannot be removed or demoted. One whose end is set, or who did not accept yet,
 * does not count: the clock would leave the office without anybody.
 */
export const canSpare = (leaving: Colleague, others: readonly Colleague[], now: Date): boolean =>
  !runsTheOffice(leaving, now) || others.some((other) => runsTheOffice(other, now));

/** Whether an employment with these days can still be worked in: it ends after it starts, and after today. */
export const isWorkable = (from: Day, until: Day | undefined, now: Date): boolean =>
  until === undefined || (from < until && dayOf(now) < until);
