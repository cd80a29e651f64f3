import { Injectable } from '@nestjs/common';
import { Desk } from '../../access/desk.ts';
import { Once, type OnceKey } from '../../access/once.ts';
import { UnitOfWork } from '../../audit/unit-of-work.ts';
import type { Work } from '../../audit/work.ts';
import { ClientStore } from '../../clients/client.store.ts';
import { MeansStore } from '../../clients/means.store.ts';
import type { Actor, Citizen, Unlinked } from '../../domain/actor.ts';
import { Problem } from '../../domain/errors.ts';
import { QueueStore } from '../../platform/queue.store.ts';
import { IdentityCaseStore, type NewCase } from '../cases/identity-case.store.ts';
import { meansJson } from '../cases/identity-cases.view.ts';
import { OwnRequestStore } from '../cases/own-request.store.ts';
import type { AccountJson, BeingCheckedJson } from './account.json.ts';
import type { OpenAccount } from './account.request.ts';
import { accountWords } from './account.words.ts';

/** What everybody hears who asks: what is found out is found out behind it, and takes no time of the answer. */
const beingChecked: BeingCheckedJson = { state: 'being-checked' };

/** The account of whoever signed in with a European means, or with an account that proves nothing. */
@Injectable()
export class AccountService {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly desk: Desk,
    private readonly once: Once,
    private readonly cases: IdentityCaseStore,
    private readonly own: OwnRequestStore,
    private readonly clients: ClientStore,
    private readonly means: MeansStore,
    private readonly queue: QueueStore,
  ) {}

  /** How it stands. Looking changes nothing (R37). */
  see(actor: Actor): Promise<AccountJson> {
    return this.unit.disclose(actor, async (work) => {
      await this.desk.demand(work, { action: 'account.see' });
      if (actor.kind === 'citizen') return this.ofCitizen(work, actor);
      if (actor.kind === 'unlinked') return this.ofUnlinked(work, actor);
      throw new Error('the door lets only people in who have, or may have, an account');
    });
  }

  /** Asks that an account opens (R37). Who it is, is found out behind the answer. */
  open(actor: Actor, { language, timeZone }: OpenAccount, once: OnceKey): Promise<BeingCheckedJson> {
    return this.unit.run(actor, (work) =>
      this.once.act(work, once, async () => {
        await this.desk.demand(work, { action: 'account.open' });
        if (actor.kind !== 'unlinked') throw new Error('the door lets only people without account open one');
        const { presented } = actor;
        const dossier = {
          person: presented.person,
          shown: presented.person !== undefined,
          language,
          timeZone,
        };
        return this.ask(work, { kind: 'account', means: presented, dossier });
      }),
    );
  }

  /**
   * Asks again whether an account is of somebody with a citizen service number.
   * @throws Problem `already-exists` when it is linked to one.
   */
  link(actor: Actor, once: OnceKey): Promise<BeingCheckedJson> {
    return this.unit.run(actor, (work) =>
      this.once.act(work, once, async () => {
        await this.desk.demand(work, { action: 'account.link' });
        if (actor.kind !== 'citizen') throw new Error('the door lets only citizens link their account');
        const { client, named, presented } = actor;
        if (await this.clients.hasBsn(work, client)) throw new Problem('already-exists');
        return this.ask(
          work,
          {
            kind: 'link',
            client,
            dossier: { person: presented?.person, shown: presented?.person !== undefined },
          },
          named,
        );
      }),
    );
  }

  /** Who asks the same again while it is being checked, hears the same, and nothing is asked twice. */
  private async ask(work: Work, asked: NewCase, named?: Citizen['named']): Promise<BeingCheckedJson> {
    const id = await this.cases.add(work, asked);
    work.remark({ client: asked.client, object: id && { kind: 'identity-case', id } });
    if (!id) return beingChecked;
    if (named) await this.cases.addCandidate(work, id, { client: named, ground: 'source' });
    await this.queue.enqueue(work, 'match-identity', { case: id });
    return beingChecked;
  }

  private async ofCitizen(work: Work, { client, presented }: Citizen): Promise<AccountJson> {
    const linked = await this.clients.hasBsn(work, client);
    const request = await this.own.last(work, presented?.index);
    return {
      ...{ state: 'open', citizenServiceNumber: linked ? 'linked' : 'being-checked' },
      rebinding: request?.kind === 'rebinding' ? shown(request.state) : undefined,
      means: (await this.means.ofClient(work, client)).map(meansJson),
      explanation: accountWords[linked ? 'linked' : 'not-linked'],
    };
  }

  private async ofUnlinked(work: Work, { presented, ended }: Unlinked): Promise<AccountJson> {
    const request = await this.own.last(work, presented.index);
    const waits = request?.state === 'checking';
    const none = whyNone[presented.kind === 'account' ? 'account' : 'eidas'][ended ? 'ended' : 'new'];
    return {
      state: waits ? 'being-checked' : 'none',
      rebinding: request?.kind === 'rebinding' ? shown(request.state) : undefined,
      means: [],
      explanation: accountWords[waits ? 'being-checked' : none],
    };
  }
}

/** An account that a letter opened opens by a letter alone. */
const whyNone = {
  account: { ended: 'ended-account', new: 'unproved' },
  eidas: { ended: 'ended', new: 'none' },
} as const;

/** One that was granted speaks for itself. */
const shown = (state: string): string | undefined =>
  state === 'checking' ? 'being-checked' : state === 'refused' ? 'refused' : undefined;
