import { Readable } from 'node:stream';
import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { Problem } from '../domain/errors.ts';
import type { Sentence } from '../domain/sentence.ts';

/** How many at the same time in one process, and for one actor: each may hold one message with its attachments. */
const places = { all: 16, each: 2 };
/** To who has his share under way: to wait is not enough, one of them must end. */
const enough: Sentence = {
  en: `You are fetching ${places.each} files already. Wait until one is there, or break one off. There may be ${places.each} at the same time.`,
  nl: `U haalt al ${places.each} bestanden op. Wacht tot er één binnen is, of breek er één af. Er mogen er ${places.each} tegelijk.`,
};
/** How long one may go on when the house closes, in milliseconds. */
const grace = 5_000;

interface Place {
  readonly who: string;
  stream?: Readable;
}

/**
 * Answers that take as long as their reader takes: files made while they are sent. They have a bounded number of
 * places, because each holds some memory; and when the house closes they end in time, whole or visibly broken.
 */
@Injectable()
export class LongAnswers implements OnModuleDestroy {
  private readonly underWay = new Set<Place>();

  /**
   * Begins one. What goes wrong before the first part is a problem like any other; later the connection is broken,
   * so that a reader never takes half a file for a whole one. Nothing is made ahead of the reader.
   * @param who By what name the one who asks is counted.
   * @throws Problem `too-many-requests` for who has his share under way, `unavailable` when all places are taken.
   */
  async begin(who: string, make: () => Promise<AsyncIterable<Uint8Array | string>>): Promise<Readable> {
    const place = this.take(who);
    try {
      const stream = Readable.from(await make(), { objectMode: false, highWaterMark: 0 });
      place.stream = stream;
      return stream.once('close', () => this.underWay.delete(place));
    } catch (error) {
      this.underWay.delete(place);
      throw error;
    }
  }

  /** The house closes: what is not sent soon is broken off, so that the process ends in time. */
  onModuleDestroy(): void {
    const breakOff = () => {
      for (const { stream } of this.underWay) stream?.destroy(new Error('the house closes'));
    };
    setTimeout(breakOff, grace).unref();
  }

  private take(who: string): Place {
    const own = [...this.underWay].filter((place) => place.who === who).length;
    if (own >= places.each) throw new Problem('too-many-requests', { retryAfterSeconds: 10, says: enough });
    if (this.underWay.size >= places.all) throw new Problem('unavailable', { retryAfterSeconds: 10 });
    const place = { who };
    this.underWay.add(place);
    return place;
  }
}
