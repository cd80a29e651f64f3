import { Injectable } from '@nestjs/common';
import type { Work } from '../audit/work.ts';
import type { ActorKind } from '../domain/actor.ts';
import type { Permit } from '../domain/decision.ts';
import type { MandateId } from '../domain/ids.ts';
import type { MandateState } from '../domain/mandate.ts';
import { answers, mandateChanges } from '../domain/mandate-history.ts';
import type { Position } from '../platform/cursor.ts';

/** One change of a mandate, as the trail holds it. */
export interface Change {
  readonly id: string;
  readonly at: Date;
  readonly action: (typeof mandateChanges)[number];
  readonly actorKind: ActorKind;
  readonly actorId: string;
  readonly from: MandateState | null;
  readonly to: MandateState | null;
  readonly details: Readonly<Record<string, string | number | boolean>>;
}

/** The lines of the trail that changed one mandate. */
@Injectable()
export class MandateHistoryStore {
  /** Whether the client ever answered the request (R3). */
  async isAnswered(work: Work, _permit: Permit<'mandate.history'>, mandate: MandateId): Promise<boolean> {
    const [row] = await work.query<{ answered: boolean }>(
      `SELECT EXISTS (SELECT FROM trail WHERE mandate_id = $1 AND outcome = 'permitted'
         AND action = ANY ($2) AND details->>'to' = ANY ($3)) AS answered`,
      [mandate, mandateChanges, answers],
    );
    return row?.answered ?? false;
  }

  /**
   * What changed it, oldest first, one more than the limit when there is more. A wrong code, or an offer that could
   * not be made, moved nothing and is no change.
   */
  changes(
    work: Work,
    _permit: Permit<'mandate.history'>,
    mandate: MandateId,
    withOffer: boolean,
    limit: number,
    after: Position | undefined,
  ): Promise<Change[]> {
    return work.query<Change>(
      `SELECT id, at, action, actor_kind AS "actorKind", actor_id AS "actorId",
              details->>'from' AS "from", details->>'to' AS "to", details - 'from' - 'to' AS details
         FROM trail
        WHERE mandate_id = $1 AND outcome = 'permitted' AND action = ANY ($2) AND details ? 'to'
          AND ($3 OR action <> 'mandate.offer') AND (at, id) > ($4::timestamptz, $5::uuid)
        ORDER BY at, id LIMIT $6`,
      [mandate, mandateChanges, withOffer, after?.at ?? '-infinity', after?.id ?? firstId, limit + 1],
    );
  }
}

const firstId = '00000000-0000-0000-0000-000000000000';
