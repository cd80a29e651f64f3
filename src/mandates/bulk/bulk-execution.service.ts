import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { Desk } from '../../access/desk.ts';
import { UnitOfWork } from '../../audit/unit-of-work.ts';
import type { Work } from '../../audit/work.ts';
import { type Employee, job } from '../../domain/actor.ts';
import { settleRun } from '../../domain/bulk.ts';
import { AccessDenied, Problem, type ProblemCode } from '../../domain/errors.ts';
import type { BulkRunId } from '../../domain/ids.ts';
import type { ReasonCode } from '../../domain/reasons.ts';
import { Clock } from '../../platform/clock.ts';
import { QueueStore, type Task, TaskLost } from '../../platform/queue.store.ts';
import { QueueWorker } from '../../platform/queue.worker.ts';
import { BulkMoves } from './bulk-execution.moves.ts';
import { BulkRequests } from './bulk-execution.requests.ts';
import { BulkExecutionStore, type Outcome, type ReadyRow, type RunAtWork } from './bulk-execution.store.ts';

/** Mandates of one part: one transaction that does their work and settles their rows. */
const partSize = 200;
/**
 * How long one task goes on before it hands on, in milliseconds: so that runs of others and a house that closes need
 * not wait for it.
 */
const turn = 1_000;
/** A task that failed so often in a row stops its run, so that people see it. */
const patience = 8;

const actor = job('run-bulk');

/**
 * Carries out what was confirmed, part by part. A part is one transaction that does the work of its rows and settles
 * them: killed at any instant it goes on exactly where it was, and does no row twice. Nothing is remembered: each part
 * acts as the employee who confirmed, and asks at the desk again.
 */
@Injectable()
export class BulkExecutionService implements OnModuleInit {
  private readonly logger = new Logger('bulk runs');

  constructor(
    private readonly clock: Clock,
    private readonly unit: UnitOfWork,
    private readonly desk: Desk,
    private readonly runs: BulkExecutionStore,
    private readonly requests: BulkRequests,
    private readonly moves: BulkMoves,
    private readonly queue: QueueStore,
    private readonly worker: QueueWorker,
  ) {}

  onModuleInit(): void {
    this.worker.handle('run-bulk', (task) => this.carryOn(task));
  }

  /** One turn of a run. May be called again, and by two at once: each row is done once. */
  private async carryOn(task: Task): Promise<void> {
    const id = task.payload.run as BulkRunId;
    if (task.attempts > patience) return this.stop(id, 'internal-error'); // its process died each time
    const confirmer = await this.confirmerOf(id);
    if (!confirmer) return; // over, or cancelled
    const over = this.clock.now().getTime() + turn;
    try {
      while (await this.part(confirmer, id, task, this.clock.now().getTime() >= over));
    } catch (error) {
      const why = whyItStops(error, task);
      if (!why) throw error; // the queue tries again
      await this.stop(id, why);
    }
  }

  private confirmerOf(id: BulkRunId): Promise<Employee | undefined> {
    return this.unit.run(actor, async (work) => {
      const permit = await this.desk.demand(work, { action: 'bulk.resume' });
      work.remark({ object: { kind: 'bulk-run', id } });
      return this.runs.confirmer(work, permit, id);
    });
  }

  /** Does the next part; tells whether this task is to do another. */
  private part(confirmer: Employee, id: BulkRunId, task: Task, last: boolean): Promise<boolean> {
    return this.unit.run(confirmer, async (work) => {
      await this.queue.hold(work, task);
      const run = await this.runs.lock(work, id); // waits for who stops it in this instant
      const permit = await this.desk.demand(work, { action: 'bulk.carry-out', bulkRun: id });
      if (!run) throw new Problem('unavailable'); // he no longer sees it; the next try says why
      if (run.state !== 'running' || run.confirmedBy !== confirmer.employee) return this.leave(run);
      const rows = await this.runs.next(work, permit, id, partSize);
      if (rows.length === 0 && run.left > 0) return this.giveUp(work, run);
      const outcomes = rows.length > 0 ? await this.carryOut(work, confirmer, run, rows) : [];
      if (rows.length > 0) await this.runs.settle(work, id, outcomes);
      const left = run.left - rows.length;
      remarkOn(work, id, outcomes);
      if (left <= 0) {
        settleRun(run, 'finish', work.now);
        await this.runs.finish(work, id);
        return false;
      }
      if (last) await this.queue.handOn(work, task); // behind the runs of others, before what it asks for itself
      return !last;
    });
  }

  /** A person stopped it meanwhile, or confirmed it anew himself: that is no failure. */
  private leave({ id, state }: RunAtWork): false {
    this.logger.log(`run ${id} is ${state} by somebody's hand: this task of it ends`);
    return false;
  }

  /** Rows are said to wait and none is found: to look again would find none again. Somebody is to see it. */
  private async giveUp(work: Work, run: RunAtWork): Promise<false> {
    const why = 'internal-error';
    work.remark({ object: { kind: 'bulk-run', id: run.id }, details: { stopped: why } }, work.trail[0]?.id);
    settleRun(run, 'stop', work.now);
    await this.runs.stop(work, run.id, why);
    return false;
  }

  private carryOut(
    work: Work,
    confirmer: Employee,
    { id, kind }: RunAtWork,
    rows: readonly ReadyRow[],
  ): Promise<Outcome[]> {
    switch (kind) {
      case 'request':
        return this.requests.carryOut(work, confirmer, id, rows);
      case 'renewal':
        return this.moves.renew(work, confirmer, rows);
      case 'renunciation':
        return this.moves.renounce(work, rows);
    }
  }

  /** The rows that are left stay as they are; somebody who may can confirm again. */
  private stop(id: BulkRunId, why: ProblemCode | ReasonCode): Promise<void> {
    this.logger.log(`run ${id} stops: ${why}`);
    return this.unit.run(actor, async (work) => {
      const run = await this.runs.lock(work, id);
      await this.desk.demand(work, { action: 'bulk.resume' });
      work.remark({ object: { kind: 'bulk-run', id }, details: { stopped: why } });
      if (run?.state !== 'running') return;
      settleRun(run, 'stop', work.now);
      await this.runs.stop(work, id, why);
    });
  }
}

/** The line of the trail that speaks of the part as a whole comes first: what became of each mandate follows it. */
function remarkOn(work: Work, id: BulkRunId, outcomes: readonly Outcome[]): void {
  const refused = outcomes.filter(({ problem }) => problem !== undefined).length;
  const details = { done: outcomes.length - refused, refused };
  work.remark({ object: { kind: 'bulk-run', id }, details }, work.trail[0]?.id);
}

/** Why a run cannot go on; nothing when it may well go on in a moment. */
function whyItStops(error: unknown, { attempts }: Task): ProblemCode | ReasonCode | undefined {
  if (error instanceof AccessDenied) return error.reason;
  if (error instanceof TaskLost || attempts < patience) return undefined;
  return error instanceof Problem ? error.code : 'internal-error';
}
