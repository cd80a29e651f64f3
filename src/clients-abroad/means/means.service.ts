import { Injectable } from '@nestjs/common';
import { Desk } from '../../access/desk.ts';
import { Once, type OnceKey } from '../../access/once.ts';
import { UnitOfWork } from '../../audit/unit-of-work.ts';
import type { Work } from '../../audit/work.ts';
import { MeansStore } from '../../clients/means.store.ts';
import type { Actor } from '../../domain/actor.ts';
import { Problem } from '../../domain/errors.ts';
import type { ClientId, MeansId } from '../../domain/ids.ts';
import { accountWords } from '../accounts/account.words.ts';
import { knownMeansJson } from '../cases/identity-cases.view.ts';
import type { EndedMeansJson, MeansListJson } from './means.json.ts';

/** By what a client can sign in here: he sees all of it, and ends what is not his; an official can too. */
@Injectable()
export class MeansService {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly desk: Desk,
    private readonly once: Once,
    private readonly means: MeansStore,
  ) {}

  /** His own. */
  list(actor: Actor): Promise<MeansListJson> {
    return this.unit.disclose(actor, async (work) => {
      await this.desk.demand(work, { action: 'means.see' });
      const items = await this.means.ofClient(work, clientOf(actor));
      return { items: items.map(knownMeansJson), explanation: accountWords['your-means'] };
    });
  }

  /** Ends one of his own. @throws Problem `not-found` for what is not his or is over. */
  end(actor: Actor, id: MeansId, once: OnceKey): Promise<EndedMeansJson> {
    return this.unit.run(actor, (work) =>
      this.once.act(work, once, async () => {
        await this.desk.demand(work, { action: 'means.end' });
        clientOf(actor);
        return this.over(work, id);
      }),
    );
  }

  /** An official ends one of somebody, with a reason. @throws Problem `not-found`. */
  endOfClient(actor: Actor, id: MeansId, reason: string, once: OnceKey): Promise<EndedMeansJson> {
    return this.unit.run(actor, (work) =>
      this.once.act(work, once, async () => {
        await this.desk.demand(work, { action: 'means.end-of-client' });
        work.remark({ details: { reason: reason.trim() } });
        return this.over(work, id);
      }),
    );
  }

  private async over(work: Work, id: MeansId): Promise<EndedMeansJson> {
    const client = await this.means.end(work, id);
    if (!client) throw new Problem('not-found');
    work.remark({ client, object: { kind: 'means', id } });
    return { id, endedAt: work.now.toISOString() };
  }
}

function clientOf(actor: Actor): ClientId {
  if (actor.kind !== 'citizen') throw new Error('the door lets only citizens see their means');
  return actor.client;
}
