import { Injectable } from '@nestjs/common';
import type { Work } from '../../audit/work.ts';
import type { Permit } from '../../domain/decision.ts';
import type { CourtOrderId } from '../../domain/ids.ts';
import { isDone, type ReportBecame } from '../../domain/register-report.ts';
import { type Report, reportColumns, type ReportRow } from './report.store.ts';

/** For which orders a report was carried out, or was known. */
type Done = Readonly<Partial<Record<CourtOrderId, 'applied' | 'known'>>>;

/** A report with what became of it for each order. */
export interface CaseReport extends Report {
  readonly done: Done;
}

type Row = ReportRow & { readonly done: Done };

/** What the register told of a case, and what became of it for each order of that case. */
@Injectable()
export class CaseReportStore {
  /**
   * What was told of a case and not set aside, locked, as it came. What was carried out or known for an order counts as
   * carried out for the same one that is handed in again: why that had ended, people looked into.
   */
  ofCase(
    work: Work,
    _permit: Permit<'order.follow'>,
    { court, caseNumber }: { readonly court: string; readonly caseNumber: string },
  ): Promise<readonly CaseReport[]> {
    return work.query<Row>(
      `SELECT ${reportColumns}, (
                SELECT coalesce(jsonb_object_agg(coalesce(again.id, was.id),
                                                 CASE WHEN again.id IS NULL THEN d.outcome ELSE 'applied' END), '{}')
                  FROM (SELECT c.report_id, c.order_id, 'applied' AS outcome FROM court_order_change c
                        UNION ALL SELECT report_id, order_id, outcome FROM court_register_report_done) d
                  JOIN court_order was ON was.id = d.order_id
                  LEFT JOIN court_order again
                    ON was.made_room AND NOT again.made_room AND again.organisation_id = was.organisation_id
                   AND again.client_id = was.client_id AND again.ground = was.ground
                   AND lower(again.court) = lower(was.court) AND again.case_number = was.case_number
                 WHERE d.report_id = r.id) AS done
         FROM court_register_report r
        WHERE lower(court) = lower($1) AND case_number = $2 AND outcome <> 'set-aside'
          AND why IS DISTINCT FROM 'told-otherwise'
        ORDER BY received_at, id FOR UPDATE OF r`,
      [court, caseNumber],
    );
  }

  /** Keeps that a report was carried out for an order, or was known, and whether it is in doubt since. */
  async keepDone(
    work: Work,
    { id }: Report,
    order: CourtOrderId,
    outcome: 'applied' | 'known',
    doubted: boolean,
  ): Promise<void> {
    await work.query(
      `INSERT INTO court_register_report_done AS d (report_id, order_id, outcome, doubted) VALUES ($1, $2, $3, $4)
       ON CONFLICT (report_id, order_id) DO UPDATE SET outcome = $3, doubted = $4
         WHERE (d.outcome, d.doubted) IS DISTINCT FROM ($3, $4)`,
      [id, order, outcome, doubted],
    );
  }

  /** Keeps what became of a report as a whole; one that waits is an official's to settle. */
  async settle(work: Work, { id, outcome, why }: Report, became: ReportBecame): Promise<void> {
    if (became === (outcome === 'waits' ? why : outcome)) return;
    await work.query(
      'UPDATE court_register_report SET outcome = $2, why = $3, settled_at = $4 WHERE id = $1',
      isDone(became) ? [id, became, null, work.now] : [id, 'waits', became, null],
    );
  }
}
