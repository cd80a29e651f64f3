import type { Assurance } from './assurance.ts';
import type { ReasonCode } from './reasons.ts';
import type { Sentence } from './sentence.ts';

/**
 * Everything that can go wrong, as a closed list. Use cases know the codes; `platform/problems.ts` knows
 * which HTTP status and which words belong to each. Refusals carry a {@link ReasonCode} instead.
 */
export type ProblemCode =
  | 'invalid-input'
  | 'malformed-request'
  | 'sign-in-required'
  | 'not-found'
  | 'method-not-allowed'
  | 'not-acceptable'
  | 'request-timeout'
  | 'payload-too-large'
  | 'headers-too-large'
  | 'unsupported-media-type'
  | 'duplicate-mandate'
  | 'move-not-possible'
  | 'nothing-to-confirm'
  | 'widening-needs-consent'
  | 'changed-meanwhile'
  | 'wrong-code'
  | 'letters-used-up'
  | 'already-exists'
  | 'last-administrator'
  | 'held-by-a-colleague'
  | 'limit-reached'
  | 'idempotency-key-reused'
  | 'request-in-progress'
  | 'too-many-requests'
  | 'person-not-confirmed'
  | 'order-conflicts'
  | 'source-unavailable'
  | 'unavailable'
  | 'outcome-unknown'
  | 'internal-error';

/** One fault in what came in. Never holds the value itself (R2). */
export interface Fault {
  readonly in: 'body' | 'query' | 'path' | 'header';
  /** A JSON pointer (`#/lines/0/sender`) for a body, else the name of the parameter. */
  readonly location: string;
  /** A stable word for machines, such as `bsn` or `required`. */
  readonly code: string;
  /** A sentence for people. */
  readonly detail: string;
  /** The same in Dutch, for who asks for Dutch. */
  readonly detailNl: string;
}

/** What a problem may tell besides its code. Only what the asker is allowed to know. */
export interface ProblemDetails {
  readonly faults?: readonly Fault[];
  /** A sentence that says more than the standard one of the code. */
  readonly says?: Sentence;
  /** Extra members of the answer, such as the id of the mandate that already exists. */
  readonly members?: Readonly<Record<string, string | number>>;
  readonly retryAfterSeconds?: number;
  readonly cause?: unknown;
}

/** The one error class of use cases. */
export class Problem extends Error {
  constructor(
    readonly code: ProblemCode,
    readonly details: ProblemDetails = {},
  ) {
    super(code, { cause: details.cause });
  }
}

/** A decision that says no, with what may be told of it. Thrown by the door and the desk only. */
export class AccessDenied extends Error {
  constructor(
    /** The true reason. It goes to the trail; to the one refused only when `concealed` is false. */
    readonly reason: ReasonCode,
    /** House rule 13: a foreign dossier and one that does not exist get the same answer. */
    readonly concealed: boolean,
    /** What would make it a yes (R5, R6). */
    readonly neededAssurance?: Assurance,
    /** The day on which the authority ended, when that is the reason. */
    readonly since?: Date,
    /** Whether it is allowed now, and a no only of the moment that was asked about, by what is known of that. */
    readonly later = false,
    /** What a system hears instead that asked for a decision, when the true reason rests on what it may not hear of. */
    readonly heard?: AccessDenied,
  ) {
    // A refusal is an answer, and most are never thrown: to write down from where each comes costs more than to decide.
    const usual = Error.stackTraceLimit;
    Error.stackTraceLimit = 0;
    super(reason);
    Error.stackTraceLimit = usual;
  }
}

/** A fault in a body field. */
export const fault = (location: string, code: string, detail: string, detailNl: string): Fault => ({
  ...{ in: 'body', location, code, detail, detailNl },
});

/** What stands in the place of a name that is not repeated. */
export const notRepeated = '(not repeated)';

/**
 * The name of a field, to be told in a fault. One that is not in the form of ours may be a number or a code that came
 * in the wrong place, so it is not repeated (R2).
 */
export const shownName = (name: string): string =>
  /^([A-Za-z_]{1,40}|\d{1,4})$/.test(name) ? name : notRepeated;
