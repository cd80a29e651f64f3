import type { Actor } from './actor.ts';
import { deny, type Facts, type Question, type Verdict } from './decision.ts';
import { whyNotApprove } from './four-eyes.ts';
import { isTaken, noGuardianship } from './guardianship.ts';
import type { PaperMandateFacts } from './paper-mandate.ts';
import type { ReasonCode } from './reasons.ts';

/** What an official can ask about a mandate on paper. */
type PaperQuestion = Extract<Question, { readonly action: `paper-mandate.${string}` }>;

/**
 * Who enters it does not let it begin, and whose eyes no longer count leaves nothing behind that does. Nor does it begin for
 * another than who signed it: that two became one may be undone.
 */
function whyNotConfirm(official: string, { entered, abroad }: PaperMandateFacts): ReasonCode | undefined {
  if (!entered) return 'does-not-exist';
  const why = whyNotApprove(official, { submitter: entered.by, approvedBy: [] });
  if (why) return why;
  if (!entered.stillWorks) return 'entered-by-suspended';
  if (entered.ofAnother) return 'entered-for-another';
  return abroad === false ? 'client-not-abroad' : undefined;
}

/** R26, R27, R30: whether this client can give this representative anything. */
function whyNotGiven(
  { client, lines }: PaperMandateFacts,
  { organisation, guardianship = noGuardianship, diedOn }: Facts,
  now: Date,
): ReasonCode | undefined {
  if (organisation?.standing !== 'recognised') return 'representative-may-not-act';
  if (organisation.person === client) return 'represents-himself';
  if (diedOn !== undefined) return 'client-died';
  return isTaken(lines, guardianship, now) ? 'client-under-guardianship' : undefined;
}

/**
 * What a client abroad gave on paper two different officials let begin: one enters it, another confirms it. The same is
 * asked of client and representative at both moments, because what was so at the first may not be so at the second.
 */
export function decideOnPaperMandate(
  actor: Actor,
  question: PaperQuestion,
  facts: Facts,
  now: Date,
): Verdict {
  const { paperMandate, organisation } = facts;
  if (!paperMandate || !organisation) return deny('does-not-exist');
  if (actor.kind !== 'official') return deny('not-a-party');
  const { action } = question;
  const why =
    (action === 'paper-mandate.confirm' ? whyNotConfirm(actor.subject, paperMandate) : undefined) ??
    (action === 'paper-mandate.confirm' || action === 'paper-mandate.enter'
      ? whyNotGiven(paperMandate, facts, now)
      : undefined);
  const { begun, client } = paperMandate;
  return why ? deny(why) : { ground: { kind: 'supervision' }, client: begun ? client : undefined };
}
