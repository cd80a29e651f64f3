import { decide, knock } from './access.ts';
import type { ActionAbout } from './actions.ts';
import type { Actor } from './actor.ts';
import { type AskedInbox, type AskedMessage, messageIn, nowhere, senderSaid } from './asked-message.ts';
import { type Acting, actingAs, type AskedSubject, type KnownOfSubject } from './asked-subject.ts';
import { type Assurance, highest } from './assurance.ts';
import { dayOf } from './day.ts';
import { type DecisionCaller, isWithinPurpose } from './decision-caller.ts';
import { isKeptFrom } from './decision-caller-access.ts';
import { type Denial, deny, type Facts, type Permit, type Question } from './decision.ts';
import { AccessDenied } from './errors.ts';
import { hearing, ofLater, within } from './heard.ts';
import type { ClientId, MandateId } from './ids.ts';
import { whyNotThisKind } from './inbox-access.ts';
import { isOfItsGround, isOpenTo, type MandateMove, moves } from './mandate.ts';
import { partyOf } from './mandate-access.ts';
import { handlingOn, isAmong } from './organisation.ts';

/** What it is about. */
export type AskedResource = AskedMessage | AskedInbox | { readonly type: 'mandate'; readonly id: MandateId };

/** One question of another system. */
export interface Asked {
  readonly subject: AskedSubject;
  readonly action: string;
  readonly resource: AskedResource;
  /** The level with which the subject signed in there (R5, R6). */
  readonly assurance: Assurance;
  /** When it is to happen; absent: now. */
  readonly at?: Date | undefined;
  /** Whether anybody is named by his BSN. */
  readonly byBsn: boolean;
}

/** What is known of what a question names. Whom nobody knows is absent. */
export interface KnownOfAsked extends KnownOfSubject {
  readonly facts: Facts;
  /** Whose inbox, or message elsewhere. */
  readonly client?: ClientId | undefined;
  /** The level that the sender asks for its messages (R6). */
  readonly senderAsks?: Assurance | undefined;
}

/** Whoever is named, and whom nobody knows. */
const nobody = '' as ClientId;

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

function questionOf({ action, resource }: Asked, { client }: KnownOfAsked): Question | undefined {
  if (!wordsFor(resource).includes(action)) return undefined;
  if (resource.type === 'mandate')
    return { action: mandateWords[action as keyof typeof mandateWords], mandate: resource.id };
  if (resource.type === 'inbox' && !resource.of) return { action: 'inbox.list', client };
  const message = (resource.type === 'message' ? resource.id : undefined) ?? nowhere;
  return { action: messageWords[action as keyof typeof messageWords], message };
}

/** Why what is asked cannot be done with a mandate of this ground, in this state: the other half of the table of moves. */
function whyNotPossible({ action }: Asked, actor: Actor, { mandate }: Facts, now: Date): Denial | undefined {
  const party = partyOf(actor);
  if (!mandate || !party || !(action in moves)) return undefined;
  const move = action as MandateMove;
  if (isOpenTo(mandate, move, party, now)) return undefined;
  return deny(isOfItsGround(mandate, move) ? 'not-in-this-state' : 'not-of-this-ground');
}

/**
 * Who asks about what may come in an inbox asks about no message that he must not know of: when that is refused without a word,
 * he hears what is true of what may come, as far as he may hear of this client at all.
 */
const whyNot = ({ resource }: Asked, actor: Actor, denial: Denial, facts: Facts, now: Date): Denial =>
  resource.type === 'inbox' && resource.of && denial.concealed && actor.kind === 'employee'
    ? whyNotThisKind(actor, denial, facts, now)
    : denial;

/** R3: an inbox of somebody whom nobody knows goes the way of one whose owner gave nothing to anybody. */
function ofWhom(resource: AskedResource, known: KnownOfAsked): KnownOfAsked {
  if (resource.type !== 'inbox' || known.client) return known;
  const { facts, ...rest } = known;
  const nothing = { mandates: [], handling: undefined, shields: undefined, diedOn: undefined };
  return { ...rest, client: nobody, facts: { ...facts, ...nothing } };
}

/**
 * R6: whose level is too low for the door hears which one will do for what he describes as well. Of a message that lies here it says
 * no more: what that asks is for who may see it.
 */
function steppedUp(denial: Denial, { resource }: Asked, { senderAsks = 'low' }: KnownOfAsked): Denial {
  const { reason, neededAssurance } = denial;
  if (!neededAssurance || resource.type === 'mandate') return denial;
  const said = resource.type === 'inbox' ? resource.of : resource.elsewhere;
  return deny(reason, { needed: highest(neededAssurance, said?.assurance ?? 'low', senderAsks) });
}

/** What is known today of a day to come (R33). */
function onThatDay({ facts, hands, ...known }: KnownOfAsked, at: Date): KnownOfAsked {
  const day = dayOf(at);
  const handling = facts.handling && handlingOn(facts.handling, day);
  const there = hands?.filter(({ days }) => days === undefined || isAmong(days, day));
  return { ...known, hands: there, facts: { ...facts, handling } };
}

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
  if (!(decision instanceof AccessDenied) && isKeptFrom(caller, decision, asked.byBsn))
    return deny('caller-may-not-ask');
  const isLater = asked.at !== undefined && asked.at > now;
  if (!isLater || decision instanceof AccessDenied) return decision;
  const then = evaluateAt(caller, asked, onThatDay(known, asked.at), asked.at);
  return then instanceof AccessDenied ? ofLater(then) : then;
}

/** The same of one who acts: by what is known of him, and by the state of the mandate. */
function decideAs(
  caller: DecisionCaller,
  { actor, own }: Acting,
  asked: Asked,
  question: Question,
  known: KnownOfAsked,
  now: Date,
) {
  const facts: Facts = { ...known.facts, ...own };
  const atTheDoor = knock(actor, question.action);
  if (atTheDoor) return steppedUp(atTheDoor, asked, known);
  const answer = (facts: Facts): Permit | Denial => {
    const decision = decide(actor, question, facts, now);
    if (!(decision instanceof AccessDenied)) return whyNotPossible(asked, actor, facts, now) ?? decision;
    return whyNot(asked, actor, decision, facts, now);
  };
  const truth = answer(facts);
  if (known.client === nobody && truth instanceof AccessDenied && truth.concealed)
    return deny('does-not-exist');
  if (!caller.senders || !(truth instanceof AccessDenied)) return truth;
  return hearing(truth, answer({ ...facts, mandates: within(caller, facts.mandates) }));
}

/**
 * Answers by the same rules and facts as everything here. Default: no. What this service does
 * not know of it does not decide about; what a system was not registered for it is not told.
 */
function evaluateAt(caller: DecisionCaller, asked: Asked, found: KnownOfAsked, now: Date): Permit | Denial {
  const known = ofWhom(asked.resource, found);
  const question = questionOf(asked, known);
  if (!question) return deny('not-decided-here');
  const { resource } = asked;
  const about = resource.type === 'mandate' ? undefined : resource;
  const message = about && messageIn(about, known, now);
  if (!isWithinPurpose(caller, (about && senderSaid(about)) ?? message?.sender))
    return deny('caller-may-not-ask');
  const acting = actingAs(asked.subject, asked.assurance, known);
  if (acting.length === 0) return deny('does-not-exist');
  if (known.died) return deny('person-died'); // R30: nobody signs in as the dead
  if (asked.subject.type === 'organisation' && known.hands?.length === 0) return deny('nobody-in-office');
  const decisions = acting.map((who) =>
    decideAs(caller, who, asked, question, { ...known, facts: { ...known.facts, message } }, now),
  );
  const [first = deny('does-not-exist')] = decisions;
  return decisions.find((decision) => !(decision instanceof AccessDenied)) ?? first;
}
