import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { QueueStore, type Task, type TaskKind } from './queue.store.ts';

/** What carries out one kind of task. It may be called twice for one task, and must have one effect. */
export type Handler = (task: Task) => Promise<void>;

const pauseMilliseconds = 300;

/** Carries out the tasks of the queue, one at a time per process, until the house closes. */
@Injectable()
export class QueueWorker implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger('queue');
  private readonly handlers = new Map<TaskKind, Handler>();
  private running: Promise<void> = Promise.resolve();
  private closing = false;

  constructor(private readonly queue: QueueStore) {}

  /** A room says which tasks are its own. */
  handle(kind: TaskKind, handler: Handler): void {
    this.handlers.set(kind, handler);
  }

  onApplicationBootstrap(): void {
    this.running = this.work();
  }

  /** Finishes the task at hand, takes no other. */
  async onModuleDestroy(): Promise<void> {
    this.closing = true;
    await this.running;
  }

  /** Carries out what is due now; tells whether there was anything. For the loop, and for tests. */
  async next(): Promise<boolean> {
    const task = await this.queue.lease();
    if (!task) return false;
    try {
      const handler = this.handlers.get(task.kind);
      if (!handler) throw new Error(`nobody handles ${task.kind}`);
      await handler(task);
      await this.queue.finish(task);
    } catch (error) {
      this.logger.warn(`${task.kind} failed (attempt ${task.attempts}): ${(error as Error).message}`);
      await this.queue.postpone(task, (error as Error).message);
    }
    return true;
  }

  private async work(): Promise<void> {
    while (!this.closing) {
      const busy = await this.next().catch(() => false); // the database is away: look again after the pause
      if (!busy) await new Promise((resolve) => setTimeout(resolve, pauseMilliseconds));
    }
  }
}
