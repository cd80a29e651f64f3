import { type Authority, placesOf } from './authority.ts';
import type { DayNumber } from './calendar.ts';
import { type GrantedLine, kinds, type Order } from './happening.ts';
import { placesOfOrder } from './law.ts';

/** What there is between a client and all offices, and the orders, by their names. */
export interface Known {
  readonly authorities: ReadonlyMap<string, Authority>;
  readonly dossiers: ReadonlyMap<string, Order>;
}

/** A measure: what its order says, and the authority of the guardian who was appointed by it. */
interface Measure extends Order {
  readonly guardian: Authority;
}

const measuresOf = ({ authorities, dossiers }: Known): Measure[] =>
  [...dossiers.values()].flatMap((order) => {
    const guardian = authorities.get(order.order);
    return guardian ? [{ ...order, guardian }] : [];
  });

/** Whether the other bears the measure from its first day on: curatele takes its place, or another guardian came. */
function goesOnAs(other: Measure, { order, ground, partial, guardian }: Measure): boolean {
  if (other.order === order) return false;
  if (other.ground === 'curatele' && ground !== 'curatele') return other.guardian.from >= guardian.from;
  if (other.ground !== ground || other.guardian.from < guardian.endsOn) return false;
  return other.guardian.succeeds === guardian || !(other.partial || partial);
}

/** R26, R27: a guardian who stops does not end the measure; its term, its lifting and curatele do. */
function endOf(measure: Measure, all: readonly Measure[]): DayNumber {
  const { guardian, until = Infinity } = measure;
  if (!guardian.guardianGone) return guardian.endsOn;
  const next = all.filter((other) => goesOnAs(other, measure)).map((other) => other.guardian.from);
  return Math.max(guardian.endsOn, Math.min(until, guardian.lifted, ...next));
}

/** R26: the first day without any curatele, as far as there was one. */
export function curateleUntil(known: Known): DayNumber {
  const all = measuresOf(known);
  return Math.max(
    -Infinity,
    ...all.filter(({ ground }) => ground === 'curatele').map((each) => endOf(each, all)),
  );
}

/** What it takes out of the hands of the ward: all of its ground, or the part of it that its order names (R23, R24). */
const takenBy = (order: Order) => {
  if (order.ground === 'mentorschap') return 0;
  const named = !order.divided && (order.partial || order.ground === 'provisional');
  return placesOfOrder(
    named
      ? order
      : { ...order, ...{ partial: false, divided: false, senders: undefined, categories: undefined } },
  );
};

/** All that is out of the hands of the ward on this day, or will be by a measure that is known. */
export function takenPlaces(known: Known, today: DayNumber): number {
  const all = measuresOf(known);
  return all
    .filter((measure) => endOf(measure, all) > today)
    .reduce((places, measure) => places | takenBy(measure), 0);
}

/** From which day on what these lines are about is the client's own to give again: now, if nothing takes it. */
export function takenUntil(known: Known, lines: readonly GrantedLine[], today: DayNumber): DayNumber {
  const wanted = lines.reduce(
    (places, { sender, about }) => places | placesOf([sender], about === 'all' ? kinds : [about]),
    0,
  );
  const all = measuresOf(known);
  const ends = all
    .filter((measure) => (takenBy(measure) & wanted) !== 0)
    .map((measure) => endOf(measure, all));
  return Math.max(today, ...ends);
}
