import {
  Inject,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnModuleDestroy,
} from '@nestjs/common';
import { Desk } from '../access/desk.ts';
import { UnitOfWork } from '../audit/unit-of-work.ts';
import { type Actor, job } from '../domain/actor.ts';
import { dayOf } from '../domain/day.ts';
import { Problem } from '../domain/errors.ts';
import type { LifeEventId } from '../domain/ids.ts';
import { judgeLifeEvent } from '../domain/life-event.ts';
import { faultsOfLifeEvent } from '../domain/life-event-faults.ts';
import { CONFIG, type Config } from '../platform/config.ts';
import { QueueStore } from '../platform/queue.store.ts';
import { QueueWorker } from '../platform/queue.worker.ts';
import { LifeEventCursorStore } from './life-event-cursor.store.ts';
import { LifeEventEffectsService } from './life-event-effects.service.ts';
import { type KeptEvent, LifeEventStore } from './life-event.store.ts';
import { LifeEventFeed, type ToldEvent } from './life-events.port.ts';

const actor = job('follow-life-events');
const aMinute = 60_000; // milliseconds

/**
 * Takes in what the registers of persons tell: pushed by them, or asked for every minute. An event is kept before it is
 * carried out, so that none is lost; it is carried out in one transaction, once, in whatever order they come (R30).
 */
@Injectable()
export class LifeEventIntakeService implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger('life events');
  private timer: NodeJS.Timeout | undefined;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly unit: UnitOfWork,
    private readonly desk: Desk,
    private readonly feed: LifeEventFeed,
    private readonly events: LifeEventStore,
    private readonly cursors: LifeEventCursorStore,
    private readonly effects: LifeEventEffectsService,
    private readonly queue: QueueStore,
    private readonly worker: QueueWorker,
  ) {}

  onApplicationBootstrap(): void {
    this.worker.handle('apply-life-event', ({ payload }) => this.apply(payload.event as LifeEventId));
    this.timer = setInterval(() => {
      this.lookAround().catch((error: unknown) =>
        this.logger.warn(`not followed: ${(error as Error).message}`),
      );
    }, aMinute).unref();
  }

  onModuleDestroy(): void {
    clearInterval(this.timer);
  }

  /**
   * A register pushes an event. When this has answered it is carried out; whether it is known, or contradicts what
   * another register told, the answer does not tell.
   * @throws Problem `invalid-input`
   */
  async report(who: Actor, told: ToldEvent): Promise<void> {
    const oin = who.kind === 'system' ? who.oin : undefined;
    const register = oin && this.config.lifeEventSources.includes(oin) ? oin : undefined;
    const taken = await this.unit.run(who, async (work) => {
      const permit = await this.desk.demand(work, { action: 'life-event.report', register });
      const faults = faultsOfLifeEvent(told);
      if (faults.length > 0) throw new Problem('invalid-input', { faults });
      const kept = await this.events.take(work, permit, oin ?? '', told);
      if (kept?.isNew) await this.queue.enqueue(work, 'apply-life-event', { event: kept.id });
      work.remark({
        object: kept && { kind: 'life-event', id: kept.id },
        details: { kind: told.kind, ofAClient: kept !== undefined },
      });
      return kept;
    });
    if (taken?.isNew) await this.apply(taken.id); // the task does it when this fails
  }

  /** What is new, and what was told before its day. */
  private async lookAround(): Promise<void> {
    await this.lookAgain();
    await this.follow();
  }

  /**
   * An event that was told before its day has its effect by itself once that has come (R30), unless an official closed
   * it. Tells how many there were.
   */
  async lookAgain(): Promise<number> {
    const due = await this.unit.goOn(actor, async (work) =>
      this.cursors.come(work, await this.desk.demand(work, { action: 'life-event.follow' })),
    );
    for (const id of due) await this.apply(id);
    return due.length;
  }

  /** Asks what is new, until there is nothing. Tells how many events there were. */
  async follow(): Promise<number> {
    const { source } = this.feed;
    for (let seen = 0; ;) {
      const before = await this.unit.goOn(actor, async (work) =>
        this.cursors.of(work, await this.desk.demand(work, { action: 'life-event.follow' }), source),
      );
      const { events, unreadable, cursor } = await this.feed.after(before);
      if (cursor === undefined || cursor === before) return seen;
      const taken = await this.unit.run(actor, async (work) => {
        const permit = await this.desk.demand(work, { action: 'life-event.follow' });
        const kept = [];
        for (const event of events) kept.push(await this.events.take(work, permit, source, event));
        await this.cursors.keep(work, permit, source, cursor);
        const fresh = kept.flatMap((one) => (one?.isNew ? [one.id] : []));
        await this.queue.enqueueEach(
          work,
          'apply-life-event',
          fresh.map((event) => ({ event })),
        );
        work.remark({ details: { events: events.length, ofClients: fresh.length, unreadable } });
        return fresh;
      });
      if (unreadable > 0) this.logger.warn(`${unreadable} events of ${source} could not be read`);
      for (const id of taken) await this.apply(id);
      seen += events.length;
    }
  }

  /** Carries out an event that was kept. May be called again: what was carried out stays as it is. */
  private apply(id: LifeEventId): Promise<void> {
    return this.unit.run(actor, async (work) => {
      const event = await this.events.lock(work, id);
      await this.desk.demand(work, { action: 'life-event.apply' });
      work.remark({ client: event?.client, object: { kind: 'life-event', id } });
      if (!event || !isToBeJudged(event)) return;
      const known = (await this.events.known(work, [event.client])).get(event.client);
      if (!known) throw new Error('an event is of a client');
      const judgement = judgeLifeEvent(event, known, dayOf(work.now));
      const { outcome, effect, question } = judgement;
      work.remark({ details: { kind: event.kind, outcome, ...(question && { question }) } });
      if (outcome === 'applied' || question === 'order-needed') await this.effects.carry(work, event, effect);
      await this.events.judged(work, id, judgement);
    });
  }
}

/** What nobody judged yet, or what waits for its day alone. */
const isToBeJudged = ({ outcome, question, settledAt }: KeptEvent): boolean =>
  outcome === 'new' || (question === 'in-the-future' && settledAt === null);
