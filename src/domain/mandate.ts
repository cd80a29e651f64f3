import { addDays, contains, type Day, dayOf, type Period, startOf } from './day.ts';
import { Problem } from './errors.ts';
import type { ClientId, EmployeeId, MandateId, OrganisationId } from './ids.ts';
import { isOpen, type ScopeLine } from './scope.ts';

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
  readonly period: Period;
  readonly lines: readonly ScopeLine[];
  /** An open request or offer lapses on this day. */
  readonly answerBy: Day;
  /** The employee who asked for it; absent when the client started it. */
  readonly requestedBy?: EmployeeId | undefined;
  /** When the client was offered it, online and by letter. Before that he does not see it (R3). */
  readonly offeredAt?: Date | undefined;
  readonly endedAt?: Date | undefined;
}

/** A mandate (machtiging): the authority of an organisation to act for a client. */
export interface Mandate extends Authority {
  readonly requestedAt: Date;
  readonly activatedAt?: Date | undefined;
  readonly endReason?: EndReason | undefined;
  readonly predecessor?: MandateId | undefined;
  /** Wrong activation codes so far; the fifth locks (R10). */
  readonly wrongCodes: number;
}

interface Move {
  readonly by: readonly Party[];
  readonly from: readonly MandateState[];
  /** Absent when the state stays as it is. */
  readonly to?: MandateState;
}

/** A mandate's life. What is not in this table cannot happen; end states have no way out (R18). */
export const moves = {
  offer: { by: ['job'], from: ['requested'], to: 'offered' },
  consent: { by: ['client'], from: ['offered'], to: 'active' },
  activate: { by: ['organisation'], from: ['offered'], to: 'active' }, // with the client's code (R9, R10)
  decline: { by: ['client'], from: ['offered'], to: 'declined' },
  withdraw: { by: ['organisation'], from: ['requested', 'offered'], to: 'withdrawn' },
  lapse: { by: ['organisation', 'job'], from: ['requested', 'offered'], to: 'lapsed' },
  narrow: { by: ['client'], from: ['active', 'suspended'] },
  confirm: { by: ['organisation'], from: ['active'] }, // still needed, says the office
  suspend: { by: ['official'], from: ['active'], to: 'suspended' },
  resume: { by: ['official'], from: ['suspended'], to: 'active' },
  revoke: { by: ['client', 'official'], from: ['active', 'suspended'], to: 'revoked' },
  renounce: { by: ['organisation'], from: ['active', 'suspended'], to: 'renounced' },
  end: { by: ['official', 'job'], from: ['active', 'suspended'], to: 'ended' },
} as const satisfies Record<string, Move>;

/** The name of a move. */
export type MandateMove = keyof typeof moves;

/** Whether a move is ever open to this side: half of what `decide()` asks; the state is the other half. */
export const mayMove = (move: MandateMove, party: Party): boolean =>
  (moves[move].by as readonly Party[]).includes(party);

const open: readonly MandateState[] = ['requested', 'offered'];
const running: readonly MandateState[] = ['active', 'suspended'];
const beyondRecall = (state: MandateState): boolean => !open.includes(state) && !running.includes(state);

/** The state as it is now: expiry and lapse follow from the clock, no job has to run for them. */
export function stateAt(mandate: Authority, now: Date): MandateState {
  const today = dayOf(now);
  if (open.includes(mandate.state) && today >= mandate.answerBy) return 'lapsed';
  if (running.includes(mandate.state) && today >= mandate.period.until) return 'expired';
  return mandate.state;
}

/** Whether the mandate gives authority at this instant. */
export const isInForce = (mandate: Authority, now: Date): boolean =>
  stateAt(mandate, now) === 'active' && contains(mandate.period, dayOf(now));

/** Whether a mandate still claims its scope: asked for, or given and not ended (R14). */
export const isClaiming = (mandate: Authority, now: Date): boolean => !beyondRecall(stateAt(mandate, now));

/** The instant from which the mandate gave nothing any more, when it is over. */
export function overSince(mandate: Authority, now: Date): Date | undefined {
  if (mandate.endedAt !== undefined) return mandate.endedAt;
  return stateAt(mandate, now) === 'expired' ? startOf(mandate.period.until) : undefined;
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
  const state = stateAt(mandate, now);
  const rule: Move = moves[move];
  if (!rule.by.includes(party) || !rule.from.includes(state))
    // R3: an office may not learn from a refusal that a request was offered, and so that the person exists.
    throw new Problem('move-not-possible', {
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

/** R11: for how many days the code in a letter works; abroad the post takes longer. */
export interface AnswerTerms {
  readonly inTheNetherlands: number;
  readonly abroad: number;
}

/** R11: the day from which a code that is sent now no longer works. */
export const codeEndsOn = (now: Date, abroad: boolean, terms: AnswerTerms): Day =>
  addDays(dayOf(now), abroad ? terms.abroad : terms.inTheNetherlands);

/**
 * The day on which a request made now lapses without an answer. It is the same for everyone, at home, abroad and
 * unknown, because an office that sees one request lapse sooner than another would learn something (R3).
 */
export const offerStandsUntil = (now: Date, terms: AnswerTerms): Day =>
  addDays(dayOf(now), Math.max(terms.abroad, terms.inTheNetherlands));

/** R10: the fifth wrong code locks, and a locked offer has lapsed. */
export const wrongCodesAllowed = 5;

/** R10: what a wrong code does to the mandate. */
export function afterWrongCode(mandate: Mandate, now: Date): Mandate {
  const counted = { ...mandate, wrongCodes: mandate.wrongCodes + 1 };
  return counted.wrongCodes < wrongCodesAllowed ? counted : settle(counted, 'lapse', 'organisation', now);
}

/** The lines that were not ended. */
export const openLines = (mandate: Authority): readonly ScopeLine[] => mandate.lines.filter(isOpen);
