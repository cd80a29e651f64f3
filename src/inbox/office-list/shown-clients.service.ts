import { Injectable } from '@nestjs/common';
import type { Remark } from '../../audit/trail-entry.ts';
import type { Work } from '../../audit/work.ts';
import type { Permit } from '../../domain/decision.ts';
import type { ClientId, MandateId } from '../../domain/ids.ts';
import { ShownClientsStore } from './shown-clients.store.ts';

/** What a list or a number shows of a client, and the mandate by which it does. */
interface Shown {
  readonly client: ClientId;
  readonly mandate: MandateId;
}

/** What a list over many clients leaves in the record of each: that he was on it, and by which mandate (R35). */
@Injectable()
export class ShownClientsService {
  constructor(private readonly clients: ShownClientsStore) {}

  /** One line for each client and mandate; it says so when a colleague is stood in for, as a line of reading does. */
  async lines(
    work: Work,
    permit: Permit<'inbox.list' | 'inbox.count'>,
    shown: readonly Shown[],
  ): Promise<readonly Remark[]> {
    const pairs = new Map(shown.map(({ client, mandate }) => [`${client} ${mandate}`, { client, mandate }]));
    const whose = [...new Set(shown.map(({ client }) => client))];
    const covered = new Set(await this.clients.covered(work, permit, whose));
    return [...pairs.values()].map(({ client, mandate }): Remark => ({
      ...{ client, mandate, ground: { kind: 'mandate', mandate } as const },
      object: { kind: 'client', id: client },
      details: covered.has(client) ? { cover: true } : {},
    }));
  }
}
