import { Inject, Injectable } from '@nestjs/common';
import { Desk } from '../access/desk.ts';
import { Once, type OnceKey } from '../access/once.ts';
import { UnitOfWork } from '../audit/unit-of-work.ts';
import type { Work } from '../audit/work.ts';
import { ClientStore } from '../clients/client.store.ts';
import { holdPeople } from '../clients/hold-people.ts';
import { OwnTime } from '../clients/own-time.ts';
import type { Actor } from '../domain/actor.ts';
import type { Day } from '../domain/day.ts';
import { Problem } from '../domain/errors.ts';
import type { ClientId, MandateId, OrganisationId } from '../domain/ids.ts';
import type { Mandate } from '../domain/mandate.ts';
import { duplicateOf, ensureRenewable, heardOf, renewalOf, type Wish } from '../domain/mandate-request.ts';
import { Cipher } from '../platform/cipher.ts';
import { CONFIG, type Config } from '../platform/config.ts';
import { QueueStore } from '../platform/queue.store.ts';
import { birthKeyOf } from './birth-key.ts';
import type { MandateJson } from './mandate.json.ts';
import type { GrantMandate, RequestMandate } from './mandate.request.ts';
import { type Kept, type KeptMandate, MandateStore } from './mandate.store.ts';
import { mandateJson } from './mandate.view.ts';
import { MandateNamesStore } from './mandate-names.store.ts';
import { faultsOfNew, newMandate, remarkOfNew } from './new-mandate.ts';

const wishOf = ({ lines, from, until }: { lines: Wish['lines']; from: Day; until: Day }): Wish => ({
  lines,
  period: { from, until },
});

/** How a mandate comes to be: asked for by an office, given by a client, or asked for again. */
@Injectable()
export class MandateRequestService {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly unit: UnitOfWork,
    private readonly desk: Desk,
    private readonly once: Once,
    private readonly cipher: Cipher,
    private readonly clients: ClientStore,
    private readonly mandates: MandateStore,
    private readonly names: MandateNamesStore,
    private readonly queue: QueueStore,
    private readonly ownTime: OwnTime,
  ) {}

  /**
   * An office asks a client. The person is not looked up here: a task does that, so the answer and its time are the
   * same for a known, an unknown and a mismatched person (R3). A request alone gives no access (R9).
   * @throws Problem `invalid-input` with every fault at once (R7, R8), `duplicate-mandate` (R14).
   */
  request(actor: Actor, wish: RequestMandate, once: OnceKey): Promise<MandateJson> {
    return this.unit.run(actor, (work) =>
      this.once.act(work, once, async () => {
        await this.desk.demand(work, { action: 'mandate.request' });
        if (actor.kind !== 'employee') throw new Error('the door lets only employees ask');
        const client = await this.clients.identifyIn(work, wish.bsn);
        const asked = this.asked(work, client, actor.organisation, wishOf(wish));
        return this.add(
          work,
          { ...asked, requestedBy: actor.employee },
          {
            claimedBirthDate: wish.birthDate,
            birthKey: birthKeyOf(this.cipher, wish.bsn, wish.birthDate),
            reference: wish.reference?.trim(),
          },
        );
      }),
    );
  }

  /**
   * A client gives a recognised office a mandate himself: choosing it is his consent.
   * @throws Problem as {@link request}
   */
  grant(actor: Actor, wish: GrantMandate, once: OnceKey): Promise<MandateJson> {
    return this.unit.run(actor, (work) =>
      this.once.act(work, once, async () => {
        const { organisation } = wish;
        if (actor.kind !== 'citizen') throw new Error('the door lets only citizens grant');
        const { client } = actor;
        await holdPeople(work, { client, organisation });
        await this.desk.demand(work, { action: 'mandate.grant', organisation, client, lines: wish.lines });
        const { now } = work;
        const given = this.asked(work, actor.client, organisation, wishOf(wish));
        return this.add(work, { ...given, state: 'active', offeredAt: now, activatedAt: now }, {});
      }),
    );
  }

  /**
   * An office asks to go on after the end: a new mandate with the lines that are left, from the day this one ends.
   * @throws Problem `move-not-possible` when there is nothing to go on with; otherwise as {@link request}.
   */
  renew(actor: Actor, id: MandateId, until: Day, once: OnceKey): Promise<MandateJson> {
    return this.unit.run(actor, (work) =>
      this.once.act(work, once, async () => {
        const predecessor = await this.mandates.lock(work, id);
        await this.desk.demand(work, { action: 'mandate.renew', mandate: id });
        if (!predecessor || actor.kind !== 'employee') throw new Problem('not-found');
        ensureRenewable(predecessor, work.now);
        const wish = renewalOf(predecessor, until, work.now);
        const asked = this.asked(work, predecessor.client, predecessor.organisation, wish);
        return this.add(
          work,
          { ...asked, requestedBy: actor.employee, predecessor: id },
          { reference: predecessor.reference, birthKey: predecessor.birthKey },
        );
      }),
    );
  }

  private asked(work: Work, client: ClientId, organisation: OrganisationId, wish: Wish): Mandate {
    return newMandate({ client, organisation }, wish, work.now, this.config.answerTerms);
  }

  /** What stands in the way is named to who may see it; another hears only that there is one. */
  private async named(work: Work, mandate: MandateId): Promise<Record<string, string>> {
    const hidden = await this.desk.whyNot(work, { action: 'mandate.see', mandate });
    return hidden === undefined ? { mandate } : {};
  }

  /** Checks what a rule or the world has against it, keeps it, and has it offered when it is not given yet. */
  private async add(work: Work, mandate: Mandate, kept: Kept): Promise<MandateJson> {
    const senders = await this.names.senders(
      work,
      mandate.lines.map(({ sender }) => sender),
    );
    const faults = faultsOfNew(mandate, senders, work.now);
    if (faults.length > 0) throw new Problem('invalid-input', { faults });
    const claims = await this.mandates.claimsBetween(work, mandate.organisation, mandate.client);
    const added: KeptMandate = { ...mandate, ...kept };
    const first = (added.requestedBy ? duplicateOf : heardOf)(added, claims, work.now);
    if (first) throw new Problem('duplicate-mandate', { members: await this.named(work, first.id) });
    await this.mandates.add(work, added);
    await this.queue.enqueue(
      work,
      mandate.state === 'requested' ? 'offer-mandate' : 'name-client',
      { mandate: mandate.id },
      { party: mandate.organisation },
    );
    work.remark(remarkOfNew(added));
    const namesOf = await this.names.of(work, [mandate]);
    return mandateJson(added, namesOf(mandate), work.actor, work.now, await this.ownTime.of(work));
  }
}
