import { Inject, Injectable } from '@nestjs/common';
import type { Work } from '../../audit/work.ts';
import { ContactStore } from '../../clients/contact.store.ts';
import { Problem } from '../../domain/errors.ts';
import { mostLetters } from '../../domain/identity-case.ts';
import { codeEndsOn } from '../../domain/answer-terms.ts';
import { CONFIG, type Config } from '../../platform/config.ts';
import { hashCode, newCode, newReference } from '../../platform/ids.ts';
import { QueueStore } from '../../platform/queue.store.ts';
import type { IdentityCase } from '../cases/identity-case.ts';
import { IdentityLetterStore } from './identity-letter.store.ts';

/** The hash by which the code of a letter is kept: bound to the reference of that letter (R10). */
export const hashOfLetterCode = (code: string, reference: string): string =>
  hashCode(code, `letter ${reference}`);

/** Makes the code of a letter, and has the letter made. */
@Injectable()
export class OnboardingLetters {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly contacts: ContactStore,
    private readonly letters: IdentityLetterStore,
    private readonly queue: QueueStore,
  ) {}

  /**
   * Another letter of a case that was granted: with a new code, in the place of the one before (R10, R11).
   * @throws Problem `letters-used-up` for the third.
   */
  async write(work: Work, granted: IdentityCase): Promise<IdentityCase> {
    if (granted.letters >= mostLetters) throw new Problem('letters-used-up');
    const [reference, code] = [newReference(), newCode()];
    const letter = await this.letters.add(work, granted.id, code);
    await this.queue.enqueue(work, 'print-identity-letter', { letter });
    return {
      ...granted,
      letters: granted.letters + 1,
      code: {
        reference,
        hash: hashOfLetterCode(code, reference),
        until: codeEndsOn(work.now, true, this.config.answerTerms),
        wrongCodes: 0,
        bearer: granted.dossier.person && this.contacts.bearerOf(granted.dossier.person),
      },
    };
  }
}
