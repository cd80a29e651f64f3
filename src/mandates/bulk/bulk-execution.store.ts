import { Injectable } from '@nestjs/common';
import type { Work } from '../../audit/work.ts';
import type { Employee } from '../../domain/actor.ts';
import type { BulkKind, BulkState } from '../../domain/bulk.ts';
import type { Day } from '../../domain/day.ts';
import type { Permit } from '../../domain/decision.ts';
import { Problem, type ProblemCode } from '../../domain/errors.ts';
import type { BulkRunId, EmployeeId, MandateId, OrganisationId } from '../../domain/ids.ts';
import type { ReasonCode } from '../../domain/reasons.ts';
import type { Scope } from '../../domain/scope.ts';
import { newTraceId } from '../../platform/ids.ts';

/** A run as its execution needs it. */
export interface RunAtWork {
  readonly id: BulkRunId;
  readonly organisation: OrganisationId;
  readonly kind: BulkKind;
  readonly state: BulkState;
  readonly createdAt: Date;
  readonly confirmedBy: EmployeeId | null;
  /** Rows that wait to be carried out. */
  readonly left: number;
}

/** A row that passed the dry run and was not carried out yet. */
export interface ReadyRow {
  readonly number: number;
  readonly leader: number;
  readonly sealed: string | null;
  readonly lines: readonly Scope[] | null;
  readonly from: Day | null;
  readonly until: Day | null;
  readonly reference: string | null;
  readonly mandate: MandateId | null;
}

/** What became of a row: done, or refused with why. */
export interface Outcome {
  readonly number: number;
  /** What a request became, or what stood in its way. */
  readonly mandate?: MandateId | undefined;
  /** The same beside the mandate that a row names: what its renewal became, or what stood in its way. */
  readonly successor?: MandateId | undefined;
  readonly problem?: ProblemCode | ReasonCode | undefined;
}

const run = `id, organisation_id AS organisation, kind, state, created_at AS "createdAt",
  confirmed_by AS "confirmedBy", ready - done - refused AS left`;

/** What the execution does with runs and their rows. The intake writes them until they are confirmed. */
@Injectable()
export class BulkExecutionStore {
  /** Locks a run that the acting party may see, for a move of its life. */
  async lock(work: Work, id: BulkRunId): Promise<RunAtWork | undefined> {
    const [found] = await work.query<RunAtWork>(`SELECT ${run} FROM bulk_run WHERE id = $1 FOR UPDATE`, [id]);
    return found;
  }

  /** Confirmed: from here on it runs in the name of the acting employee, with the assurance of his sign-in. */
  async confirm(work: Work, _permit: Permit<'bulk.confirm' | 'bulk.confirm-leaving'>, id: BulkRunId) {
    const { actor, now } = work;
    await work.query(
      `UPDATE bulk_run SET state = 'running', confirmed_at = $2, confirmed_by = acting_employee(),
              confirmed_assurance = $3, stop_reason = NULL WHERE id = $1`,
      [id, now, actor.assurance],
    );
  }

  /** Who confirmed a run that is under way, as the actor that he was; nothing when it does not run. */
  async confirmer(work: Work, _permit: Permit<'bulk.resume'>, id: BulkRunId): Promise<Employee | undefined> {
    const [found] = await work.query<Omit<Employee, 'kind'>>('SELECT * FROM bulk_confirmer($1)', [id]);
    return found && Object.assign({ kind: 'employee' as const, trace: newTraceId() }, found);
  }

  /** The rows of the next so many mandates, those of one mandate together. */
  async next(
    work: Work,
    _permit: Permit<'bulk.carry-out'>,
    id: BulkRunId,
    mandates: number,
  ): Promise<readonly ReadyRow[]> {
    // Which these are is found once: of rows that just came PostgreSQL does not know how many there are.
    return work.named<ReadyRow>(
      'bulk-next',
      `SELECT number, leader, sealed, lines, from_day::text AS "from", until_day::text AS until, reference,
              mandate_id AS mandate
         FROM bulk_row WHERE run_id = $1 AND state = 'ready' AND leader = ANY (ARRAY(
                SELECT number FROM bulk_row WHERE run_id = $1 AND state = 'ready' AND leader = number
                 ORDER BY number LIMIT $2))
        ORDER BY leader, number`,
      [id, mandates],
    );
  }

  /**
   * Settles rows, once. What they held of a person goes.
   * @throws Problem `unavailable` when not all of them are there any more for who acts.
   */
  async settle(work: Work, id: BulkRunId, outcomes: readonly Outcome[]): Promise<void> {
    const refused = outcomes.filter(({ problem }) => problem !== undefined).length;
    const settled = await work.named(
      'bulk-settle',
      `UPDATE bulk_row SET state = CASE WHEN settled.problem IS NULL THEN 'done' ELSE 'refused' END,
              problem = settled.problem, mandate_id = coalesce(settled.mandate, mandate_id),
              successor = settled.successor, settled_at = $6, sealed = NULL, bsn_index = NULL, person_index = NULL
         FROM unnest($2::int[], $3::uuid[], $4::uuid[], $5::text[]) AS settled(number, mandate, successor, problem)
        WHERE run_id = $1 AND bulk_row.number = settled.number RETURNING bulk_row.number`,
      [
        id,
        outcomes.map(({ number }) => number),
        outcomes.map(({ mandate }) => mandate ?? null),
        outcomes.map(({ successor }) => successor ?? null),
        outcomes.map(({ problem }) => problem ?? null),
        work.now,
      ],
    );
    const counted = await work.named(
      'bulk-count',
      'UPDATE bulk_run SET done = done + $2, refused = refused + $3 WHERE id = $1 RETURNING id',
      [id, outcomes.length - refused, refused],
    );
    // Whose access ends at this very instant no longer sees the rows: then nothing of this part may stay.
    if (settled.length !== outcomes.length || counted.length !== 1) throw new Problem('unavailable');
  }

  /** Every row is settled. */
  async finish(work: Work, id: BulkRunId): Promise<void> {
    await work.query(`UPDATE bulk_run SET state = 'done', finished_at = $2 WHERE id = $1`, [id, work.now]);
  }

  /**
   * It cannot go on; the rows that are left stay as they are.
   * @throws Problem `unavailable` when it is not there any more for who acts.
   */
  async stop(work: Work, id: BulkRunId, why: ProblemCode | ReasonCode): Promise<void> {
    const stopped = await work.query(
      `UPDATE bulk_run SET state = 'stopped', stop_reason = $2 WHERE id = $1 RETURNING id`,
      [id, why],
    );
    if (stopped.length !== 1) throw new Problem('unavailable');
  }
}
