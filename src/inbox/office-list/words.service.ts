import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { WordsStore } from './words.store.ts';

const pause = 1_000; // milliseconds

/**
 * Makes the words of new messages ready for searching, a moment after they were delivered: a sender does not wait for
 * it. Until then a search looks into the message itself.
 */
@Injectable()
export class WordsService implements OnApplicationBootstrap, OnModuleDestroy {
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> = Promise.resolve();
  private closing = false;

  constructor(private readonly store: WordsStore) {}

  onApplicationBootstrap(): void {
    this.later();
  }

  async onModuleDestroy(): Promise<void> {
    this.closing = true;
    clearTimeout(this.timer);
    await this.running;
  }

  /** All that have none yet. */
  async catchUp(): Promise<void> {
    while (!this.closing && (await this.store.fill()));
  }

  private later(): void {
    if (this.closing) return;
    this.timer = setTimeout(() => {
      // When the database is away it is for the next time.
      this.running = this.catchUp().catch(() => undefined);
      void this.running.then(() => this.later());
    }, pause).unref();
  }
}
