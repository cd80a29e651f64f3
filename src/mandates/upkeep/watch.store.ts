import { Injectable } from '@nestjs/common';
import type { Work } from '../../audit/work.ts';
import { type Day, dayOf } from '../../domain/day.ts';
import type { Permit } from '../../domain/decision.ts';
import type { MandateId } from '../../domain/ids.ts';
import type { NoticeKind } from '../../domain/notice.ts';

/** How far the scan of a day is. */
export interface Scan {
  readonly day: Day;
  /** Mandates up to here were looked at. */
  readonly after: MandateId | null;
}

/** A mandate that may have something coming. */
export interface Candidate {
  readonly id: MandateId;
  readonly lastUsedAt: string | null;
  readonly confirmedAt: string | null;
  readonly renewed: boolean;
  readonly made: readonly { readonly kind: NoticeKind; readonly dueOn: Day; readonly madeOn: Day }[];
}

/** The next part of a scan. */
export interface Part {
  readonly last: MandateId | null;
  readonly seen: number;
  readonly candidates: readonly Candidate[];
}

/** Keeps how far a scan is, and finds what it has to look at. Of two processes at it, one does each part. */
@Injectable()
export class WatchStore {
  /** Today's scan, locked until the end of the work; nothing when it is done or another process is at it. */
  async take(work: Work, _permit: Permit<'mandate.watch'>): Promise<Scan | undefined> {
    const day = dayOf(work.now);
    // Who comes second does not wait for the first, as he would to insert the same day.
    const [lock] = await work.query<{ free: boolean }>(
      `SELECT pg_try_advisory_xact_lock(hashtextextended('mandate scan', 15)) AS free`,
    );
    if (!lock?.free) return undefined;
    await work.query('INSERT INTO mandate_scan (day, started_at) VALUES ($1, $2) ON CONFLICT DO NOTHING', [
      day,
      work.now,
    ]);
    const [scan] = await work.query<Scan & Record<string, unknown>>(
      `SELECT day::text, after FROM mandate_scan WHERE day = $1 AND finished_at IS NULL FOR UPDATE`,
      [day],
    );
    return scan;
  }

  /** The next so many active mandates after those that were looked at, and which of them may have something coming. */
  async next(work: Work, _permit: Permit<'mandate.watch'>, { after }: Scan, most: number): Promise<Part> {
    const [row] = await work.named<{
      last_id: MandateId | null;
      seen: number;
      candidates: readonly Candidate[];
    }>('mandates-to-watch', 'SELECT * FROM mandates_to_watch($1, $2)', [after, most]);
    if (!row) throw new Error('the function answers with one row');
    return { last: row.last_id, seen: row.seen, candidates: row.candidates };
  }

  /** Locks those of these that are active still and that nobody is changing now; the others wait for another day. */
  async free(work: Work, mandates: readonly MandateId[]): Promise<ReadonlySet<MandateId>> {
    const rows = await work.query<{ id: MandateId }>(
      `SELECT id FROM mandate WHERE id = ANY ($1) AND state = 'active' ORDER BY id FOR NO KEY UPDATE SKIP LOCKED`,
      [mandates],
    );
    return new Set(rows.map(({ id }) => id));
  }

  /** Keeps how far the scan is now. Without a last one there was nothing left, and it is done. */
  async keep(
    work: Work,
    { day }: Scan,
    { last, seen }: Part,
    made: { readonly notices: number; readonly ended: number },
  ): Promise<void> {
    await work.query(
      `UPDATE mandate_scan SET after = coalesce($2, after), seen = seen + $3, notices = notices + $4,
              ended = ended + $5, finished_at = CASE WHEN $2::uuid IS NULL THEN $6::timestamptz END WHERE day = $1`,
      [day, last, seen, made.notices, made.ended, work.now],
    );
  }
}
