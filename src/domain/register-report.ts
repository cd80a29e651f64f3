import type { Given } from './court-order.ts';
import {
  type ChangeFault,
  type OrderChange,
  type OrderChangeKind,
  endsAllOfHim,
  type SaidOfADay,
  speaksOf,
} from './court-order-changes.ts';
import type { Day } from './day.ts';

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

/** The days of an order that tell whether what was told is about it: when it was given, and its first day. */
export interface OrderBegins {
  readonly givenOn: Day;
  readonly from: Day;
}

const began = ({ givenOn, from }: OrderBegins, day: Day): boolean => givenOn < day && from < day;

/**
 * R29: whether a lifting or an overturning on that day is of the measure of this order. Who is appointed by that decision, or
 * begins with it, has a new one; but where none of its case began before it, it is of what had yet to begin.
 */
export const endsMeasure = (order: OrderBegins, day: Day, others: readonly OrderBegins[]): boolean =>
  began(order, day) || (order.givenOn < day && !others.some((other) => began(other, day)));

/** Whom a report is about: it names this guardian, and the other orders that it can be about. */
export interface Concerns {
  readonly namesHim: boolean;
  readonly others: readonly OrderBegins[];
}

/**
 * Whether what the register told can be about an order, whomever it names: of a day before it was given it cannot. Only
 * that a guardian died whom it names is of all that he has (R30).
 */
export function canConcern(order: OrderBegins, told: SaidOfADay, { namesHim, others }: Concerns): boolean {
  if (endsAllOfHim(told, namesHim)) return true;
  const day = speaksOf(told);
  const ends = told.kind === 'lifted' || told.kind === 'overturned';
  return ends ? endsMeasure(order, day, others) : order.givenOn <= day;
}

/** What became of a report about several orders: what waits for one of them waits for people. */
export const becameOfAll = (each: readonly ReportBecame[]): ReportBecame =>
  each.find((became) => !isDone(became)) ?? (each.includes('applied') ? 'applied' : 'known');
