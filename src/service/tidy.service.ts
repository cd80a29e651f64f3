import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Desk } from '../access/desk.ts';
import { UnitOfWork } from '../audit/unit-of-work.ts';
import { job } from '../domain/actor.ts';
import { TidyStore } from './tidy.store.ts';

const anHour = 3_600_000; // milliseconds

/** Every hour the service removes kept answers and used allowances that no longer matter. It is on the record. */
@Injectable()
export class TidyService implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger('tidy');
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly unit: UnitOfWork,
    private readonly desk: Desk,
    private readonly store: TidyStore,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => {
      this.tidy().catch((error: unknown) => this.logger.warn(`not tidied: ${(error as Error).message}`));
    }, anHour).unref();
  }

  onModuleDestroy(): void {
    clearInterval(this.timer);
  }

  /** Tidies once. */
  tidy(): Promise<{ answers: number; allowances: number }> {
    return this.unit.run(job('tidy-up'), async (work) => {
      const permit = await this.desk.demand(work, { action: 'house.tidy' });
      const gone = await this.store.tidy(work, permit);
      work.remark({ details: gone });
      return gone;
    });
  }
}
