import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Desk } from '../../access/desk.ts';
import { UnitOfWork } from '../../audit/unit-of-work.ts';
import { job } from '../../domain/actor.ts';
import { QueueStore } from '../../platform/queue.store.ts';
import { IdentityCaseStore } from '../cases/identity-case.store.ts';
import { IdentityUpkeepStore, type Upkept } from './identity-upkeep.store.ts';
import { PaperUpkeepStore } from './paper-upkeep.store.ts';

const anHour = 3_600_000; // milliseconds
/** After so many days the source is asked again whether somebody got a BSN. */
const askAgainAfter = 30;

/** Every hour: what ended long ago is forgotten, and what was not heard is asked again. It is on the record. */
@Injectable()
export class IdentityUpkeepService implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger('identity upkeep');
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly unit: UnitOfWork,
    private readonly desk: Desk,
    private readonly cases: IdentityCaseStore,
    private readonly store: IdentityUpkeepStore,
    private readonly papers: PaperUpkeepStore,
    private readonly queue: QueueStore,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => {
      this.keepUp().catch((error: unknown) => this.logger.warn(`not kept up: ${(error as Error).message}`));
    }, anHour).unref();
  }

  onModuleDestroy(): void {
    clearInterval(this.timer);
  }

  /** Does it once. */
  async keepUp(): Promise<Upkept & { papers: number; asked: number }> {
    const gone = await this.unit.run(job('tidy-up'), async (work) => {
      const permit = await this.desk.demand(work, { action: 'house.tidy' });
      const mine = await this.store.isMine(work);
      const forgotten = mine
        ? { ...(await this.store.forget(work, permit)), papers: await this.papers.forget(work, permit) }
        : { forgotten: 0, codes: 0, papers: 0 };
      work.remark({ details: { ...forgotten } });
      return forgotten;
    });
    return { ...gone, asked: await this.askAgain() };
  }

  /** An account without BSN says that it is being checked: so it is, from time to time. */
  private askAgain(): Promise<number> {
    return this.unit.run(job('match-identities'), async (work) => {
      await this.desk.demand(work, { action: 'identity.match' });
      if (!(await this.store.isMine(work))) return 0;
      const asked = [...(await this.store.unheard(work))];
      for (const client of await this.store.unlinked(work, askAgainAfter)) {
        const id = await this.cases.add(work, { kind: 'link', client, dossier: {} });
        if (id) asked.push(id);
      }
      await this.queue.enqueueEach(
        work,
        'match-identity',
        asked.map((id) => ({ case: id })),
      );
      const papers = await this.papers.unheard(work);
      await this.queue.enqueueEach(
        work,
        'check-paper-mandate',
        papers.map((paper) => ({ paper })),
      );
      work.remark({ details: { asked: asked.length + papers.length } });
      return asked.length + papers.length;
    });
  }
}
