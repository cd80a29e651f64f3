import type { OrderDays } from './court-order-days.ts';
import { authorityFrom } from './court-order-days.ts';
import type { Reach } from './court-order-scope.ts';
import type { CourtOrder, Position } from './court-order.ts';
import type { Day } from './day.ts';
import type { CourtMeasure } from './ground.ts';

/** What the judiciary's register tells of one order. */
export interface RegisteredOrder {
  readonly ground: CourtMeasure;
  readonly court: string;
  readonly caseNumber: string;
  /** Whether the ward and the guardian are the persons who were named in the question. */
  readonly sameWard: boolean;
  readonly sameGuardian: boolean;
  readonly givenOn: Day;
  readonly from: Day;
  readonly until?: Day | undefined;
  readonly partial: boolean;
  readonly divided: boolean;
}

/** What is compared with the register. */
export type Compared = OrderDays &
  Pick<Reach, 'partial' | 'divided'> & {
    readonly ground: CourtMeasure;
    readonly position: Position;
    readonly court: string;
    readonly caseNumber: string;
  };

/** What the register made of an order. */
export const registerAnswers = [
  ...(['unasked', 'confirms', 'does-not-know', 'contradicts', 'does-not-answer'] as const),
] as const;
/** One of {@link registerAnswers}. */
export type RegisterAnswer = (typeof registerAnswers)[number];

/** What the register of persons made of who was named (R3). */
export const personAnswers = ['unasked', 'matches', 'does-not-match', 'does-not-answer'] as const;
/** One of {@link personAnswers}. */
export type PersonAnswer = (typeof personAnswers)[number];

/** Whether the registers have yet to be heard about what lies there, as it is or as it was supplemented. */
export const isBeingAsked = ({
  state,
  person,
}: Pick<CourtOrder, 'state'> & { readonly person: PersonAnswer }): boolean =>
  state === 'registered' || (state === 'in-verification' && person === 'unasked');

/** In what the register tells otherwise; nothing when it confirms all. */
function differences(order: Compared, registered: RegisteredOrder): readonly string[] {
  const differing: Record<string, boolean> = {
    ward: !registered.sameWard,
    guardian: !registered.sameGuardian,
    ground: registered.ground !== order.ground,
    givenOn: registered.givenOn !== order.givenOn,
    from: registered.from !== authorityFrom(order.ground, order),
    until: registered.until !== order.until,
    partial: registered.partial !== order.partial,
    divided: registered.divided !== order.divided,
  };
  return Object.keys(differing).filter((name) => differing[name]);
}

const sameCase = (one: { court: string; caseNumber: string }, other: typeof one): boolean =>
  one.court.toLowerCase() === other.court.toLowerCase() && one.caseNumber === other.caseNumber;

/** R21: what the register's entries say of an order: of several of one case the one that fits best counts. */
export function answerOf(
  order: Compared,
  entries: readonly RegisteredOrder[],
): { readonly answer: RegisterAnswer; readonly differs: readonly string[] } {
  const [best] = entries
    .filter((entry) => sameCase(entry, order))
    .map((entry) => differences(order, entry))
    .toSorted((one, other) => one.length - other.length);
  if (best === undefined) return { answer: 'does-not-know', differs: [] };
  return { answer: best.length === 0 ? 'confirms' : 'contradicts', differs: best };
}

/**
 * R21: whether the register alone can let an order work. It does not know which senders write about which goods, what a
 * provisional measure comes down to here, nor whose place a successor takes (R32): that people judge.
 */
export const registerSuffices = ({ ground, position, partial, divided }: Compared): boolean =>
  ground !== 'provisional' && position !== 'successor' && !partial && !divided;
