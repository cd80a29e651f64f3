import { Injectable } from '@nestjs/common';
import type { Work } from '../../audit/work.ts';
import type { Permit } from '../../domain/decision.ts';
import type { EvidenceId, IdentityCaseId, PaperMandateId } from '../../domain/ids.ts';
import type { PaperEvidenceKind } from '../../domain/paper-mandate.ts';
import { Cipher } from '../../platform/cipher.ts';
import type { Evidence, EvidenceType } from '../../platform/evidence.ts';
import { newId } from '../../platform/ids.ts';

/** A copy as a list shows it. */
export interface KeptEvidence {
  readonly id: EvidenceId;
  readonly mediaType: EvidenceType;
  readonly size: number;
  readonly sha256: string;
}

/** A copy that belongs to a mandate on paper, with what it shows. */
export interface KeptPaper extends KeptEvidence {
  readonly what: PaperEvidenceKind;
}

/** What copies belong to, and so in which table they are. */
type BelongsTo = { readonly identityCase: IdentityCaseId } | { readonly paperMandate: PaperMandateId };

const placeOf = (of: BelongsTo) =>
  'identityCase' in of
    ? { table: 'identity_evidence', owner: 'case_id', id: of.identityCase }
    : { table: 'paper_mandate_evidence', owner: 'paper_id', id: of.paperMandate };

const columns = 'id, media_type AS "mediaType", size, sha256';

/** The only writer of copies of evidence: sealed at rest, each for its own row. */
@Injectable()
export class EvidenceStore {
  constructor(private readonly cipher: Cipher) {}

  /** Keeps copies, in their order. */
  async add(
    work: Work,
    of: BelongsTo,
    copies: readonly (Evidence & { readonly what?: PaperEvidenceKind })[],
  ): Promise<void> {
    const { table, owner, id: owned } = placeOf(of);
    for (const [place, { mediaType, content, sha256, what }] of copies.entries()) {
      const id = newId<'evidence'>();
      const sealed = this.cipher.sealBytes(content, id);
      const values = [id, owned, place, mediaType, content.length, sha256, sealed, ...(what ? [what] : [])];
      await work.query(
        `INSERT INTO ${table} (id, ${owner}, place, media_type, size, sha256, sealed${what ? ', what' : ''})
         VALUES (${values.map((_, number) => `$${number + 1}`).join(', ')})`,
        values,
      );
    }
  }

  /** What there is of a case, without the content. */
  list(work: Work, _permit: Permit<'identity-case.see'>, of: IdentityCaseId): Promise<KeptEvidence[]> {
    return work.query<KeptEvidence & Record<string, unknown>>(
      `SELECT ${columns} FROM identity_evidence WHERE case_id = $1 ORDER BY place`,
      [of],
    );
  }

  /** What there is of a mandate on paper, without the content. */
  ofPaper(work: Work, _permit: Permit<'paper-mandate.see'>, of: PaperMandateId): Promise<KeptPaper[]> {
    return work.query<KeptPaper & Record<string, unknown>>(
      `SELECT ${columns}, what FROM paper_mandate_evidence WHERE paper_id = $1 ORDER BY place`,
      [of],
    );
  }

  /** One copy, open. */
  async content(
    work: Work,
    _permit: Permit<'identity-case.see' | 'paper-mandate.see-evidence'>,
    of: BelongsTo,
    id: EvidenceId,
  ): Promise<{ mediaType: EvidenceType; content: Buffer } | undefined> {
    const { table, owner, id: owned } = placeOf(of);
    const [row] = await work.query<{ mediaType: EvidenceType; sealed: Buffer }>(
      `SELECT media_type AS "mediaType", sealed FROM ${table} WHERE ${owner} = $1 AND id = $2`,
      [owned, id],
    );
    return row && { mediaType: row.mediaType, content: this.cipher.openBytes(row.sealed, id) };
  }
}
