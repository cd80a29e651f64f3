import { Injectable } from '@nestjs/common';
import type { Work } from '../audit/work.ts';
import type { Permit } from '../domain/decision.ts';
import type { CourtOrderId, EmployeeId, EvidenceId } from '../domain/ids.ts';
import { Cipher } from '../platform/cipher.ts';
import type { Evidence } from '../platform/evidence.ts';
import { newId } from '../platform/ids.ts';

/** What is known of a copy without opening it. */
export interface EvidenceHeader {
  readonly id: EvidenceId;
  readonly mediaType: string;
  readonly size: number;
  readonly addedAt: Date;
}

/** Copies of court orders, sealed: they tell why somebody cannot look after himself. */
@Injectable()
export class EvidenceStore {
  constructor(private readonly cipher: Cipher) {}

  /** Keeps copies with an order. */
  async add(work: Work, order: CourtOrderId, by: EmployeeId, copies: readonly Evidence[]): Promise<void> {
    for (const { mediaType, content, sha256 } of copies) {
      const id = newId<'evidence'>();
      await work.query(
        `INSERT INTO court_order_evidence (order_id, id, media_type, size, sha256, sealed, added_at, added_by)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
        [order, id, mediaType, content.length, sha256, this.cipher.sealBytes(content, id), work.now, by],
      );
    }
  }

  /** What lies there, in the order in which it came. */
  async of(work: Work, order: CourtOrderId): Promise<readonly EvidenceHeader[]> {
    return work.query<EvidenceHeader & Record<string, unknown>>(
      `SELECT id, media_type AS "mediaType", size, added_at AS "addedAt" FROM court_order_evidence
        WHERE order_id = $1 ORDER BY added_at, id`,
      [order],
    );
  }

  /** The content of one copy. */
  async open(
    work: Work,
    _permit: Permit<'order.see-evidence'>,
    order: CourtOrderId,
    id: EvidenceId,
  ): Promise<{ readonly mediaType: string; readonly content: Buffer } | undefined> {
    const [row] = await work.query<{ mediaType: string; sealed: Buffer }>(
      `SELECT media_type AS "mediaType", sealed FROM court_order_evidence WHERE order_id = $1 AND id = $2`,
      [order, id],
    );
    return row && { mediaType: row.mediaType, content: this.cipher.openBytes(row.sealed, id) };
  }
}
