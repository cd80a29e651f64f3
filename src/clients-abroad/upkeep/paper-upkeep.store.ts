import { Injectable } from '@nestjs/common';
import type { Work } from '../../audit/work.ts';
import type { Permit } from '../../domain/decision.ts';
import { keptDays } from '../../domain/identity-case.ts';
import type { PaperMandateId } from '../../domain/ids.ts';
import { paperKeptYears } from '../../domain/paper-mandate.ts';

/** No part of the upkeep is larger. */
const most = 500;

/** What time does to mandates on paper: copies go, and what no register answered is asked again. */
@Injectable()
export class PaperUpkeepStore {
  /**
   * Removes copies that are no longer needed; how many went. The rule is `copyGoneFrom` of `domain/paper-mandate.ts` in
   * the dialect of a query; a test holds them equal.
   */
  async forget(work: Work, _permit: Permit<'house.tidy'>): Promise<number> {
    const gone = await work.query(
      `DELETE FROM paper_mandate_evidence WHERE id IN (
         SELECT e.id FROM paper_mandate_evidence e JOIN paper_mandate p ON p.id = e.paper_id
           LEFT JOIN client_mandate m ON m.paper_id = p.id
          WHERE CASE WHEN p.state = 'rejected' OR e.what = 'identity'
                     THEN (p.decided_at AT TIME ZONE 'Europe/Amsterdam')::date + $1::int
                     ELSE (least((m.ended_at AT TIME ZONE 'Europe/Amsterdam')::date, m.until_day, m.ends_on)
                           + make_interval(years => $2))::date END <= acting_day()
          LIMIT ${most})
       RETURNING 1`,
      [keptDays, paperKeptYears],
    );
    return gone.length;
  }

  /** Those about which the register was not heard, and that no task asks about any more: it failed for too long. */
  async unheard(work: Work): Promise<readonly PaperMandateId[]> {
    const rows = await work.query<{ id: PaperMandateId }>(
      `SELECT id FROM paper_mandate p WHERE state = 'waiting' AND person = 'unasked' AND NOT EXISTS (
         SELECT FROM job j WHERE j.kind = 'check-paper-mandate' AND j.payload->>'paper' = p.id::text AND NOT j.given_up)
       ORDER BY entered_at LIMIT ${most}`,
    );
    return rows.map(({ id }) => id);
  }
}
