import { Injectable } from '@nestjs/common';
import type { Work } from '../audit/work.ts';
import type { ClientId, LifeEventId, MandateId } from '../domain/ids.ts';
import type { NoticeKind, Recipient } from '../domain/notice.ts';
import { newId } from '../platform/ids.ts';

/** A notice that a life event makes: about a mandate, or to the client about himself. */
export interface LifeNotice {
  readonly kind: NoticeKind;
  readonly recipient: Recipient;
  readonly mandate?: MandateId | undefined;
}

/** Puts among the notices what people are to hear of a life event. */
@Injectable()
export class LifeEventNoticesStore {
  /** Each once; how many are new. */
  async tell(work: Work, event: LifeEventId, notices: readonly LifeNotice[]): Promise<number> {
    if (notices.length === 0) return 0;
    const [row] = await work.query<{ told: number }>('SELECT tell_of_life_event($1, $2) AS told', [
      event,
      JSON.stringify(notices.map((notice) => ({ id: newId(), ...notice }))),
    ]);
    return row?.told ?? 0;
  }

  /** The mandates by which somebody is represented now: their offices are concerned. */
  async running(work: Work, client: ClientId): Promise<readonly MandateId[]> {
    const rows = await work.query<{ mandate: MandateId }>(
      `SELECT DISTINCT mandate_id AS mandate FROM mandate_scope
        WHERE client_id = $1 AND state IN ('active', 'suspended') AND standing ORDER BY mandate_id`,
      [client],
    );
    return rows.map(({ mandate }) => mandate);
  }
}
