import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { Desk } from '../../access/desk.ts';
import { UnitOfWork } from '../../audit/unit-of-work.ts';
import { PersonOfClient } from '../../clients/person-of-client.ts';
import { job } from '../../domain/actor.ts';
import type { PaperMandateId } from '../../domain/ids.ts';
import { CONFIG, type Config } from '../../platform/config.ts';
import { LetterPress } from '../../platform/letters/letter.press.ts';
import { PrintPort } from '../../platform/letters/print.port.ts';
import { QueueWorker } from '../../platform/queue.worker.ts';
import { paperLetter } from './paper-letter.words.ts';
import { PaperMandateStore } from './paper-mandate.store.ts';
import { namedLines } from './paper-mandate.view.ts';
import { PaperNamesStore } from './paper-names.store.ts';

const actor = job('print-letters');

/** Makes the letter that confirms what a client gave on paper, and hands it to the printer. */
@Injectable()
export class PaperLetterService implements OnModuleInit {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly unit: UnitOfWork,
    private readonly desk: Desk,
    private readonly papers: PaperMandateStore,
    private readonly names: PaperNamesStore,
    private readonly persons: PersonOfClient,
    private readonly press: LetterPress,
    private readonly printer: PrintPort,
    private readonly worker: QueueWorker,
  ) {}

  onModuleInit(): void {
    this.worker.handle('print-paper-letter', ({ payload }) => this.print(payload.paper as PaperMandateId));
  }

  /** May be called again for the same one: the printer takes a letter once. To who died nobody writes (R30). */
  async print(id: PaperMandateId): Promise<void> {
    const due = await this.unit.run(actor, async (work) => {
      await this.desk.demand(work, { action: 'letter.print' });
      const paper = await this.papers.find(work, id);
      work.remark({ client: paper?.client, mandate: paper?.mandate?.id });
      const { letter } = paper ?? {};
      if (!paper || !letter || letter.printedAt) return undefined;
      const names = await this.names.senders(
        work,
        paper.lines.map(({ sender }) => sender),
      );
      const lookup = await this.persons.lookUp(work, paper.client);
      return { paper, letter, lines: namedLines(paper, names), lookup };
    });
    if (!due) return;
    const { paper, letter, lines, lookup } = due;
    const person = await this.persons.find(lookup);
    if (!person) throw new Error('nobody knows the person now; the letter waits');
    if (person.diedOn !== undefined) return;
    const { office, reference } = paper;
    const pdf = await this.press.make(
      paperLetter({
        ...{ client: person.name, office, lines, ...paper.period, reference },
        ...{
          timeZone: person.timeZone,
          website: this.config.publicUrl,
          postalAddress: this.config.postalAddress,
        },
      }),
      person,
    );
    await this.printer.handOver({ id: letter.id, pdf, address: [person.name, ...person.address] });
    await this.unit.run(actor, async (work) => {
      await this.desk.demand(work, { action: 'letter.print' });
      await this.papers.printed(work, letter.id);
      work.remark({ client: paper.client, object: { kind: 'letter', id: letter.id } });
    });
  }
}
