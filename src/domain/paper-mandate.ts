import type { Subject } from './actor.ts';
import { addYears, type Day, dayOf, type Period } from './day.ts';
import { type Fault, fault, Problem } from './errors.ts';
import { goneFrom } from './identity-case.ts';
import type { ClientId, MandateId } from './ids.ts';
import type { Authority } from './mandate.ts';
import { faultsOf, heardOf } from './mandate-request.ts';
import type { Scope, WideScope } from './scope.ts';
import type { Sentence } from './sentence.ts';

/**
 * What becomes of a mandate that a client abroad, without any electronic means, gave on paper. One official enters it,
 * another confirms it, and only then a mandate begins: a voluntary one, with the paper as its evidence.
 */
export const paperStates = ['waiting', 'confirmed', 'rejected'] as const;
/** One of {@link paperStates}. */
export type PaperState = (typeof paperStates)[number];

/** What is not in this table cannot happen; what was confirmed is a mandate, and ends as one. */
export const paperMoves = {
  confirm: { from: 'waiting', to: 'confirmed' },
  reject: { from: 'waiting', to: 'rejected' },
} as const satisfies Record<string, { from: PaperState; to: PaperState }>;
/** The name of a move. */
export type PaperMove = keyof typeof paperMoves;

/** @throws Problem `move-not-possible` */
export function movePaper(state: PaperState, move: PaperMove): PaperState {
  if (paperMoves[move].from !== state) throw new Problem('move-not-possible', { members: { state, move } });
  return paperMoves[move].to;
}

/** What the register of persons made of who is said to have signed; `no-address`: nobody could write to him. */
export const signerAnswers = ['unasked', 'matches', 'does-not-match', 'no-address'] as const;
/** One of {@link signerAnswers}. */
export type SignerAnswer = (typeof signerAnswers)[number];

/** R3: number and date of birth belong together; R30: nobody gives anything after his death. */
export function signerAnswer(
  person:
    | { readonly birthDate: Day; readonly diedOn?: Day | undefined; readonly address: readonly string[] }
    | undefined,
  claimedBirthDate: Day | undefined,
): SignerAnswer {
  if (!person || person.diedOn !== undefined || person.birthDate !== claimedBirthDate)
    return 'does-not-match';
  return person.address.length === 0 ? 'no-address' : 'matches';
}

/** What a decision needs to know of it. */
export interface PaperMandateFacts {
  readonly client: ClientId;
  /** Whether that client lives abroad; nothing until the register said who he is. */
  readonly abroad?: boolean | undefined;
  readonly lines: readonly Pick<WideScope, 'sender' | 'category'>[];
  /** Whether a mandate began with it: from then on it is news about him, and until then a claim (R3). */
  readonly begun?: boolean | undefined;
  /** Absent while it is being entered. */
  readonly entered?:
    | {
        readonly by: Subject;
        readonly stillWorks: boolean;
        /** Its client became one with another since: the paper is of who he was. */
        readonly ofAnother?: boolean | undefined;
      }
    | undefined;
}

/** What the evidence shows: the paper that was signed, or who signed it. */
export const paperEvidenceKinds = ['authorisation', 'identity'] as const;
/** One of {@link paperEvidenceKinds}. */
export type PaperEvidenceKind = (typeof paperEvidenceKinds)[number];

/** What an official takes from paper. */
export interface PaperWish {
  readonly lines: readonly Scope[];
  readonly period: Period;
  readonly birthDate: Day;
  readonly evidence: readonly { readonly what: PaperEvidenceKind }[];
}

const missing: Readonly<Record<PaperEvidenceKind, Sentence>> = {
  authorisation: {
    en: 'Send a copy of the paper that the client signed.',
    nl: 'Stuur een kopie van het papier dat de cliënt ondertekende.',
  },
  identity: {
    en: 'Send a copy of the client’s identity document.',
    nl: 'Stuur een kopie van het identiteitsbewijs van de cliënt.',
  },
};

/** R7, R8, and what else must lie there: every fault at once. A paper asks as much as any other request for a mandate. */
export const faultsOfPaper = (wish: PaperWish, now: Date): readonly Fault[] => [
  ...faultsOf(wish, dayOf(now)),
  ...(wish.birthDate > dayOf(now)
    ? [fault('#/birthDate', 'in-the-future', 'This day is still to come.', 'Deze dag moet nog komen.')]
    : []),
  ...paperEvidenceKinds.flatMap((kind) =>
    wish.evidence.some(({ what }) => what === kind)
      ? []
      : [fault('#/evidence', `no-${kind}`, missing[kind].en, missing[kind].nl)],
  ),
];

/** What stands in the way of a mandate on paper, by the code of the problem. */
export interface PaperObstacle {
  readonly code: 'move-not-possible' | 'person-not-confirmed' | 'duplicate-mandate';
  /** What the code alone does not tell. */
  readonly says?: Sentence | undefined;
  /** The mandate that is there already. */
  readonly mandate?: MandateId | undefined;
}

/**
 * R14, as of what a client gives in any other way: what he was offered or gave already is not given once more, and what he
 * never heard of stands in the way of nothing (R3).
 */
function alreadyThere(
  wish: Pick<PaperWish, 'lines' | 'period'>,
  existing: readonly Authority[],
  now: Date,
): readonly PaperObstacle[] {
  const first = heardOf(wish, existing, now);
  return first ? [{ code: 'duplicate-mandate', mandate: first.id }] : [];
}

const lastDayPast: Sentence = {
  en: 'The last day of this paper is past. Nothing can begin with it any more.',
  nl: 'De laatste dag van dit papier is voorbij. Er kan niets meer mee beginnen.',
};

const whyUnconfirmed: Partial<Record<SignerAnswer, Sentence>> = {
  unasked: {
    en: 'The register of persons has yet to answer about this client. It is asked again by itself: try again in a few minutes.',
    nl: 'Het register van personen heeft nog niet geantwoord over deze cliënt. Het wordt vanzelf opnieuw gevraagd: probeer het over een paar minuten opnieuw.',
  },
  'no-address': {
    en: 'No address of this client is known, so that nobody can write to him about it.',
    nl: 'Van deze cliënt is geen adres bekend. Daarom kan niemand hem erover schrijven.',
  },
};

/**
 * All that stands in the way of letting begin what waits: its last day is past, the register does not know the client as
 * the person on the paper (R3, R30), and R14.
 */
export const obstaclesOf = (
  paper: Pick<PaperWish, 'lines' | 'period'> & { readonly person: SignerAnswer },
  existing: readonly Authority[],
  now: Date,
): readonly PaperObstacle[] => [
  ...(paper.period.until <= dayOf(now) ? [{ code: 'move-not-possible', says: lastDayPast } as const] : []),
  ...(paper.person === 'matches'
    ? []
    : [{ code: 'person-not-confirmed', says: whyUnconfirmed[paper.person] } as const]),
  ...alreadyThere(paper, existing, now),
];

const unless = ([first]: readonly PaperObstacle[]): void => {
  if (!first) return;
  const { code, says, mandate } = first;
  throw new Problem(code, { ...(says ? { says } : {}), ...(mandate ? { members: { mandate } } : {}) });
};

/** @throws Problem `duplicate-mandate` that points at the first (R14). */
export const ensureNew = (...wished: Parameters<typeof alreadyThere>): void =>
  unless(alreadyThere(...wished));

/** @throws Problem of the first of {@link obstaclesOf}. */
export const ensureConfirmable = (...paper: Parameters<typeof obstaclesOf>): void =>
  unless(obstaclesOf(...paper));

/** For so many years after the end of a mandate the paper is kept that it rests on (BDO 12–14, by analogy). */
export const paperKeptYears = 5;

/**
 * The Dutch day from which a copy is gone; nothing as long as it may be needed. Who somebody was is looked at once; what
 * he signed proves the mandate as long as anybody may ask.
 */
export function copyGoneFrom(
  what: PaperEvidenceKind,
  {
    state,
    decidedAt,
    overSince,
  }: {
    readonly state: PaperState;
    readonly decidedAt?: Date | undefined;
    /** When the mandate ended that began with it. */
    readonly overSince?: Date | undefined;
  },
): Day | undefined {
  if (decidedAt === undefined) return undefined;
  if (state === 'rejected' || what === 'identity') return goneFrom(decidedAt);
  return overSince && addYears(dayOf(overSince), paperKeptYears);
}
