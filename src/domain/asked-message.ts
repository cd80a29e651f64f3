import { type Assurance, highest } from './assurance.ts';
import type { Facts, MessageFacts } from './decision.ts';
import type { Oin } from './identifiers.ts';
import type { ClientId, MessageId } from './ids.ts';
import type { Category } from './scope.ts';

/** A message that lies in another service, as that service describes it; or one that may come in an inbox. */
export interface MessageElsewhere {
  readonly sender: Oin;
  readonly category?: Category | undefined;
  /** Absent: now. */
  readonly deliveredAt?: Date | undefined;
  /** What its own service asks, on top of what its sender asks here (R6). */
  readonly assurance?: Assurance | undefined;
}

/**
 * A message. One that lies here is judged by our own facts, and is none when what is said of it is not so; one that
 * nobody knows here by that id, as its service describes it.
 */
export interface AskedMessage {
  readonly type: 'message';
  readonly id?: MessageId | undefined;
  /** Whether it is said whose it is. */
  readonly ofClient?: boolean | undefined;
  /** What is said of it. Only a search leaves the sender out of that. */
  readonly elsewhere?: Partial<MessageElsewhere> | undefined;
}

/** An inbox: as a whole, or what may come in it of one kind. */
export interface AskedInbox {
  readonly type: 'inbox';
  readonly of?: MessageElsewhere | undefined;
}

/** What is known of a message that is asked about. */
interface KnownOfMessage {
  readonly facts: Facts;
  readonly client?: ClientId | undefined;
  readonly senderAsks?: Assurance | undefined;
}

/** The id of a message that does not lie here. */
export const nowhere = '' as MessageId;

/** Whether a message here is what is said of it. What is not said may be anything. */
const isAsSaid = (
  { ofClient, elsewhere: { sender, category } = {} }: AskedMessage,
  message: MessageFacts,
  client: ClientId | undefined,
): boolean =>
  (!ofClient || client === message.client) &&
  (sender === undefined || sender === message.sender) &&
  (category === undefined || category === message.category);

/** What is asked about, as the rules look at a message. One to come in an inbox is one that arrives now. */
export function messageIn(
  asked: AskedMessage | AskedInbox,
  { facts, client, senderAsks = 'low' }: KnownOfMessage,
  now: Date,
): MessageFacts | undefined {
  if (asked.type === 'message' && facts.message)
    return isAsSaid(asked, facts.message, client) ? facts.message : undefined;
  const { sender, ...described } = (asked.type === 'inbox' ? asked.of : asked.elsewhere) ?? {};
  if (!sender || !client) return undefined;
  const { deliveredAt = now, assurance = 'low' } = described;
  return {
    ...described,
    id: nowhere,
    sender,
    client,
    deliveredAt,
    assurance: highest(assurance, senderAsks),
  };
}

/** The sender that the question itself names: whom it concerns is no secret to who asks. */
export const senderSaid = (asked: AskedMessage | AskedInbox): Oin | undefined =>
  (asked.type === 'inbox' ? asked.of : asked.elsewhere)?.sender;
