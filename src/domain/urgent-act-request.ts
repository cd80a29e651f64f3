import type { Subject } from './actor.ts';
import { addDays, addYears, contains, type Day, dayOf, startOf } from './day.ts';
import { type Fault, fault, Problem } from './errors.ts';
import type { ClientId, MandateId } from './ids.ts';
import { type Authority, type Mandate, overSince, stateAt } from './mandate.ts';
import { isOpen, type ScopeAction, type WideScope } from './scope.ts';

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

/** R31: at most so long. */
const longestYears = 1;
const urgentActions: readonly ScopeAction[] = ['read'];

/** How it ended, and whether the client lives: his death may have been told wrongly (R31). */
type Ended = Pick<Mandate, 'ground' | 'endReason'> & { readonly clientLives?: boolean | undefined };

/**
 * After which ends something can be left to finish: of a measure all of them, but what was overturned never gave
 * authority (BW 1:448.3); of the client's own will his death and his curatele (BW 3:73).
 */
function leavesWork({ ground, endReason, clientLives }: Ended): boolean {
  if (ground === 'urgent-acts') return false;
  return ground === 'voluntary'
    ? (endReason === 'death' && clientLives !== true) || endReason === 'curatele'
    : endReason !== 'overturned';
}

/** The last day on which it gave anything. */
function lastDayOf(mandate: Authority, now: Date): Day | undefined {
  const over = overSince(mandate, now);
  if (over === undefined) return undefined;
  const day = dayOf(over);
  return over > startOf(day) ? day : addDays(day, -1);
}

/** R31: what it let one read at the last, to read only: what it never gave, or no more by then, no leave gives. */
function urgentLines(mandate: Authority, now: Date): readonly WideScope[] {
  const last = lastDayOf(mandate, now);
  if (last === undefined || !contains(mandate.period, last)) return [];
  return mandate.lines
    .filter((line) => isOpen(line, last) && line.actions.includes('read'))
    .map(({ sender, category }) => ({ sender, category, actions: urgentActions }));
}

/**
 * R31: urgent acts are asked for after the end, by who had the mandate: what is left of it to finish.
 * @throws Problem `move-not-possible` when it is not over, or leaves nothing.
 */
export function leftToFinish(mandate: Authority & Ended, now: Date): readonly WideScope[] {
  const state = stateAt(mandate, now);
  const over = state === 'ended' || (state === 'expired' && mandate.ground !== 'voluntary');
  const lines = over && leavesWork(mandate) ? urgentLines(mandate, now) : [];
  if (lines.length === 0)
    throw new Problem('move-not-possible', { members: { state, move: 'ask-urgent-acts' } });
  return lines;
}

/** R31: every fault of the end that is asked for; a year from today at most. */
export function faultsOfUrgentActs(until: Day, now: Date): readonly Fault[] {
  const today = dayOf(now);
  if (until <= today)
    return [
      fault(
        '#/until',
        'in-the-past',
        'The first day without must be after today.',
        'De eerste dag zonder toegang moet na vandaag liggen.',
      ),
    ];
  return until > addYears(today, longestYears)
    ? [
        fault(
          '#/until',
          'too-long',
          'Urgent acts last a year at most.',
          'Dringende zaken afmaken kan hoogstens een jaar.',
        ),
      ]
    : [];
}
