import { Injectable } from '@nestjs/common';
import { Desk } from '../../access/desk.ts';
import { Once, type OnceKey } from '../../access/once.ts';
import { UnitOfWork } from '../../audit/unit-of-work.ts';
import type { Actor } from '../../domain/actor.ts';
import { Problem } from '../../domain/errors.ts';
import type { OfficialStanding } from '../../domain/four-eyes.ts';
import type { OfficialId } from '../../domain/ids.ts';
import { type Page, pageOf, positionOf } from '../../platform/cursor.ts';
import type { OfficialJson } from './official.json.ts';
import type { ListOfficials } from './official.request.ts';
import { type KeptOfficial, OfficialStore } from './official.store.ts';

const after: Readonly<Record<'suspend' | 'reinstate', OfficialStanding>> = {
  suspend: 'suspended',
  reinstate: 'active',
};

/** The register of officials. One who is suspended is refused everywhere, from his next request on. */
@Injectable()
export class OfficialService {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly desk: Desk,
    private readonly once: Once,
    private readonly officials: OfficialStore,
  ) {}

  /** Who takes part, or was entered; newest first. */
  list(actor: Actor, { standing, cursor, limit }: ListOfficials): Promise<Page<OfficialJson>> {
    const place = positionOf('officials', cursor);
    return this.unit.disclose(actor, async (work) => {
      const permit = await this.desk.demand(work, { action: 'official.list' });
      const found = await this.officials.list(work, permit, standing, place, limit + 1);
      return pageOf('officials', found, limit, ({ since, id }) => ({ at: since, id }), officialJson);
    });
  }

  /** Enters an official who took no part in anything yet, so that something can be decided about him. */
  enter(actor: Actor, subject: string, once: OnceKey): Promise<OfficialJson> {
    return this.unit.run(actor, (work) =>
      this.once.act(work, once, async () => {
        const permit = await this.desk.demand(work, { action: 'official.enter' });
        const entered = await this.officials.enter(work, permit, subject.trim());
        work.remark({ object: { kind: 'official', id: entered.id }, details: { official: entered.subject } });
        return officialJson(entered);
      }),
    );
  }

  /** A colleague suspends or reinstates an official. @throws Problem `move-not-possible` */
  decide(
    actor: Actor,
    id: OfficialId,
    move: 'suspend' | 'reinstate',
    reason: string,
    once: OnceKey,
  ): Promise<OfficialJson> {
    return this.unit.run(actor, (work) =>
      this.once.act(work, once, async () => {
        const found = await this.officials.lock(work, id);
        await this.desk.demand(work, { action: `official.${move}`, official: id });
        if (!found || actor.kind !== 'official') throw new Problem('not-found');
        const standing = after[move];
        if (found.standing === standing)
          throw new Problem('move-not-possible', { members: { standing, move } });
        const changed = {
          ...{ ...found, standing, reason: reason.trim() },
          ...{ changedAt: work.now, changedBy: actor.subject },
        };
        await this.officials.put(work, changed);
        work.remark({
          details: { official: found.subject, from: found.standing, to: standing, reason: reason.trim() },
        });
        return officialJson(changed);
      }),
    );
  }
}

const officialJson = (kept: KeptOfficial): OfficialJson => ({
  ...{ id: kept.id, official: kept.subject, standing: kept.standing, reason: kept.reason ?? undefined },
  since: kept.since.toISOString(),
  changedAt: kept.changedAt?.toISOString(),
  changedBy: kept.changedBy ?? undefined,
});
