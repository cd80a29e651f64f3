import { Injectable } from '@nestjs/common';
import type { Work } from '../../audit/work.ts';
import type { BulkFault } from '../../domain/bulk-faults.ts';
import type { BulkRowState } from '../../domain/bulk.ts';
import type { Permit } from '../../domain/decision.ts';
import type { BulkRunId, MandateId } from '../../domain/ids.ts';

/** A row as the result tells of it: nothing that names a person. */
export interface ResultRow {
  readonly number: number;
  readonly line: number;
  readonly reference: string | null;
  readonly state: BulkRowState;
  readonly mandate: MandateId | null;
  /** What a renewal became. */
  readonly successor: MandateId | null;
  readonly faults: readonly BulkFault[];
  readonly problem: string | null;
}

/** Reads what became of the rows of a run. */
@Injectable()
export class BulkResultStore {
  /** So many rows after a number, in the order of the file; those in one state, when that is given. */
  page(
    work: Work,
    _permit: Permit<'bulk.see'>,
    run: BulkRunId,
    after: number,
    limit: number,
    state?: BulkRowState,
  ): Promise<ResultRow[]> {
    return work.query<ResultRow>(
      `SELECT r.number, r.line, r.reference, r.state, r.mandate_id AS mandate, r.faults, r.problem,
              (SELECT m.id FROM mandate m
                WHERE u.kind = 'renewal' AND r.state = 'done' AND m.predecessor = r.mandate_id
                ORDER BY m.requested_at DESC LIMIT 1) AS successor
         FROM bulk_row r JOIN bulk_run u ON u.id = r.run_id
        WHERE r.run_id = $1 AND r.number > $2 AND ($4::text IS NULL OR r.state = $4)
        ORDER BY r.number LIMIT $3`,
      [run, after, limit, state],
    );
  }
}
