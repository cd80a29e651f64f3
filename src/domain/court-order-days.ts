import { addDays, type Day, dayOf } from './day.ts';
import { type Fault, fault } from './errors.ts';
import type { CourtMeasure } from './ground.ts';

/** The days that stand in an order. Dutch calendar days: weekends and holidays count like others. */
export interface OrderDays {
  /** The day on which the judge gave (pronounced) the order. */
  readonly givenOn: Day;
  /** The day on which the court sent it, when it was not handed over at once. */
  readonly sentOn?: Day | undefined;
  /** A later start, or for a provisional measure the date in the order. */
  readonly startsOn?: Day | undefined;
  /** The first day on which it no longer holds, when the judge set a term. */
  readonly until?: Day | undefined;
}

const latest = (one: Day, other: Day | undefined): Day => (other !== undefined && other > one ? other : one);

/**
 * R22: the first day of the guardian's authority.
 * - curatele (BW 1:383): the day after the order was given or sent; nobody sets another day;
 * - bewind (BW 1:435) and mentorschap (BW 1:452): the same, unless the order names a later day;
 * - provisional (BW 1:380): the day in the order.
 */
export function authorityFrom(ground: CourtMeasure, { givenOn, sentOn, startsOn }: OrderDays): Day {
  const dayAfter = addDays(sentOn ?? givenOn, 1);
  if (ground === 'curatele') return dayAfter;
  if (ground === 'provisional') return startsOn ?? dayAfter;
  return latest(dayAfter, startsOn);
}

/**
 * R22, R26: the day from which the measure itself works on what others may do. Under curatele the ward is incapable
 * from the day it was pronounced (BW 1:381), a day before anybody represents him: that gap is the law's.
 */
export const worksFrom = (ground: CourtMeasure, days: OrderDays): Day =>
  ground === 'curatele' ? days.givenOn : authorityFrom(ground, days);

/** R22: every fault of the days of an order at once; the places are those of the request. */
export function faultsOfDays(ground: CourtMeasure, days: OrderDays, now: Date): readonly Fault[] {
  const { givenOn, sentOn, startsOn, until } = days;
  const today = dayOf(now);
  const faults: Fault[] = [];
  if (givenOn > today)
    faults.push(
      fault(
        '#/givenOn',
        'in-the-future',
        'A judge has given the order today or earlier.',
        'Een rechter heeft het besluit vandaag of eerder genomen.',
      ),
    );
  if (sentOn !== undefined && sentOn > today)
    faults.push(
      fault(
        '#/sentOn',
        'in-the-future',
        'The court has sent the order today or earlier.',
        'De rechtbank heeft het besluit vandaag of eerder verstuurd.',
      ),
    );
  if (sentOn !== undefined && sentOn < givenOn)
    faults.push(
      fault(
        '#/sentOn',
        'before-given',
        'An order is not sent before it is given.',
        'Een besluit wordt niet verstuurd voordat het is genomen.',
      ),
    );
  if (ground === 'curatele' && startsOn !== undefined)
    faults.push(
      fault(
        '#/startsOn',
        'not-for-curatele',
        'Curatele starts the day after the order was given or sent.',
        'Curatele begint op de dag nadat het besluit is genomen of verstuurd.',
      ),
    );
  if (ground === 'provisional' && startsOn === undefined)
    faults.push(
      fault(
        '#/startsOn',
        'required',
        'A provisional measure starts on the day in the order.',
        'Een voorlopige maatregel begint op de dag die in het besluit staat.',
      ),
    );
  if (startsOn !== undefined && startsOn < givenOn)
    faults.push(
      fault(
        '#/startsOn',
        'before-given',
        'A measure does not start before the order is given.',
        'Een maatregel begint niet voordat het besluit is genomen.',
      ),
    );
  if (until !== undefined && until <= authorityFrom(ground, days))
    faults.push(
      fault(
        '#/until',
        'before-start',
        'The end must be after the start.',
        'Het einde moet na het begin liggen.',
      ),
    );
  return faults;
}
