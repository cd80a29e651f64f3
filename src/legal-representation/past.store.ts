import { Injectable } from '@nestjs/common';
import type { Work } from '../audit/work.ts';
import type { Day } from '../domain/day.ts';
import type { OrderBefore, Past, ToldOfCase } from '../domain/guardian-before.ts';
import { type KeptOrder, orderColumns, orderOf, type OrderRow, whatItGave } from './court-order.kept.ts';

interface ChangeJson {
  readonly kind: 'lifted' | 'overturned' | 'term-set';
  readonly on: Day;
  /** The register told it of the whole case. */
  readonly ofCase: boolean;
}

type BeforeRow = OrderRow & {
  readonly again: boolean;
  readonly repaired: boolean;
  readonly changes: readonly ChangeJson[] | null;
};

/** What an order is held against before it begins: as far as the one who asks may see it. */
@Injectable()
export class PastStore {
  /** What courts decided before over the same ward, and what the register told of the same case. */
  async of(work: Work, order: KeptOrder): Promise<Past> {
    return { orders: await this.orders(work, order), told: await this.told(work, order) };
  }

  private async orders(work: Work, order: KeptOrder): Promise<readonly OrderBefore[]> {
    const rows = await work.query<BeforeRow>(
      `SELECT ${orderColumns}, o.made_room AS again, repaired(o) AS repaired,
              (SELECT jsonb_agg(jsonb_build_object(
                        'kind', c.kind, 'on', least(c.on_day, c.earlier_on),
                        'ofCase', r.id IS NOT NULL AND r.kvk IS NULL AND NOT r.names_person) ORDER BY c.at, c.id)
                 FROM court_order_change c LEFT JOIN court_register_report r ON r.id = c.report_id
                WHERE c.order_id = o.id AND c.kind IN ('lifted', 'overturned', 'term-set')
                  AND (c.kind = 'term-set' OR r.outcome IS DISTINCT FROM 'set-aside')) AS changes
         FROM court_order o ${whatItGave}
        WHERE o.client_id = $1 AND o.id <> $2 AND o.state = 'verified' AND g.mandate_id IS NOT NULL`,
      [order.client, order.id],
    );
    return rows.flatMap((row) => beforeOf(row, order));
  }

  private told(work: Work, order: KeptOrder): Promise<readonly ToldOfCase[]> {
    return work.query<ToldOfCase & Record<string, unknown>>(
      `SELECT r.id AS report, r.kind, r.on_day::text AS "on", r.earlier_on::text AS "earlierOn", r.heard,
              CASE WHEN r.outcome = 'set-aside' THEN 'set-aside' WHEN r.outcome IN ('applied', 'known') THEN 'done'
                   WHEN r.why = 'told-otherwise' THEN 'told-otherwise' ELSE 'open' END AS state,
              CASE WHEN r.kvk IS NULL AND NOT r.names_person THEN 'all'
                   WHEN r.kvk = n.kvk OR guardian_of_report(r.guardian_index) = n.id THEN 'this' ELSE 'another' END AS about,
              NOT EXISTS (SELECT FROM court_order o
                           WHERE lower(o.court) = lower($1) AND o.case_number = $2 AND o.organisation_id <> $3
                             AND o.state NOT IN ('rejected', 'withdrawn') AND NOT o.made_room) AS alone,
              EXISTS (SELECT FROM court_register_report_done d JOIN court_order o ON o.id = d.order_id
                       WHERE d.report_id = r.id AND o.organisation_id = $3 AND o.client_id = $4 AND o.ground = $5)
                AS "carriedOut"
         FROM court_register_report r JOIN organisation n ON n.id = $3
        WHERE lower(r.court) = lower($1) AND r.case_number = $2
        ORDER BY r.on_day, r.received_at, r.id`,
      [order.court, order.caseNumber, order.organisation, order.client, order.ground],
    );
  }
}

function beforeOf(row: BeforeRow, order: KeptOrder): readonly OrderBefore[] {
  const { gave, ...before } = orderOf(row);
  if (!gave) return [];
  const own = before.organisation === order.organisation;
  // What its office handed in again people look into, who know why it ended (R18); what works again binds nobody else.
  const again = row.repaired || (own && row.again);
  const ofCase =
    before.court.toLowerCase() === order.court.toLowerCase() && before.caseNumber === order.caseNumber;
  const days = (kind: ChangeJson['kind'], all = true): readonly Day[] =>
    (row.changes ?? []).filter((each) => each.kind === kind && (all || each.ofCase)).map(({ on }) => on);
  return [
    {
      ...{ ground: before.ground, givenOn: before.givenOn, until: before.until, gave, own },
      sameCase: ofCase && !again,
      ...{ lifted: days('lifted'), overturned: days('overturned') },
      ...{ caseOverturned: days('overturned', false), terms: days('term-set') },
    },
  ];
}
