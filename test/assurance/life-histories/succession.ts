import type { Authority } from './authority.ts';
import type { DayNumber } from './calendar.ts';
import type { Order } from './happening.ts';
import { cameTooLate, startOf } from './law.ts';
import { curateleUntil, type Known } from './measures.ts';

/** What there is between a client and all offices, by its name. */
type Authorities = ReadonlyMap<string, Authority>;

const sameMeasure = (authorities: Authorities, { order, ground }: Order, today: DayNumber): Authority[] =>
  [...authorities]
    .filter(([name, each]) => name !== order && each.ground === ground && !each.isOver(today))
    .map(([, each]) => each);

/** R32: who is named, or the only one there is when he who was named never became a guardian. */
export const succeededBy = (
  authorities: Authorities,
  order: Order,
  today: DayNumber,
): Authority | undefined =>
  order.replaces === undefined
    ? undefined
    : (authorities.get(order.replaces) ??
      sameMeasure(authorities, order, today).find(({ endsOn }) => endsOn >= startOf(order)));

/** Under curatele there is nothing else, also while there is no curator; and of the guardians who are there somebody has to say what becomes of them. */
export function isInTheWay(known: Known, order: Order, today: DayNumber): boolean {
  const { authorities } = known;
  if (cameTooLate(order, today)) return false;
  const starts = startOf(order);
  if (order.ground !== 'curatele' && curateleUntil(known) > Math.max(starts, today)) return true;
  if (order.beside) return false;
  const same = sameMeasure(authorities, order, today);
  if (!order.replaces) return same.some(({ endsOn }) => endsOn > starts);
  const before = succeededBy(authorities, order, today);
  if (before && !before.isOver(today) && before.endsOn > starts && before.cameAfter(starts, order.givenOn))
    return true;
  return !authorities.has(order.replaces) && same.filter(({ endsOn }) => endsOn >= starts).length > 1;
}

/** An order, and how far it came. */
interface Looked extends Order {
  readonly approvedBy: ReadonlySet<string>;
  readonly cameTooLate?: boolean;
}

/** The curatele that ends what was ordered before it. */
export const curateleGivenSince = (dossiers: Iterable<Looked>, { givenOn }: Order): Order | undefined =>
  [...dossiers].find(
    (each) =>
      each.ground === 'curatele' &&
      each.approvedBy.size === 2 &&
      !each.cameTooLate &&
      each.givenOn >= givenOn,
  );
