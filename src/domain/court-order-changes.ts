import { type Given, type OrderMoveName, overOn } from './court-order.ts';
import type { Day } from './day.ts';
import { type Fault, fault } from './errors.ts';
import type { EndReason } from './mandate.ts';
import { lapseOf, suspensionKinds, suspensionsOf, type ToldOfSuspension, untold } from './suspension.ts';

/** What a court can decide about a measure later on, or what the law makes of what happened to the guardian. */
export const orderChangeKinds = [
  ...(['suspended', 'suspension-confirmed', 'suspension-ended'] as const),
  ...(['lifted', 'dismissed', 'replaced', 'overturned', 'guardian-died', 'guardian-bankrupt'] as const),
  'term-set',
] as const;
/** One of {@link orderChangeKinds}. */
export type OrderChangeKind = (typeof orderChangeKinds)[number];

/** A later change of a measure, told by the register or entered by an official. */
export interface OrderChange {
  readonly kind: OrderChangeKind;
  /**
   * The day that the change speaks of: the first day without authority; for `lifted` the day on which that is final
   * (R29); for a suspension its first day; for `suspension-ended` the first day on which it no longer holds; for
   * `term-set` the new end.
   */
  readonly on: Day;
  /** R29: the order that lifts says that it ends earlier than the day on which it is final. */
  readonly earlierOn?: Day | undefined;
  /** R28: the parties were heard, so that this suspension does not lapse by itself (BW 1:448.2). */
  readonly heard?: boolean | undefined;
}

/** R29: what is wrong with a decision, whoever tells it: only a lifting says an earlier day than its own. */
export const faultsOfDecision = ({ kind, earlierOn }: OrderChange): readonly Fault[] =>
  earlierOn !== undefined && kind !== 'lifted'
    ? [
        fault(
          '#/earlierOn',
          'only-lifted',
          'Only a lifting has an earlier day. Leave this out.',
          'Alleen een opheffing heeft een eerdere dag. Laat dit weg.',
        ),
      ]
    : [];

/** R28: and with what an official enters: one that lapsed already closes no day, so he meant another. */
export const faultsOfChange = (change: OrderChange, today: Day): readonly Fault[] => [
  ...faultsOfDecision(change),
  ...(change.kind === 'suspended' && !change.heard && lapseOf(change.on) <= today
    ? [
        fault(
          '#/on',
          'over-already',
          'The two weeks of this suspension are over. Look at the day, or say that the parties were heard.',
          'De twee weken van deze schorsing zijn voorbij. Kijk naar de datum, of geef aan dat partijen zijn gehoord.',
        ),
      ]
    : []),
];

/** The days that a change can move. */
export type OrderPeriods = Pick<Given, 'period' | 'endsOn' | 'endReason' | 'suspended'>;

/**
 * The same as they are, with the instant of an end that was written, whatever it came from: a death (R30) for one. With
 * the death of the ward every measure was over; while he lives it can outlive its guardian.
 */
export type KnownPeriods = OrderPeriods &
  Pick<Given, 'endedAt'> & {
    readonly wardLives?: boolean | undefined;
    /** Nothing of it is left by now, whatever ended it. */
    readonly isOver?: boolean | undefined;
    /** What was told of its suspensions, and carried out. */
    readonly told?: readonly ToldOfSuspension[] | undefined;
  };

/** Why a change cannot be carried out by a machine. */
export type ChangeFault =
  /** It may make sense once another one has come: changes arrive out of order. */
  | 'too-early'
  /** It does not fit what is known: an end later than the known one, or a suspension that lapsed. */
  | 'contradicts'
  /** R28: one suspension is over on that day, and another runs on: which of them was ended? */
  | 'which-suspension'
  /** It gives back or adds authority: only a new order, or the register, does that. */
  | 'widens';

/** What a change comes to. `same` when it was known already. */
export type Changed =
  | {
      readonly outcome: 'applied';
      readonly periods: OrderPeriods;
      /** Only the measure itself ends: the authority of this guardian was over before, and stays as it ended. */
      readonly measureOver?: Day | undefined;
    }
  | { readonly outcome: 'same' }
  | { readonly outcome: ChangeFault };

const reasonOf: Partial<Record<OrderChangeKind, EndReason>> = {
  lifted: 'lifted',
  dismissed: 'dismissed',
  replaced: 'replaced',
  overturned: 'overturned',
  'guardian-died': 'death',
  'guardian-bankrupt': 'bankruptcy',
};

/** The moves of the table by which an order changes later on. */
export type LaterMove = Extract<
  OrderMoveName,
  'suspend' | 'confirm-suspension' | 'end-suspension' | 'set-term' | 'end'
>;

/**
 * R30: whether all ends that a guardian has who is a person, of every ward: who is named in it died. Of who is not named it
 * is not sure that he is meant, and not the guardian of this case before him.
 */
export const endsAllOfHim = ({ kind }: Pick<OrderChange, 'kind'>, namesHim: boolean): boolean =>
  kind === 'guardian-died' && namesHim;

/** Which move of the table a change is. */
export function moveOf({ kind }: OrderChange): LaterMove {
  if (kind === 'suspended') return 'suspend';
  if (kind === 'suspension-confirmed') return 'confirm-suspension';
  if (kind === 'suspension-ended') return 'end-suspension';
  return kind === 'term-set' ? 'set-term' : 'end';
}

/** What of a change says of which day it is. */
export type SaidOfADay = Pick<OrderChange, 'kind' | 'on'> & { readonly earlierOn?: Day | null | undefined };

/** The day that a change speaks of: of a lifting the first day without the measure (R29). */
export const speaksOf = ({ kind, on, earlierOn }: SaidOfADay): Day =>
  kind === 'lifted' && earlierOn && earlierOn < on ? earlierOn : on;

const applied = (periods: OrderPeriods): Changed => ({ outcome: 'applied', periods });

/** Whether a change is about a suspension. */
export const isOfSuspension = <Change extends Pick<OrderChange, 'kind'>>(
  change: Change,
): change is Change & Pick<ToldOfSuspension, 'kind'> =>
  (suspensionKinds as readonly string[]).includes(change.kind);

/**
 * R28: what becomes of the suspensions, from all that was told of them. What a judge took away, the register gives back,
 * or a new order with two officials; never one hand.
 */
function ofSuspensions(known: KnownPeriods, change: ToldOfSuspension, mayWiden: boolean): Changed {
  const { suspended = [], told = [] } = known;
  const { periods, fits } = suspensionsOf([...untold(suspended, told), ...told, change]);
  const fit = fits.get(change) ?? 'contradicts';
  if (fit !== 'fits') return { outcome: fit };
  if (change.kind === 'suspension-ended' && !mayWiden) return { outcome: 'widens' };
  return applied({ ...known, suspended: periods });
}

/** What ends the authority of one guardian: the measure goes on until the court ends that (R26, R27). */
const ofTheGuardian: readonly (EndReason | undefined)[] = [
  ...(['dismissed', 'replaced', 'death', 'bankruptcy', 'organisation-excluded'] as const),
];

/**
 * An earlier end is believed, a later one is not: what ended does not come back by itself (R18). That the measure was
 * lifted after its guardian had gone is another matter: with that the ward is free of it (R29). And so is that it was
 * overturned after it had ended: with that nothing is left to finish (R31).
 */
function end(known: KnownPeriods, change: OrderChange, reason: EndReason): Changed {
  const on = speaksOf(change);
  const over = overOn(known);
  if (known.endsOn === on && known.endReason === reason) return { outcome: 'same' };
  const ofTheMeasure = ofTheGuardian.includes(known.endReason)
    ? reason === 'lifted' || reason === 'overturned'
    : reason === 'overturned' && known.endReason !== 'overturned' && known.isOver;
  if (on >= over && known.wardLives && ofTheMeasure)
    return { outcome: 'applied', periods: known, measureOver: on };
  const otherwise = on === over && (known.endedAt !== undefined || known.endsOn === on);
  if (on > over || otherwise) return { outcome: 'contradicts' };
  return applied({ ...known, endsOn: on, endReason: reason });
}

function setTerm(known: OrderPeriods, { on }: OrderChange, mayWiden: boolean): Changed {
  const { period, endsOn } = known;
  if (on === period.until) return { outcome: 'same' };
  if (on <= period.from || (endsOn !== undefined && on > endsOn)) return { outcome: 'contradicts' };
  if (on > period.until && !mayWiden) return { outcome: 'widens' };
  return applied({ ...known, period: { from: period.from, until: on } });
}

/**
 * R28, R29 and the ends of domain §4: what a change makes of the days of a measure. The register may lengthen a term or
 * end a suspension; by hand that takes a new order, with two officials (R21).
 */
export function changed(known: KnownPeriods, change: OrderChange, by: 'official' | 'register'): Changed {
  const mayWiden = by === 'register';
  const reason = reasonOf[change.kind];
  if (reason !== undefined) return end(known, change, reason);
  if (isOfSuspension(change)) return ofSuspensions(known, change, mayWiden);
  return setTerm(known, change, mayWiden);
}
