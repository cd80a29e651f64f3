import type { Given } from './court-order.ts';
import type { ChangeFault, OrderChange, OrderChangeKind } from './court-order-changes.ts';

/** Why what the register told is left to people. */
export type WhyWaits = ChangeFault | 'unknown-order' | 'not-verified' | 'which-guardian' | 'told-otherwise';

/** What became of a report, for one order or as a whole. */
export type ReportBecame = 'applied' | 'known' | WhyWaits;

/** Whether nothing is left to do. */
export const isDone = (became: ReportBecame | undefined): became is 'applied' | 'known' =>
  became === 'applied' || became === 'known';

/** What happens to one guardian, and not to the measure. */
const ofOneGuardian: readonly OrderChangeKind[] = [
  ...(['dismissed', 'replaced', 'guardian-died', 'guardian-bankrupt'] as const),
];

/**
 * R25: whether a report that names nobody leaves it open, in a case with more than one guardian, which of them is meant.
 * What closes for all of them is believed of all; what happened to one guardian, and what gives access back or makes it
 * longer, is of one of them.
 */
export const leavesOpenWhom = ({ kind, on }: OrderChange, gave: Pick<Given, 'period'> | undefined): boolean =>
  ofOneGuardian.includes(kind) ||
  kind === 'suspension-ended' ||
  (kind === 'term-set' && (gave === undefined || on > gave.period.until));

/** What became of a report about several orders: what waits for one of them waits for people. */
export const becameOfAll = (each: readonly ReportBecame[]): ReportBecame =>
  each.find((became) => !isDone(became)) ?? (each.includes('applied') ? 'applied' : 'known');
