import { leastAssurance } from './action-rule.ts';
import { type ActionName, ruleOf } from './actions.ts';
import { type Actor, carriesALevel } from './actor.ts';
import { highest, suffices } from './assurance.ts';
import { decideOnOfficial, decideOnOrder, decideOnUrgentAct } from './court-order-access.ts';
import { decideOnCaller } from './decision-caller-access.ts';
import { type Denial, deny, type Facts, type Permit, type Question, type Verdict } from './decision.ts';
import { AccessDenied } from './errors.ts';
import { isTaken, noGuardianship } from './guardianship.ts';
import { decideOnIdentityCase } from './identity-case-access.ts';
import type { ClientId, OrganisationId } from './ids.ts';
import { decideOnClient, decideOnMessage, whyTooLow } from './inbox-access.ts';
import { decideOnMandate } from './mandate-access.ts';
import { decideOnPaperMandate } from './paper-mandate-access.ts';
import { atLeast, isEmployed } from './organisation.ts';

/** The door: may this kind of actor, signed in like this, ask this at all (R5)? Needs no facts. */
export function knock(actor: Actor, action: ActionName): Denial | undefined {
  const rule = ruleOf(action);
  if (actor.kind === 'unlinked' && actor.ended && !rule.withEnded)
    return deny('means-ended', { since: actor.ended });
  if (!rule.actors.includes(actor.kind))
    return deny(actor.kind === 'unlinked' ? 'means-not-linked' : 'wrong-kind-of-actor');
  const carried = carriesALevel(actor) ? (rule.carried ?? 'low') : 'low';
  const needed = highest(rule.assurance, leastAssurance[actor.kind], carried);
  return suffices(actor.assurance, needed) ? undefined : deny(whyTooLow(actor), { needed });
}

/** R33: whether this employee works here, in an office that may act, with a role that suffices. */
function inTheOffice(action: ActionName, facts: Facts, now: Date): Denial | undefined {
  const rule = ruleOf(action);
  if (!facts.employment || !isEmployed(facts.employment, now))
    return rule.afterLeaving ? undefined : deny('employment-ended');
  if (facts.standing === 'suspended' && !rule.anyStanding) return deny('organisation-suspended');
  if (facts.standing !== 'recognised' && !rule.anyStanding) return deny('organisation-not-recognised');
  return rule.role && !atLeast(facts.employment.role, rule.role) ? deny('role-too-small') : undefined;
}

/** What takes more people than one: a person who represents others by himself has no colleagues. */
const withColleagues: readonly ActionName[] = ['office.manage', 'cover.arrange', 'cover.arrange-own'];

/** What those outside may ask of a recognised organisation: to see it, and to give it a mandate. */
const outward: readonly ActionName[] = ['organisation.see', 'mandate.grant'];

/** Organisations are public to whoever signed in, once recognised; their inside is for their own employees. */
function onOrganisation(actor: Actor, action: ActionName, asked: OrganisationId, facts: Facts): Verdict {
  if (!facts.organisation) return deny('does-not-exist');
  if (actor.kind === 'official')
    return action === 'organisation.recognise' && facts.organisation.registeredBy === actor.subject
      ? deny('own-request')
      : { ground: { kind: 'supervision' } };
  if (actor.kind === 'employee' && actor.organisation === asked)
    return facts.organisation.individual && withColleagues.includes(action)
      ? deny('works-alone')
      : { ground: { kind: 'office' } };
  return outward.includes(action) && facts.organisation.standing === 'recognised'
    ? { ground: { kind: 'own-affairs' } }
    : deny('not-a-party');
}

/** A bulk run names many people: it is for who started it, and for the administrators of his office. */
function onBulkRun(actor: Actor, { bulkRun, employment }: Facts): Verdict {
  if (!bulkRun) return deny('does-not-exist');
  const own =
    actor.kind === 'employee' &&
    bulkRun.organisation === actor.organisation &&
    (bulkRun.startedBy === actor.employee || employment?.role === 'administrator');
  return own ? { ground: { kind: 'office' } } : deny('not-a-party');
}

const grounds = {
  citizen: 'own-affairs',
  unlinked: 'own-affairs',
  newcomer: 'own-affairs',
  employee: 'office',
  official: 'supervision',
  sender: 'task',
  system: 'task',
  job: 'task',
} as const;

function judge(actor: Actor, question: Question, facts: Facts, now: Date): Verdict {
  if ('message' in question) return decideOnMessage(actor, question.action, facts, now);
  if ('mandate' in question) return decideOnMandate(actor, question, facts, now);
  if ('paperMandate' in question || 'signedBy' in question)
    return decideOnPaperMandate(actor, question, facts, now);
  if (question.action === 'mandate.grant' && facts.diedOn !== undefined) return deny('person-died'); // R30
  if (
    question.action === 'mandate.grant' &&
    isTaken(question.lines, facts.guardianship ?? noGuardianship, now)
  )
    return deny('under-guardianship');
  if ('organisation' in question) return onOrganisation(actor, question.action, question.organisation, facts);
  if ('bulkRun' in question) return onBulkRun(actor, facts);
  if ('order' in question) return decideOnOrder(actor, question.action, facts);
  if ('urgentAct' in question) return decideOnUrgentAct(actor, facts);
  if ('official' in question) return decideOnOfficial(actor, facts);
  if ('decisionCaller' in question) return decideOnCaller(actor, question.action, facts);
  if ('register' in question)
    return actor.kind === 'system' && actor.oin === question.register
      ? { ground: { kind: 'task' } }
      : deny('not-a-party');
  if ('identityCase' in question) return decideOnIdentityCase(actor, question, facts.identityCase);
  if ('sender' in question)
    return actor.kind === 'sender' && actor.oin === question.sender
      ? { ground: { kind: 'task' } }
      : deny('not-a-party'); // what a sender calls its messages is its own affair
  if (ruleOf(question.action).about === 'client') {
    const { client } = question as { client?: ClientId };
    return decideOnClient(actor, client, facts, now);
  }
  const client = actor.kind === 'citizen' ? actor.client : undefined;
  return { ground: { kind: grounds[actor.kind] }, client };
}

/**
 * The one function that says who may do what. Default: no.
 * The effective right is the intersection of all links of the chain: sign-in, employment, office, assignment,
 * mandate, scope line. Nothing is remembered from an earlier answer.
 */
export function decide(actor: Actor, question: Question, facts: Facts, now: Date): Permit | Denial {
  const refused =
    knock(actor, question.action) ??
    (actor.kind === 'employee' ? inTheOffice(question.action, facts, now) : undefined) ??
    (facts.official?.standing === 'suspended' ? deny('official-suspended') : undefined);
  if (refused) return refused;
  const verdict = judge(actor, question, facts, now);
  if (verdict instanceof AccessDenied) return verdict;
  return { action: question.action, ...verdict } as Permit;
}
