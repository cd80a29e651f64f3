import type { ActionAbout, ActionName } from './actions.ts';
import type { Subject } from './actor.ts';
import type { Assurance } from './assurance.ts';
import type { BulkRunFacts } from './bulk.ts';
import type { Day } from './day.ts';
import type { DecisionCaller } from './decision-caller.ts';
import { AccessDenied } from './errors.ts';
import type { OfficialStanding, OrderFacts } from './four-eyes.ts';
import type { Guardianship } from './guardianship.ts';
import type { Oin } from './identifiers.ts';
import type {
  BulkRunId,
  ClientId,
  CourtOrderId,
  IdentityCaseId,
  MandateId,
  MessageId,
  OfficialId,
  OrganisationId,
  PaperMandateId,
  UrgentActId,
} from './ids.ts';
import type { Authority } from './mandate.ts';
import type { Employment, Handling, Standing } from './organisation.ts';
import type { PaperMandateFacts } from './paper-mandate.ts';
import { type ReasonCode, reasons } from './reasons.ts';
import type { Described, WideScope } from './scope.ts';
import type { Shield } from './shield.ts';
import type { UrgentActFacts } from './urgent-act-request.ts';

/** What is asked. The actor comes beside it, and the facts are looked up by what it names. */
export type Question =
  | { readonly action: ActionAbout<'message'>; readonly message: MessageId }
  | { readonly action: ActionAbout<'client'>; readonly client?: ClientId | undefined }
  | {
      readonly action: ActionAbout<'mandate'>;
      readonly mandate: MandateId;
      /** The client's own code was shown: to who has it more may be told. */
      readonly withCode?: true;
    }
  | {
      readonly action: Exclude<ActionAbout<'organisation'>, 'mandate.grant'>;
      readonly organisation: OrganisationId;
    }
  | {
      readonly action: 'mandate.grant';
      readonly organisation: OrganisationId;
      readonly client: ClientId;
      readonly lines: readonly Pick<WideScope, 'sender' | 'category'>[];
    }
  | {
      readonly action: 'paper-mandate.enter';
      readonly organisation: OrganisationId;
      /** Whose paper it is. Until a register confirmed that, no line of it stands in his trail (R3). */
      readonly signedBy: ClientId;
      readonly lines: readonly Pick<WideScope, 'sender' | 'category'>[];
    }
  | {
      readonly action: Exclude<ActionAbout<'paper-mandate'>, 'paper-mandate.enter'>;
      readonly paperMandate: PaperMandateId;
    }
  | { readonly action: ActionAbout<'sender'>; readonly sender: Oin }
  | { readonly action: ActionAbout<'bulk-run'>; readonly bulkRun: BulkRunId }
  /** The OIN by which a register signs in, when one is configured. */
  | { readonly action: ActionAbout<'court-order'>; readonly order: CourtOrderId }
  | { readonly action: ActionAbout<'register'>; readonly register: Oin | undefined }
  | {
      readonly action: ActionAbout<'identity-case'>;
      readonly identityCase: IdentityCaseId;
      /** To open an inbox by way of paper: whether the register says that its client lives abroad; nothing, when it does not say. */
      readonly abroad?: boolean | undefined;
    }
  | { readonly action: ActionAbout<'urgent-act'>; readonly urgentAct: UrgentActId }
  | { readonly action: ActionAbout<'decision-caller'>; readonly decisionCaller: Oin }
  | { readonly action: ActionAbout<'official'>; readonly official: OfficialId }
  | { readonly action: ActionAbout<'nothing'> };

/** What a decision needs to know of a message. */
export interface MessageFacts extends Described {
  readonly id: MessageId;
  readonly client: ClientId;
  readonly deliveredAt: Date;
  /** R6: the level that sender and message type ask. */
  readonly assurance: Assurance;
}

/** What a decision needs to know of an organisation. */
export interface OrganisationFacts {
  readonly standing: Standing;
  readonly registeredBy: Subject;
  /** Whether it is a person who represents others by himself. */
  readonly individual?: boolean;
  /** His own pseudonym, then. */
  readonly person?: ClientId | undefined;
}

/** What a decision needs to know of a case of who somebody is. */
export interface IdentityCaseFacts {
  /** Nobody entered it, when it came by itself. */
  readonly enteredBy?: Subject | undefined;
  /** Who proposed whose inbox it opens. */
  readonly proposed?: { readonly by: Subject; readonly stillWorks: boolean } | undefined;
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
  readonly organisation?: OrganisationFacts | undefined;
  /** The mandate that the question names. */
  readonly mandate?: Authority | undefined;
  /** The message that the question names. */
  readonly message?: MessageFacts | undefined;
  /** The bulk run that the question names. */
  readonly bulkRun?: BulkRunFacts | undefined;
  /** The case that the question names. */
  readonly identityCase?: IdentityCaseFacts | undefined;
  /** The mandate on paper that the question names, or that is being entered. */
  readonly paperMandate?: PaperMandateFacts | undefined;
  /** The court order that the question names. */
  readonly order?: OrderFacts | undefined;
  /** The request for urgent acts that the question names. */
  readonly urgentAct?: UrgentActFacts | undefined;
  /** The system that asks for decisions. */
  readonly decisionCaller?: DecisionCaller | undefined;
  /** The official whom the question names. */
  readonly colleague?: { readonly subject: Subject } | undefined;
  /** Of the acting official. */
  readonly official?: { readonly standing: OfficialStanding } | undefined;
  /** All mandates, ended ones too, between the employee's office and the client that the question leads to. */
  readonly mandates: readonly Authority[];
  /** What was taken from the client to whose mandate somebody consents, or who gives one. */
  readonly guardianship?: Guardianship | undefined;
  /** What that client or a judge keeps from representatives. */
  readonly shields?: readonly Shield[] | undefined;
  /** When that client died, if he did (R30). */
  readonly diedOn?: Day | undefined;
}

/** On what ground something is allowed. */
export type Ground =
  | { readonly kind: 'own-affairs' }
  | {
      readonly kind: 'mandate';
      readonly mandate: MandateId;
      /** From which day on the law ends the part of it that allows this, as far as is known (R27). */
      readonly until?: Day | undefined;
    }
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
