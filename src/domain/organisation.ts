import { contains, type Day, dayOf, type Period } from './day.ts';

/**
 * What a representative organisation is. `individual` is a person who represents others by himself, such as a
 * guardian or a family member; all others are offices with a KvK number.
 */
export const organisationKinds = ['accountancy', 'guardianship', 'other', 'individual'] as const;
/** One of {@link organisationKinds}. */
export type OrganisationKind = (typeof organisationKinds)[number];

/** `registered` by its first administrator, `recognised` by an official, `suspended` by an official. */
export const standings = ['registered', 'recognised', 'suspended'] as const;
/** One of {@link standings}. Only a recognised organisation may act. */
export type Standing = (typeof standings)[number];

/** Roles inside an office, smallest first; each may do what the smaller ones may. */
export const roles = ['reader', 'handler', 'administrator'] as const;
/** A reader looks; a handler works on mandates and messages; an administrator also runs the office. */
export type Role = (typeof roles)[number];

/** Whether a role is at least the other. */
export const atLeast = (role: Role, needed: Role): boolean => roles.indexOf(role) >= roles.indexOf(needed);

/** What an employee is to his office. `until` is absent while the end is open; it may lie in the future. */
export interface Employment {
  readonly role: Role;
  readonly from: Day;
  readonly until?: Day | undefined;
  /** The instant at which access ended, when somebody ended it at once (R33). */
  readonly endedAt?: Date | undefined;
}

/** R33: an employee who left has nothing from that instant; before his first day he has nothing either. */
export function isEmployed(employment: Employment, now: Date): boolean {
  if (employment.endedAt !== undefined) return false; // an end is never in the future
  const { from, until } = employment;
  const today = dayOf(now);
  return from <= today && (until === undefined || today < until);
}

/** The moves of an organisation's standing, each by an official. What is not here cannot happen. */
export const standingMoves = {
  recognise: { from: ['registered', 'suspended'], to: 'recognised' },
  suspend: { from: ['registered', 'recognised'], to: 'suspended' },
} as const satisfies Record<string, { from: readonly Standing[]; to: Standing }>;

/** A move of {@link standingMoves}. */
export type StandingMove = keyof typeof standingMoves;

/** The standing after a move, or nothing when the move is not possible from here. */
export function moveStanding(standing: Standing, move: StandingMove): Standing | undefined {
  const { from, to } = standingMoves[move];
  return (from as readonly Standing[]).includes(standing) ? to : undefined;
}

/**
 * Who handles a client inside the office (R33). A client whom no current employee handles is *unassigned*:
 * nobody but administrators sees him, until someone is assigned.
 */
export interface Handling {
  /** This employee is assigned, by himself or through a team. */
  readonly assigned: boolean;
  /** He stands in today for a colleague who is assigned like that. */
  readonly covering: boolean;
  /** On which days he stands in, from today on, when it is known and he does so today. */
  readonly coverDays?: readonly Period[] | undefined;
  /** Somebody who works here now is assigned, by himself or through a team. */
  readonly handled: boolean;
  /** On which days somebody works here who is assigned, when it is known and nobody does so now. */
  readonly handledDays?: readonly Period[] | undefined;
}

/** Whether a day is one of these. */
export const isAmong = (days: readonly Period[], day: Day): boolean =>
  days.some((period) => contains(period, day));

/** The same on a day to come, as far as is known today: a cover ends by the day, and who is assigned may begin on it. */
export const handlingOn = ({ coverDays, handledDays, ...handling }: Handling, day: Day): Handling => ({
  ...handling,
  covering: coverDays ? isAmong(coverDays, day) : handling.covering,
  handled: handledDays ? isAmong(handledDays, day) : handling.handled,
});

/** R33: one sees the clients assigned to oneself, one's team or whom one stands in for; an administrator also those of nobody. */
export const handles = (role: Role, handling: Handling): boolean =>
  handling.assigned || handling.covering || (!handling.handled && role === 'administrator');
