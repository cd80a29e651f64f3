import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Desk } from '../../access/desk.ts';
import { UnitOfWork } from '../../audit/unit-of-work.ts';
import { job } from '../../domain/actor.ts';
import { QueueStore } from '../../platform/queue.store.ts';
import { CourtRegisterReading } from '../court-register.ts';
import { LapseService } from '../later/lapse.service.ts';
import { ReportStore } from './report.store.ts';

const actor = job('follow-court-register');
const aMinute = 60_000; // milliseconds

/** Asks the judiciary's register what is new, and records what the clock did to suspensions. */
@Injectable()
export class FollowService implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger('court register');
  private readonly timers: NodeJS.Timeout[] = [];

  constructor(
    private readonly unit: UnitOfWork,
    private readonly desk: Desk,
    private readonly register: CourtRegisterReading,
    private readonly reports: ReportStore,
    private readonly lapses: LapseService,
    private readonly queue: QueueStore,
  ) {}

  /** Soon after the start and then every hour. */
  onApplicationBootstrap(): void {
    const look = () => {
      for (const task of [this.follow(), this.lapses.record()])
        void task.catch((error: unknown) => this.logger.warn(`broken off: ${(error as Error).message}`));
    };
    this.timers.push(setTimeout(look, 4 * aMinute).unref(), setInterval(look, 60 * aMinute).unref());
  }

  onModuleDestroy(): void {
    this.timers.forEach(clearTimeout);
  }

  /**
   * Takes in what is new; how many reports were. Of two processes at it one does it.
   * @throws Problem `source-unavailable`: then nothing is known to be new, and the place stays where it was.
   */
  async follow(): Promise<number> {
    const place = await this.unit.run(actor, async (work) => {
      const permit = await this.desk.demand(work, { action: 'order.follow' });
      return (await this.reports.cursor(work, permit))?.place ?? undefined;
    });
    const { reports, next } = await this.register.newsSince(place);
    return this.unit.run(actor, async (work) => {
      const permit = await this.desk.demand(work, { action: 'order.follow' });
      const still = await this.reports.cursor(work, permit);
      if (!still || (still.place ?? undefined) !== place) return 0;
      let taken = 0;
      for (const report of reports) {
        const answer = await this.reports.take(work, permit, report);
        if (answer.taken !== 'new') continue;
        taken += 1;
        await this.queue.enqueue(work, 'take-up-reports', { report: answer.id });
      }
      await this.reports.moveCursor(work, next);
      work.remark({ details: { reports: reports.length, taken } });
      return taken;
    });
  }
}
