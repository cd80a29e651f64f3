import { type Given, overOn } from './court-order.ts';
import type { Day } from './day.ts';

/** What a court gave this office over the same ward before, by whatever order, and what became of it. */
export type GaveBefore = Pick<Given, 'period' | 'endsOn' | 'endReason' | 'suspended' | 'halted' | 'endedAt'>;

/** The day of the last decision that took something from the guardian: the end of his own term is none. */
function takenOn(gave: GaveBefore): Day | undefined {
  const ended = gave.endReason !== 'term' && (gave.endReason ?? gave.endedAt) !== undefined;
  const days = [...(gave.suspended ?? []).map(({ from }) => from), ...(ended ? [overOn(gave)] : [])];
  return days.toSorted().at(-1);
}

/**
 * R21, R28, R32: whether officials look at an order though the register confirms it. From this office something was taken
 * over the same ward, on the day of the order or later: it was suspended, dismissed, replaced, or its measure ended. The
 * register knows an older order, and not whether that gives back what was taken. While a suspension runs or is to come no
 * order is let work by the register alone, whatever its day.
 */
export const isForOfficials = (givenOn: Day, before: readonly GaveBefore[], today: Day): boolean =>
  before.some((gave) => {
    const running = overOn(gave) > today;
    const suspended = gave.halted || gave.suspended?.some(({ until }) => until > today);
    return (running && suspended) || (takenOn(gave) ?? '') >= givenOn;
  });
