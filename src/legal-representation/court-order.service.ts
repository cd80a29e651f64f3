import { Injectable } from '@nestjs/common';
import { Desk } from '../access/desk.ts';
import { Once, type OnceKey } from '../access/once.ts';
import { UnitOfWork } from '../audit/unit-of-work.ts';
import type { Work } from '../audit/work.ts';
import { ClientStore } from '../clients/client.store.ts';
import type { Actor, Employee } from '../domain/actor.ts';
import { settleOrder } from '../domain/court-order.ts';
import { Problem } from '../domain/errors.ts';
import type { CourtOrderId } from '../domain/ids.ts';
import type { Page } from '../platform/cursor.ts';
import type { Evidence } from '../platform/evidence.ts';
import { newId } from '../platform/ids.ts';
import { QueueStore } from '../platform/queue.store.ts';
import type { CourtOrderJson } from './court-order.json.ts';
import type { KeptOrder, Said } from './court-order.kept.ts';
import type { ListOrders, RegisterOrder, SupplementOrder } from './court-order.request.ts';
import { CourtOrderStore } from './court-order.store.ts';
import { EvidenceStore } from './evidence.store.ts';
import type { OpenedOrderJson } from './opened-order.json.ts';
import { acceptOrder, faultsOfSaid, saidOf } from './new-order.ts';
import { OrderNamesStore } from './order-names.store.ts';
import { OrderViewService } from './order-view.service.ts';

/** What the registers have not been asked yet, for what lies there now. */
const unasked = { person: 'unasked', register: 'unasked', differs: [] } as const;

/** Court orders, as guardians hand them in, and as all concerned see them. */
@Injectable()
export class CourtOrderService {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly desk: Desk,
    private readonly once: Once,
    private readonly clients: ClientStore,
    private readonly orders: CourtOrderStore,
    private readonly evidence: EvidenceStore,
    private readonly names: OrderNamesStore,
    private readonly view: OrderViewService,
    private readonly queue: QueueStore,
  ) {}

  /**
   * A guardian hands in an order. It gives nothing until it was verified (R21). Whether such a person exists is asked
   * by a task: the answer and its time are the same for all (R3).
   * @throws Problem `invalid-input` with every fault at once (R22–R25), `already-exists`.
   */
  register(actor: Actor, wish: RegisterOrder, once: OnceKey): Promise<CourtOrderJson> {
    return this.unit.run(actor, (work) =>
      this.once.act(work, once, async () => {
        await this.desk.demand(work, { action: 'order.register' });
        const { organisation, subject, employee } = asEmployee(actor);
        const said = saidOf(wish.ground, wish);
        const copies = await this.accepted(work, said, wish.evidence);
        const order: KeptOrder = {
          ...{ id: newId<'court order'>(), organisation, ...said, ...unasked, round: 0 },
          ...{ state: 'registered', client: await this.clients.identifyIn(work, wish.bsn) },
          ...{ submitter: subject, submittedBy: employee, registeredAt: work.now },
          ...{ claimedBirthDate: wish.birthDate, reference: wish.reference?.trim() },
        };
        await this.orders.add(work, order);
        await this.evidence.add(work, order.id, employee, copies);
        await this.queue.enqueue(work, 'check-court-order', { order: order.id });
        work.remark({
          object: { kind: 'court-order', id: order.id },
          details: { ground: order.ground, to: order.state, copies: copies.length },
        });
        return this.view.one(work, order);
      }),
    );
  }

  /** Those that this actor may see: the ward his verified ones, an employee those of his clients, an official all. */
  list(actor: Actor, wish: ListOrders): Promise<Page<CourtOrderJson>> {
    return this.unit.disclose(actor, async (work) => {
      const permit = await this.desk.demand(work, { action: 'order.list' });
      const { items, next } = await this.orders.page(work, permit, wish);
      return { items: await this.view.each(work, items), next };
    });
  }

  /** One order, with what belongs to it. @throws Problem `not-found` */
  see(actor: Actor, id: CourtOrderId): Promise<OpenedOrderJson> {
    return this.unit.disclose(actor, async (work) => {
      const permit = await this.desk.demand(work, { action: 'order.see', order: id });
      const order = await this.orders.find(work, id);
      if (!order) throw new Problem('not-found');
      return this.view.opened(work, permit, order);
    });
  }

  /** The content of a copy. @throws Problem `not-found` */
  openEvidence(actor: Actor, order: CourtOrderId, id: Parameters<EvidenceStore['open']>[3]) {
    return this.unit.disclose(actor, async (work) => {
      const permit = await this.desk.demand(work, { action: 'order.see-evidence', order });
      const found = await this.evidence.open(work, permit, order, id);
      if (!found) throw new Problem('not-found');
      work.remark({ details: { evidence: id, size: found.content.length } });
      return found;
    });
  }

  /**
   * What an official asked for: tells the order anew. Who approved it before looks again.
   * @throws Problem `move-not-possible`, and those of {@link register}.
   */
  supplement(actor: Actor, id: CourtOrderId, wish: SupplementOrder, once: OnceKey): Promise<CourtOrderJson> {
    return this.change(actor, id, 'supplement', once, async (work, order) => {
      const said = saidOf(order.ground, wish);
      const copies = await this.accepted(work, said, wish.evidence);
      await this.evidence.add(work, id, asEmployee(actor).employee, copies);
      await this.queue.enqueue(work, 'check-court-order', { order: id });
      const reference = wish.reference?.trim() ?? order.reference;
      const waiting = { waitsSince: work.now, round: order.round + 1, claimedBirthDate: wish.birthDate };
      return { ...order, ...said, ...unasked, ...waiting, reference };
    });
  }

  /** The office takes back what it handed in. @throws Problem `move-not-possible` */
  withdraw(actor: Actor, id: CourtOrderId, once: OnceKey): Promise<CourtOrderJson> {
    return this.change(actor, id, 'withdraw', once, async (_work, order) => ({
      ...order,
      claimedBirthDate: undefined,
    }));
  }

  private change(
    actor: Actor,
    id: CourtOrderId,
    move: 'supplement' | 'withdraw',
    once: OnceKey,
    make: (work: Work, order: KeptOrder) => Promise<KeptOrder>,
  ): Promise<CourtOrderJson> {
    return this.unit.run(actor, (work) =>
      this.once.act(work, once, async () => {
        const order = await this.orders.lock(work, id);
        await this.desk.demand(work, { action: `order.${move}`, order: id });
        if (!order) throw new Problem('not-found');
        const state = settleOrder(order, move, 'organisation', work.now);
        const changed = { ...(await make(work, order)), state };
        await this.orders.put(work, changed);
        work.remark({ details: { from: order.state, to: state } });
        return this.view.one(work, changed);
      }),
    );
  }

  /** @throws Problem `invalid-input` with every fault at once. */
  private async accepted(
    work: Work,
    said: Said,
    copies: RegisterOrder['evidence'],
  ): Promise<readonly Evidence[]> {
    const senders = await this.names.senders(work, said.senders ?? []);
    return acceptOrder(copies, faultsOfSaid(said, senders, work.now));
  }
}

function asEmployee(actor: Actor): Employee {
  if (actor.kind !== 'employee') throw new Error('the door lets only employees hand in');
  return actor;
}
