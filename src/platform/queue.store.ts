import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { Clock } from './clock.ts';
import { newId } from './ids.ts';

/** The kinds of work that can wait in the queue. */
export type TaskKind = 'offer-mandate' | 'name-client' | 'print-letter' | 'run-bulk';

/** A piece of work: what, and the ids that it needs. Never personal data. */
export interface Task {
  readonly id: string;
  readonly kind: TaskKind;
  readonly payload: Readonly<Record<string, string>>;
  readonly attempts: number;
}

/** What the queue needs of a transaction to put a task in it. */
export interface Enqueues {
  readonly now: Date;
  query(sql: string, values: readonly unknown[]): Promise<unknown>;
}

const leaseSeconds = 60;
const mostAttempts = 12;
/** Seconds to wait after so many failures: 2, 4, 8 … at most an hour. */
const patience = (attempts: number): number => Math.min(3600, 2 ** attempts);

/**
 * Work that happens after the transaction that asked for it, and never without it. A task is leased, done
 * outside the lease's transaction, and taken away; when its process dies, another takes it up after the lease.
 * So a task may be done twice, and must have one effect.
 */
@Injectable()
export class QueueStore {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly clock: Clock,
  ) {}

  /** Puts a task in the queue, in the transaction of whoever asks for it. */
  async enqueue(work: Enqueues, kind: TaskKind, payload: Readonly<Record<string, string>>): Promise<void> {
    await work.query('INSERT INTO job (id, kind, payload, due_at) VALUES ($1, $2, $3, $4)', [
      newId(),
      kind,
      payload,
      work.now,
    ]);
  }

  /** Puts many tasks of one kind in the queue, in one statement. */
  async enqueueEach(
    work: Enqueues,
    kind: TaskKind,
    payloads: readonly Readonly<Record<string, string>>[],
  ): Promise<void> {
    await work.query(
      `INSERT INTO job (id, kind, payload, due_at)
       SELECT given.id, $2, given.payload, $4 FROM unnest($1::uuid[], $3::jsonb[]) AS given(id, payload)`,
      [payloads.map(() => newId()), kind, payloads.map((payload) => JSON.stringify(payload)), work.now],
    );
  }

  /**
   * Ends a long task in the transaction of the part of it that was done last, and puts its continuation in the queue:
   * a new lease, and nobody does a part again. `due` is its place among what waits. When another process took the
   * task up meanwhile, that one goes on.
   */
  async handOn(work: Enqueues, task: Task, due: Date): Promise<void> {
    await work.query(
      `WITH ended AS (DELETE FROM job WHERE id = $1 RETURNING kind, payload)
       INSERT INTO job (id, kind, payload, due_at) SELECT $2, kind, payload, $3 FROM ended`,
      [task.id, newId(), due],
    );
  }

  /** Takes one task that is due, for this process alone. */
  async lease(): Promise<Task | undefined> {
    const now = this.clock.now();
    const [rows] = await this.database.query<[Task[], number]>(
      `UPDATE job SET leased_until = $2, attempts = attempts + 1
        WHERE id = (SELECT id FROM job
                     WHERE NOT given_up AND due_at <= $1 AND (leased_until IS NULL OR leased_until <= $1)
                     ORDER BY due_at LIMIT 1 FOR UPDATE SKIP LOCKED)
        RETURNING id, kind, payload, attempts`,
      [now, new Date(now.getTime() + leaseSeconds * 1000)],
    );
    return rows[0];
  }

  /** The task is done. */
  async finish(task: Task): Promise<void> {
    await this.database.query('DELETE FROM job WHERE id = $1', [task.id]);
  }

  /** The task failed: try again later, or give up and leave it for a person to see. `failure` is a code. */
  async postpone(task: Task, failure: string): Promise<void> {
    await this.database.query(
      'UPDATE job SET leased_until = NULL, due_at = $2, failure = $3, given_up = $4 WHERE id = $1',
      [
        task.id,
        new Date(this.clock.now().getTime() + patience(task.attempts) * 1000),
        failure.slice(0, 200),
        task.attempts >= mostAttempts,
      ],
    );
  }
}
