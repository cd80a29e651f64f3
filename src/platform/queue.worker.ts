import { setTimeout as pause } from 'node:timers/promises';
import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { failureOf } from './failure.ts';
import type { Lane } from './queue.line.ts';
import { mostAttempts, QueueStore, type Task, type TaskKind, TaskLost } from './queue.store.ts';
import { lease } from './queue.waiting.ts';

/** What carries out one kind of task. It may be called twice for one task, and must have one effect. */
export type Handler = (task: Task) => Promise<void>;

/** A task took its process with it, each time that it was taken up. */
class ProcessDied extends Error {
  override readonly name = 'ProcessDied';
}

const pauseMilliseconds = 300;

/** Two work in a process, each with the lanes in which he looks: so neither runs nor single requests fill them both. */
const workers: readonly (readonly Lane[])[] = [
  ['single', 'run', 'crowd'],
  ['run', 'single', 'crowd'],
];

/**
 * Carries out the tasks of the queue, two at a time, until the house closes. While one of them carries out a run, the
 * other leaves the crowd alone: ten thousand rows take seconds, and what they ask for takes minutes.
 */
@Injectable()
export class QueueWorker implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger('queue');
  private readonly handlers = new Map<TaskKind, Handler>();
  private running: readonly Promise<void>[] = [];
  private readonly closing = new AbortController();
  private runsAtHand = 0;

  constructor(private readonly queue: QueueStore) {}

  /** A room says which tasks are its own. */
  handle(kind: TaskKind, handler: Handler): void {
    this.handlers.set(kind, handler);
  }

  onApplicationBootstrap(): void {
    this.running = workers.map((lanes) => this.work(lanes));
  }

  /** Finishes the tasks at hand, takes no other; who pauses, stops at once. */
  async onModuleDestroy(): Promise<void> {
    this.closing.abort();
    await Promise.all(this.running);
  }

  /** Carries out what is due now and goes first; tells whether there was anything. For the loops, and for tests. */
  async next(lanes = workers[0] ?? []): Promise<boolean> {
    const open = this.runsAtHand > 0 ? lanes.filter((lane) => lane !== 'crowd') : lanes;
    const task = await this.queue.lease(open);
    if (!task) return false;
    const isRun = Number(task.lane === 'run');
    this.runsAtHand += isRun;
    const beat = setInterval(() => {
      void this.queue.renew(task).catch(() => undefined); // the database is away: the next one comes soon
    }, lease.beat);
    try {
      if (task.attempts > mostAttempts) throw new ProcessDied();
      const handler = this.handlers.get(task.kind);
      if (!handler) throw new Error(`nobody handles ${task.kind}`);
      await handler(task);
      await this.queue.finish(task);
    } catch (error) {
      if (error instanceof TaskLost) {
        this.logger.log(`${task.kind} was taken over by another`);
        return true;
      }
      const failure = failureOf(error);
      this.logger.warn(`${task.kind} failed (attempt ${task.attempts}): ${failure}`);
      await this.queue.postpone(task, failure);
    } finally {
      clearInterval(beat);
      this.runsAtHand -= isRun;
    }
    return true;
  }

  private async work(lanes: readonly Lane[]): Promise<void> {
    const { signal } = this.closing;
    while (!signal.aborted) {
      const busy = await this.next(lanes).catch(() => false); // the database is away: look again after the pause
      if (!busy) await pause(pauseMilliseconds, undefined, { signal }).catch(() => undefined);
    }
  }
}
