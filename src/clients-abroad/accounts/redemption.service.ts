import { Injectable } from '@nestjs/common';
import { Desk } from '../../access/desk.ts';
import { Once, type OnceKey } from '../../access/once.ts';
import { UnitOfWork } from '../../audit/unit-of-work.ts';
import type { Work } from '../../audit/work.ts';
import { ContactStore } from '../../clients/contact.store.ts';
import { MeansStore } from '../../clients/means.store.ts';
import type { Actor, Unlinked } from '../../domain/actor.ts';
import { Problem } from '../../domain/errors.ts';
import { writtenReference } from '../../platform/ids.ts';
import { IdentityNews } from '../cases/identity-news.ts';
import { LetterCodeStore } from '../cases/letter-code.store.ts';
import { hashOfLetterCode } from '../onboarding/onboarding-letters.ts';
import type { SaidJson } from './account.json.ts';
import type { RedeemCode } from './account.request.ts';
import { accountWords } from './account.words.ts';
import { WrongTries } from './wrong-tries.ts';

/** What came of handing over a code: the means is bound, or not. */
interface Tried {
  readonly bound: boolean;
}

/** Somebody brings the code of a letter, signed in with a means of nobody: from then on the means is the client's. */
@Injectable()
export class RedemptionService {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly desk: Desk,
    private readonly once: Once,
    private readonly tries: WrongTries,
    private readonly means: MeansStore,
    private readonly contacts: ContactStore,
    private readonly news: IdentityNews,
    private readonly codes: LetterCodeStore,
  ) {}

  /**
   * Hands over a code. A wrong one is counted at the letter, which the fifth locks; and at the one who tries, so that he
   * does not go on with another reference (R10). An unknown reference, a wrong, used, locked or old code, and a European means
   * of another name than the letter's are answered alike.
   * @throws Problem `wrong-code`, `too-many-requests`.
   */
  async redeem(actor: Actor, wish: RedeemCode, once: OnceKey): Promise<{ explanation: SaidJson }> {
    await this.tries.check(actor);
    const { tried, anew } = await this.try(actor, wish, once);
    if (tried.bound) return { explanation: accountWords.linked };
    if (anew) await this.tries.count(actor, 'all letters');
    throw new Problem('wrong-code');
  }

  /** The wrong try must be kept, so it is no error until the work is committed. */
  private async try(actor: Actor, wish: RedeemCode, once: OnceKey): Promise<{ tried: Tried; anew: boolean }> {
    let anew = false; // a repeated request has one effect, on the budget too (R13)
    const tried = await this.unit.run(actor, (work) =>
      this.once.act(work, once, async (): Promise<Tried> => {
        anew = true;
        await this.desk.demand(work, { action: 'account.redeem' });
        if (actor.kind !== 'unlinked') throw new Error('the door lets only a means of nobody redeem a code');
        return { bound: await this.bind(work, actor, wish) };
      }),
    );
    return { tried, anew };
  }

  private async bind(work: Work, { presented }: Unlinked, { reference, code }: RedeemCode): Promise<boolean> {
    const written = writtenReference(reference);
    const answer = await this.codes.redeem(
      work,
      written,
      hashOfLetterCode(code, written),
      this.means.forRedeeming(presented),
      presented.person && this.contacts.bearerOf(presented.person),
    );
    if (answer?.client && answer.known) await this.news.added(work, answer.client, answer.identityCase);
    work.remark({
      client: answer?.client ?? undefined,
      object: answer && { kind: 'identity-case', id: answer.identityCase },
      details: answer?.client ? { bound: true } : { wrongCode: true, tries: answer?.tries ?? 0 },
    });
    return Boolean(answer?.client);
  }
}
