import type { ActionName } from './actions.ts';
import type { MandateState, Party } from './mandate.ts';

/** The acts that change a mandate: its time line is made of these. */
export const mandateChanges = [
  ...(['mandate.request', 'mandate.grant', 'mandate.offer', 'mandate.consent', 'mandate.activate'] as const),
  ...(['mandate.decline', 'mandate.withdraw', 'mandate.narrow', 'mandate.suspend'] as const),
  ...(['mandate.resume', 'mandate.revoke', 'mandate.renounce', 'mandate.renew'] as const),
  ...(['mandate.confirm', 'mandate.end', 'mandate.begin'] as const),
] as const satisfies readonly ActionName[];

/**
 * The states by which a client answers a request: by consent or code, or by refusing. A time line that holds one
 * shows that he was reached, and so that he exists.
 */
export const answers = ['active', 'declined'] as const satisfies readonly MandateState[];

/**
 * R3: an offer is made only to a person who exists and was named rightly. So the office hears of it only after
 * the request was answered; until then it cannot tell a request that was offered from one that never will be.
 */
export const mayKnowOfOffer = (party: Party, answered: boolean): boolean =>
  party !== 'organisation' || answered;

/** R3: a state as this party may see it; to an office without an answer, offered looks requested. */
export const stateShownTo = (party: Party, answered: boolean, state: MandateState): MandateState =>
  state === 'offered' && !mayKnowOfOffer(party, answered) ? 'requested' : state;
