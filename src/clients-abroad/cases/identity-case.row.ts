import type { Day } from '../../domain/day.ts';
import type { CaseKind, CaseState, MatchOutcome } from '../../domain/identity-case.ts';
import type { MeansIndex, MeansKind } from '../../domain/identity.ts';
import type { ClientId, IdentityCaseId, ProposalId } from '../../domain/ids.ts';
import type { Dossier } from './dossier.ts';
import type { IdentityCase, KnownCandidate } from './identity-case.ts';

/** The columns of a case, as {@link CaseRow} names them. */
export const columns = `id, kind, state, made_by AS "madeBy", client_id AS client, means_kind AS "meansKind",
  means_index AS "meansIndex", means_sealed AS "meansSealed", means_country AS "meansCountry",
  dossier_sealed AS dossier, outcome, created_at AS "createdAt", waiting_since AS "waitingSince",
  decided_at AS "decidedAt", decided_by AS "decidedBy", decision_reason AS reason, reference, code_hash AS "codeHash",
  code_until::text AS "codeUntil", wrong_codes AS "wrongCodes", bearer_index AS bearer, redeemed_at AS "redeemedAt", code_void_at AS "voidedAt", letters, again,
  undone_at AS "undoneAt", undone_by AS "undoneBy", undone_reason AS "undoneReason",
  (SELECT jsonb_build_object('id', p.id, 'client', p.client_id, 'at', p.proposed_at, 'by', p.proposed_by, 'reason', p.reason)
     FROM identity_proposal p WHERE p.case_id = identity_case.id) AS proposal`;

/** A row of `identity_case`. */
export interface CaseRow {
  id: IdentityCaseId;
  kind: CaseKind;
  state: CaseState;
  madeBy: string;
  client: ClientId | null;
  meansKind: MeansKind | null;
  meansIndex: MeansIndex | null;
  meansSealed: string | null;
  meansCountry: string | null;
  dossier: string | null;
  outcome: MatchOutcome | null;
  createdAt: Date;
  waitingSince: Date | null;
  decidedAt: Date | null;
  decidedBy: string | null;
  reason: string | null;
  reference: string | null;
  codeHash: string | null;
  codeUntil: Day | null;
  wrongCodes: number;
  bearer: string | null;
  redeemedAt: Date | null;
  voidedAt: Date | null;
  letters: number;
  again: boolean;
  undoneAt: Date | null;
  undoneBy: string | null;
  undoneReason: string | null;
  proposal: { id: ProposalId; client: ClientId; at: string; by: string; reason: string } | null;
}

const meansOf = ({ meansKind, meansIndex, meansSealed, meansCountry }: CaseRow) =>
  meansKind && meansIndex && meansSealed
    ? { kind: meansKind, index: meansIndex, sealed: meansSealed, country: meansCountry }
    : undefined;

const codeOf = ({ reference, codeHash, codeUntil, wrongCodes, bearer, redeemedAt, voidedAt }: CaseRow) =>
  reference && codeHash && codeUntil
    ? {
        ...{ reference, hash: codeHash, until: codeUntil, wrongCodes },
        ...{ bearer: bearer ?? undefined, redeemedAt: redeemedAt ?? undefined },
        voidedAt: voidedAt ?? undefined,
      }
    : undefined;

/** A row, with what was sealed in it, as a case. */
export const caseOf = (
  row: CaseRow,
  dossier: Dossier,
  candidates: readonly KnownCandidate[],
): IdentityCase => ({
  ...{ id: row.id, kind: row.kind, state: row.state, madeBy: row.madeBy, createdAt: row.createdAt },
  client: row.client ?? undefined,
  means: meansOf(row),
  dossier,
  outcome: row.outcome ?? undefined,
  waitingSince: row.waitingSince ?? undefined,
  decision:
    row.decidedAt && row.decidedBy
      ? { at: row.decidedAt, by: row.decidedBy, reason: row.reason ?? undefined }
      : undefined,
  proposal: row.proposal ? { ...row.proposal, at: new Date(row.proposal.at) } : undefined,
  undone:
    row.undoneAt && row.undoneBy
      ? { at: row.undoneAt, by: row.undoneBy, reason: row.undoneReason ?? undefined }
      : undefined,
  code: codeOf(row),
  letters: row.letters,
  again: row.again,
  candidates,
});
