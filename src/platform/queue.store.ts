import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { Clock } from './clock.ts';
import { newId } from './ids.ts';
import { behind, type Lane, laneCalled, laneNumber, type Line } from './queue.line.ts';
import { lease, patience, type Standing, waitOf, type Waits } from './queue.waiting.ts';

/** The kinds of work that can wait in the queue. */
export type TaskKind =
  | ('offer-mandate' | 'name-client' | 'print-letter' | 'run-bulk')
  | ('apply-life-event' | 'match-identity' | 'print-identity-letter' | 'print-identity-news')
  | ('check-court-order' | 'take-up-reports')
  | ('check-paper-mandate' | 'print-paper-letter');

/** A piece of work: what, and the ids that it needs. Never personal data. */
export interface Task extends Required<Line> {
  readonly id: string;
  readonly kind: TaskKind;
  readonly payload: Readonly<Record<string, string>>;
  /** How often it was taken up: who took it up before has lost it, and is known by his lower number. */
  readonly attempts: number;
}

/** What the queue needs of a transaction to put a task in it. */
export interface Enqueues {
  readonly now: Date;
  query(sql: string, values: readonly unknown[]): Promise<unknown>;
}

/** Another took a task up meanwhile, and knows better: who finds that out leaves everything as it is. */
export class TaskLost extends Error {}

/** What the queue needs of a transaction to look at a task. */
export interface Looks {
  readonly now: Date;
  query<Row extends object>(sql: string, values: readonly unknown[]): Promise<Row[]>;
}

/** A task that was taken up so often and not done waits for a person. */
export const mostAttempts = 12;

/**
 * Work that happens after the transaction that asked for it, and never without it. A task is leased, done outside the
 * lease's transaction, and taken away. The lease is short and renewed while its process lives; when that dies, another
 * takes the task up seconds later. So a task may be done twice, and must have one effect.
 */
@Injectable()
export class QueueStore {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly clock: Clock,
  ) {}

  /** Puts a task in the queue, in the transaction of whoever asks for it, and at the end of a line. */
  async enqueue(
    work: Enqueues,
    kind: TaskKind,
    payload: Readonly<Record<string, string>>,
    line: Line = {},
  ): Promise<void> {
    await this.enqueueEach(work, kind, [payload], line);
  }

  /** Puts many tasks of one kind in the queue, one behind the other, in one statement. */
  async enqueueEach(
    work: Enqueues,
    kind: TaskKind,
    payloads: readonly Readonly<Record<string, string>>[],
    { lane = 'single', party = '' }: Line = {},
  ): Promise<void> {
    await work.query(
      `INSERT INTO job (id, kind, payload, due_at, lane, party, place)
       SELECT given.id, $2, given.payload, $4, $5, $6, line.place + given.number
         FROM unnest($1::uuid[], $3::jsonb[]) WITH ORDINALITY AS given(id, payload, number),
              (SELECT ${behind('$5::smallint', '$6::text', '$4')} AS place) AS line`,
      [
        payloads.map(() => newId()),
        kind,
        payloads.map((payload) => JSON.stringify(payload)),
        work.now,
        laneNumber(lane),
        party,
      ],
    );
  }

  /**
   * Ends a long task in the transaction of the part of it that was done last, and puts its continuation at the end of
   * its line: a new lease, and nobody does a part again. For who holds it ({@link hold}).
   */
  async handOn(work: Enqueues, task: Task): Promise<void> {
    await work.query(
      `WITH ended AS (DELETE FROM job WHERE id = $1 RETURNING kind, payload, lane, party)
       INSERT INTO job (id, kind, payload, due_at, lane, party, place)
       SELECT $2, kind, payload, $3, lane, party, 1 + ${behind('ended.lane', 'ended.party', '$3')} FROM ended`,
      [task.id, newId(), work.now],
    );
  }

  /** Takes the first task that is due of the first of these lanes that has one, for this process alone. */
  async lease(lanes: readonly Lane[]): Promise<Task | undefined> {
    const now = this.clock.now();
    const firsts = lanes.map(
      (lane) => `(SELECT id FROM job
         WHERE lane = ${laneNumber(lane)} AND NOT given_up AND due_at <= $1 AND (leased_until IS NULL OR leased_until <= $1)
         ORDER BY place, due_at LIMIT 1 FOR UPDATE SKIP LOCKED)`,
    );
    const [[task]] = await this.database.query<[(Omit<Task, 'lane'> & { lane: number })[], number]>(
      `UPDATE job SET leased_until = $2, attempts = attempts + 1 WHERE id = coalesce(${firsts.join(', ')})
        RETURNING id, kind, payload, attempts, lane, party`,
      [now, new Date(now.getTime() + lease.lasts)],
    );
    return task && { ...task, lane: laneCalled(task.lane) };
  }

  /** A sign of life of who works on a task. */
  async renew({ id, attempts }: Task): Promise<void> {
    await this.database.query(
      'UPDATE job SET leased_until = $3 WHERE id = $1 AND attempts = $2 AND leased_until IS NOT NULL',
      [id, attempts, new Date(this.clock.now().getTime() + lease.lasts)],
    );
  }

  /**
   * Keeps a task for who took it up: nobody else does before this transaction ends, whatever becomes of its lease.
   * Taking up skips a row that is locked, and a sign of life does not wait for this lock.
   * @throws TaskLost when another took it up already.
   */
  async hold(work: Looks, { id, attempts }: Task): Promise<void> {
    const held = await work.query('SELECT FROM job WHERE id = $1 AND attempts = $2 FOR KEY SHARE', [
      ...[id, attempts],
    ]);
    if (held.length === 0) throw new TaskLost();
  }

  /** The task is done; unless another took it up meanwhile, who knows better. */
  async finish({ id, attempts }: Task): Promise<void> {
    await this.database.query('DELETE FROM job WHERE id = $1 AND attempts = $2', [id, attempts]);
  }

  /**
   * The task failed: try again later, in its own place, or give up and leave it for a person to see. `failure` holds
   * codes, no words of others. Nothing when another took it up meanwhile.
   */
  async postpone({ id, attempts }: Task, failure: string): Promise<void> {
    await this.database.query(
      `UPDATE job SET leased_until = NULL, due_at = $3, failure = $4, given_up = $5 WHERE id = $1 AND attempts = $2`,
      [
        ...[id, attempts, new Date(this.clock.now().getTime() + patience(attempts))],
        ...[failure.slice(0, 200), attempts >= mostAttempts],
      ],
    );
  }

  /** When a task that waits is tried next: now, when somebody is at it. Nothing when there is none, or it was given up. */
  async nextTry(
    work: Looks,
    kind: TaskKind,
    payload: Readonly<Record<string, string>>,
  ): Promise<Date | undefined> {
    const [task] = await work.query<{ due: Date | null }>(
      'SELECT min(due_at) AS due FROM job WHERE kind = $1 AND payload = $2 AND NOT given_up',
      [kind, payload],
    );
    return task?.due ?? undefined;
  }

  /** On which of these runs nobody works at this moment, and why. */
  async waiting(work: Looks, runs: readonly string[]): Promise<ReadonlyMap<string, Waits>> {
    const tasks = await work.query<Standing & { run: string }>(
      `SELECT payload ->> 'run' AS run, due_at AS "dueAt", attempts, leased_until AS "leasedUntil",
              failure IS NOT NULL AS "hasFailed"
         FROM job WHERE kind = 'run-bulk' AND payload ->> 'run' = ANY ($1) AND NOT given_up`,
      [runs],
    );
    const waits = new Map<string, Waits>();
    for (const task of tasks) {
      const wait = waitOf(task, work.now);
      if (wait) waits.set(task.run, wait);
    }
    for (const task of tasks) if (!waitOf(task, work.now)) waits.delete(task.run); // one at work is enough
    return waits;
  }
}
