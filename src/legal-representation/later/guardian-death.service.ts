import { Injectable } from '@nestjs/common';
import type { Work } from '../../audit/work.ts';
import type { OrderChange } from '../../domain/court-order-changes.ts';
import { dayOf } from '../../domain/day.ts';
import type { OrganisationId } from '../../domain/ids.ts';
import { GuardianshipStore } from '../guardianship.store.ts';
import { type ToldBy, WhatHappenedStore } from '../what-happened.store.ts';

/**
 * R30: a court tells in one case, or an official enters at one order, that a guardian died who is a person. With that all
 * ends that he has, of every ward and of every client: each with its line in the trail, and each of them hears it.
 */
@Injectable()
export class GuardianDeathService {
  constructor(
    private readonly guardianship: GuardianshipStore,
    private readonly happened: WhatHappenedStore,
  ) {}

  /** Ends what is still there; of an office nothing. */
  async end(work: Work, office: OrganisationId, change: OrderChange, by: ToldBy): Promise<void> {
    const ended = await this.guardianship.endByDeath(work, office, change.on);
    for (const { order } of ended) if (order !== null) await this.happened.keep(work, order, change, by);
    work.note(
      ended.map(({ mandate, client, order, before, after }) => ({
        ...{ action: 'mandate.end', client, mandate, object: { kind: 'mandate', id: mandate } },
        details: {
          ...{ from: before, to: after, reason: 'death', until: change.on },
          ...(order === null ? {} : { order }),
          ...(by.toldBy === 'official' ? { note: by.reason } : { register: true }),
        },
      })),
    );
    await this.guardianship.tell(
      work,
      ended.map(({ mandate }) => ({
        ...({ kind: 'representative-died', mandate, recipient: 'client' } as const),
        ...{ dueOn: dayOf(work.now), about: change.on },
      })),
    );
  }
}
