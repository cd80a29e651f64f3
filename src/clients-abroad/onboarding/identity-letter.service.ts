import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { Desk } from '../../access/desk.ts';
import { UnitOfWork } from '../../audit/unit-of-work.ts';
import { ClientStore } from '../../clients/client.store.ts';
import { PersonOfClient } from '../../clients/person-of-client.ts';
import { job } from '../../domain/actor.ts';
import { letterAddress, livesAbroad } from '../../domain/identity-compared.ts';
import { fullName } from '../../domain/identity.ts';
import type { LetterId } from '../../domain/ids.ts';
import { CONFIG, type Config } from '../../platform/config.ts';
import { LetterPress } from '../../platform/letters/letter.press.ts';
import { PrintPort } from '../../platform/letters/print.port.ts';
import { QueueWorker } from '../../platform/queue.worker.ts';
import { IdentityCaseStore } from '../cases/identity-case.store.ts';
import { hashOfLetterCode } from './onboarding-letters.ts';
import { onboardingLetter } from './onboarding-letter.words.ts';
import { IdentityLetterStore } from './identity-letter.store.ts';

const actor = job('print-letters');

/** Makes the letter with a code for an account, when it is due, and hands it to the printer. */
@Injectable()
export class IdentityLetterService implements OnModuleInit {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly unit: UnitOfWork,
    private readonly desk: Desk,
    private readonly cases: IdentityCaseStore,
    private readonly letters: IdentityLetterStore,
    private readonly clients: ClientStore,
    private readonly persons: PersonOfClient,
    private readonly press: LetterPress,
    private readonly printer: PrintPort,
    private readonly worker: QueueWorker,
  ) {}

  onModuleInit(): void {
    this.worker.handle('print-identity-letter', ({ payload }) => this.print(payload.letter as LetterId));
  }

  /** May be called again for the same letter: the printer takes it once, and the code is erased after that. */
  async print(id: LetterId): Promise<void> {
    const due = await this.unit.run(actor, async (work) => {
      await this.desk.demand(work, { action: 'letter.print' });
      const letter = await this.letters.waiting(work, id);
      const asked = letter && (await this.cases.find(work, letter.identityCase));
      work.remark({ client: asked?.client, object: { kind: 'letter', id } });
      if (!letter || !asked) return undefined;
      const { person, address } = asked.dossier;
      // A later letter took its place before this one was made, or it was stopped: its code works no longer.
      const works = asked.code?.voidedAt === undefined;
      const holds = works && asked.code?.hash === hashOfLetterCode(letter.code, asked.code?.reference ?? '');
      if (!asked.code || !person || !address || !holds) return this.letters.close(work, id, false);
      const { language = 'en', timeZone } = asked.dossier;
      // Whoever wrote the form does not say where somebody lives whom the register, or his own account, knows.
      const lookup = asked.client && (await this.persons.lookUp(work, asked.client));
      const told = asked.client && (await this.clients.residenceOf(work, asked.client));
      return { letter, person, written: address, code: asked.code, language, timeZone, lookup, told };
    });
    if (!due) return;
    const { letter, person, written, code, language, timeZone, lookup, told } = due;
    const known = lookup && (await this.persons.find(lookup));
    // R30; and who moved back
    if (known?.diedOn !== undefined || livesAbroad(told || undefined, known) === false)
      return this.give(id, false);
    const address = letterAddress(known?.address, written);
    const name = fullName(person);
    const { reference, until } = code;
    const pdf = await this.press.make(
      onboardingLetter({
        ...{ client: name, reference, code: letter.code, codeUntil: until, timeZone },
        ...{ website: this.config.publicUrl, postalAddress: this.config.postalAddress },
      }),
      { name, address, language },
    );
    await this.printer.handOver({ id, pdf, address: [name, ...address] });
    await this.give(id, true);
  }

  /** The code goes: handed over, or not to be sent. */
  private give(id: LetterId, printed: boolean): Promise<void> {
    return this.unit.run(actor, async (work) => {
      await this.desk.demand(work, { action: 'letter.print' });
      await this.letters.close(work, id, printed);
      work.remark({ object: { kind: 'letter', id } });
    });
  }
}
