import type { CourtOrderId } from '../../domain/ids.ts';
import type { ReportBecame } from '../../domain/register-report.ts';
import type { KeptOrder } from '../court-order.kept.ts';
import type { CaseReport } from './case-report.store.ts';

/** A report, the orders that it is about, and what became of it for each. */
export interface Concerned {
  readonly report: CaseReport;
  readonly orders: readonly KeptOrder[];
  readonly became: Map<CourtOrderId, ReportBecame>;
}
