import { Injectable } from '@nestjs/common';
import type { Work } from '../../audit/work.ts';
import type { Day } from '../../domain/day.ts';
import type { Permit } from '../../domain/decision.ts';
import type { ClientId, CourtOrderId, MandateId } from '../../domain/ids.ts';
import { newId } from '../../platform/ids.ts';

/** A suspension that lapsed. */
export interface Lapsed {
  readonly order: CourtOrderId;
  readonly client: ClientId;
  readonly mandate: MandateId;
  /** The first day on which it no longer held. */
  readonly on: Day;
}

/** Suspensions that are over, and that nobody recorded. */
@Injectable()
export class LapseStore {
  /** Records those that are not; of two processes at once each is recorded by one. */
  async record(work: Work, _permit: Permit<'order.follow'>): Promise<readonly Lapsed[]> {
    const found = await work.query<Lapsed & Record<string, unknown>>(
      `SELECT court_order_id AS "order", client_id AS client, mandate_id AS mandate, upper(s)::text AS "on"
         FROM client_mandate g CROSS JOIN unnest(g.suspended) AS s
        WHERE court_order_id IS NOT NULL AND running AND upper(s) <= acting_day()
          AND NOT EXISTS (SELECT FROM court_order_change c WHERE c.order_id = g.court_order_id
                             AND c.kind = 'suspension-ended' AND c.on_day = upper(s))
        ORDER BY mandate_id, s LIMIT 1000`,
    );
    const recorded: Lapsed[] = [];
    for (const lapsed of found) if (await this.keep(work, lapsed)) recorded.push(lapsed);
    return recorded;
  }

  /** Records one; whether nobody had, and no court ended it on that day. The order is the acting party's to change. */
  async keep(work: Work, { order, on }: Pick<Lapsed, 'order' | 'on'>): Promise<boolean> {
    const rows = await work.query(
      `INSERT INTO court_order_change (id, order_id, kind, on_day, told_by, at)
       SELECT $1, $2, 'suspension-ended', $3, 'clock', $4
        WHERE NOT EXISTS (SELECT FROM court_order_change
                           WHERE order_id = $2 AND kind = 'suspension-ended' AND on_day = $3)
       ON CONFLICT DO NOTHING RETURNING id`,
      [newId(), order, on, work.now],
    );
    return rows.length > 0;
  }
}
