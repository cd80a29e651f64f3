import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Desk } from '../../access/desk.ts';
import { UnitOfWork } from '../../audit/unit-of-work.ts';
import { ClientStore } from '../../clients/client.store.ts';
import { PersonOfClient } from '../../clients/person-of-client.ts';
import { job } from '../../domain/actor.ts';
import type { PaperMandateId } from '../../domain/ids.ts';
import { signerAnswer } from '../../domain/paper-mandate.ts';
import { QueueWorker } from '../../platform/queue.worker.ts';
import { PaperMandateStore } from './paper-mandate.store.ts';

const actor = job('check-paper-mandates');

/**
 * Asks the register of persons about who is said to have signed; of who has no citizen service number, what is kept of
 * him. One that does not answer confirms nobody, and is asked again.
 */
@Injectable()
export class PaperCheckService implements OnModuleInit {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly desk: Desk,
    private readonly papers: PaperMandateStore,
    private readonly persons: PersonOfClient,
    private readonly clients: ClientStore,
    private readonly worker: QueueWorker,
  ) {}

  onModuleInit(): void {
    this.worker.handle('check-paper-mandate', ({ payload }) => this.check(payload.paper as PaperMandateId));
  }

  /** May be called again for the same one: it asks anew as long as that waits. */
  async check(id: PaperMandateId): Promise<void> {
    const lookup = await this.unit.run(actor, async (work) => {
      await this.desk.demand(work, { action: 'paper-mandate.check' });
      work.remark({ object: { kind: 'paper-mandate', id } });
      const paper = await this.papers.find(work, id);
      return paper?.state === 'waiting' ? this.persons.lookUp(work, paper.client) : undefined;
    });
    if (!lookup) return;
    const found = await this.persons.find(lookup);
    await this.unit.run(actor, async (work) => {
      const paper = await this.papers.lock(work, id);
      await this.desk.demand(work, { action: 'paper-mandate.check' });
      if (paper?.state !== 'waiting') return;
      const person = signerAnswer(found, paper.claimedBirthDate);
      await this.papers.heard(work, { id, person });
      if (found && person === 'matches') await this.clients.confirm(work, paper.client, found);
      work.remark({ object: { kind: 'paper-mandate', id }, details: { person } });
    });
  }
}
