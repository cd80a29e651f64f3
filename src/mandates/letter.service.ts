import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { Desk } from '../access/desk.ts';
import type { Remark } from '../audit/trail-entry.ts';
import { UnitOfWork } from '../audit/unit-of-work.ts';
import type { Work } from '../audit/work.ts';
import { PersonOfClient } from '../clients/person-of-client.ts';
import { job } from '../domain/actor.ts';
import type { LetterId } from '../domain/ids.ts';
import { openLines, stateAt } from '../domain/mandate.ts';
import { CONFIG, type Config } from '../platform/config.ts';
import { LetterPress } from '../platform/letters/letter.press.ts';
import { PrintPort } from '../platform/letters/print.port.ts';
import { QueueWorker } from '../platform/queue.worker.ts';
import { LetterStore, type WaitingLetter } from './letter.store.ts';
import { type Asked, type LetterContent, offerLetter } from './letter.words.ts';
import { type KeptMandate, MandateStore } from './mandate.store.ts';
import { MandateNamesStore } from './mandate-names.store.ts';

const actor = job('print-letters');

/** Makes the letter that offers a mandate, when it is due, and hands it to the printer. */
@Injectable()
export class LetterService implements OnModuleInit {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly unit: UnitOfWork,
    private readonly desk: Desk,
    private readonly persons: PersonOfClient,
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
      work.remark({ object: { kind: 'letter', id } });
      const parts = await this.due(work, id);
      const [first] = parts;
      if (!first) return undefined;
      tellOf(work, parts);
      return { parts, first, lookup: await this.persons.lookUp(work, first.mandate.client) };
    });
    if (!due) return;
    const { parts, first, lookup } = due;
    const person = await this.persons.find(lookup);
    if (!person) throw new Error('the register no longer knows the person; the letter waits');
    if (person.diedOn !== undefined) return this.close(parts, false); // R30: nobody writes to the dead
    const asked = parts.map(({ mandate, lines, code }) => ({
      ...{ lines, code, ...mandate.period, renewal: mandate.predecessor !== undefined },
      codeUntil: mandate.codeUntil ?? mandate.answerBy,
    }));
    const words = offerLetter({
      ...{ client: person.name, office: first.office, asked, timeZone: person.timeZone },
      website: this.config.publicUrl,
    });
    const pdf = await this.press.make(words, person);
    await this.printer.handOver({ id, pdf, address: [person.name, ...person.address] });
    await this.close(parts, true);
  }

  /** The parts of a letter that are still to be sent. What was answered online before it was made is closed. */
  private async due(work: Work, id: LetterId): Promise<Part[]> {
    const waiting: Omit<Part, 'lines' | 'office'>[] = [];
    for (const letter of await this.letters.waiting(work, id)) {
      const mandate = await this.mandates.find(work, letter.mandate);
      if (mandate && stateAt(mandate, work.now) === 'offered') waiting.push({ ...letter, mandate });
      else await this.letters.close(work, [letter.id], false);
    }
    const namesOf = await this.names.of(
      work,
      waiting.map(({ mandate }) => mandate),
    );
    return waiting.map((letter) => {
      const { organisation, senders } = namesOf(letter.mandate);
      const lines = openLines(letter.mandate, work.now).map((line) => ({
        ...line,
        sender: senders.get(line.sender) ?? { nameNl: line.sender, nameEn: line.sender },
      }));
      return { ...letter, lines, office: organisation };
    });
  }

  private close(parts: readonly Part[], printed: boolean): Promise<void> {
    return this.unit.run(actor, async (work) => {
      await this.desk.demand(work, { action: 'letter.print' });
      await this.letters.close(
        work,
        parts.map(({ id }) => id),
        printed,
      );
      tellOf(work, printed ? parts : parts.map(({ id, mandate }) => ({ id, mandate: { id: mandate.id } })));
    });
  }
}

/** A part of a letter: a mandate that it asks for. */
type Part = Omit<WaitingLetter, 'mandate'> & {
  readonly mandate: KeptMandate;
  readonly lines: Asked['lines'];
  readonly office: LetterContent['office'];
};

/** The record speaks of each mandate that a letter asks for. */
function tellOf(
  work: Work,
  parts: readonly { readonly id: LetterId; readonly mandate: Partial<KeptMandate> }[],
): void {
  const [first, ...others] = parts.map(({ id, mandate }): Remark => ({
    ...{ mandate: mandate.id, client: mandate.client, object: { kind: 'letter', id } },
  }));
  if (first) work.remark(first);
  work.note(others);
}
