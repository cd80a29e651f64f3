import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Desk } from '../access/desk.ts';
import { UnitOfWork } from '../audit/unit-of-work.ts';
import type { Work } from '../audit/work.ts';
import { holdPeople } from '../clients/hold-people.ts';
import { ClientStore } from '../clients/client.store.ts';
import { type Person, PersonRegister } from '../clients/person-register.port.ts';
import { type Actor, job } from '../domain/actor.ts';
import { settleOrder } from '../domain/court-order.ts';
import {
  answerOf,
  type PersonAnswer,
  type RegisterAnswer,
  registerSuffices,
} from '../domain/court-register.ts';
import { Problem } from '../domain/errors.ts';
import type { Bsn } from '../domain/identifiers.ts';
import type { CourtOrderId } from '../domain/ids.ts';
import { QueueStore } from '../platform/queue.store.ts';
import { QueueWorker } from '../platform/queue.worker.ts';
import type { AskedOrder } from './court-register.port.ts';
import { CourtRegisterReading } from './court-register.ts';
import type { CourtOrderJson } from './court-order.json.ts';
import type { KeptOrder } from './court-order.kept.ts';
import { CourtOrderStore } from './court-order.store.ts';
import { OrderNamesStore } from './order-names.store.ts';
import { OrderViewService } from './order-view.service.ts';
import { TakeUpService } from './register-reports/take-up.service.ts';
import { VerificationService } from './verification.service.ts';

const actor = job('check-court-orders');

interface Look {
  readonly order: KeptOrder;
  readonly ward: Bsn;
  readonly asked: AskedOrder;
}

interface Registered {
  readonly answer: RegisterAnswer;
  readonly differs: readonly string[];
}

/**
 * Asks the registers about an order that was handed in: that of persons whether number and date of birth belong
 * together (R3), that of the judiciary whether there is such an order (R21). What the latter confirms works; all else
 * is left to officials. A register that does not answer confirms nothing.
 */
@Injectable()
export class OrderCheckService implements OnModuleInit {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly desk: Desk,
    private readonly persons: PersonRegister,
    private readonly register: CourtRegisterReading,
    private readonly clients: ClientStore,
    private readonly orders: CourtOrderStore,
    private readonly names: OrderNamesStore,
    private readonly verification: VerificationService,
    private readonly reports: TakeUpService,
    private readonly view: OrderViewService,
    private readonly queue: QueueStore,
    private readonly worker: QueueWorker,
  ) {}

  onModuleInit(): void {
    this.worker.handle('check-court-order', ({ payload }) => this.check(payload.order as CourtOrderId));
  }

  /**
   * May be called again for the same order: what is settled stays as it is.
   * @throws Problem `source-unavailable` when the register did not answer, so that the queue asks again.
   */
  async check(id: CourtOrderId): Promise<void> {
    const look = await this.unit.run(actor, async (work) => {
      await this.desk.demand(work, { action: 'order.check' });
      work.remark({ object: { kind: 'court-order', id } });
      return this.look(work, await this.orders.find(work, id));
    });
    if (!look) return;
    await this.reports.takeUp({ order: id }); // what was told just now is no doubt for long
    const person = await this.persons.find(look.ward);
    const registered = await this.ask(look);
    await this.unit.run(actor, async (work) => {
      const order = await this.orders.lock(work, id);
      await this.desk.demand(work, { action: 'order.check' });
      work.remark({ object: { kind: 'court-order', id } });
      // Supplemented or settled meanwhile: then there is another task, or nothing to do.
      if (!order || order.round !== look.order.round || !isWaiting(order)) return;
      await this.takeUp(work, order, person, registered);
    });
    if (registered.answer === 'does-not-answer') throw new Problem('source-unavailable');
  }

  /**
   * An official asks the judiciary's register now. When it confirms, the order is taken up by a task.
   * @throws Problem `move-not-possible`, `source-unavailable`
   */
  async askNow(actor: Actor, id: CourtOrderId): Promise<CourtOrderJson> {
    const look = await this.unit.run(actor, async (work) => {
      const order = await this.orders.find(work, id);
      await this.desk.demand(work, { action: 'order.ask-register', order: id });
      if (!order) throw new Problem('not-found');
      settleOrder(order, 'verify', 'register', work.now);
      return this.look(work, order);
    });
    if (!look) throw new Problem('not-found');
    const entries = await this.register.find(look.asked);
    return this.unit.run(actor, async (work) => {
      const order = await this.orders.lock(work, id);
      await this.desk.demand(work, { action: 'order.ask-register', order: id });
      if (!order) throw new Problem('not-found');
      settleOrder(order, 'verify', 'register', work.now);
      const { answer, differs } = answerOf(order, entries);
      const asked = { ...order, register: answer, differs, registerAskedAt: work.now };
      await this.orders.put(work, asked);
      if (answer === 'confirms') await this.queue.enqueue(work, 'check-court-order', { order: id });
      work.remark({ details: { register: answer } });
      return this.view.one(work, asked);
    });
  }

  /** What the registers are asked, when there is something to ask. */
  private async look(work: Work, order: KeptOrder | undefined): Promise<Look | undefined> {
    if (!order || !isWaiting(order)) return undefined;
    const ward = await this.clients.bsnOf(work, order.client);
    if (!ward) return undefined; // the register knows people by their number
    const { court, caseNumber } = order;
    const guardian = await this.names.guardian(work, order.organisation);
    const bsn = guardian.person && (await this.clients.bsnOf(work, guardian.person));
    return { order, ward, asked: { court, caseNumber, ward, guardian: { kvk: guardian.kvk, bsn } } };
  }

  private async ask({ order, asked }: Look): Promise<Registered> {
    try {
      return answerOf(order, await this.register.find(asked));
    } catch (error) {
      if (error instanceof Problem && error.code === 'source-unavailable')
        return { answer: 'does-not-answer', differs: [] };
      throw error;
    }
  }

  private async takeUp(
    work: Work,
    order: KeptOrder,
    person: Person | undefined,
    { answer, differs }: Registered,
  ): Promise<void> {
    await holdPeople(work, order); // before his row: who dies holds them in this order
    const first = order.state === 'registered';
    const taken: KeptOrder = {
      ...order,
      ...{ person: personAnswer(order, person), register: answer, differs, registerAskedAt: work.now },
      ...(first
        ? {
            state: settleOrder(order, 'take-up', 'service', work.now),
            round: order.round + 1,
            waitsSince: work.now,
          }
        : {}),
    };
    await this.orders.put(work, taken);
    work.remark({ details: { person: taken.person, register: answer, from: order.state, to: taken.state } });
    if (person && taken.person === 'matches') await this.clients.confirm(work, order.client, person);
    if (taken.person !== 'matches' || answer !== 'confirms' || !registerSuffices(order)) return;
    if (await this.orders.isAgain(work, order)) return; // R18: why it ended, people look into
    settleOrder(taken, 'verify', 'register', work.now);
    // What stands in the way is for people to clear up.
    await this.verification.verify(work, taken, 'register').catch((error: unknown) => {
      if (!(error instanceof Problem) || error.code !== 'order-conflicts') throw error;
      work.remark({ details: { conflict: true } });
    });
  }
}

const isWaiting = ({ state }: KeptOrder): boolean => state === 'registered' || state === 'in-verification';

/** R3: BSN and date of birth must belong together. R30: nobody is represented after his death. */
const personAnswer = (order: KeptOrder, person: Person | undefined): PersonAnswer =>
  person !== undefined && person.diedOn === undefined && person.birthDate === order.claimedBirthDate
    ? 'matches'
    : 'does-not-match';
