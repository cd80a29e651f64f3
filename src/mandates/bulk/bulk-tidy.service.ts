import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Desk } from '../../access/desk.ts';
import { UnitOfWork } from '../../audit/unit-of-work.ts';
import { job } from '../../domain/actor.ts';
import { rowDays } from '../../domain/bulk.ts';
import { addDays, dayOf, startOf } from '../../domain/day.ts';
import { BulkTidyStore } from './bulk-tidy.store.ts';

const anHour = 3_600_000; // milliseconds
/** Milliseconds without a sign of life of who reads a file; until then a person sees that it was interrupted. */
const readingTakes = 600_000;

/** Runs whose rows are forgotten in one transaction. */
const atOnce = 10;

/** Every hour: whom the rows of old runs are about is forgotten, and what was not read to its end goes. */
@Injectable()
export class BulkTidyService implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger('tidy');
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly unit: UnitOfWork,
    private readonly desk: Desk,
    private readonly store: BulkTidyStore,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => {
      this.tidy().catch((error: unknown) => this.logger.warn(`runs not tidied: ${(error as Error).message}`));
    }, anHour).unref();
  }

  onModuleDestroy(): void {
    clearInterval(this.timer);
  }

  /** Tidies (domain §4: retention). A part at a time, so that none of them is long. */
  async tidy(): Promise<{ forgotten: number; unread: number }> {
    const total = { forgotten: 0, unread: 0 };
    for (let forgotten = atOnce; forgotten === atOnce;) {
      const part = await this.part();
      forgotten = part.forgotten;
      total.forgotten += part.forgotten;
      total.unread += part.unread;
    }
    return total;
  }

  private part(): Promise<{ forgotten: number; unread: number }> {
    return this.unit.run(job('tidy-up'), async (work) => {
      const permit = await this.desk.demand(work, { action: 'house.tidy' });
      const oldest = startOf(addDays(dayOf(work.now), 1 - rowDays));
      const forgotten = await this.store.forget(work, permit, oldest, atOnce);
      const unread = await this.store.dropUnread(work, permit, new Date(work.now.getTime() - readingTakes));
      work.remark({ details: { forgotten, unread } });
      return { forgotten, unread };
    });
  }
}
