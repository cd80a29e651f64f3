import type { SealedMeans } from '../../clients/means.store.ts';
import type { Person } from '../../clients/person-register.port.ts';
import type { Prospect } from '../../clients/prospect.store.ts';
import type { Candidate, CaseKind, CaseState, LetterCode, MatchOutcome } from '../../domain/identity-case.ts';
import type { Proposed } from '../../domain/four-eyes.ts';
import type { ClientId, IdentityCaseId, ProposalId } from '../../domain/ids.ts';
import type { Dossier } from './dossier.ts';

/** Somebody who may be the one, with what is known of him for the official who compares. */
export interface KnownCandidate extends Candidate {
  readonly person?: Person | undefined;
  /** He is no client yet. */
  readonly prospect?: Prospect | undefined;
}

/** The code of the last letter. */
export interface KeptCode extends LetterCode {
  /** What the letter is found by; it opens nothing by itself. */
  readonly reference: string;
  readonly hash: string;
  /** Who a European means that brings it must show: a keyed index. Nothing when that can be nobody. */
  readonly bearer?: string | undefined;
}

/** Whose inbox an official proposes to open. Another one confirms it, or refuses. */
export interface Proposal extends Proposed {
  readonly at: Date;
  /** `official:…` */
  readonly by: string;
  readonly reason: string;
}

/** What decided a case, and why. */
export interface CaseDecision {
  readonly at: Date;
  /** `official:…`, or the job that heard the source. */
  readonly by: string;
  readonly reason?: string | undefined;
}

/** Something to be found out about who somebody is, as it is kept. */
export interface IdentityCase {
  readonly id: IdentityCaseId;
  readonly kind: CaseKind;
  readonly state: CaseState;
  /** The one who asked, as row-level security names him. */
  readonly madeBy: string;
  readonly client?: ClientId | undefined;
  /** The means that is to be his, sealed for this row. */
  readonly means?: SealedMeans | undefined;
  readonly dossier: Dossier;
  /** Asked with a means that was ended here: only officials decide, and nothing opens before. */
  readonly again: boolean;
  readonly outcome?: MatchOutcome | undefined;
  readonly createdAt: Date;
  readonly waitingSince?: Date | undefined;
  readonly proposal?: Proposal | undefined;
  /** Which proposal the other official confirmed. */
  readonly confirmed?: ProposalId | undefined;
  readonly decision?: CaseDecision | undefined;
  /** What it opened was undone. */
  readonly undone?: CaseDecision | undefined;
  readonly code?: KeptCode | undefined;
  readonly letters: number;
  readonly candidates: readonly KnownCandidate[];
}
