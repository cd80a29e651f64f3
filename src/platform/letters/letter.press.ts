import { Worker } from 'node:worker_threads';
import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import type { Envelope, Letter } from './letter.ts';
import type { LetterMade, LetterOrder } from './letter.thread.ts';

// A thread runs what is built; from the sources, as tests run them, it is the build of the same sources.
const thread = new URL(
  import.meta.url.endsWith('.ts')
    ? '../../../dist/src/platform/letters/letter.thread.js'
    : './letter.thread.js',
  import.meta.url,
);

/**
 * Makes the PDF of a letter beside the event loop: it takes a tenth of a second, and ten thousand letters of one
 * bulk run must not keep everybody else waiting, nor show in the time of anybody's next request (R3).
 */
@Injectable()
export class LetterPress implements OnModuleDestroy {
  private worker: Worker | undefined;
  private readonly ordered = new Map<number, { done(pdf: Buffer): void; failed(error: Error): void }>();
  private last = 0;

  /** @throws Error when the letter cannot be made, or the thread broke down; it may be tried again. */
  make(letter: Letter, envelope: Envelope): Promise<Buffer> {
    return new Promise((done, failed) => {
      const number = ++this.last;
      this.ordered.set(number, { done, failed });
      this.running().postMessage({ number, letter, envelope } satisfies LetterOrder);
    });
  }

  async onModuleDestroy(): Promise<void> {
    await this.worker?.terminate();
  }

  private running(): Worker {
    if (this.worker) return this.worker;
    const worker = new Worker(thread);
    worker.unref(); // a letter at hand is awaited by its task; the thread alone keeps no process alive
    worker.on('message', (made: LetterMade) => {
      const order = this.ordered.get(made.number);
      this.ordered.delete(made.number);
      if ('pdf' in made) order?.done(Buffer.from(made.pdf));
      else order?.failed(new Error(made.failure));
    });
    worker.on('error', () => undefined); // told by the exit that follows
    worker.on('exit', () => {
      this.worker = undefined;
      for (const order of this.ordered.values()) order.failed(new Error('the letter press broke down'));
      this.ordered.clear();
    });
    this.worker = worker;
    return worker;
  }
}
