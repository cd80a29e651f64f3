import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { Desk } from '../access/desk.ts';
import { UnitOfWork } from '../audit/unit-of-work.ts';
import { ClientStore } from '../clients/client.store.ts';
import { PersonRegister } from '../clients/person-register.port.ts';
import { job } from '../domain/actor.ts';
import type { LetterId, MandateId } from '../domain/ids.ts';
import { openLines, stateAt } from '../domain/mandate.ts';
import { CONFIG, type Config } from '../platform/config.ts';
import { QueueWorker } from '../platform/queue.worker.ts';
import { LetterPress } from './letter.press.ts';
import { LetterStore } from './letter.store.ts';
import { MandateStore } from './mandate.store.ts';
import { MandateNamesStore } from './mandate-names.store.ts';
import { PrintPort } from './print.port.ts';

const actor = job('print-letters');

/** Makes the letter that offers a mandate, when it is due, and hands it to the printer. */
@Injectable()
export class LetterService implements OnModuleInit {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly unit: UnitOfWork,
    private readonly desk: Desk,
    private readonly register: PersonRegister,
    private readonly clients: ClientStore,
    private readonly letters: LetterStore,
    private readonly mandates: MandateStore,
    private readonly names: MandateNamesStore,
    private readonly press: LetterPress,
    private readonly printer: PrintPort,
    private readonly worker: QueueWorker,
  ) {}

  onModuleInit(): void {
    this.worker.handle('print-letter', ({ payload }) => this.print(payload.letter as LetterId));
  }

  /** May be called again for the same letter: the printer takes it once, and the code is erased after that. */
  async print(id: LetterId): Promise<void> {
    const due = await this.unit.run(actor, async (work) => {
      await this.desk.demand(work, { action: 'person.look-up' });
      const letter = await this.letters.waiting(work, id);
      const mandate = letter && (await this.mandates.find(work, letter.mandate));
      work.remark({ mandate: mandate?.id, client: mandate?.client, object: { kind: 'letter', id } });
      if (!letter || !mandate) return undefined;
      // Answered online before the letter was made: then there is nothing to send.
      if (stateAt(mandate, work.now) !== 'offered') return this.letters.close(work, id, false);
      const { organisation, senders } = (await this.names.of(work, [mandate]))(mandate);
      const lines = openLines(mandate).map((line) => ({
        ...line,
        sender: senders.get(line.sender) ?? { nameNl: line.sender, nameEn: line.sender },
      }));
      return {
        letter,
        mandate,
        lines,
        office: organisation,
        bsn: await this.clients.bsnOf(work, mandate.client),
      };
    });
    if (!due) return;
    const { letter, mandate, lines, office, bsn } = due;
    const person = await this.register.find(bsn);
    if (!person) throw new Error('the register no longer knows the person; the letter waits');
    if (person.diedOn !== undefined) return this.giveUp(id, mandate.id); // R30
    const { from, until } = mandate.period;
    const pdf = await this.press.make(
      {
        ...{
          client: person.name,
          office,
          lines,
          from,
          until,
          codeUntil: mandate.codeUntil ?? mandate.answerBy,
          code: letter.code,
        },
        website: this.config.publicUrl,
      },
      person,
    );
    await this.printer.handOver({ id, pdf, address: [person.name, ...person.address] });
    await this.unit.run(actor, async (work) => {
      await this.desk.demand(work, { action: 'letter.print' });
      await this.letters.close(work, id, true);
      work.remark({ mandate: mandate.id, client: mandate.client, object: { kind: 'letter', id } });
    });
  }

  /** Nobody writes to the dead: the letter is not made, and its code goes. */
  private giveUp(id: LetterId, mandate: MandateId): Promise<void> {
    return this.unit.run(actor, async (work) => {
      await this.desk.demand(work, { action: 'letter.print' });
      await this.letters.close(work, id, false);
      work.remark({ mandate, object: { kind: 'letter', id } });
    });
  }
}
