import { Injectable } from '@nestjs/common';
import type { Work } from '../../audit/work.ts';
import type { Permit } from '../../domain/decision.ts';
import type { BulkRunId } from '../../domain/ids.ts';

/** Removes what runs need not hold any more. */
@Injectable()
export class BulkTidyStore {
  /**
   * Rows of runs from before this instant tell of nobody any more, not by the office's own words either; and their keys
   * can be used again. So many runs at a time; how many there were.
   */
  async forget(work: Work, _permit: Permit<'house.tidy'>, before: Date, limit: number): Promise<number> {
    const runs = await work.query<{ id: BulkRunId }>(
      `UPDATE bulk_run SET forgotten_at = $2, key = NULL, fingerprint = NULL WHERE id IN (
         SELECT id FROM bulk_run WHERE forgotten_at IS NULL AND created_at < $1 AND state <> 'reading'
          ORDER BY created_at LIMIT $3 FOR UPDATE SKIP LOCKED)
       RETURNING id`,
      [before, work.now, limit],
    );
    await work.query(
      `UPDATE bulk_row SET sealed = NULL, bsn_index = NULL, person_index = NULL, reference = NULL
        WHERE run_id = ANY ($1)`,
      [runs.map(({ id }) => id)],
    );
    return runs.length;
  }

  /** Takes away runs that nobody reads any more: the process died, or the database went away. How many. */
  async dropUnread(work: Work, _permit: Permit<'house.tidy'>, before: Date): Promise<number> {
    const runs = await work.query(
      `DELETE FROM bulk_run WHERE state = 'reading' AND heard_at < $1 RETURNING 1`,
      [before],
    );
    return runs.length;
  }
}
