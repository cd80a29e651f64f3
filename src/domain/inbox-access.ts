import type { ActionAbout } from './actions.ts';
import type { Actor, Employee } from './actor.ts';
import { suffices } from './assurance.ts';
import { startOf } from './day.ts';
import { deny, type Facts, type MessageFacts, type Verdict } from './decision.ts';
import type { ClientId } from './ids.ts';
import { type Authority, isInForce, type MandateState, openLines, overSince, stateAt } from './mandate.ts';
import { handles } from './organisation.ts';
import type { ReasonCode } from './reasons.ts';
import { covers, isOpen, type ScopeAction, type ScopeLine } from './scope.ts';

/** What a scope line must grant for each thing that one does with a message. */
const granting: Readonly<Record<ActionAbout<'message'>, ScopeAction>> = {
  'inbox.read': 'read',
  'inbox.mark': 'read',
  'inbox.archive': 'archive',
  'inbox.download': 'download',
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
  return deny('assurance-too-low', { needed: message.assurance }); // R6
}

/** Whether someone may list a client's messages. Which of them the list holds, the query keeps to (R34). */
export function decideOnClient(actor: Actor, client: ClientId | undefined, facts: Facts, now: Date): Verdict {
  if (actor.kind === 'citizen')
    return client === undefined || client === actor.client
      ? { ground: { kind: 'own-affairs' }, client: actor.client }
      : deny('not-a-party');
  if (actor.kind !== 'employee') return deny('not-a-party');
  if (client === undefined) return { ground: { kind: 'office' } };
  const shut = notOurs(actor, facts, now);
  if (shut) return shut;
  const mandate = facts.mandates.find(
    (candidate) =>
      isInForce(candidate, now) && openLines(candidate).some((line) => line.actions.includes('read')),
  );
  // R30. An office that he never answered may not learn that he exists, nor that he died (R3).
  const given = facts.mandates.some((each) => wasGiven(each, now));
  if (facts.diedOn !== undefined && given) return deny('client-died');
  if (mandate) return { ground: { kind: 'mandate', mandate: mandate.id }, client };
  // What became of a mandate that was given says more than a request that waits beside it.
  const refusals = facts.mandates
    .toSorted((one, other) => Number(wasGiven(one, now)) - Number(wasGiven(other, now)))
    .map((each) => deny(whyNotInForce(each, now), { since: overSince(each, now) }));
  return refusals.findLast((refusal) => !refusal.concealed) ?? deny('no-mandate');
}

function onBehalf(
  actor: Employee,
  action: ScopeAction,
  message: MessageFacts,
  facts: Facts,
  now: Date,
): Verdict {
  const shut = notOurs(actor, facts, now);
  if (shut) return shut;
  if (facts.diedOn !== undefined) return deny('client-died', { concealed: true }); // R30
  const grant = facts.mandates.find(
    (mandate) =>
      isInForce(mandate, now) &&
      openLines(mandate).some((line) => covers(line, message) && line.actions.includes(action)),
  );
  if (grant) return { ground: { kind: 'mandate', mandate: grant.id }, client: message.client };
  return whyNotThisMessage(message, facts.mandates, now);
}

/** The links between employee and client that come before any mandate: is he a client, and is he ours to see? */
function notOurs(actor: Employee, { mandates, employment, handling }: Facts, now: Date): Verdict | undefined {
  if (mandates.length === 0) return deny('no-mandate');
  if (employment && handling && handles(employment.role, handling)) return undefined;
  // Who asked for the mandate knows of the client, so he may hear what is missing.
  const asked = mandates.some((mandate) => mandate.requestedBy === actor.employee);
  const given = mandates.some((mandate) => wasGiven(mandate, now));
  // Before the client answers nobody needs assigning: then the answer is what is missing, and says so below.
  return asked && !given ? undefined : deny('not-assigned', { concealed: !asked });
}

/**
 * Why a message is refused. It is told only to an office that could see this message at some time: to any other,
 * the message does not exist (R34), and one that arrived after the end is none of its business.
 */
function whyNotThisMessage(message: MessageFacts, mandates: readonly Authority[], now: Date): Verdict {
  const refusals = mandates.flatMap((mandate) => {
    const lines = mandate.lines.filter((line) => covers(line, message));
    if (lines.length === 0) return [];
    const lineEnded = isInForce(mandate, now) && !lines.some((line) => isOpen(line));
    return deny(lineEnded ? 'scope-line-ended' : whyNotInForce(mandate, now), {
      since: lineEnded ? lines.at(-1)?.endedAt : overSince(mandate, now),
      concealed: !lines.some((line) => couldSee(mandate, line, message, now)),
    });
  });
  return refusals.find((refusal) => !refusal.concealed) ?? refusals[0] ?? deny('outside-the-mandate');
}

/** Whether the message lay there while both the mandate and the line that covers it were running. */
function couldSee(mandate: Authority, line: ScopeLine, message: MessageFacts, now: Date): boolean {
  const start = startOf(mandate.period.from);
  if (never.includes(stateAt(mandate, now)) || now < start) return false;
  const ends = [overSince(mandate, now), line.endedAt].filter((end) => end !== undefined);
  return ends.every((end) => start < end && message.deliveredAt < end);
}

const never: readonly MandateState[] = ['requested', 'offered', 'declined', 'lapsed', 'withdrawn'];

/** Whether the client ever gave it. */
const wasGiven = (mandate: Authority, now: Date): boolean => !never.includes(stateAt(mandate, now));

const whyNot: Readonly<Record<MandateState, ReasonCode>> = {
  requested: 'not-yet-consented',
  offered: 'not-yet-consented',
  active: 'not-yet-started',
  suspended: 'mandate-suspended',
  declined: 'mandate-declined',
  lapsed: 'no-mandate',
  withdrawn: 'no-mandate',
  revoked: 'mandate-revoked',
  renounced: 'mandate-renounced',
  expired: 'mandate-expired',
  ended: 'mandate-ended',
};

const whyNotInForce = (mandate: Authority, now: Date): ReasonCode =>
  isInForce(mandate, now) ? 'action-not-granted' : whyNot[stateAt(mandate, now)];
