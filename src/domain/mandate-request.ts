import { addYears, type Day, overlap, type Period } from './day.ts';
import { type Fault, fault } from './errors.ts';
import { type Authority, isClaiming, openLines } from './mandate.ts';
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

/** R14: the open or active mandate of the same client and organisation that already claims part of this. */
export function duplicateOf<Known extends Authority>(
  wish: Wish,
  existing: readonly Known[],
  now: Date,
): Known | undefined {
  return existing.find(
    (mandate) =>
      isClaiming(mandate, now) &&
      overlap(mandate.period, wish.period) &&
      openLines(mandate).some((line) => wish.lines.some((wanted) => meet(line, wanted))),
  );
}

/** A renewal asks the same lines again, for as long as asked, from the day the predecessor ends. */
export const renewalOf = (mandate: Authority, until: Day): Wish => ({
  lines: openLines(mandate).map(({ sender, category, actions }) => ({ sender, category, actions })),
  period: { from: mandate.period.until, until },
});
