import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { Desk } from '../../access/desk.ts';
import { UnitOfWork } from '../../audit/unit-of-work.ts';
import type { Work } from '../../audit/work.ts';
import { PersonOfClient } from '../../clients/person-of-client.ts';
import { job } from '../../domain/actor.ts';
import { fullName } from '../../domain/identity.ts';
import type { ClientId, IdentityCaseId, LetterId } from '../../domain/ids.ts';
import { CONFIG, type Config } from '../../platform/config.ts';
import { newId } from '../../platform/ids.ts';
import type { Language } from '../../platform/language.ts';
import type { Letter } from '../../platform/letters/letter.ts';
import { LetterPress } from '../../platform/letters/letter.press.ts';
import { PrintPort } from '../../platform/letters/print.port.ts';
import { QueueWorker } from '../../platform/queue.worker.ts';
import { IdentityCaseStore } from './identity-case.store.ts';
import { addedLetter, type NewsLetterContent, refusedLetter } from './identity-news.words.ts';

const actor = job('print-letters');

/** Whom to write to, and what. */
interface Addressed {
  readonly name: string;
  readonly address: readonly string[];
  readonly language: Language;
  readonly letter: (content: NewsLetterContent) => Letter;
}

/** The client to whose account a case added a means; or the case that was refused. */
interface About {
  readonly client?: ClientId;
  readonly added?: IdentityCaseId;
  readonly of?: IdentityCaseId;
}

/** Makes the letters of {@link IdentityNews}, and hands them to the printer. */
@Injectable()
export class IdentityNewsService implements OnModuleInit {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly unit: UnitOfWork,
    private readonly desk: Desk,
    private readonly cases: IdentityCaseStore,
    private readonly persons: PersonOfClient,
    private readonly press: LetterPress,
    private readonly printer: PrintPort,
    private readonly worker: QueueWorker,
  ) {}

  onModuleInit(): void {
    this.worker.handle('print-identity-news', ({ payload: { letter, client, added, case: of } }) =>
      this.print(letter as LetterId, { client, added, of } as About),
    );
  }

  /** May be called again for the same letter: notice and letter are made once. To who died nobody writes (R30). */
  private async print(id: LetterId, { client, added, of }: About): Promise<void> {
    const found = await this.unit.run(actor, async (work) => {
      await this.desk.demand(work, { action: 'letter.print' });
      work.remark({ client, object: { kind: 'letter', id } });
      if (added) await work.query('SELECT tell_of_means($1, $2)', [newId(), added]);
      return {
        lookup: client && (await this.persons.lookUp(work, client)),
        to: of && (await this.whoAsked(work, of)),
      };
    });
    const person = found.lookup && (await this.persons.find(found.lookup));
    const known = person?.diedOn === undefined ? person : undefined;
    const to: Addressed | undefined = known ? { ...known, letter: addedLetter } : found.to;
    if (!to || to.address.length === 0) return;
    const { publicUrl: website, postalAddress } = this.config;
    const { name, address, language, letter } = to;
    const pdf = await this.press.make(letter({ client: name, website, postalAddress }), {
      name,
      address,
      language,
    });
    await this.printer.handOver({ id, pdf, address: [name, ...address] });
  }

  private async whoAsked(work: Work, of: IdentityCaseId): Promise<Addressed | undefined> {
    const { person, address = [], language = 'en' } = (await this.cases.find(work, of))?.dossier ?? {};
    return person && { name: fullName(person), address, language, letter: refusedLetter };
  }
}
