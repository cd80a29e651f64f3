import type { ActionAbout, ActionName } from './actions.ts';
import type { Subject } from './actor.ts';
import type { Assurance } from './assurance.ts';
import type { BulkRunFacts } from './bulk.ts';
import type { Day } from './day.ts';
import { AccessDenied } from './errors.ts';
import type { Oin } from './identifiers.ts';
import type { BulkRunId, ClientId, MandateId, MessageId, OrganisationId } from './ids.ts';
import type { Authority } from './mandate.ts';
import type { Employment, Handling, Standing } from './organisation.ts';
import { type ReasonCode, reasons } from './reasons.ts';
import type { Described } from './scope.ts';

/** What is asked. The actor comes beside it, and the facts are looked up by what it names. */
export type Question =
  | { readonly action: ActionAbout<'message'>; readonly message: MessageId }
  | { readonly action: ActionAbout<'client'>; readonly client?: ClientId | undefined }
  | { readonly action: ActionAbout<'mandate'>; readonly mandate: MandateId }
  | { readonly action: ActionAbout<'organisation'>; readonly organisation: OrganisationId }
  | { readonly action: ActionAbout<'sender'>; readonly sender: Oin }
  | { readonly action: ActionAbout<'bulk-run'>; readonly bulkRun: BulkRunId }
  | { readonly action: ActionAbout<'nothing'> };

/** What a decision needs to know of a message. */
export interface MessageFacts extends Described {
  readonly client: ClientId;
  readonly deliveredAt: Date;
  /** R6: the level that sender and message type ask. */
  readonly assurance: Assurance;
}

/** Everything a decision may look at: gathered in one statement, seen in one snapshot. */
export interface Facts {
  /** Of the acting employee. */
  readonly employment?: Employment | undefined;
  /** Of the acting employee's office. */
  readonly standing?: Standing | undefined;
  /** The acting employee and the client that the question leads to. */
  readonly handling?: Handling | undefined;
  /** The organisation that the question names. */
  readonly organisation?: { readonly standing: Standing; readonly registeredBy: Subject } | undefined;
  /** The mandate that the question names. */
  readonly mandate?: Authority | undefined;
  /** The message that the question names. */
  readonly message?: MessageFacts | undefined;
  /** The bulk run that the question names. */
  readonly bulkRun?: BulkRunFacts | undefined;
  /** All mandates, ended ones too, between the employee's office and the client that the question leads to. */
  readonly mandates: readonly Authority[];
  /** When that client died, if he did (R30). */
  readonly diedOn?: Day | undefined;
}

/** On what ground something is allowed. */
export type Ground =
  | { readonly kind: 'own-affairs' }
  | { readonly kind: 'mandate'; readonly mandate: MandateId }
  | { readonly kind: 'office' }
  | { readonly kind: 'supervision' }
  | { readonly kind: 'task' };

declare const issued: unique symbol;

/** Proof that access was asked for and given. Stores of sensitive data want one; only `decide()` makes one. */
export interface Permit<Action extends ActionName = ActionName> {
  readonly [issued]: true;
  readonly action: Action;
  readonly ground: Ground;
  readonly client?: ClientId | undefined;
}

/** A decision that says no. */
export type Denial = AccessDenied;

/** Refuses; the table of reasons says whether the one refused may know why. */
export const deny = (
  reason: ReasonCode,
  {
    concealed = !reasons[reason].tell,
    needed,
    since,
  }: { concealed?: boolean; needed?: Assurance; since?: Date | undefined } = {},
): Denial => new AccessDenied(reason, concealed, needed, since);

/** What a rule about one subject answers: a refusal, or the ground on which it allows. */
export type Verdict = Denial | { readonly ground: Ground; readonly client?: ClientId | undefined };
