import { addDays, type Day, dayOf, startOf } from './day.ts';
import { Problem } from './errors.ts';
import type { ClientId } from './ids.ts';

/**
 * What has to be found out about who somebody is:
 * - `account`: a European identity opens an account; is it somebody with a BSN?
 * - `link`: the same, asked again of an account without BSN;
 * - `rebinding`: another means, or a BSN that came later, is of a client that is here already;
 * - `onboarding`: somebody without any means asks for one on paper.
 */
export const caseKinds = ['account', 'link', 'rebinding', 'onboarding'] as const;
/** One of {@link caseKinds}. */
export type CaseKind = (typeof caseKinds)[number];

/** `checking`: the source was not heard yet; `waiting`: for an official. */
export const caseStates = ['checking', 'waiting', 'granted', 'refused'] as const;
/** One of {@link caseStates}. */
export type CaseState = (typeof caseStates)[number];

/** What the source of identities answers. That it does not answer is none of these: then nothing is decided. */
export const matchOutcomes = ['match', 'no-match', 'ambiguous'] as const;
/** One of {@link matchOutcomes}. */
export type MatchOutcome = (typeof matchOutcomes)[number];

/**
 * Why somebody may be the client whom a case looks for. `proved`: he signed in with the means of that client too;
 * `source`: the source names him; `stated`: his BSN was stated; `former-identifier` and `same-person`: an identifier
 * that was stated, or name and date of birth, are of a client without BSN; `void-proof`: he proved it with a code of a
 * means that was ended or undone since, or while two were wrongly one.
 */
export const candidateGrounds = [
  ...(['proved', 'source', 'stated', 'former-identifier', 'same-person', 'void-proof'] as const),
] as const;
/** One of {@link candidateGrounds}. */
export type CandidateGround = (typeof candidateGrounds)[number];

/** Somebody who may be the one. */
export interface Candidate {
  readonly client: ClientId;
  readonly ground: CandidateGround;
}

interface Move {
  readonly by: 'source' | 'official';
  readonly from: CaseState;
  readonly to: CaseState;
}

/** The life of a case. What is not in this table cannot happen. */
export const caseMoves = {
  settle: { by: 'source', from: 'checking', to: 'granted' },
  dismiss: { by: 'source', from: 'checking', to: 'refused' },
  pass: { by: 'source', from: 'checking', to: 'waiting' },
  grant: { by: 'official', from: 'waiting', to: 'granted' },
  refuse: { by: 'official', from: 'waiting', to: 'refused' },
} as const satisfies Record<string, Move>;
/** The name of a move. */
export type CaseMove = keyof typeof caseMoves;

/** @throws Problem `move-not-possible` */
export function moveCase(state: CaseState, move: CaseMove): CaseState {
  if (caseMoves[move].from !== state) throw new Problem('move-not-possible', { members: { state, move } });
  return caseMoves[move].to;
}

/** What the answer of the source comes to, and which client it found, if it did. */
export interface Settled {
  readonly move: Extract<CaseMove, 'settle' | 'dismiss' | 'pass'>;
  readonly client?: ClientId | undefined;
}

/** What the source said: the outcome, with those whom it named. */
export interface Answer {
  readonly outcome: MatchOutcome;
  readonly named: readonly ClientId[];
  /**
   * Whether the names and the date of birth that a means of sign-in shows are those of whom the source found
   * (`same-person.ts`): neither what somebody wrote down, nor what the source thinks of it, is enough.
   */
  readonly fits: boolean;
  /** Whether the means that is bound would take the place of another one of whom the source found. */
  readonly replaces: boolean;
  /** Whether it asks with a means that was ended here: nobody gets that back by the word of the source. */
  readonly again?: boolean | undefined;
}

/**
 * What follows from the answer (decision 77). An ambiguous one is an official's to decide, and so is everything where the
 * source does not confirm by itself what was shown; on paper nothing is granted without a person who looked at it.
 */
export function afterAnswer(kind: CaseKind, answer: Answer, candidates: readonly Candidate[]): Settled {
  const [found] = answer.outcome === 'match' ? answer.named : [];
  if (kind === 'onboarding' || answer.again) return { move: 'pass' };
  const proved = candidates.filter(({ ground }) => ground === 'proved');
  // What anybody can write down about another, or a namesake, must not open his inbox without a person who looked at it.
  if (found !== undefined && !answer.fits) return { move: 'pass' };
  // Nobody loses a means to another one by the word of the source: who has the old one shows that, or officials look.
  const isProved = proved.length > 0 && proved.every(({ client }) => client === found);
  if (kind === 'rebinding')
    return found !== undefined && isProved ? { move: 'settle', client: found } : { move: 'pass' };
  if (found !== undefined && answer.replaces) return { move: 'pass' };
  if (answer.outcome === 'ambiguous') return { move: 'pass' };
  if (kind === 'account' || found !== undefined) return { move: 'settle', client: found };
  return { move: 'dismiss' };
}

/**
 * Whom an official may name in his decision: one of those who were found. Only an onboarding can be granted without
 * naming anybody, when no BSN was stated, and what asks with a means that was ended (`again`): then it is somebody new.
 * @throws Problem `move-not-possible`, with which candidates there are to choose from.
 */
export function ensureChoice(
  kind: CaseKind,
  candidates: readonly Candidate[],
  chosen: ClientId | undefined,
  again = false,
): void {
  const isKnown = candidates.some(({ client }) => client === chosen);
  const isNew =
    chosen === undefined &&
    (again || (kind === 'onboarding' && candidates.every(({ ground }) => ground !== 'stated')));
  if (!isKnown && !isNew)
    throw new Problem('move-not-possible', {
      says: {
        en: 'Name the client whom this is about: one of the candidates.',
        nl: 'Noem de cliënt over wie dit gaat: een van de kandidaten.',
      },
      members: { move: 'grant', candidates: candidates.length },
    });
}

/** How many letters with a code one request gets. */
export const mostLetters = 2;

/** R10, R11: the code of a letter, as far as it says whether it still works. */
export interface LetterCode {
  readonly wrongCodes: number;
  readonly until: Day;
  readonly redeemedAt?: Date | undefined;
  /** Since when it opens nothing, though it was not used: he died, came back to the Netherlands, or it was stopped. */
  readonly voidedAt?: Date | undefined;
}

/** What a code can be. */
export const codeStates = ['waiting', 'redeemed', 'void', 'locked', 'lapsed'] as const;
/** One of {@link codeStates}. */
export type CodeState = (typeof codeStates)[number];

/** R10: the fifth wrong try locks; R11: and from its last day on it does not work. */
export function codeStateAt(code: LetterCode, now: Date, triesAllowed: number): CodeState {
  if (code.redeemedAt !== undefined) return 'redeemed';
  if (code.voidedAt !== undefined) return 'void';
  if (code.wrongCodes >= triesAllowed) return 'locked';
  return dayOf(now) < code.until ? 'waiting' : 'lapsed';
}

/**
 * What becomes of the code of a letter that is undone before it was used: it is void, for good. Whoever learns that it went
 * to the wrong one need not wait until he used it. Nothing when it was used, or undone already.
 */
export const stopped = <Code extends LetterCode>(
  code: Code | undefined,
  undone: boolean,
  now: Date,
): Code | undefined =>
  code === undefined || code.redeemedAt || undone ? undefined : { ...code, voidedAt: code.voidedAt ?? now };

/** For so many days after the end copies and contact data of a request are kept (six weeks, BDO 12 by analogy). */
export const keptDays = 42;

/** The end of a request, from which on its copies are kept for a while: nothing, as long as it may still be needed. */
export function caseEndedAt({
  state,
  decidedAt,
  code,
}: {
  state: CaseState;
  decidedAt?: Date | undefined;
  code?: LetterCode | undefined;
}): Date | undefined {
  if (state !== 'granted' && state !== 'refused') return undefined;
  if (state === 'refused' || !code) return decidedAt;
  return code.redeemedAt ?? code.voidedAt ?? startOf(code.until);
}

/** The Dutch day from which copies and contact data of a request are gone. */
export const goneFrom = (endedAt: Date): Day => addDays(dayOf(endedAt), keptDays);
