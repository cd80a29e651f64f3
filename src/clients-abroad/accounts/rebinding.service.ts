import { Injectable } from '@nestjs/common';
import { Desk } from '../../access/desk.ts';
import { Once, type OnceKey } from '../../access/once.ts';
import { UnitOfWork } from '../../audit/unit-of-work.ts';
import type { Work } from '../../audit/work.ts';
import { OwnTime } from '../../clients/own-time.ts';
import type { Actor, Citizen, Unlinked } from '../../domain/actor.ts';
import { fault, Problem } from '../../domain/errors.ts';
import { acceptEvidence, type Evidence } from '../../platform/evidence.ts';
import { hashCode, newCode } from '../../platform/ids.ts';
import { QueueStore } from '../../platform/queue.store.ts';
import { EvidenceStore } from '../cases/evidence.store.ts';
import { IdentityCaseStore } from '../cases/identity-case.store.ts';
import { type Claimed, LetterCodeStore } from '../cases/letter-code.store.ts';
import type { BeingCheckedJson, RebindingCodeJson } from './account.json.ts';
import type { RequestRebinding } from './rebinding.request.ts';
import { WrongTries } from './wrong-tries.ts';

/** How long a code for another sign-in works, in milliseconds. */
const codeWorks = 3_600_000;
const hashOfRebindingCode = (code: string): string => hashCode(code, 'another means of sign-in');

/**
 * A client comes with another means, or with a BSN that he got later. He shows that both are his by signing in with
 * both, or by evidence; the source, or an official, decides. Nothing of what he has is lost.
 */
@Injectable()
export class RebindingService {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly desk: Desk,
    private readonly once: Once,
    private readonly tries: WrongTries,
    private readonly cases: IdentityCaseStore,
    private readonly evidence: EvidenceStore,
    private readonly codes: LetterCodeStore,
    private readonly queue: QueueStore,
    private readonly ownTime: OwnTime,
  ) {}

  /** A code for the other sign-in: shown once, for an hour, for one use. */
  announce(actor: Actor, once: OnceKey): Promise<RebindingCodeJson> {
    return this.unit.run(actor, (work) =>
      this.once.act(work, once, async () => {
        await this.desk.demand(work, { action: 'means.announce' });
        if (actor.kind !== 'citizen') throw new Error('the door lets only citizens announce another means');
        const [code, until] = [newCode(), new Date(work.now.getTime() + codeWorks)];
        await this.codes.announce(work, {
          ...{ client: actor.client, hash: hashOfRebindingCode(code), until, by: actor.presented?.index },
        });
        work.remark({ client: actor.client });
        const tell = await this.ownTime.of(work);
        return { code, until: until.toISOString(), deadlines: tell({ '#/until': until }) };
      }),
    );
  }

  /**
   * Asks that the means of this sign-in is added to the account that one has.
   * @throws Problem `invalid-input` without code and without evidence, `wrong-code`, `already-exists` while an earlier
   * request of this sign-in is being checked, `too-many-requests` after five wrong codes (R10).
   */
  async request(actor: Actor, wish: RequestRebinding, once: OnceKey): Promise<BeingCheckedJson> {
    await this.tries.check(actor);
    let wrong = false;
    const answer = await this.unit.run(actor, (work) =>
      this.once.act(work, once, async (): Promise<BeingCheckedJson | null> => {
        await this.desk.demand(work, { action: 'means.rebind' });
        if (actor.kind !== 'unlinked' && actor.kind !== 'citizen')
          throw new Error('the door lets only people in who have, or may have, an account');
        const copies = this.shown(actor, wish);
        const claimed =
          wish.code === undefined ? undefined : await this.codes.use(work, hashOfRebindingCode(wish.code));
        if (wish.code !== undefined && !claimed) {
          wrong = true;
          work.remark({ details: { wrongCode: true } });
          return null; // kept, and told below
        }
        await this.ask(work, actor, wish, copies, claimed);
        return { state: 'being-checked' };
      }),
    );
    if (answer) return answer;
    if (wrong) await this.tries.count(actor, 'all re-bindings');
    throw new Problem('wrong-code');
  }

  /** Without a code there is evidence, and somebody whom it is about. */
  private shown(actor: Unlinked | Citizen, wish: RequestRebinding): readonly Evidence[] {
    const { code, evidence = [], person } = wish;
    if (code !== undefined) return [];
    const faults = [
      ...(evidence.length > 0
        ? []
        : [
            fault(
              '#/evidence',
              'required',
              'Without a code, send a copy of evidence.',
              'Stuur een kopie van bewijs als u geen code heeft.',
            ),
          ]),
      ...((person ?? actor.presented?.person)
        ? []
        : [
            fault(
              '#/person',
              'required',
              'Your means of sign-in does not say who you are. Say it here.',
              'Uw inlogmiddel zegt niet wie u bent. Vul het hier in.',
            ),
          ]),
    ];
    if (faults.length > 0) throw new Problem('invalid-input', { faults });
    return acceptEvidence(evidence);
  }

  private async ask(
    work: Work,
    actor: Unlinked | Citizen,
    { formerIdentifier, person, note }: RequestRebinding,
    copies: readonly Evidence[],
    claimed: Claimed | undefined,
  ): Promise<void> {
    const client = actor.kind === 'citizen' ? actor.client : undefined;
    const dossier = {
      ...{ person: actor.presented?.person ?? person, shown: actor.presented?.person !== undefined },
      ...{ formerIdentifier, note: note?.trim() },
    };
    const id = await this.cases.add(work, { kind: 'rebinding', client, means: actor.presented, dossier });
    if (!id) throw new Problem('already-exists');
    work.remark({ client: claimed?.client, object: { kind: 'identity-case', id } });
    await this.evidence.add(work, { identityCase: id }, copies);
    if (claimed) await this.cases.addCandidate(work, id, { ...claimed, ground: 'proved' });
    await this.queue.enqueue(work, 'match-identity', { case: id });
  }
}
