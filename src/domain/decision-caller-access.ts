import type { ActionName } from './actions.ts';
import type { Actor } from './actor.ts';
import type { DecisionCaller } from './decision-caller.ts';
import { type Denial, deny, type Facts, type Permit, type Verdict } from './decision.ts';
import type { ReasonCode } from './reasons.ts';

/** Whether a system may ask for decisions at all: for whom an official registered it, until he ends that. */
export function decideOnCaller(actor: Actor, action: ActionName, { decisionCaller }: Facts): Verdict {
  if (actor.kind !== 'system' && actor.kind !== 'sender') return deny('wrong-kind-of-actor');
  if (!decisionCaller || decisionCaller.oin !== actor.oin || decisionCaller.endedAt)
    return deny('caller-not-registered');
  return action === 'decision.search' && !decisionCaller.searches
    ? deny('caller-may-not-search')
    : { ground: { kind: 'task' } };
}

/** What is never told: to a system that serves a representative it would tell him (decision 0032). */
const keptFromAll: readonly ReasonCode[] = ['shielded'];

/**
 * The reason that this system hears of a refusal; nothing when it hears none. What is hidden from the one asked about is
 * told to his systems as what does not exist (R3, R34).
 */
export function toldTo({ tells }: DecisionCaller, { reason, concealed }: Denial): ReasonCode | undefined {
  if (tells === 'nothing') return undefined;
  if (keptFromAll.includes(reason)) return tells === 'true-reason' ? 'outside-the-mandate' : 'does-not-exist';
  return concealed && tells === 'as-subject' ? 'does-not-exist' : reason;
}

/**
 * Who hears nothing does not learn by trying BSNs who is known here. That somebody may see his own affairs says only that
 * he is: asked with a BSN it is a no to such a system, as it is of who is not known.
 */
export const isKeptFrom = (caller: DecisionCaller, { ground }: Permit, byBsn: boolean): boolean =>
  ground.kind === 'own-affairs' && !mayLook(caller, byBsn);

/** Whether this system may search by such names: how far a search comes would say who is known here too. */
export const mayLook = ({ tells }: DecisionCaller, byBsn: boolean): boolean => tells !== 'nothing' || !byBsn;
