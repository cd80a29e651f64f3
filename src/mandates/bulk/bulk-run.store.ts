import { Injectable } from '@nestjs/common';
import type { Work } from '../../audit/work.ts';
import { type BulkKind, type BulkState, readingSilence } from '../../domain/bulk.ts';
import type { Permit } from '../../domain/decision.ts';
import { Problem } from '../../domain/errors.ts';
import type { Oin } from '../../domain/identifiers.ts';
import type { BulkRunId, EmployeeId, OrganisationId } from '../../domain/ids.ts';
import type { Day } from '../../domain/day.ts';
import type { Scope } from '../../domain/scope.ts';
import { type Page, pageOf, positionOf } from '../../platform/cursor.ts';
import { brokenConstraint } from '../../platform/database.errors.ts';
import type { ListRuns } from './bulk.request.ts';
import type { Source } from './bulk-file.ts';

/** What a letter would say of one period. */
export interface LetterPart {
  readonly from: Day;
  readonly until: Day;
  readonly lines: readonly Scope[];
}

/** What confirming a run would do. Holds nothing of a person. */
export interface Sending {
  readonly mandates: number;
  readonly letters: number;
  readonly senders: readonly { readonly sender: Oin; readonly mandates: number }[];
  /** What the letter with the most lines would say; of runs from before one part could be more, that part. */
  readonly letter?: LetterPart | readonly LetterPart[] | undefined;
}

/** A run as it is kept. */
export interface BulkRun {
  readonly id: BulkRunId;
  readonly organisation: OrganisationId;
  readonly startedBy: EmployeeId;
  readonly kind: BulkKind;
  readonly source: Source;
  readonly state: BulkState;
  readonly columns: Readonly<Record<string, string>>;
  readonly fingerprint: string | null;
  readonly total: number;
  readonly faulty: number;
  readonly ready: number;
  readonly done: number;
  readonly refused: number;
  /** Lines that were read as part of another row, for a quotation mark that is not closed. */
  readonly unjudged: number;
  readonly sending: Sending | null;
  readonly createdAt: Date;
  readonly checkedAt: Date | null;
  readonly confirmedAt: Date | null;
  readonly confirmedBy: EmployeeId | null;
  readonly finishedAt: Date | null;
  readonly stopReason: string | null;
}

/** Read by nobody any more, by the clock. */
const stateNow = `CASE WHEN state = 'reading' AND heard_at < acting_now() - make_interval(secs => ${readingSilence})
                       THEN 'interrupted' ELSE state END`;

const columns = `id, organisation_id AS organisation, started_by AS "startedBy", kind, source, ${stateNow} AS state, columns,
  fingerprint, total, faulty, ready, done, refused, unjudged, sending, created_at AS "createdAt", checked_at AS "checkedAt",
  confirmed_at AS "confirmedAt", confirmed_by AS "confirmedBy", finished_at AS "finishedAt",
  stop_reason AS "stopReason"`;

/** What makes a run be shown: looking at it, and what is done with it. */
export type RunAction =
  'bulk.see' | 'bulk.check' | 'bulk.check-leaving' | 'bulk.confirm' | 'bulk.confirm-leaving';

/** Runs, up to their confirmation; the execution writes them from there on. */
@Injectable()
export class BulkRunStore {
  /**
   * Begins a run that is being read, under its key.
   * @throws Problem `request-in-progress` when the same key comes twice at once.
   */
  async begin(
    work: Work,
    run: Pick<BulkRun, 'id' | 'organisation' | 'startedBy' | 'kind' | 'source'> & { readonly key: string },
  ): Promise<void> {
    await work
      .query(
        `INSERT INTO bulk_run (id, organisation_id, started_by, kind, source, state, key, created_at, heard_at)
         VALUES ($1, $2, $3, $4, $5, 'reading', $6, $7, $7)`,
        [run.id, run.organisation, run.startedBy, run.kind, run.source, run.key, work.now],
      )
      .catch((error: unknown) => {
        if (brokenConstraint(error) !== 'bulk_run_once') throw error;
        throw new Problem('request-in-progress', { retryAfterSeconds: 1 });
      });
  }

  /** The run that this employee began with this key (R13). */
  async byKey(work: Work, startedBy: EmployeeId, key: string): Promise<BulkRun | undefined> {
    const [found] = await work.query<BulkRun>(
      `SELECT ${columns} FROM bulk_run WHERE started_by = $1 AND key = $2`,
      [startedBy, key],
    );
    return found;
  }

  /** Takes away what could not be read to its end, as if it had never been. */
  async drop(work: Work, id: BulkRunId): Promise<void> {
    await work.query(`DELETE FROM bulk_run WHERE id = $1 AND state = 'reading'`, [id]);
  }

  /**
   * A sign of life of whoever reads the file; until the work ends nobody takes the run away.
   * @throws Problem `request-in-progress` when it was sent again meanwhile, and is read anew.
   */
  async stillReading(work: Work, id: BulkRunId): Promise<void> {
    const found = await work.query(
      `UPDATE bulk_run SET heard_at = $2 WHERE id = $1 AND state = 'reading' RETURNING id`,
      [id, work.now],
    );
    if (found.length === 0) throw new Problem('request-in-progress', { retryAfterSeconds: 1 });
  }

  /** The file was read to its end and every row judged. */
  async checked(
    work: Work,
    id: BulkRunId,
    found: Pick<BulkRun, 'columns' | 'fingerprint' | 'total' | 'ready' | 'unjudged' | 'sending'>,
  ): Promise<void> {
    await work.query(
      `UPDATE bulk_run SET state = 'checked', checked_at = $2, columns = $3, fingerprint = $4, total = $5::int, ready = $6::int,
              faulty = $5::int - $6::int, unjudged = $8, sending = $7 WHERE id = $1`,
      [
        id,
        work.now,
        JSON.stringify(found.columns),
        found.fingerprint,
        found.total,
        found.ready,
        JSON.stringify(found.sending),
        found.unjudged,
      ],
    );
  }

  /** A run that the acting party may see. */
  async find(work: Work, _permit: Permit<RunAction>, id: BulkRunId) {
    const [found] = await work.query<BulkRun>(`SELECT ${columns} FROM bulk_run WHERE id = $1`, [id]);
    return found;
  }

  /** Locks a run for a move of its life. */
  async lock(work: Work, id: BulkRunId): Promise<BulkRun | undefined> {
    const [found] = await work.query<BulkRun>(`SELECT ${columns} FROM bulk_run WHERE id = $1 FOR UPDATE`, [
      id,
    ]);
    return found;
  }

  /** It will not be carried out, or no further; a run that is cancelled holds no persons any more. */
  async end(work: Work, id: BulkRunId, state: BulkState, why: string): Promise<void> {
    await work.query(
      `UPDATE bulk_run SET state = $2, stop_reason = $3, finished_at = CASE WHEN $2 = 'cancelled' THEN $4::timestamptz END
        WHERE id = $1`,
      [id, state, why, work.now],
    );
  }

  /** How many mandates each of these runs of requests made: rows of one client are one (R15). */
  async made(
    work: Work,
    _permit: Permit<RunAction | 'bulk.list' | 'bulk.cancel'>,
    runs: readonly BulkRunId[],
  ): Promise<ReadonlyMap<BulkRunId, number>> {
    const rows = await work.query<{ id: BulkRunId; made: number }>(
      `SELECT run_id AS id, count(DISTINCT leader)::int AS made
         FROM bulk_row WHERE run_id = ANY ($1) AND state = 'done' GROUP BY run_id`,
      [runs],
    );
    return new Map(rows.map(({ id, made }) => [id, made]));
  }

  /** A page, newest first. Whose, row-level security keeps to (R34). */
  async page(work: Work, _permit: Permit<'bulk.list'>, wish: ListRuns): Promise<Page<BulkRun>> {
    const after = positionOf('bulk-runs', wish.cursor);
    const rows = await work.query<BulkRun>(
      `SELECT ${columns} FROM bulk_run
        WHERE ($1::text IS NULL OR ${stateNow} = $1) AND ($2::text IS NULL OR kind = $2)
          AND ($3::timestamptz IS NULL OR (created_at, id) < ($3, $4::uuid))
        ORDER BY created_at DESC, id DESC LIMIT $5`,
      [wish.state, wish.kind, after?.at, after?.id, wish.limit + 1],
    );
    return pageOf(
      'bulk-runs',
      rows,
      wish.limit,
      ({ createdAt, id }) => ({ at: createdAt, id }),
      (row) => row,
    );
  }
}
