import { Injectable } from '@nestjs/common';
import type { Work } from '../../audit/work.ts';
import type { OrderChange, OrderChangeKind } from '../../domain/court-order-changes.ts';
import type { Day } from '../../domain/day.ts';
import type { Permit } from '../../domain/decision.ts';
import type { OrganisationId, ReportId } from '../../domain/ids.ts';
import type { WhyWaits } from '../../domain/register-report.ts';
import { Cipher } from '../../platform/cipher.ts';
import type { Position } from '../../platform/cursor.ts';
import { fingerprint, newId } from '../../platform/ids.ts';
import type { ListReports, ReportedChange, ReportOutcome } from './report.request.ts';

/** A report as it is kept. */
export interface Report {
  readonly id: ReportId;
  readonly eventId: string;
  readonly receivedAt: Date;
  readonly court: string;
  readonly caseNumber: string;
  readonly kvk: string | null;
  /** It is about one guardian, who is a person: who represents under his BSN here by now, if anybody does. */
  readonly namesPerson: boolean;
  readonly guardian: OrganisationId | null;
  readonly kind: OrderChangeKind;
  readonly on: Day;
  readonly earlierOn: Day | null;
  readonly heard: boolean | null;
  readonly outcome: ReportOutcome;
  readonly why: WhyWaits | null;
  readonly settledAt: Date | null;
  readonly reason: string | null;
}

/** What was told before it is kept. */
export type Told = Pick<
  ReportedChange,
  'eventId' | 'court' | 'caseNumber' | 'kvk' | 'guardianBsn' | 'kind' | 'on' | 'earlierOn' | 'heard'
>;

/** A row of them. */
export type ReportRow = Report & Record<string, unknown>;

/** The columns of a report. */
export const reportColumns = `id, event_id AS "eventId", received_at AS "receivedAt", court, case_number AS "caseNumber", kvk,
  names_person AS "namesPerson", guardian_of_report(guardian_index) AS guardian, kind,
  on_day::text AS "on", earlier_on::text AS "earlierOn", heard, outcome, why, settled_at AS "settledAt", reason`;

/** Whether a report names the guardian whom it is about. */
export const namesSomebody = ({ kvk, namesPerson }: Report): boolean => kvk !== null || namesPerson;

/** What a report says of a measure. */
export const changeOf = ({ kind, on, earlierOn, heard }: Report): OrderChange => ({
  ...{ kind, on, earlierOn: earlierOn ?? undefined, heard: heard ?? undefined },
});

/** What the register told, each once. */
@Injectable()
export class ReportStore {
  constructor(private readonly cipher: Cipher) {}

  /** Keeps a report, unless it was told before; `new` is to be taken up. */
  async take(
    work: Work,
    _permit: Permit<'register.report' | 'order.follow'>,
    { eventId, court, caseNumber, kvk, guardianBsn, kind, on, earlierOn, heard }: Told,
  ): Promise<{ readonly taken: 'new' | 'known' | 'other'; readonly id: ReportId }> {
    const id = newId<'report'>();
    const guardian = guardianBsn && this.cipher.index(guardianBsn);
    const said = JSON.stringify({ eventId, court, caseNumber, kvk, kind, on, earlierOn, heard, guardian });
    const [row] = await work.query<{ taken: 'new' | 'known' | 'other' }>(
      'SELECT take_report($1, $2, $3) AS taken',
      [id, said, fingerprint(said)],
    );
    if (!row) throw new Error('take_report answers with one row');
    return { taken: row.taken, id };
  }

  /** One report. */
  async find(work: Work, id: ReportId): Promise<Report | undefined> {
    const [row] = await work.query<ReportRow>(
      `SELECT ${reportColumns} FROM court_register_report WHERE id = $1`,
      [id],
    );
    return row;
  }

  /** An official sets aside what waits, or was carried out and told by mistake; nothing of what was set aside. */
  async setAside(
    work: Work,
    _permit: Permit<'register.settle-report'>,
    id: ReportId,
    official: string,
    reason: string,
  ): Promise<Report | undefined> {
    const [row] = await work.query<ReportRow>(
      `UPDATE court_register_report SET outcome = 'set-aside', settled_at = $2, settled_by = $3, reason = $4
        WHERE id = $1 AND outcome IN ('waits', 'applied', 'known') RETURNING ${reportColumns}`,
      [id, work.now, official, reason],
    );
    return row;
  }

  /** What waits, longest first; else newest first. One more than the limit when there is more. */
  list(
    work: Work,
    _permit: Permit<'register.list-reports'>,
    { outcome }: ListReports,
    after: Position | undefined,
    limit: number,
  ): Promise<readonly Report[]> {
    const [way, beyond] = outcome === 'waits' ? ['ASC', '>'] : ['DESC', '<'];
    return work.query<ReportRow>(
      `SELECT ${reportColumns} FROM court_register_report
        WHERE ($1::text IS NULL OR outcome = $1)
          AND ($2::timestamptz IS NULL OR (received_at, id) ${beyond} ($2, $3::uuid))
        ORDER BY received_at ${way}, id ${way} LIMIT $4`,
      [outcome, after?.at, after?.id, limit],
    );
  }

  /** How far the register was followed, locked; nothing when another process is at it. */
  async cursor(
    work: Work,
    _permit: Permit<'order.follow'>,
  ): Promise<{ readonly place: string | null } | undefined> {
    await work.query('INSERT INTO court_register_cursor DEFAULT VALUES ON CONFLICT DO NOTHING');
    const [row] = await work.query<{ place: string | null }>(
      'SELECT cursor AS place FROM court_register_cursor FOR UPDATE SKIP LOCKED',
    );
    return row;
  }

  /** Keeps how far it is. */
  async moveCursor(work: Work, place: string): Promise<void> {
    await work.query('UPDATE court_register_cursor SET cursor = $1, at = $2', [place, work.now]);
  }
}
