import type { Subject } from './actor.ts';
import type { ClientId, EmployeeId, MandateId, OrganisationId, ProposalId } from './ids.ts';

/** R21: so many different officials look at an order before it works. */
const eyesNeeded = 2;

/** What the four eyes rest on. */
export interface Looked {
  /** Who handed the order in. */
  readonly submitter: Subject;
  /** The officials who approved what lies there now; a supplement begins a new round, for which all look again. */
  readonly approvedBy: readonly Subject[];
}

/** What a decision needs to know of a court order. */
export interface OrderFacts extends Looked {
  readonly client: ClientId;
  readonly organisation: OrganisationId;
  readonly submittedBy: EmployeeId;
  readonly verified: boolean;
}

/** R21: who may approve, and why not: the submitter never does, and nobody counts twice. */
export function whyNotApprove(
  official: Subject,
  { submitter, approvedBy }: Looked,
): 'own-request' | 'same-official' | undefined {
  if (official === submitter) return 'own-request';
  return approvedBy.includes(official) ? 'same-official' : undefined;
}

/** Whether this approval is the one with which enough officials have looked. */
export const isEnough = (official: Subject, { approvedBy }: Looked): boolean =>
  new Set([...approvedBy, official]).size >= eyesNeeded;

/**
 * R21, R32: whose place a guardian takes is a part of what is approved.
 * - `same`: he chose what lies there;
 * - `anew`: he chose otherwise, so that what others approved no longer counts;
 * - `unsaid`: he said nothing of what a colleague chose, and may not have seen it.
 */
export function choiceOf(
  chosen: MandateId | undefined,
  known: MandateId | undefined,
  { approvedBy }: Pick<Looked, 'approvedBy'>,
): 'same' | 'anew' | 'unsaid' {
  if (chosen === known) return 'same';
  return chosen === undefined && approvedBy.length > 0 ? 'unsaid' : 'anew';
}

/** Whose inbox an official proposes to open, as another one confirms it. */
export interface Proposed {
  readonly id: ProposalId;
  readonly client: ClientId;
}

/** A confirmation is of the proposal that lies there: who looked at another one did not see what would open. */
export const confirms = (named: Proposed, lying: Proposed): boolean =>
  named.id === lying.id && named.client === lying.client;

/** An official works, or another official suspended him. */
export const officialStandings = ['active', 'suspended'] as const;
/** One of {@link officialStandings}. */
export type OfficialStanding = (typeof officialStandings)[number];
