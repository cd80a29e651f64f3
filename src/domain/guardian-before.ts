import { type Given, overOn } from './court-order.ts';
import { type OrderChangeKind, speaksOf } from './court-order-changes.ts';
import { type Day, endless } from './day.ts';
import type { CourtMeasure } from './ground.ts';
import type { ReportId } from './ids.ts';
import {
  canConcern,
  type Concerns,
  endsMeasure,
  leavesOpenWhom,
  type OrderBegins,
} from './register-report.ts';
import { inTurn } from './suspension.ts';

/** What became of the measure that an order gave. */
export type GaveBefore = Pick<Given, 'period' | 'endsOn' | 'endReason' | 'suspended' | 'halted' | 'endedAt'>;

/** A verified order over the same ward, of whichever office, with what courts decided of it since. */
export interface OrderBefore {
  readonly ground: CourtMeasure;
  readonly givenOn: Day;
  /** The term that it named. */
  readonly until?: Day | undefined;
  readonly gave: GaveBefore;
  /** It is of the office or person who begins. */
  readonly own: boolean;
  readonly sameCase: boolean;
  /** The days on which the measure was lifted; and on which this order was overturned. */
  readonly lifted: readonly Day[];
  readonly overturned: readonly Day[];
  /** What the register told of the whole case overturned it: that is of each order of the case. */
  readonly caseOverturned: readonly Day[];
  /** The terms that were set later, in the order in which they came. */
  readonly terms: readonly Day[];
}

/** What the register told of the case of an order, whatever became of it. */
export interface ToldOfCase {
  readonly report: ReportId;
  readonly kind: OrderChangeKind;
  readonly on: Day;
  readonly earlierOn?: Day | undefined;
  readonly heard?: boolean | undefined;
  /** Carried out; set aside by an official; open; or open, as the same event was told otherwise before. */
  readonly state: 'done' | 'set-aside' | 'open' | 'told-otherwise';
  /** Whom it is about: all of the case, the office or person who begins, or another. */
  readonly about: 'all' | 'this' | 'another';
  /** Nobody else has an order in this case: who is not named can be no other. */
  readonly alone: boolean;
  /** It was carried out on the same order, before its office handed that in again: why it ended people looked into. */
  readonly carriedOut: boolean;
}

const isOpen = ({ state }: ToldOfCase): boolean => state === 'open' || state === 'told-otherwise';

/** What an order is held against before it begins. */
export interface Past {
  readonly orders: readonly OrderBefore[];
  readonly told: readonly ToldOfCase[];
}

/** What matters of the order itself. */
interface Candidate {
  readonly ground: CourtMeasure;
  readonly givenOn: Day;
  /** The first day of the guardian's authority. */
  readonly from: Day;
  readonly until?: Day | undefined;
}

/** The terms that were nearer than the one that held. */
function termsTaken({ until, terms }: Pick<OrderBefore, 'until' | 'terms'>): readonly Day[] {
  const held = [until ?? endless, ...terms];
  return terms.filter((term, place) => term < (held[place] ?? endless));
}

/** The days of what was taken from a guardian: that his own term ran out is none, that a court brought it forward is. */
function takenOn(before: Pick<OrderBefore, 'gave' | 'until' | 'terms'>): readonly Day[] {
  const { gave } = before;
  const ended = gave.endReason !== 'term' && (gave.endReason ?? gave.endedAt) !== undefined;
  return [
    ...(gave.suspended ?? []).map(({ from }) => from),
    ...(ended ? [overOn(gave)] : []),
    ...termsTaken(before),
  ];
}

/** From its own office something was taken on that day or later, or is suspended now. */
function tookFromItself({ givenOn }: Candidate, before: OrderBefore, today: Day): boolean {
  if (!before.own) return false;
  const { gave } = before;
  const suspended = gave.suspended?.some(({ until }) => until > today);
  return (
    (overOn(gave) > today && suspended) ||
    // What an official suspended and nobody resumed, also when its term ran out meanwhile.
    (gave.halted && overOn(gave) >= givenOn) ||
    takenOn(before).some((day) => day >= givenOn)
  );
}

/** A measure of the same case or ground was lifted or overturned on that day or later: whichever office had it. */
function tookTheMeasure({ ground, givenOn }: Candidate, before: OrderBefore): boolean {
  if (!before.sameCase && before.ground !== ground) return false;
  const { gave, lifted, overturned } = before;
  const ended = gave.endReason === 'lifted' || gave.endReason === 'overturned' ? [overOn(gave)] : [];
  return [...lifted, ...overturned, ...ended].some((day) => day >= givenOn);
}

/** What the register told of the case, that is open, or took something of all or of this office on that day or later. */
const toldInDoubt = ({ givenOn }: Candidate, told: ToldOfCase): boolean =>
  isOpen(told) || (told.about !== 'another' && told.kind !== 'suspension-ended' && told.on >= givenOn);

/**
 * R28, R29: what the register told of the case before an order began, and that is carried out on it in the instant in which
 * it begins: so that whoever comes first, order or report, it comes to the same. What named nobody is of each order of the
 * case, but what is of one guardian only where there is no other. What would open is left to the job that follows the
 * register: an official's own hand gives nothing back.
 */
export function toCarryOut(order: Candidate, { orders, told }: Past): readonly ToldOfCase[] {
  const { from, until = endless } = order;
  const isItsOwn = ({ about, alone, ...change }: ToldOfCase): boolean =>
    about === 'this' || (about === 'all' && (alone || !leavesOpenWhom(change, { period: { from, until } })));
  const closes = ({ kind, on }: ToldOfCase): boolean =>
    kind !== 'suspension-ended' && !(kind === 'term-set' && on > until);
  return told
    .filter((each) => canConcern(order, each, concerns(each, orders)))
    .filter((each) => isItsOwn(each) && closes(each) && !each.carriedOut)
    .filter(({ state }) => state === 'open' || state === 'done')
    .toSorted(inTurn);
}

/**
 * R21, R28, R32: whether officials look at an order though the register confirms it. The register knows the order, and not
 * whether it still says what is so: something was taken from this office over the same ward, or the measure was lifted or
 * overturned, on the day of the order or later; another guardian on this ground came by a later order; or what the register
 * told of the case leaves something open.
 */
export const isForOfficials = (order: Candidate, { orders, told }: Past, today: Day): boolean =>
  told.some((each) => toldInDoubt(order, each)) ||
  orders.some(
    (before) =>
      tookFromItself(order, before, today) ||
      tookTheMeasure(order, before) ||
      (before.ground === order.ground && before.givenOn > order.givenOn),
  );

/**
 * R29: the first day without the measure that an order is about, when that is known of its case, whoever came first: of a
 * lifting each order of the same measure, and of what the register told each order of the case that it is about. What is
 * open and lifts is believed of all of them until somebody settles it.
 */
export function liftedFrom(order: Candidate, { orders, told }: Past): Day | undefined {
  const ofMeasure = orders.filter((before) => before.sameCase && before.ground === order.ground);
  const by = (kind: OrderChangeKind, whoever: boolean): readonly Day[] =>
    told
      .filter((each) => each.kind === kind && !each.carriedOut)
      .filter(({ state, about }) =>
        state === 'open' ? whoever || about !== 'another' : state === 'done' && about !== 'another',
      )
      .filter((each) => canConcern(order, each, concerns(each, orders)))
      .map(speaksOf);
  const known = ofMeasure.flatMap((before) =>
    [...before.lifted, ...before.caseOverturned].filter((day) => endsMeasure(order, day, [beginsOf(before)])),
  );
  return [...known, ...by('lifted', true), ...by('overturned', false)].toSorted().at(0);
}

const beginsOf = ({ givenOn, gave }: OrderBefore): OrderBegins => ({ givenOn, from: gave.period.from });

const concerns = ({ about }: ToldOfCase, orders: readonly OrderBefore[]): Concerns => ({
  namesHim: about === 'this',
  others: orders.filter(({ sameCase, own }) => sameCase && (about === 'all' || own)).map(beginsOf),
});
