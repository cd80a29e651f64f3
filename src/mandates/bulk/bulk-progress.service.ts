import { Readable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import { Desk } from '../../access/desk.ts';
import { UnitOfWork } from '../../audit/unit-of-work.ts';
import type { Work } from '../../audit/work.ts';
import { type Actor, actorKey } from '../../domain/actor.ts';
import { AccessDenied, Problem } from '../../domain/errors.ts';
import type { BulkRunId } from '../../domain/ids.ts';
import type { Sentence } from '../../domain/sentence.ts';
import { CONFIG, type Config } from '../../platform/config.ts';
import { QueueStore } from '../../platform/queue.store.ts';
import { isOver, type Look, progressOf } from './bulk-progress.words.ts';
import { BulkRunStore } from './bulk-run.store.ts';

/** Milliseconds between two looks; and of silence, after which a sign of life shows whether the reader is still there. */
const every = { look: 500, signOfLife: 2_000 };
/** Looks after which a stream ends by itself; who still wants to know comes back, and is asked who he is again. */
const mostLooks = 1_200;
/** Streams of one actor at the same time. */
const ownShare = 4;
/** To who has them all open: to wait is not enough, one of them must end. */
const enough: Sentence = {
  en: `You are watching ${ownShare} runs already. Close one of them first. There may be ${ownShare} at the same time.`,
  nl: `U kijkt al naar de voortgang van ${ownShare} bestanden. Sluit er eerst één. Er mogen er ${ownShare} tegelijk open zijn.`,
};

/** Why a stream ended: the run is over, access ended, or it is to be asked for again. */
type End = 'over' | 'refused' | 'again';

/**
 * Tells how far a run is, as it happens (server-sent events). A stream holds no connection to the database: it looks
 * now and then, and asks again each time. It takes a place of those for requests, so there are only so many.
 */
@Injectable()
export class BulkProgressService implements OnModuleDestroy {
  private readonly watching = new Set<{ readonly who: string }>();
  private readonly closing = new AbortController();

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly unit: UnitOfWork,
    private readonly desk: Desk,
    private readonly runs: BulkRunStore,
    private readonly queue: QueueStore,
  ) {}

  /** The house closes: all streams end now, so that it need not wait for them. */
  onModuleDestroy(): void {
    this.closing.abort();
  }

  /**
   * The events of a run, until it is over, the reader goes away, his access ends, or the house closes.
   * @throws Problem `not-found`, `too-many-requests` for who watches enough already, `unavailable` when all places
   *   are taken.
   */
  async watch(actor: Actor, id: BulkRunId): Promise<Readable> {
    const place = this.take(actorKey(actor));
    try {
      const first = await this.unit.disclose(actor, (work) => this.look(work, id));
      const stream = Readable.from(this.events(actor, id, first), { objectMode: false, highWaterMark: 0 });
      return stream.once('close', () => this.watching.delete(place));
    } catch (error) {
      this.watching.delete(place);
      throw error;
    }
  }

  private take(who: string): { readonly who: string } {
    const own = [...this.watching].filter((place) => place.who === who).length;
    if (own >= ownShare) throw new Problem('too-many-requests', { retryAfterSeconds: 10, says: enough });
    if (this.closing.signal.aborted || this.watching.size >= Math.max(1, this.config.requestsInFlight / 4))
      throw new Problem('unavailable', { retryAfterSeconds: 10 });
    const place = { who };
    this.watching.add(place);
    return place;
  }

  private async look(work: Work, id: BulkRunId): Promise<Look> {
    const permit = await this.desk.demand(work, { action: 'bulk.see', bulkRun: id });
    const run = await this.runs.find(work, permit, id);
    if (!run) throw new Problem('not-found');
    const waiting = run.state === 'running' ? await this.queue.waiting(work, [id]) : undefined;
    return { at: work.now, ...run, waits: waiting?.get(id) };
  }

  private async *events(actor: Actor, id: BulkRunId, first: Look): AsyncGenerator<string, void> {
    yield `retry: 2000\n${eventOf(1, 'progress', progressOf(first, first))}`;
    let [look, number, silent] = [first, 1, 0];
    for (let looks = 1; looks < mostLooks && !isOver(look); looks++) {
      const next = await this.next(actor, id);
      if (typeof next === 'string') {
        yield eventOf(number + 1, 'end', { why: next });
        return;
      }
      silent = isSame(look, next) ? silent + every.look : 0;
      if (silent === 0) yield eventOf(++number, 'progress', progressOf(first, next));
      else if (silent % every.signOfLife === 0) yield ': still here\n\n';
      look = next;
    }
    yield eventOf(number + 1, 'end', { why: isOver(look) ? 'over' : 'again' });
  }

  /** The next look, asked for anew; or why there is none. */
  private async next(actor: Actor, id: BulkRunId): Promise<Look | End> {
    try {
      await pause(every.look, undefined, { signal: this.closing.signal });
      return await this.unit.goOn(actor, (work) => this.look(work, id));
    } catch (error) {
      if (error instanceof AccessDenied) return 'refused';
      if (error instanceof Problem || this.closing.signal.aborted) return 'again';
      throw error;
    }
  }
}

const isSame = (one: Look, other: Look): boolean =>
  one.state === other.state &&
  one.done === other.done &&
  one.refused === other.refused &&
  one.waits?.why === other.waits?.why;

const eventOf = (id: number, event: string, data: object): string =>
  `id: ${id}\nevent: ${event}\ndata: ${JSON.stringify(data)}\n\n`;
