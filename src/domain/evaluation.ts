import { decide } from './access.ts';
import type { ActionAbout } from './actions.ts';
import type { Actor } from './actor.ts';
import { type Assurance, highest } from './assurance.ts';
import { type DecisionCaller, isWithinPurpose } from './decision-caller.ts';
import { type Denial, deny, type Facts, type MessageFacts, type Permit, type Question } from './decision.ts';
import { AccessDenied } from './errors.ts';
import type { Oin } from './identifiers.ts';
import type { ClientId, EmployeeId, MandateId, MessageId, OrganisationId } from './ids.ts';
import { isOpenTo, type MandateMove, moves } from './mandate.ts';
import { partyOf } from './mandate-access.ts';
import type { Category } from './scope.ts';

/**
 * Of whom a system asks whether he may: an employee, an office (somebody in it), a citizen, a machine. Who exactly that
 * is, and whose message or inbox it is about, the database finds out by the names that the system knows.
 */
export type AskedSubject =
  { readonly type: 'employee' | 'organisation' | 'citizen' } | { readonly type: 'system'; readonly oin: Oin };

/** A message that lies in another service, as that service describes it; or one that may come in an inbox. */
export interface MessageElsewhere {
  readonly sender: Oin;
  readonly category?: Category | undefined;
  /** Absent: now. */
  readonly deliveredAt?: Date | undefined;
  /** What its own service asks, on top of what its sender asks here (R6). */
  readonly assurance?: Assurance | undefined;
}

/** What it is about. */
export type AskedResource =
  | { readonly type: 'message'; readonly id: MessageId }
  | { readonly type: 'message'; readonly elsewhere: MessageElsewhere }
  | { readonly type: 'inbox'; readonly of?: MessageElsewhere | undefined }
  | { readonly type: 'mandate'; readonly id: MandateId };

/** One question of another system. */
export interface Asked {
  readonly subject: AskedSubject;
  readonly action: string;
  readonly resource: AskedResource;
  /** The level with which the subject signed in there (R5, R6). */
  readonly assurance: Assurance;
  /** When it is to happen; absent: now. */
  readonly at?: Date | undefined;
}

/** What is known of what a question names. Whom nobody knows is absent. */
export interface KnownOfAsked {
  readonly facts: Facts;
  readonly employee?: EmployeeId | undefined;
  /** The office of the employee who is the subject, or the office that is. */
  readonly organisation?: OrganisationId | undefined;
  /** The citizen who is the subject. */
  readonly citizen?: ClientId | undefined;
  /** Whose inbox, or message elsewhere. */
  readonly client?: ClientId | undefined;
  /** The level that the sender asks for its messages (R6). */
  readonly senderAsks?: Assurance | undefined;
}

/** The words for what one does with a message, and the actions that they stand for. */
export const messageWords = {
  ...{ read: 'inbox.read', acknowledge: 'inbox.acknowledge', reply: 'inbox.reply' },
  ...{ archive: 'inbox.archive', download: 'inbox.download', forward: 'inbox.forward' },
} as const satisfies Record<string, ActionAbout<'message'>>;

/** The words for what one does with a mandate, and the actions that they stand for. */
const mandateWords = {
  ...{ see: 'mandate.see', consent: 'mandate.consent', decline: 'mandate.decline', narrow: 'mandate.narrow' },
  ...{ revoke: 'mandate.revoke', withdraw: 'mandate.withdraw', renounce: 'mandate.renounce' },
  confirm: 'mandate.confirm',
} as const satisfies Record<string, ActionAbout<'mandate'>>;

/** The words that can be asked about one kind of resource. */
export const wordsFor = (resource: AskedResource): readonly string[] =>
  resource.type === 'mandate'
    ? Object.keys(mandateWords)
    : resource.type === 'inbox' && !resource.of
      ? ['read']
      : Object.keys(messageWords);

const nowhere = '' as MessageId;

function questionOf({ action, resource }: Asked, { client }: KnownOfAsked): Question | undefined {
  if (!wordsFor(resource).includes(action)) return undefined;
  if (resource.type === 'mandate')
    return { action: mandateWords[action as keyof typeof mandateWords], mandate: resource.id };
  if (resource.type === 'inbox' && !resource.of) return { action: 'inbox.list', client };
  const message = 'id' in resource ? resource.id : nowhere;
  return { action: messageWords[action as keyof typeof messageWords], message };
}

/** What is asked about, as the rules look at a message. One to come in an inbox is one that arrives now. */
function messageIn({ resource }: Asked, known: KnownOfAsked, now: Date): MessageFacts | undefined {
  if (resource.type === 'mandate' || 'id' in resource) return known.facts.message;
  const described = resource.type === 'inbox' ? resource.of : resource.elsewhere;
  if (!described || !known.client) return undefined;
  const { deliveredAt = now, assurance = 'low' } = described;
  const needed = highest(assurance, known.senderAsks ?? 'low');
  return { ...described, id: nowhere, client: known.client, deliveredAt, assurance: needed };
}

/** The sender that the question itself names: whom it concerns is no secret to who asks. */
const senderOf = ({ resource }: Asked): Oin | undefined =>
  resource.type === 'inbox'
    ? resource.of?.sender
    : resource.type === 'message' && 'elsewhere' in resource
      ? resource.elsewhere.sender
      : undefined;

const someone = '' as EmployeeId;

/** Whoever asks for himself. An office acts through somebody in it who may do all that an employee may. */
function actorOf({ subject, assurance }: Asked, known: KnownOfAsked): Actor | undefined {
  const { employee, organisation, citizen } = known;
  switch (subject.type) {
    case 'system':
      return { kind: 'system', oin: subject.oin, assurance };
    case 'citizen':
      return citizen && { kind: 'citizen', client: citizen, means: 'digid', assurance };
    case 'employee':
      return employee && organisation
        ? { kind: 'employee', employee, organisation, subject: employee, assurance }
        : undefined;
    case 'organisation':
      return (
        organisation && {
          ...{ kind: 'employee', employee: someone, organisation, subject: organisation, assurance },
        }
      );
  }
}

const whoMayAll = {
  employment: { role: 'administrator', from: '0001-01-01' },
  handling: { assigned: true, covering: false, handled: true },
} as const;

/** Whether a mandate is in a state for what is asked: the other half of the table of moves. */
function isPossible({ action }: Asked, actor: Actor, { mandate }: Facts, now: Date): boolean {
  const party = partyOf(actor);
  if (!mandate || !party || !(action in moves)) return true;
  return isOpenTo(mandate, action as MandateMove, party, now);
}

/**
 * Who asks about what may come in an inbox asks about no message that he must not know of. When that is refused without a
 * word, he hears what he would hear of the whole inbox, if that is refused too.
 */
function whyNot({ resource }: Asked, denial: Denial, ofInbox: () => Permit | Denial): Denial {
  if (resource.type !== 'inbox' || !resource.of || !denial.concealed) return denial;
  const whole = ofInbox();
  return whole instanceof AccessDenied && !whole.concealed ? whole : denial;
}

const decideOnInbox = (actor: Actor, { client }: KnownOfAsked, facts: Facts, now: Date) =>
  decide(actor, { action: 'inbox.list', client }, facts, now);

/**
 * Answers what another system asks. A yes is never more than a yes of now: of what is to happen later it also has to be one
 * by what is known today of that moment. What is asked of the past is answered of now: nothing is opened in the past.
 */
export function evaluate(
  caller: DecisionCaller,
  asked: Asked,
  known: KnownOfAsked,
  now: Date,
): Permit | Denial {
  const decision = evaluateAt(caller, asked, known, now);
  const isLater = asked.at !== undefined && asked.at > now;
  return isLater && !(decision instanceof AccessDenied)
    ? evaluateAt(caller, asked, known, asked.at)
    : decision;
}

/**
 * Answers by the same rules and facts as everything here. Default: no. What this service does
 * not know of it does not decide about; what a system was not registered for it is not told.
 */
function evaluateAt(caller: DecisionCaller, asked: Asked, known: KnownOfAsked, now: Date): Permit | Denial {
  const question = questionOf(asked, known);
  if (!question) return deny('not-decided-here');
  const message = messageIn(asked, known, now);
  if (!isWithinPurpose(caller, senderOf(asked) ?? message?.sender)) return deny('caller-may-not-ask');
  const actor = actorOf(asked, known);
  if (!actor) return deny('does-not-exist');
  if (asked.resource.type === 'inbox' && !known.client) return deny('does-not-exist');
  const own = asked.subject.type === 'organisation' ? whoMayAll : {};
  const facts: Facts = { ...known.facts, ...own, message };
  const decision = decide(actor, question, facts, now);
  if (decision instanceof AccessDenied)
    return whyNot(asked, decision, () => decideOnInbox(actor, known, facts, now));
  return isPossible(asked, actor, facts, now) ? decision : deny('not-in-this-state');
}
