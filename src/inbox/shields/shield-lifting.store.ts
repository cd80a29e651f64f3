import { Injectable } from '@nestjs/common';
import type { Work } from '../../audit/work.ts';
import type { Permit } from '../../domain/decision.ts';
import type { ClientId, ShieldId } from '../../domain/ids.ts';
import type { EnteredLifting, Lifting } from '../../domain/shield.ts';

/** The only writer of what an official entered of the end of a judge's shield, for another one to enter the same. */
@Injectable()
export class ShieldLiftingStore {
  /** What an official entered of the end of it, if one did. Of two who enter at once one waits. */
  async of(work: Work, _permit: Permit<'shield.lift'>, id: ShieldId): Promise<EnteredLifting | undefined> {
    await work.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`lifting ${id}`]);
    const [found] = await work.query<EnteredLifting & Record<string, unknown>>(
      `SELECT case_number AS "caseNumber", decided_on::text AS "decidedOn", entered_by AS by,
              official_works(entered_by) AS "stillWorks" FROM shield_lifting WHERE shield_id = $1`,
      [id],
    );
    return found;
  }

  /** Keeps what the acting official enters of the end of it. */
  async enter(
    work: Work,
    _permit: Permit<'shield.lift'>,
    id: ShieldId,
    client: ClientId,
    { caseNumber, decidedOn }: Lifting,
  ): Promise<void> {
    await work.query(
      `INSERT INTO shield_lifting (shield_id, client_id, case_number, decided_on, entered_by, entered_at)
         VALUES ($1, $2, $3, $4, acting_id(), $5)
         ON CONFLICT (shield_id) DO UPDATE SET case_number = excluded.case_number, decided_on = excluded.decided_on,
           entered_by = excluded.entered_by, entered_at = excluded.entered_at`,
      [id, client, caseNumber, decidedOn, work.now],
    );
  }
}
