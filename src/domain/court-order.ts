import { type Day, dayOf, type Period } from './day.ts';
import { Problem } from './errors.ts';
import type { CourtMeasure } from './ground.ts';
import type { ClientId, CourtOrderId, MandateId, OrganisationId } from './ids.ts';
import type { EndReason } from './mandate.ts';
import { isSuspended } from './suspension.ts';

/** The legal life (domain §5). `active`, `suspended` and `ended` follow from the days of what the order gave. */
export const orderStates = [
  ...(['registered', 'in-verification', 'supplement-requested', 'rejected', 'withdrawn'] as const),
  ...(['verified', 'active', 'suspended', 'ended'] as const),
] as const;
/** One of {@link orderStates}. */
export type OrderState = (typeof orderStates)[number];

/** The states that are written; after `verified` the days say the rest. */
export const writtenOrderStates = [
  ...([
    'registered',
    'in-verification',
    'supplement-requested',
    'rejected',
    'withdrawn',
    'verified',
  ] as const),
] as const;
/** One of {@link writtenOrderStates}. */
export type WrittenOrderState = (typeof writtenOrderStates)[number];

/** How a guardian comes: alone, beside another (R25), or in the place of one (R32). */
export const positions = ['sole', 'additional', 'successor'] as const;
/** One of {@link positions}. */
export type Position = (typeof positions)[number];

/** Who moves an order. The register is the judiciary's own, behind its port; the service asks the registers. */
export type OrderParty = 'organisation' | 'official' | 'register' | 'service';

/** The days of the authority that an order gave when it was verified; the mandate keeps them. */
export interface Given {
  readonly mandate: MandateId;
  /** Until the term, or endless. */
  readonly period: Period;
  /** The first day on which it gives nothing any more, by law, when that is known. May lie in the future. */
  readonly endsOn?: Day | undefined;
  readonly endReason?: EndReason | undefined;
  /** The suspensions that judges decided, each by itself: on the days of any of them it gives nothing (R28). */
  readonly suspended?: readonly Period[] | undefined;
  /** An official suspended the mandate itself, until he resumes it. */
  readonly halted?: boolean | undefined;
  /** When an end was written down that had come already. */
  readonly endedAt?: Date | undefined;
}

/** A court order (beschikking): the evidence for a legal mandate. */
export interface CourtOrder {
  readonly id: CourtOrderId;
  readonly client: ClientId;
  /** The office or person whom the court appointed. */
  readonly organisation: OrganisationId;
  readonly ground: CourtMeasure;
  readonly position: Position;
  /** The state as written; ask {@link orderStateAt} for the state as it is. */
  readonly state: WrittenOrderState;
  /** Absent until it was verified. */
  readonly gave?: Given | undefined;
}

interface OrderMove {
  readonly by: readonly OrderParty[];
  readonly from: readonly OrderState[];
  /** Absent when the state stays, or follows from the days that the move changes. */
  readonly to?: WrittenOrderState;
}

/** The life of a court order. What is not in this table cannot happen; what ended has no way back (R18). */
export const orderMoves = {
  'take-up': { by: ['service'], from: ['registered'], to: 'in-verification' }, // once the register of persons was asked
  supplement: { by: ['organisation'], from: ['supplement-requested'], to: 'in-verification' },
  withdraw: {
    by: ['organisation'],
    from: ['registered', 'in-verification', 'supplement-requested'],
    to: 'withdrawn',
  },
  'ask-supplement': { by: ['official'], from: ['in-verification'], to: 'supplement-requested' },
  reject: { by: ['official'], from: ['in-verification'], to: 'rejected' },
  approve: { by: ['official'], from: ['in-verification'] }, // the first of two (R21)
  verify: { by: ['official', 'register'], from: ['in-verification'], to: 'verified' },
  suspend: { by: ['official', 'register'], from: ['verified', 'active', 'suspended'] },
  'confirm-suspension': { by: ['official', 'register'], from: ['verified', 'active', 'suspended'] },
  'end-suspension': { by: ['official', 'register'], from: ['verified', 'active', 'suspended'] },
  'set-term': { by: ['official', 'register'], from: ['verified', 'active', 'suspended'] },
  end: { by: ['official', 'register'], from: ['verified', 'active', 'suspended', 'ended'] }, // an earlier end (R18)
} as const satisfies Record<string, OrderMove>;

/** The name of a move. */
export type OrderMoveName = keyof typeof orderMoves;

/** The first day on which what the order gave is over, as far as it is known: by law, or by its term. */
export const firstDayWithout = ({ period, endsOn }: Pick<Given, 'period' | 'endsOn'>): Day =>
  endsOn !== undefined && endsOn < period.until ? endsOn : period.until;

/** The first day without it once it is over: by law, by its term, or the day on which somebody wrote that it ended. */
export function overOn(gave: Pick<Given, 'period' | 'endsOn' | 'endedAt'>): Day {
  const byLaw = firstDayWithout(gave);
  const written = gave.endedAt && dayOf(gave.endedAt);
  return written !== undefined && written < byLaw ? written : byLaw;
}

/** The state on a day, by what is known now. Start, term, suspension and its lapse follow from the days alone. */
export function orderStateOn({ state, gave }: Pick<CourtOrder, 'state' | 'gave'>, day: Day): OrderState {
  if (state !== 'verified' || gave === undefined) return state;
  if (gave.endedAt !== undefined || day >= firstDayWithout(gave)) return 'ended';
  if (day < gave.period.from) return 'verified';
  return isSuspended(gave.suspended, day) || gave.halted ? 'suspended' : 'active';
}

/** The state as it is now: by the clock, no job has to run. */
export const orderStateAt = (order: Pick<CourtOrder, 'state' | 'gave'>, now: Date): OrderState =>
  orderStateOn(order, dayOf(now));

/** Whether an order still claims or gives something: nobody registers it a second time. */
export const isOpenOrder = (order: Pick<CourtOrder, 'state' | 'gave'>, now: Date): boolean =>
  !['rejected', 'withdrawn', 'ended'].includes(orderStateAt(order, now));

/** Whether the table has this move for this side and the state as it is now. */
export const canMoveOrder = (
  order: Pick<CourtOrder, 'state' | 'gave'>,
  move: OrderMoveName,
  party: OrderParty,
  now: Date,
): boolean => {
  const { by, from }: OrderMove = orderMoves[move];
  return by.includes(party) && from.includes(orderStateAt(order, now));
};

/**
 * The written state after a move.
 * @throws Problem `move-not-possible` when the table does not have the move for this side and state.
 */
export function settleOrder(
  order: Pick<CourtOrder, 'state' | 'gave'>,
  move: OrderMoveName,
  party: OrderParty,
  now: Date,
): WrittenOrderState {
  const rule: OrderMove = orderMoves[move];
  if (!canMoveOrder(order, move, party, now))
    throw new Problem('move-not-possible', { members: { state: orderStateAt(order, now), move } });
  return rule.to ?? order.state;
}
