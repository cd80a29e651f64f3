import { Injectable } from '@nestjs/common';
import type { Work } from '../audit/work.ts';
import { ClientStore } from '../clients/client.store.ts';
import { OwnTime } from '../clients/own-time.ts';
import type { Permit } from '../domain/decision.ts';
import { maskedBsns } from '../domain/identifiers.ts';
import { ApprovalStore } from './approval.store.ts';
import type { CourtOrderJson } from './court-order.json.ts';
import type { KeptOrder } from './court-order.kept.ts';
import { orderJson } from './court-order.view.ts';
import { deedIn } from './deed.words.ts';
import { EvidenceStore } from './evidence.store.ts';
import type { ChecksJson, DeedJson, OpenedOrderJson } from './opened-order.json.ts';
import { OrderNamesStore } from './order-names.store.ts';
import { type Deed, WhatHappenedStore } from './what-happened.store.ts';

/** Shows orders to whoever acts. */
@Injectable()
export class OrderViewService {
  constructor(
    private readonly names: OrderNamesStore,
    private readonly evidence: EvidenceStore,
    private readonly approvals: ApprovalStore,
    private readonly happened: WhatHappenedStore,
    private readonly clients: ClientStore,
    private readonly ownTime: OwnTime,
  ) {}

  /** Each of these. */
  async each(work: Work, orders: readonly KeptOrder[]): Promise<readonly CourtOrderJson[]> {
    const namesOf = await this.names.of(work, orders);
    const tell = await this.ownTime.of(work);
    return orders.map((order) => orderJson(order, namesOf(order), work.actor, work.now, tell));
  }

  /** One of them. */
  async one(work: Work, order: KeptOrder): Promise<CourtOrderJson> {
    const namesOf = await this.names.of(work, [order]);
    return orderJson(order, namesOf(order), work.actor, work.now, await this.ownTime.of(work));
  }

  /** One with what belongs to it: to the ward what his guardian did, to officials what they compare. */
  async opened(work: Work, permit: Permit<'order.see'>, order: KeptOrder): Promise<OpenedOrderJson> {
    const { kind } = work.actor;
    const changes = await this.happened.changes(work, permit, order.id);
    const deeds = order.gave && (await this.happened.deeds(work, permit, order.gave.mandate));
    const evidence = kind === 'citizen' ? undefined : await this.evidence.of(work, order.id);
    return {
      ...(await this.one(work, order)),
      changes: changes.map(({ at, ...change }) => ({ ...change, at: at.toISOString() })),
      deeds: kind === 'citizen' ? (deeds ?? []).map(deedJson) : undefined,
      evidence: evidence?.map(({ addedAt, ...copy }) => ({ ...copy, addedAt: addedAt.toISOString() })),
      checks: kind === 'official' ? await this.checks(work, order) : undefined,
    };
  }

  private async checks(work: Work, order: KeptOrder): Promise<ChecksJson> {
    const approvals = await this.approvals.of(work, order);
    const bsn = await this.clients.bsnOf(work, order.client);
    return {
      ...{ person: order.person, register: order.register, differs: order.differs },
      registerAskedAt: order.registerAskedAt?.toISOString(),
      bsn: bsn && maskedBsns(bsn),
      birthDate: order.claimedBirthDate,
      approvals: approvals.map(({ at, ...approval }) => ({
        ...{ ...approval, at: at.toISOString(), replaces: order.replaces },
      })),
    };
  }
}

const deedJson = (deed: Deed): DeedJson => ({
  ...deed,
  last: deed.last.toISOString(),
  words: { nl: deedIn('nl', deed), en: deedIn('en', deed) },
});
