import { Injectable } from '@nestjs/common';
import type { Work } from '../../audit/work.ts';
import type { BulkFault } from '../../domain/bulk-faults.ts';
import type { BulkKind, BulkRowState } from '../../domain/bulk.ts';
import type { Day } from '../../domain/day.ts';
import type { Permit } from '../../domain/decision.ts';
import type { BulkRunId, MandateId } from '../../domain/ids.ts';

/** A row as the result tells of it. */
export interface ResultRow {
  readonly number: number;
  readonly line: number;
  /** The office's own, from the file or else of the mandate. */
  readonly reference: string | null;
  /** What the client is called, once he gave the mandate and as far as who acts may see it (R3). */
  readonly client: string | null;
  readonly state: BulkRowState;
  readonly mandate: MandateId | null;
  /** What a renewal became, or what stood in its way. */
  readonly successor: MandateId | null;
  readonly from: Day | null;
  readonly until: Day | null;
  /** When it was carried out or turned out impossible; of rows from before nobody knows. */
  readonly settledAt: Date | null;
  /** When the mandate ended. */
  readonly endedAt: Date | null;
  readonly faults: readonly BulkFault[];
  readonly problem: string | null;
}

/**
 * Reads what became of the rows of a run. They belong to the run: who sees that sees them, whoever handles the client.
 * What they tell of a mandate itself, row-level security keeps to who may see that; and nothing when the run is to tell
 * of nobody any more.
 */
@Injectable()
export class BulkResultStore {
  /**
   * So many rows after a number, in the order of the file; those in one state, when that is given. A mandate that stood
   * in the way is named only to who may see it.
   */
  async page(
    work: Work,
    _permit: Permit<'bulk.see'>,
    run: BulkRunId,
    after: number,
    limit: number,
    state?: BulkRowState,
  ): Promise<ResultRow[]> {
    const rows = await work.query<ResultRow & { kind: BulkKind }>(
      // Whether he sees the run is asked once; mandate and client are looked for row by row (decision 87).
      `WITH u AS MATERIALIZED (SELECT * FROM bulk_run WHERE id = $1)
       SELECT r.number, r.line, r.kind, coalesce(r.reference, CASE WHEN r.kind <> 'request' THEN m.reference END) AS reference,
              r.became AS state, r.mandate_id AS mandate, CASE WHEN m.activated_at IS NOT NULL THEN m.name END AS client, r.successor,
              r.from_day::text AS "from", r.until_day::text AS until, m.ended_at AS "endedAt", r.settled_at AS "settledAt", r.faults, r.problem
         FROM (SELECT w.*, became.state AS became, u.kind, u.forgotten_at
                 FROM u JOIN bulk_row w ON w.run_id = u.id
                CROSS JOIN LATERAL (SELECT CASE WHEN u.state = 'cancelled' AND w.state = 'ready' THEN 'cancelled'
                                                ELSE w.state END AS state) AS became
                WHERE w.run_id = $1 AND w.number > $2 AND ($4::text IS NULL OR became.state = $4)
                ORDER BY w.number LIMIT $3) AS r
         LEFT JOIN LATERAL (
           SELECT g.reference, g.activated_at, g.ended_at, (SELECT c.name FROM client_name c WHERE c.id = g.client_id) AS name
             FROM mandate g WHERE g.id = r.mandate_id AND r.forgotten_at IS NULL LIMIT 1) AS m ON true
        ORDER BY r.number`,
      [run, after, limit, state],
    );
    const inTheWay = rows.flatMap(obstaclesOf);
    if (inTheWay.length === 0) return rows;
    const seen = await work.query<{ id: string }>('SELECT id FROM mandate WHERE id = ANY ($1)', [inTheWay]);
    const visible = new Set(seen.map(({ id }) => id));
    return rows.map((row) => withoutHidden(row, (id) => visible.has(id)));
  }
}

type RowOfKind = ResultRow & { readonly kind: BulkKind };

/** What a row names that its file did not: mandates that stand in its way. */
const obstaclesOf = ({ kind, state, mandate, successor, faults }: RowOfKind): string[] => [
  ...(state === 'refused' && kind === 'request' && mandate ? [mandate] : []),
  ...(state === 'refused' && successor ? [successor] : []),
  ...faults.flatMap((fault) => fault.mandate ?? []),
];

/** The row without the names of those that who looks may not see. */
function withoutHidden(row: RowOfKind, isSeen: (id: string) => boolean): ResultRow {
  const hidden = new Set(obstaclesOf(row).filter((id) => !isSeen(id)));
  const shown = (id: MandateId | null) => (id !== null && hidden.has(id) ? null : id);
  return {
    ...row,
    mandate: shown(row.mandate),
    successor: shown(row.successor),
    faults: row.faults.map((fault) =>
      fault.mandate !== undefined && hidden.has(fault.mandate) ? { ...fault, mandate: undefined } : fault,
    ),
  };
}
