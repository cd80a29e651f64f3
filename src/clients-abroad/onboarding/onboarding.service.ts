import { Inject, Injectable } from '@nestjs/common';
import { Desk } from '../../access/desk.ts';
import { Once, type OnceKey } from '../../access/once.ts';
import { UnitOfWork } from '../../audit/unit-of-work.ts';
import type { Work } from '../../audit/work.ts';
import { ProspectStore } from '../../clients/prospect.store.ts';
import { type Actor, job } from '../../domain/actor.ts';
import { dayOf } from '../../domain/day.ts';
import { fault, Problem } from '../../domain/errors.ts';
import type { IdentityCaseId } from '../../domain/ids.ts';
import { AllowanceStore } from '../../platform/allowance.store.ts';
import { Cipher } from '../../platform/cipher.ts';
import { CONFIG, type Config } from '../../platform/config.ts';
import { acceptEvidence } from '../../platform/evidence.ts';
import { QueueStore } from '../../platform/queue.store.ts';
import { EvidenceStore } from '../cases/evidence.store.ts';
import { IdentityCaseStore } from '../cases/identity-case.store.ts';
import type { IdentityCaseJson } from '../cases/identity-cases.json.ts';
import { identityCaseJson } from '../cases/identity-cases.view.ts';
import { Openable } from '../cases/openable.ts';
import { faultOfAddress, linesOf } from './foreign-address.ts';
import { OnboardingLetters } from './onboarding-letters.ts';
import type { ReceivedJson } from './onboarding.json.ts';
import type { EnterOnboarding } from './onboarding.request.ts';

const takingIn = job('take-in-requests');

/** How somebody without any means of sign-in comes in: on paper, or by a form that anybody may fill in. */
@Injectable()
export class OnboardingService {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly cipher: Cipher,
    private readonly unit: UnitOfWork,
    private readonly desk: Desk,
    private readonly once: Once,
    private readonly allowances: AllowanceStore,
    private readonly cases: IdentityCaseStore,
    private readonly evidence: EvidenceStore,
    private readonly prospects: ProspectStore,
    private readonly letters: OnboardingLetters,
    private readonly openable: Openable,
    private readonly queue: QueueStore,
  ) {}

  /**
   * An official enters what came on paper. Somebody else decides about it.
   * @throws Problem `invalid-input` with every fault of address and copies.
   */
  enter(actor: Actor, wish: EnterOnboarding, once: OnceKey): Promise<IdentityCaseJson> {
    return this.unit.run(actor, (work) =>
      this.once.act(work, once, async () => {
        await this.desk.demand(work, { action: 'identity-case.enter' });
        const id = await this.takeIn(work, wish);
        if (!id) throw new Problem('already-exists');
        work.remark({ object: { kind: 'identity-case', id } });
        const entered = await this.cases.find(work, id);
        if (!entered) throw new Error('what was entered is there');
        return identityCaseJson(entered, work.now);
      }),
    );
  }

  /**
   * Anybody asks. The answer says that it came in; whether we know him, or had the same before, it does not tell.
   * @param from where the request came from, to limit how often: kept as a keyed index for a day.
   * @throws Problem `too-many-requests`, `invalid-input`.
   */
  async request(from: string, wish: EnterOnboarding): Promise<ReceivedJson> {
    const what = 'onboarding-requests';
    const { perAddress, perHour } = this.config.openRequests;
    const party = `from ${this.cipher.index(from)}`;
    await this.allowances.spend(party, { what, times: perAddress, seconds: 86_400 });
    await this.allowances.spend('from anywhere', { what, times: perHour, seconds: 3_600 });
    return this.unit.run(takingIn, async (work) => {
      await this.desk.demand(work, { action: 'identity-case.take-in' });
      const id = await this.takeIn(work, wish);
      work.remark({ object: id && { kind: 'identity-case', id } });
      return { received: true };
    });
  }

  /** A second letter with a new code. @throws Problem `letters-used-up`, `move-not-possible` when there was no first, it was stopped, or he died. */
  writeAgain(actor: Actor, id: IdentityCaseId, once: OnceKey): Promise<IdentityCaseJson> {
    return this.unit.run(actor, (work) =>
      this.once.act(work, once, async () => {
        const granted = await this.cases.lock(work, id);
        const abroad = await this.openable.isAbroad(work, granted, granted?.client);
        await this.desk.demand(work, { action: 'identity-case.write', identityCase: id, abroad });
        if (!granted) throw new Problem('not-found');
        const { code, dossier, client, undone } = granted;
        if (!code || code.redeemedAt || undone || !dossier.address) throw new Problem('move-not-possible');
        await this.openable.ensureAlive(work, granted, client);
        const written = await this.letters.write(work, granted);
        await this.cases.put(work, written);
        work.remark({ client: written.client, details: { letters: written.letters } });
        return identityCaseJson(written, work.now);
      }),
    );
  }

  private async takeIn(work: Work, wish: EnterOnboarding): Promise<IdentityCaseId | undefined> {
    const { givenNames, familyName, birthDate, bsn, address, language, timeZone, note } = wish;
    const wrong = faultOfAddress(address);
    const faults = wrong ? [fault(`#/address/${wrong[0]}`, wrong[1], wrong[2], wrong[3])] : [];
    if (birthDate > dayOf(work.now))
      faults.push(
        fault('#/birthDate', 'in-the-future', 'This day is still to come.', 'Deze dag moet nog komen.'),
      );
    if (faults.length > 0) throw new Problem('invalid-input', { faults });
    const copies = acceptEvidence(wish.evidence);
    const dossier = {
      person: { givenNames, familyName, birthDate },
      ...{ language, timeZone, address: linesOf(address), note: note?.trim() },
      prospects: bsn && [{ prospect: this.prospects.of(bsn), ground: 'stated' as const }],
    };
    const same = JSON.stringify([dossier.person, dossier.address, bsn, copies.map(({ sha256 }) => sha256)]);
    const id = await this.cases.add(work, { kind: 'onboarding', dossier, fingerprint: same });
    if (!id) return undefined;
    await this.evidence.add(work, { identityCase: id }, copies);
    await this.queue.enqueue(work, 'match-identity', { case: id });
    return id;
  }
}
