import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { Desk } from '../access/desk.ts';
import { UnitOfWork } from '../audit/unit-of-work.ts';
import { ClientStore } from '../clients/client.store.ts';
import { type Person, PersonRegister } from '../clients/person-register.port.ts';
import { job } from '../domain/actor.ts';
import type { MandateId } from '../domain/ids.ts';
import { codeEndsOn, settle, stateAt } from '../domain/mandate.ts';
import { CONFIG, type Config } from '../platform/config.ts';
import { newCode } from '../platform/ids.ts';
import { QueueStore } from '../platform/queue.store.ts';
import { QueueWorker } from '../platform/queue.worker.ts';
import { hashOfCode } from './activation.service.ts';
import { LetterStore } from './letter.store.ts';
import { type KeptMandate, MandateStore } from './mandate.store.ts';

const actor = job('offer-mandates');

/**
 * Offers a mandate that an office asked for, when the register knows the person and the date of birth is his. If
 * not, it stays requested and lapses by the clock: the office cannot tell the difference (R3).
 */
@Injectable()
export class MandateOfferService implements OnModuleInit {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly unit: UnitOfWork,
    private readonly desk: Desk,
    private readonly register: PersonRegister,
    private readonly clients: ClientStore,
    private readonly mandates: MandateStore,
    private readonly letters: LetterStore,
    private readonly queue: QueueStore,
    private readonly worker: QueueWorker,
  ) {}

  onModuleInit(): void {
    this.worker.handle('offer-mandate', ({ payload }) => this.offer(payload.mandate as MandateId));
    this.worker.handle('name-client', ({ payload }) => this.nameClient(payload.mandate as MandateId));
  }

  /** May be called again for the same mandate: what was offered or ended stays as it is. */
  async offer(id: MandateId): Promise<void> {
    const person = await this.look(id);
    await this.unit.run(actor, async (work) => {
      const mandate = await this.mandates.lock(work, id);
      await this.desk.demand(work, { action: 'mandate.offer' });
      work.remark({ mandate: id });
      if (!mandate) return;
      // Asked or not needed any more: either way what the office claimed goes.
      const forgotten = { ...mandate, claimedBirthDate: undefined };
      if (stateAt(mandate, work.now) !== 'requested' || !isThePerson(mandate, person))
        return this.mandates.put(work, forgotten);
      const code = newCode();
      await this.mandates.put(work, {
        ...settle(forgotten, 'offer', 'job', work.now),
        codeUntil: codeEndsOn(work.now, person.abroad, this.config.answerTerms),
        codeHash: hashOfCode(code, id, mandate.organisation),
      });
      await this.clients.confirm(work, mandate.client, person);
      const letter = await this.letters.add(work, mandate, code);
      await this.queue.enqueue(work, 'print-letter', { letter });
      work.remark({ client: mandate.client, details: { from: 'requested', to: 'offered' } });
    });
  }

  /** A client who gave a mandate himself is known by his BSN alone; the office needs his name. */
  async nameClient(id: MandateId): Promise<void> {
    const person = await this.look(id);
    await this.unit.run(actor, async (work) => {
      await this.desk.demand(work, { action: 'person.look-up' });
      const mandate = await this.mandates.find(work, id);
      work.remark({ mandate: id, client: mandate?.client });
      if (mandate && person) await this.clients.confirm(work, mandate.client, person);
    });
  }

  /** Asks the register about the client of a mandate, outside any transaction: it may be slow. */
  private async look(id: MandateId): Promise<Person | undefined> {
    const bsn = await this.unit.run(actor, async (work) => {
      await this.desk.demand(work, { action: 'person.look-up' });
      work.remark({ mandate: id });
      const mandate = await this.mandates.find(work, id);
      return mandate && this.clients.bsnOf(work, mandate.client);
    });
    return bsn && this.register.find(bsn);
  }
}

/** R3: BSN and date of birth must belong together; a renewal names nobody anew. R30: nobody asks the dead. */
const isThePerson = (mandate: KeptMandate, person: Person | undefined): person is Person =>
  person !== undefined &&
  person.diedOn === undefined &&
  (mandate.predecessor !== undefined || mandate.claimedBirthDate === person.birthDate);
