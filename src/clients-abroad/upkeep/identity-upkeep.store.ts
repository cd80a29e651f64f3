import { Injectable } from '@nestjs/common';
import type { Work } from '../../audit/work.ts';
import type { Permit } from '../../domain/decision.ts';
import { keptDays } from '../../domain/identity-case.ts';
import type { ClientId, IdentityCaseId } from '../../domain/ids.ts';

/** What was removed, and what is to be asked again. */
export interface Upkept {
  /** Requests whose copies and contact data went: six weeks after their end. */
  readonly forgotten: number;
  /** Codes for another means that can no longer be used. */
  readonly codes: number;
}

/** No part of the upkeep is larger. */
const most = 500;

/** What time does to cases: data goes, and what nobody heard is asked again. */
@Injectable()
export class IdentityUpkeepStore {
  /** Whether this process does the upkeep now; another one may be at it. */
  async isMine(work: Work): Promise<boolean> {
    const [lock] = await work.query<{ mine: boolean }>(
      `SELECT pg_try_advisory_xact_lock(hashtext('volmacht identity upkeep')) AS mine`,
    );
    return lock?.mine ?? false;
  }

  /**
   * Removes copies and contact data of what ended six weeks ago. The rule is `caseEndedAt` and `goneFrom` of
   * `domain/identity-case.ts` in the dialect of a query; a test holds them equal.
   */
  async forget(work: Work, _permit: Permit<'house.tidy'>): Promise<Upkept> {
    const gone = await work.query<{ id: IdentityCaseId }>(
      `SELECT id FROM identity_case
        WHERE gone_at IS NULL AND decided_at IS NOT NULL
          AND (CASE WHEN state = 'refused' OR reference IS NULL THEN (decided_at AT TIME ZONE 'Europe/Amsterdam')::date
                    ELSE coalesce((coalesce(redeemed_at, code_void_at) AT TIME ZONE 'Europe/Amsterdam')::date,
                                  code_until) END)
              + $1::int <= acting_day()
        ORDER BY decided_at LIMIT ${most} FOR UPDATE SKIP LOCKED`,
      [keptDays],
    );
    const ids = gone.map(({ id }) => id);
    await work.query('DELETE FROM identity_evidence WHERE case_id = ANY ($1)', [ids]);
    await work.query('UPDATE identity_candidate SET sealed = NULL WHERE case_id = ANY ($1)', [ids]);
    await work.query('UPDATE identity_join SET personal = NULL WHERE case_id = ANY ($1)', [ids]);
    await work.query('UPDATE identity_case SET dossier_sealed = NULL, gone_at = $2 WHERE id = ANY ($1)', [
      ids,
      work.now,
    ]);
    const codes = await work.query('DELETE FROM rebinding_code WHERE until < $1 RETURNING 1', [
      new Date(work.now.getTime() - 86_400_000),
    ]);
    return { forgotten: ids.length, codes: codes.length };
  }

  /** Cases that the source was not heard about, and that no task asks about any more: it failed for too long. */
  async unheard(work: Work): Promise<readonly IdentityCaseId[]> {
    const rows = await work.query<{ id: IdentityCaseId }>(
      `SELECT id FROM identity_case c WHERE state = 'checking' AND NOT EXISTS (
         SELECT FROM job j WHERE j.kind = 'match-identity' AND j.payload->>'case' = c.id::text AND NOT j.given_up)
       ORDER BY created_at LIMIT ${most}`,
    );
    return rows.map(({ id }) => id);
  }

  /**
   * Clients without BSN about whom the source was not asked for so many days. Also while an official has it in hand: of
   * who is ambiguous as much stands in his own record as of who is unknown.
   */
  async unlinked(work: Work, days: number): Promise<readonly ClientId[]> {
    const rows = await work.query<{ client: ClientId }>(
      `SELECT k.client_id AS client FROM client_contact k JOIN client c ON c.id = k.client_id AND c.bsn_index IS NULL
        WHERE c.died_on IS NULL AND NOT EXISTS (
          SELECT FROM identity_case i WHERE i.client_id = k.client_id
             AND (i.state = 'checking' OR i.created_at > $1))
        ORDER BY k.client_id LIMIT ${most}`,
      [new Date(work.now.getTime() - days * 86_400_000)],
    );
    return rows.map(({ client }) => client);
  }
}
