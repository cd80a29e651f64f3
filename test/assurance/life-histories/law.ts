import { type Authority, type Places, placesOf } from './authority.ts';
import type { DayNumber } from './calendar.ts';
import { type Kind, kinds, type Letter, type Order, type Sender, senders, type Shield } from './happening.ts';

/** R24: of a partial bewind those that the order names, or none. What is not named is not taken over either. */
export const sendersOf = (order: Order): readonly Sender[] => order.senders ?? (order.partial ? [] : senders);

/** Where a guardian acts, by the ground and by what the order says of his part (R23, R24, R25, R36). */
export function placesOfOrder(order: Order): Places {
  const byGround: Record<Order['ground'], readonly Kind[]> = {
    curatele: kinds,
    bewind: ['financial'],
    mentorschap: ['care'],
    provisional: kinds,
  };
  const said = order.divided || order.ground === 'provisional' ? order.categories : undefined;
  const about = byGround[order.ground].filter(
    (kind) => !said || said.includes('all') || said.includes(kind as never),
  );
  return placesOf(sendersOf(order), about);
}

/** R22: the day after the order was given or sent, a later start if it names one. */
export const startOf = ({ givenOn, sentOn, startsOn }: Order): DayNumber =>
  Math.max((sentOn ?? givenOn) + 1, startsOn ?? 0);

/** A client's shield stands before what he wished himself; a judge's stands before everything. */
export function hides(shield: Shield, authority: Authority, letter: Letter): boolean {
  return (
    (shield.byOrder !== undefined || authority.wished) &&
    (shield.office ?? authority.office) === authority.office &&
    (shield.message ?? letter.name) === letter.name &&
    (shield.sender ?? letter.sender) === letter.sender &&
    (shield.about ?? letter.about) === letter.about
  );
}

/** Its term was over before anybody verified it: it begins nothing, and ends nothing (R26). */
export const cameTooLate = ({ until }: Order, today: DayNumber): boolean =>
  until !== undefined && until <= today;
