import { contains, type Day, dayOf, endless, type Period, startOf } from './day.ts';
import { Problem } from './errors.ts';
import type { MandateGround } from './ground.ts';
import type { ClientId, CourtOrderId, EmployeeId, MandateId, OrganisationId } from './ids.ts';
import { reasons } from './reasons.ts';
import { isOpen, type ScopeLine } from './scope.ts';
import { isSuspended } from './suspension.ts';

/** The states of the voluntary life (domain §5). `lapsed` and `expired` also follow from the clock. */
export const mandateStates = [
  ...(['requested', 'offered', 'active', 'suspended'] as const),
  ...(['declined', 'lapsed', 'withdrawn', 'revoked', 'renounced', 'expired', 'ended'] as const),
] as const;
/** One of {@link mandateStates}. */
export type MandateState = (typeof mandateStates)[number];

/** Why a mandate ended by the law rather than by one of its parties. */
export const endReasons = [
  ...(['death', 'curatele', 'bewind', 'bankruptcy', 'organisation-excluded', 'unused', 'renewed'] as const),
  ...(['term', 'lifted', 'dismissed', 'replaced', 'overturned'] as const), // of court measures alone
] as const;
/** One of {@link endReasons}. */
export type EndReason = (typeof endReasons)[number];

/** On which side of a mandate someone stands. */
export type Party = 'client' | 'organisation' | 'official' | 'job';

/** What a decision needs to know of a mandate. */
export interface Authority {
  readonly id: MandateId;
  readonly client: ClientId;
  readonly organisation: OrganisationId;
  /** The state as written; ask {@link stateAt} for the state as it is. */
  readonly state: MandateState;
  readonly ground: MandateGround;
  /** Until {@link endless} when a court measure has no term. */
  readonly period: Period;
  /** By law it gives nothing from this day on, which may lie in the future (R26, R29, R32). */
  readonly endsOn?: Day | undefined;
  /** On these days it gives nothing; what was not confirmed comes back by the clock (R28). */
  readonly suspended?: readonly Period[] | undefined;
  readonly lines: readonly ScopeLine[];
  /** An open request or offer lapses on this day. */
  readonly answerBy: Day;
  /** The employee who asked for it; absent when the client started it. */
  readonly requestedBy?: EmployeeId | undefined;
  /** When the client was offered it, online and by letter. Before that he does not see it (R3). */
  readonly offeredAt?: Date | undefined;
  readonly endedAt?: Date | undefined;
  /** The mandate that this one renews, or after whose end urgent acts are done. */
  readonly predecessor?: MandateId | undefined;
}

/** A mandate (machtiging): the authority of an organisation to act for a client. */
export interface Mandate extends Authority {
  readonly requestedAt: Date;
  readonly activatedAt?: Date | undefined;
  readonly endReason?: EndReason | undefined;
  /** The evidence for a court measure, and for urgent acts after one. */
  readonly order?: CourtOrderId | undefined;
  /** Wrong activation codes so far; the fifth locks (R10). */
  readonly wrongCodes: number;
}

interface Move {
  readonly by: readonly Party[];
  readonly from: readonly MandateState[];
  readonly to?: MandateState; // absent when the state stays as it is
  /** Also made with a mandate that does not rest on the client's will: neither he nor the office can end that. */
  readonly anyGround?: true;
}

/** A mandate's life. What is not in this table cannot happen; end states have no way out (R18). */
export const moves = {
  offer: { by: ['job'], from: ['requested'], to: 'offered' },
  consent: { by: ['client'], from: ['offered'], to: 'active' },
  activate: { by: ['organisation'], from: ['offered'], to: 'active' }, // with the client's code (R9, R10)
  decline: { by: ['client', 'official'], from: ['offered'], to: 'declined' }, // an official: with a revocation (R16)
  withdraw: { by: ['organisation'], from: ['requested', 'offered'], to: 'withdrawn' },
  lapse: { by: ['organisation', 'job'], from: ['requested', 'offered'], to: 'lapsed' },
  narrow: { by: ['client'], from: ['active', 'suspended'] },
  confirm: { by: ['organisation'], from: ['active'] }, // still needed, says the office
  suspend: { by: ['official'], from: ['active'], to: 'suspended', anyGround: true },
  resume: { by: ['official'], from: ['suspended'], to: 'active', anyGround: true },
  revoke: { by: ['client', 'official'], from: ['active', 'suspended'], to: 'revoked' },
  renounce: { by: ['organisation'], from: ['active', 'suspended'], to: 'renounced' },
  end: { by: ['official', 'job'], from: ['active', 'suspended'], to: 'ended', anyGround: true },
} as const satisfies Record<string, Move>;

/** The name of a move. */
export type MandateMove = keyof typeof moves;

/** Whether a move is ever open to this side: half of what `decide()` asks; the state is the other half. */
export const mayMove = (move: MandateMove, party: Party): boolean =>
  (moves[move].by as readonly Party[]).includes(party);

const open: readonly MandateState[] = ['requested', 'offered'];
const running: readonly MandateState[] = ['active', 'suspended'];
const never: readonly MandateState[] = [...open, 'declined', 'lapsed', 'withdrawn'];
const beyondRecall = (state: MandateState): boolean => !open.includes(state) && !running.includes(state);

/** Whether the client ever gave it. */
export const wasGiven = ({ state }: Authority): boolean => !never.includes(state);

/** From which day on it gives nothing, whatever becomes of it: its term, or an earlier end by law. */
export const lastsUntil = ({ period, endsOn = endless }: Authority): Day =>
  endsOn < period.until ? endsOn : period.until;

/** How far its life is: what ends, expires or lapses by the clock needs no job to run for it. */
function lifeAt(mandate: Authority, now: Date): MandateState {
  const today = dayOf(now);
  if (open.includes(mandate.state) && today >= mandate.answerBy) return 'lapsed';
  if (running.includes(mandate.state) && today >= lastsUntil(mandate))
    return lastsUntil(mandate) === mandate.endsOn ? 'ended' : 'expired';
  return mandate.state;
}

/** Whether the judge suspended it today. That is no move in its life: it comes back by the clock (R28). */
const isPaused = ({ suspended }: Authority, now: Date): boolean => isSuspended(suspended, dayOf(now));

/** The state as it is now. */
export function stateAt(mandate: Authority, now: Date): MandateState {
  const state = lifeAt(mandate, now);
  return state === 'active' && isPaused(mandate, now) ? 'suspended' : state;
}

/** Whether the mandate gives authority at this instant. */
export const isInForce = (mandate: Authority, now: Date): boolean =>
  stateAt(mandate, now) === 'active' && contains(mandate.period, dayOf(now));

/** Whether a mandate still claims its scope: asked for, or given and not ended (R14). */
export const isClaiming = (mandate: Authority, now: Date): boolean => !beyondRecall(stateAt(mandate, now));

/** The instant from which the mandate gave nothing any more, when it is over: an end written later changes no past. */
export function overSince(mandate: Authority, now: Date): Date | undefined {
  const { endedAt } = mandate;
  if (endedAt === undefined && !running.includes(mandate.state)) return undefined;
  if (dayOf(now) < lastsUntil(mandate)) return endedAt;
  const byClock = startOf(lastsUntil(mandate));
  return endedAt !== undefined && endedAt < byClock ? endedAt : byClock;
}

/** Whether a move can be made at all with what rests on this ground. */
export const isOfItsGround = ({ ground }: Authority, move: MandateMove): boolean =>
  ground === 'voluntary' || (moves[move] as Move).anyGround === true;

/** Whether this side can make this move now: what the table of moves has for it, ground and state. */
export function isOpenTo(mandate: Authority, move: MandateMove, party: Party, now: Date): boolean {
  const { by, from }: Move = moves[move];
  return isOfItsGround(mandate, move) && by.includes(party) && from.includes(lifeAt(mandate, now));
}

/**
 * Makes a move, or says that it cannot be made.
 * @throws Problem `move-not-possible` when the table does not have the move for this side and state.
 */
export function settle(
  mandate: Mandate,
  move: MandateMove,
  party: Party,
  now: Date,
  why?: EndReason,
): Mandate {
  const state = lifeAt(mandate, now);
  const rule: Move = moves[move];
  if (!isOpenTo(mandate, move, party, now))
    // R3: an office may not learn from a refusal that a request was offered, and so that the person exists.
    throw new Problem('move-not-possible', {
      says: isOfItsGround(mandate, move) ? undefined : reasons['not-of-this-ground'],
      members: { state: party === 'organisation' && state === 'offered' ? 'requested' : state, move },
    });
  const to = rule.to ?? state;
  const over = beyondRecall(to);
  return {
    ...mandate,
    state: to,
    ...(move === 'offer' ? { offeredAt: now } : {}),
    ...(move === 'consent' || move === 'activate' ? { activatedAt: now } : {}),
    ...(over ? { endedAt: now, endReason: why } : {}),
  };
}

/** R10: the fifth wrong code locks, and a locked offer has lapsed. */
export const wrongCodesAllowed = 5;

/** R10: what a wrong code does to the mandate. */
export function afterWrongCode(mandate: Mandate, now: Date): Mandate {
  const counted = { ...mandate, wrongCodes: mandate.wrongCodes + 1 };
  return counted.wrongCodes < wrongCodesAllowed ? counted : settle(counted, 'lapse', 'organisation', now);
}

/** The lines that are not over. */
export const openLines = (mandate: Authority, now: Date): readonly ScopeLine[] =>
  mandate.lines.filter((line) => isOpen(line, dayOf(now)));
