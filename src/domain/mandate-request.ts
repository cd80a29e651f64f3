import { addYears, type Day, overlap, type Period } from './day.ts';
import { type Fault, fault, Problem } from './errors.ts';
import {
  type Authority,
  isClaiming,
  type Mandate,
  type MandateState,
  moves,
  openLines,
  type Party,
  settle,
  stateAt,
} from './mandate.ts';
import { everySender, meet, type Scope, type WideScope } from './scope.ts';

/** What is asked for, by an office or by the client himself. */
export interface Wish {
  readonly lines: readonly WideScope[];
  readonly period: Period;
}

/** Whom an office names when it asks. */
interface Named {
  /** A keyed hash of BSN and date of birth; absent when nobody said it. */
  readonly birthKey?: string | undefined;
}

/** What is asked for or given already, and of whom the office said that it is. */
export type Claim = Authority & Named;

/** R8: never longer than this. */
const longestYears = 5;

/** R7, R8: every fault of a wish at once; an empty list means that it can be asked. */
export function faultsOf(wish: Wish, today: Day): readonly Fault[] {
  const faults: Fault[] = [];
  const { from, until } = wish.period;
  if (from < today)
    faults.push(
      fault(
        '#/from',
        'in-the-past',
        'A mandate starts today or later.',
        'Een machtiging begint vandaag of later.',
      ),
    );
  if (until <= from)
    faults.push(
      fault(
        '#/until',
        'before-start',
        'The end must be after the start.',
        'Het einde moet na het begin liggen.',
      ),
    );
  if (until > addYears(from, longestYears))
    faults.push(
      fault(
        '#/until',
        'too-long',
        `A mandate lasts ${longestYears} years at most.`,
        `Een machtiging duurt hoogstens ${longestYears} jaar.`,
      ),
    );
  if (wish.lines.length === 0)
    faults.push(
      fault(
        '#/lines',
        'empty',
        'Name at least one sender, with what the office may do.',
        'Noem minstens één afnemer, met wat het kantoor mag doen.',
      ),
    );
  wish.lines.forEach((line, place) => {
    if (line.actions.length === 0)
      faults.push(
        fault(`#/lines/${place}/actions`, 'empty', 'Name at least one action.', 'Noem minstens één actie.'),
      );
    if (wish.lines.slice(0, place).some((earlier) => meet(earlier, line)))
      faults.push(
        fault(
          `#/lines/${place}`,
          'repeated',
          'An earlier line already covers this sender and category.',
          'Een eerdere regel gaat al over deze afnemer en rubriek.',
        ),
      );
  });
  return faults;
}

const claimsPartOf = (wish: Wish, mandate: Authority, now: Date): boolean =>
  mandate.ground === 'voluntary' && // what a court ordered is nothing that anybody asks for
  isClaiming(mandate, now) &&
  overlap(mandate.period, wish.period) &&
  openLines(mandate, now).some((line) => wish.lines.some((wanted) => meet(line, wanted)));

/**
 * Whether an office names the same person twice, as far as it named him (R3). Who asks to go on with what says not whom it
 * named, names a client of his: to him is told what that client was offered or gave.
 */
const areOfOne = (wish: Named, claim: Claim): boolean =>
  wish.birthKey === claim.birthKey || (wish.birthKey === undefined && claim.offeredAt !== undefined);

/**
 * R14: the open or active mandate of the same client and organisation that already claims part of what the office asks.
 * R3: judged by what it names itself, BSN and date of birth. Who names a wrong date hears what he would of somebody whom
 * nobody knows, whatever the client asked of him, gave or ended.
 */
export const duplicateOf = <Known extends Claim>(
  wish: Wish & Named,
  existing: readonly Known[],
  now: Date,
): Known | undefined => existing.find((claim) => areOfOne(wish, claim) && claimsPartOf(wish, claim, now));

/**
 * R14: the mandate that the client was offered or gave and that already claims part of this. What he never heard of, such
 * as a request with a wrong date of birth, stands in the way of nothing that he gives or is offered (R3).
 */
export const heardOf = <Known extends Authority>(
  wish: Wish,
  existing: readonly Known[],
  now: Date,
): Known | undefined =>
  existing.find((claim) => claim.offeredAt !== undefined && claimsPartOf(wish, claim, now));

/**
 * Only what runs can go on, suspended or not; what is over is asked for anew (R18). A court measure is the court's to
 * prolong.
 * @throws Problem `move-not-possible`.
 */
export function ensureRenewable(mandate: Authority, now: Date): void {
  const state = stateAt(mandate, now);
  if (mandate.ground !== 'voluntary' || (state !== 'active' && state !== 'suspended'))
    throw new Problem('move-not-possible', { members: { move: 'renew' } });
}

/**
 * An open request to renew a mandate that this side ends now: it ends too, so that no consent of later binds the two to
 * what one of them left. Nothing for what this side cannot end: a client does not know what was not offered yet, and
 * then it is not offered any more.
 */
export function endedWith(renewal: Mandate, party: Party, now: Date): Mandate | undefined {
  const move = party === 'organisation' ? 'withdraw' : 'decline';
  const { from }: { readonly from: readonly MandateState[] } = moves[move];
  return from.includes(stateAt(renewal, now)) ? settle(renewal, move, party, now) : undefined;
}

/** A renewal asks the same lines again, for as long as asked, from the day the predecessor ends. */
export const renewalOf = (
  mandate: Authority,
  until: Day,
  now: Date,
): Wish & { readonly lines: readonly Scope[] } => ({
  lines: openLines(mandate, now).flatMap(({ sender, category, actions }) =>
    sender === everySender ? [] : [{ sender, category, actions }],
  ),
  period: { from: mandate.period.until, until },
});
