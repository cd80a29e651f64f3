import { Inject, Injectable } from '@nestjs/common';
import { Desk } from '../access/desk.ts';
import { Once, type OnceKey } from '../access/once.ts';
import type { Remark } from '../audit/trail-entry.ts';
import { UnitOfWork } from '../audit/unit-of-work.ts';
import { ClientStore } from '../clients/client.store.ts';
import type { Actor } from '../domain/actor.ts';
import type { SenderEventId } from '../domain/ids.ts';
import { CONFIG, type Config } from '../platform/config.ts';
import type { AcknowledgedJson, SenderEventJson, SenderEventsJson } from './sender-event.json.ts';
import { SenderEventStore, type Told } from './sender-event.store.ts';

/** Tells senders that somebody may no longer act for a client, until they heard it (R17, R30). */
@Injectable()
export class SenderEventService {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly desk: Desk,
    private readonly once: Once,
    private readonly events: SenderEventStore,
    private readonly clients: ClientStore,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** What waits for this sender, oldest first. Each client finds in his trail that it was told. */
  list(actor: Actor, limit: number): Promise<SenderEventsJson> {
    return this.unit.disclose(actor, async (work) => {
      const permit = await this.desk.demand(work, { action: 'sender-event.list' });
      const found = await this.events.waiting(work, permit, limit + 1);
      const told = found.slice(0, limit);
      const [first, ...others] = told.map(lineOf);
      work.note(others);
      if (first) work.remark(first, work.trail[0]?.id);
      return { items: told.map((event) => this.json(event)), more: found.length > limit };
    });
  }

  /** These need not be told again. One that is no event of this sender is named, and spoils nothing (R13). */
  acknowledge(actor: Actor, ids: readonly SenderEventId[], once: OnceKey): Promise<AcknowledgedJson> {
    return this.unit.run(actor, (work) =>
      this.once.act(work, once, async () => {
        const permit = await this.desk.demand(work, { action: 'sender-event.acknowledge' });
        const { known, taken } = await this.events.acknowledge(work, permit, ids);
        work.remark({ details: { events: taken } });
        return { acknowledged: taken, unknown: ids.filter((id) => !known.has(id)) };
      }),
    );
  }

  private json({ id, kind, why, mandate, lines, madeAt, client, sealed, office }: Told): SenderEventJson {
    return {
      ...{ specversion: '1.0', id, source: this.config.publicUrl, type: `nl.volmacht.${kind}` },
      ...{ time: madeAt.toISOString(), datacontenttype: 'application/json' },
      data: {
        ...{ mandate, why, lost: lines },
        client: { bsn: sealed === null ? undefined : this.clients.opened(sealed, client) },
        representative: { name: office.name, kvk: office.kvk ?? undefined },
      },
    };
  }
}

const lineOf = ({ id, kind, why, client, mandate, office }: Told): Remark => ({
  ...{ client, mandate, office, object: { kind: 'sender-event', id } },
  details: { told: kind, why },
});
