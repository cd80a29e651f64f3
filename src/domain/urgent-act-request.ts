import type { Subject } from './actor.ts';
import { addDays, addYears, contains, type Day, dayOf, startOf } from './day.ts';
import { type Fault, fault, Problem } from './errors.ts';
import type { ClientId, MandateId } from './ids.ts';
import { type Authority, type Mandate, overSince, stateAt } from './mandate.ts';
import { isOpen, type ScopeAction, type WideScope } from './scope.ts';
import { isSuspended } from './suspension.ts';

/** The life of a request for urgent acts after the end (BW 3:73, 1:448.3): off unless an official allows it (R31). */
export const urgentActStates = ['requested', 'allowed', 'refused'] as const;
/** One of {@link urgentActStates}. */
export type UrgentActState = (typeof urgentActStates)[number];

/** What a decision needs to know of a request for urgent acts. */
export interface UrgentActFacts {
  readonly client: ClientId;
  readonly mandate: MandateId;
  readonly asker: Subject;
}

/** R31: at most so long after the end: ours, after BW 3:73.3 (docs/guardians.md). */
const longestYears = 1;
const urgentActions: readonly ScopeAction[] = ['read'];

/** What is known of a mandate that is said to have ended, and of its client: his death may have been told wrongly (R31). */
export type Ended = Authority &
  Pick<Mandate, 'endReason'> & {
    readonly clientLives?: boolean | undefined;
    /** An official had suspended it when it ended. */
    readonly halted?: boolean | undefined;
    /** The measure was overturned, also when that became known after another end. */
    readonly overturned?: boolean | undefined;
    /** The person who represented by himself died (R30). */
    readonly holderDied?: boolean | undefined;
  };

/**
 * After which ends something can be left to finish: of a measure all of them, but what was overturned never gave
 * authority (BW 1:448.3); of the client's own will his death and his curatele (BW 3:73).
 */
function leavesWork({ ground, endReason, clientLives, overturned, holderDied }: Ended): boolean {
  if (ground === 'urgent-acts' || holderDied) return false;
  return ground === 'voluntary'
    ? (endReason === 'death' && clientLives !== true) || endReason === 'curatele'
    : endReason !== 'overturned' && !overturned;
}

/** The last day on which it gave anything, by the instant from which it gave nothing any more. */
function lastDayOf(over: Date): Day {
  const day = dayOf(over);
  return over > startOf(day) ? day : addDays(day, -1);
}

/** The first day on which there are no urgent acts any more; nothing while the mandate runs. */
function urgentUntil(mandate: Authority, now: Date): Day | undefined {
  const over = overSince(mandate, now);
  return over && addYears(dayOf(over), longestYears);
}

/**
 * R31: what it let one read at the last, to read only: what it never gave, or no more by then, no leave gives. While a judge
 * or an official suspended it, it let one read nothing.
 */
function urgentLines(mandate: Ended, now: Date): readonly WideScope[] {
  const over = overSince(mandate, now);
  if (over === undefined || dayOf(now) >= addYears(dayOf(over), longestYears)) return [];
  const last = lastDayOf(over);
  if (mandate.halted || isSuspended(mandate.suspended, last) || !contains(mandate.period, last)) return [];
  return mandate.lines
    .filter((line) => isOpen(line, last) && line.actions.includes('read'))
    .map(({ sender, category }) => ({ sender, category, actions: urgentActions }));
}

/**
 * R31: urgent acts are asked for after the end, by who had the mandate, within a year: what is left of it to finish.
 * @throws Problem `move-not-possible` when it is not over, or leaves nothing.
 */
export function leftToFinish(mandate: Ended, now: Date): readonly WideScope[] {
  const state = stateAt(mandate, now);
  const over = state === 'ended' || (state === 'expired' && mandate.ground !== 'voluntary');
  const lines = over && leavesWork(mandate) ? urgentLines(mandate, now) : [];
  if (lines.length === 0)
    throw new Problem('move-not-possible', { members: { state, move: 'ask-urgent-acts' } });
  return lines;
}

/** R31: every fault of the end that is asked for; a year after the mandate's own end at most. */
export function faultsOfUrgentActs(until: Day, mandate: Authority, now: Date): readonly Fault[] {
  if (until <= dayOf(now))
    return [
      fault(
        '#/until',
        'in-the-past',
        'The first day without must be after today.',
        'De eerste dag zonder toegang moet na vandaag liggen.',
      ),
    ];
  const latest = urgentUntil(mandate, now);
  return latest !== undefined && until > latest
    ? [
        fault(
          '#/until',
          'too-long',
          `Urgent acts are over a year after the end: on ${latest} at the latest.`,
          `Dringende zaken afmaken kan tot een jaar na het einde: tot uiterlijk ${latest}.`,
        ),
      ]
    : [];
}
