import type { Actor, Subject } from './actor.ts';
import { deny, type IdentityCaseFacts, type Question, type Verdict } from './decision.ts';
import type { ReasonCode } from './reasons.ts';

/** What can be asked about a case of who somebody is. */
type CaseQuestion = Extract<Question, { readonly identityCase: unknown }>;

/** Four eyes: nobody lets in whom he brought in himself, and nobody confirms what he proposed. */
function whyNotConfirm(official: Subject, { proposed }: IdentityCaseFacts): ReasonCode | undefined {
  if (!proposed) return undefined; // that there is nothing to confirm is no refusal
  if (proposed.by === official) return 'same-official';
  return proposed.stillWorks ? undefined : 'entered-by-suspended';
}

/**
 * Access to an inbox that is there already takes two officials, and neither is the one who entered the request. The way
 * of paper is for who lives abroad: who lives here has other means, and a letter at home.
 */
export function decideOnIdentityCase(
  actor: Actor,
  question: CaseQuestion,
  identityCase: IdentityCaseFacts | undefined,
): Verdict {
  if (!identityCase) return deny('does-not-exist');
  const { action } = question;
  if (
    actor.kind === 'official' &&
    (action === 'identity-case.decide' || action === 'identity-case.confirm')
  ) {
    if (identityCase.enteredBy === actor.subject) return deny('own-request');
    const why = action === 'identity-case.confirm' ? whyNotConfirm(actor.subject, identityCase) : undefined;
    if (why) return deny(why);
  }
  if (question.abroad === false) return deny('client-not-abroad');
  return { ground: { kind: 'supervision' } };
}
