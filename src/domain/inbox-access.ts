import type { ActionAbout } from './actions.ts';
import type { Actor, Employee } from './actor.ts';
import { suffices } from './assurance.ts';
import { type Denial, deny, type Facts, type MessageFacts, type Verdict } from './decision.ts';
import { AccessDenied } from './errors.ts';
import { hearing } from './heard.ts';
import type { ClientId } from './ids.ts';
import { whyNotOfThisKind, whyNotThisInbox, whyNotThisMessage } from './inbox-refusal.ts';
import { type Authority, isInForce, openLines, wasGiven } from './mandate.ts';
import { whyNotInForce } from './mandate-refusal.ts';
import { handles } from './organisation.ts';
import { covers, lineEndsOn, type ScopeAction, type ScopeLine } from './scope.ts';
import { hides } from './shield.ts';
import type { ReasonCode } from './reasons.ts';
import { outlives, reaches } from './urgent-acts.ts';

/** What a scope line must grant for each thing that one does with a message. */
const granting: Readonly<Record<ActionAbout<'message'>, ScopeAction>> = {
  'inbox.read': 'read',
  'inbox.mark': 'read',
  'inbox.archive': 'archive',
  'inbox.download': 'download',
  'inbox.acknowledge': 'acknowledge',
  'inbox.reply': 'reply',
  'inbox.forward': 'forward',
  // Working on a message changes nothing of the client's: who may read it, may.
  'inbox.work': 'read',
  'inbox.take': 'read',
  'inbox.give': 'read',
  'inbox.let-go': 'read',
  'inbox.handle': 'read',
  'inbox.reopen': 'read',
};

/** Whether someone may do this with one message: his own, or within a mandate in force that covers it. */
export function decideOnMessage(
  actor: Actor,
  action: ActionAbout<'message'>,
  facts: Facts,
  now: Date,
): Verdict {
  const { message } = facts;
  if (!message) return deny('does-not-exist');
  const verdict =
    actor.kind === 'employee'
      ? onBehalf(actor, granting[action], message, facts, now)
      : actor.kind === 'citizen' && message.client === actor.client
        ? ({ ground: { kind: 'own-affairs' }, client: message.client } as const)
        : deny('not-a-party');
  if (!('ground' in verdict) || suffices(actor.assurance, message.assurance)) return verdict;
  return deny(whyTooLow(actor), { needed: message.assurance }); // R6
}

/** Why a level is too low: who has an account that a letter opened may have no other means, and hears of paper. */
export const whyTooLow = (actor: Actor): ReasonCode =>
  actor.kind === 'citizen' && actor.means === 'account' ? 'account-too-low' : 'assurance-too-low';

/** Whether someone may list a client's messages. Which of them the list holds, the query keeps to (R34). */
export function decideOnClient(actor: Actor, client: ClientId | undefined, facts: Facts, now: Date): Verdict {
  if (actor.kind === 'citizen')
    return client === undefined || client === actor.client
      ? { ground: { kind: 'own-affairs' }, client: actor.client }
      : deny('not-a-party');
  if (actor.kind !== 'employee') return deny('not-a-party');
  if (client === undefined) return { ground: { kind: 'office' } };
  const shut = notOurs(actor, facts);
  if (shut) return shut;
  const given = facts.mandates.filter(wasGiven);
  const toRead = (mandate: Authority) =>
    openLines(mandate, now).filter(({ actions }) => actions.includes('read'));
  const mandate = given.find(
    (candidate) =>
      isInForce(candidate, now) && outlives(candidate, facts, now) && toRead(candidate).length > 0,
  );
  if (mandate) return byMandate(mandate, toRead(mandate));
  // R3. Of whom it only asked something an office may not learn that he exists, nor that he died, nor by what pseudonym.
  const latest = facts.mandates.at(-1);
  if (given.length === 0 && latest) return deny(whyNotInForce(latest, now), { concealed: true });
  if (facts.diedOn !== undefined) return deny('client-died'); // R30
  return whyNotThisInbox(given, now);
}

/** Allowed by these lines of a mandate. */
const byMandate = ({ id, client }: Authority, lines: readonly ScopeLine[]): Verdict => ({
  ...{ ground: { kind: 'mandate', mandate: id, until: lineEndsOn(lines) }, client },
});

function onBehalf(
  actor: Employee,
  action: ScopeAction,
  message: MessageFacts,
  facts: Facts,
  now: Date,
): Verdict {
  const shut = notOurs(actor, facts);
  if (shut) return shut;
  const { mandates, shields = [], diedOn } = facts;
  const lets = (line: ScopeLine) => covers(line, message) && line.actions.includes(action);
  const grants = mandates.filter(
    (mandate) =>
      isInForce(mandate, now) &&
      reaches(mandate, message.deliveredAt, facts, now) &&
      openLines(mandate, now).some(lets),
  );
  const isHidden = (mandate: Authority) =>
    shields.some((shield) => hides(shield, mandate, mandates, message));
  const grant = grants.find((mandate) => !isHidden(mandate));
  if (grant) return byMandate(grant, openLines(grant, now).filter(lets));
  if (diedOn !== undefined) return deny('client-died', { concealed: true }); // R30
  // Who may not know of the message may not hear of a mandate either by which he could see it.
  if (grants.length > 0 || mandates.every(isHidden)) return deny('shielded');
  return whyNotThisMessage(
    message,
    action,
    mandates.filter((mandate) => !isHidden(mandate)),
    facts,
    now,
  );
}

/**
 * Why an employee is refused what may come in an inbox of one kind, which `denial` says without a word. Who may hear nothing of
 * the client hears nothing; of who died, what he hears of the whole inbox. What is shielded he hears as if it were not, so
 * that nobody can see that it is (decision 0032): where it would be a yes, as what no mandate covers.
 */
export function whyNotThisKind(actor: Employee, denial: Denial, facts: Facts, now: Date): Denial {
  const { message, mandates, shields = [], diedOn } = facts;
  const given = mandates.filter(wasGiven);
  if (!message || notOurs(actor, facts)) return denial;
  if (diedOn !== undefined) {
    const whole = decideOnClient(actor, message.client, facts, now);
    return whole instanceof AccessDenied && !whole.concealed ? whole : denial;
  }
  const gives = (mandate: Authority) =>
    isInForce(mandate, now) &&
    reaches(mandate, message.deliveredAt, facts, now) &&
    openLines(mandate, now).some((line) => covers(line, message));
  const isHidden = (mandate: Authority) =>
    shields.some((shield) => hides(shield, mandate, mandates, message));
  const heardOf = given.filter((mandate) => !(isHidden(mandate) && gives(mandate)));
  // R3: who only asked for something hears nothing, and the record why.
  const asStranger = given.length === 0;
  const why = whyNotOfThisKind(message, asStranger ? mandates : heardOf, facts, now);
  const told = deny(why.reason, { since: why.since, concealed: asStranger || why.concealed });
  return denial.reason === 'shielded' ? hearing(denial, told) : told;
}

/** The links between employee and client that come before any mandate: is he a client, and is he ours to see? */
function notOurs(actor: Employee, { mandates, employment, handling }: Facts): Verdict | undefined {
  if (mandates.length === 0) return deny('no-mandate');
  if (employment && handling && handles(employment.role, handling)) return undefined;
  // Who asked for a mandate that the client gave knows of him, so he may hear what is missing. Before that he does not:
  // a request names a BSN, and whose that is he is not told (R3).
  const asked = mandates.filter((mandate) => mandate.requestedBy === actor.employee);
  if (asked.length > 0 && !mandates.some(wasGiven)) return undefined; // the true reason is further on, for the trail
  return deny('not-assigned', { concealed: !asked.some(wasGiven) });
}
