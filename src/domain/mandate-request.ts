import { addYears, type Day, overlap, type Period } from './day.ts';
import { type Fault, fault, Problem } from './errors.ts';
import { type Authority, isClaiming, openLines, stateAt } from './mandate.ts';
import { meet, type Scope } from './scope.ts';

/** What is asked for, by an office or by the client himself. */
export interface Wish {
  readonly lines: readonly Scope[];
  readonly period: Period;
}

/** R8: never longer than this. */
const longestYears = 5;

/** R7, R8: every fault of a wish at once; an empty list means that it can be asked. */
export function faultsOf(wish: Wish, today: Day): readonly Fault[] {
  const faults: Fault[] = [];
  const { from, until } = wish.period;
  if (from < today) faults.push(fault('#/from', 'in-the-past', 'A mandate starts today or later.'));
  if (until <= from) faults.push(fault('#/until', 'before-start', 'The end must be after the start.'));
  if (until > addYears(from, longestYears))
    faults.push(fault('#/until', 'too-long', `A mandate lasts ${longestYears} years at most.`));
  if (wish.lines.length === 0)
    faults.push(fault('#/lines', 'empty', 'Name at least one sender, with what the office may do.'));
  wish.lines.forEach((line, place) => {
    if (line.actions.length === 0)
      faults.push(fault(`#/lines/${place}/actions`, 'empty', 'Name at least one action.'));
    if (wish.lines.slice(0, place).some((earlier) => meet(earlier, line)))
      faults.push(
        fault(`#/lines/${place}`, 'repeated', 'An earlier line already covers this sender and category.'),
      );
  });
  return faults;
}

const claimsPartOf = (wish: Wish, mandate: Authority, now: Date): boolean =>
  isClaiming(mandate, now) &&
  overlap(mandate.period, wish.period) &&
  openLines(mandate).some((line) => wish.lines.some((wanted) => meet(line, wanted)));

/** R14: the open or active mandate of the same client and organisation that already claims part of this. */
export const duplicateOf = <Known extends Authority>(
  wish: Wish,
  existing: readonly Known[],
  now: Date,
): Known | undefined => existing.find((mandate) => claimsPartOf(wish, mandate, now));

/**
 * R3: what a client gives himself is not held up by a request that he never heard of, such as one with a wrong date
 * of birth. These requests make way: to refuse would tell him of what he may not see.
 */
export const unheardOf = <Known extends Authority>(
  wish: Wish,
  existing: readonly Known[],
  now: Date,
): readonly Known[] =>
  existing.filter((mandate) => mandate.offeredAt === undefined && claimsPartOf(wish, mandate, now));

/**
 * Only what runs can go on, suspended or not; what is over is asked for anew (R18).
 * @throws Problem `move-not-possible`.
 */
export function ensureRenewable(mandate: Authority, now: Date): void {
  const state = stateAt(mandate, now);
  if (state !== 'active' && state !== 'suspended')
    throw new Problem('move-not-possible', { members: { move: 'renew' } });
}

/** A renewal asks the same lines again, for as long as asked, from the day the predecessor ends. */
export const renewalOf = (mandate: Authority, until: Day): Wish => ({
  lines: openLines(mandate).map(({ sender, category, actions }) => ({ sender, category, actions })),
  period: { from: mandate.period.until, until },
});
