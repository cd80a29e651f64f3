import { Injectable } from '@nestjs/common';
import type { Work } from '../../audit/work.ts';
import type { Permit } from '../../domain/decision.ts';

/** Removes what runs need not hold any more. */
@Injectable()
export class BulkTidyStore {
  /** Rows of cancelled runs, and of runs from before this instant, are about nobody any more. How many were. */
  async forgetPersons(work: Work, _permit: Permit<'house.tidy'>, before: Date): Promise<number> {
    const rows = await work.query(
      `UPDATE bulk_row SET sealed = NULL, bsn_index = NULL, person_index = NULL
        WHERE bsn_index IS NOT NULL
          AND run_id IN (SELECT id FROM bulk_run WHERE state IN ('cancelled', 'done') OR created_at < $1)
        RETURNING 1`,
      [before],
    );
    return rows.length;
  }

  /** Takes away runs that nobody reads any more: the process died, or the database went away. How many. */
  async dropUnread(work: Work, _permit: Permit<'house.tidy'>, before: Date): Promise<number> {
    const runs = await work.query(
      `DELETE FROM bulk_run WHERE state = 'reading' AND created_at < $1 RETURNING 1`,
      [before],
    );
    return runs.length;
  }
}
