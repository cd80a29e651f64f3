import type { Employee } from './actor.ts';
import { addYears, type Day, dayOf, overlap, type Period } from './day.ts';
import { type Fault, fault, Problem } from './errors.ts';
import type { EmployeeId } from './ids.ts';

/*
 * Cover with a time box (R33): "Anna takes Bob's clients from 1 to 14 August". While it runs the substitute handles
 * what the absent colleague handles, himself or through his teams. It starts and returns by the calendar; nothing is
 * passed on, and the absent one keeps his own.
 */

/** Who is to stand in for whom, and when: `[from, until)` in Dutch days. */
export interface CoverWish extends Period {
  readonly absent: EmployeeId;
  readonly substitute: EmployeeId;
}

/** A cover as it was arranged. */
export interface Cover extends CoverWish {
  /** When somebody ended it before its time. */
  readonly endedAt?: Date | undefined;
}

/** No cover is longer: who is away for longer hands his clients over. */
const longestCoverInYears = 1;

/** Nor is one arranged further ahead: who works here by then nobody knows. */
const furthestCoverInYears = 1;

/** What a cover can be: `over` by the calendar, `ended` by someone, `lapsed` because one of the two does not work here. */
export const coverStates = ['planned', 'running', 'over', 'ended', 'lapsed'] as const;
/** One of {@link coverStates}. Only a running cover gives anything. */
export type CoverState = (typeof coverStates)[number];

/** What the clock makes of a cover between two people who both work here now, or not. */
export function coverStateAt(cover: Cover, bothWorkHere: boolean, now: Date): CoverState {
  const today = dayOf(now);
  if (cover.endedAt !== undefined) return 'ended';
  if (cover.until <= today) return 'over';
  if (!bothWorkHere) return 'lapsed';
  return cover.from <= today ? 'running' : 'planned';
}

/** The first day on which a cover gives nothing any more because one of the two left today. */
export const lapsesOn = (cover: Cover, now: Date): Day => (cover.from > dayOf(now) ? cover.from : dayOf(now));

/** What an employee asks to arrange or end a cover: one's own absence takes a smaller role than a colleague's. */
export const arranging = (actor: Employee, absent: EmployeeId | undefined) =>
  absent === actor.employee ? 'cover.arrange-own' : 'cover.arrange';

/** What is known of those whom a wish names, in this office. */
export interface CoverFacts {
  readonly absentWorks: boolean;
  readonly substituteWorks: boolean;
  /** What this substitute was to do for this colleague before. */
  readonly earlier: readonly Cover[];
}

/** Everything that is wrong with a wish, at once. */
export function faultsOfCover(wish: CoverWish, facts: CoverFacts, now: Date): readonly Fault[] {
  const { absent, substitute, from, until } = wish;
  const clash = facts.earlier.some((one) => one.endedAt === undefined && overlap(one, wish));
  const rules: readonly (readonly [wrong: boolean, field: string, code: string, en: string, nl: string])[] = [
    [
      !facts.absentWorks,
      'absent',
      'unknown',
      'Nobody like that works for your office.',
      'Zo iemand werkt niet voor uw kantoor.',
    ],
    [
      !facts.substituteWorks,
      'substitute',
      'unknown',
      'Nobody like that works for your office.',
      'Zo iemand werkt niet voor uw kantoor.',
    ],
    [
      absent === substitute,
      'substitute',
      'oneself',
      'Nobody stands in for himself. Name a colleague.',
      'Niemand vervangt zichzelf. Noem een collega.',
    ],
    [
      from < dayOf(now),
      'from',
      'too-early',
      'The first day is today at the earliest.',
      'De eerste dag is op zijn vroegst vandaag.',
    ],
    [
      from > addYears(dayOf(now), furthestCoverInYears),
      'from',
      'too-late',
      'A cover starts within a year. Arrange it later.',
      'Een vervanging begint binnen een jaar. Regel het later.',
    ],
    [
      until <= from,
      'until',
      'too-early',
      'The cover must end after its first day.',
      'De vervanging moet na de eerste dag eindigen.',
    ],
    [
      until > addYears(from, longestCoverInYears),
      'until',
      'too-late',
      'A cover lasts a year at most. For longer, move the clients to a colleague.',
      'Een vervanging duurt hoogstens een jaar. Moet het langer? Geef de cliënten dan aan een collega.',
    ],
    [
      clash,
      'from',
      'overlap',
      'This colleague stands in already on some of these days.',
      'Deze collega vervangt al op sommige van deze dagen.',
    ],
  ];
  return rules.flatMap(([wrong, field, code, en, nl]) => (wrong ? fault(`#/${field}`, code, en, nl) : []));
}

/**
 * Ends a cover at this instant: it gives nothing from the next request on. One that did not start yet never does.
 * @throws Problem `move-not-possible` for one that is over or was ended.
 */
export function endCover<Known extends Cover>(cover: Known, now: Date): Known {
  const state = coverStateAt(cover, true, now);
  if (state === 'over' || state === 'ended') throw new Problem('move-not-possible', { members: { state } });
  return { ...cover, endedAt: now };
}
