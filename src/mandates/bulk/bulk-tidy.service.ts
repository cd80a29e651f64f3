import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Desk } from '../../access/desk.ts';
import { UnitOfWork } from '../../audit/unit-of-work.ts';
import { job } from '../../domain/actor.ts';
import { rowDays } from '../../domain/bulk.ts';
import { addDays, dayOf, startOf } from '../../domain/day.ts';
import { BulkTidyStore } from './bulk-tidy.store.ts';

const anHour = 3_600_000; // milliseconds
/** A file that was not read to its end in this time will not be: milliseconds. */
const readingTakes = 600_000;

/** Every hour: whom the rows of old and cancelled runs are about is forgotten, and what was not read to its end goes. */
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

  /** Tidies once (domain §4: retention). */
  tidy(): Promise<{ persons: number; unread: number }> {
    return this.unit.run(job('tidy-up'), async (work) => {
      const permit = await this.desk.demand(work, { action: 'house.tidy' });
      const oldest = startOf(addDays(dayOf(work.now), 1 - rowDays));
      const persons = await this.store.forgetPersons(work, permit, oldest);
      const unread = await this.store.dropUnread(work, permit, new Date(work.now.getTime() - readingTakes));
      work.remark({ details: { persons, unread } });
      return { persons, unread };
    });
  }
}
