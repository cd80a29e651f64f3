import { Injectable } from '@nestjs/common';
import type { Work } from '../../audit/work.ts';
import { ClientStore } from '../../clients/client.store.ts';
import { ContactStore } from '../../clients/contact.store.ts';
import { MeansStore } from '../../clients/means.store.ts';
import { PreferenceStore } from '../../clients/preference.store.ts';
import { fullName } from '../../domain/identity.ts';
import type { ClientId } from '../../domain/ids.ts';
import { IdentityNews } from './identity-news.ts';
import type { IdentityCase } from './identity-case.ts';

/** What follows when it is clear who somebody is: accounts come to be, means are bound, pseudonyms become one. */
@Injectable()
export class CaseEffects {
  constructor(
    private readonly clients: ClientStore,
    private readonly means: MeansStore,
    private readonly contacts: ContactStore,
    private readonly preferences: PreferenceStore,
    private readonly news: IdentityNews,
  ) {}

  /**
   * Somebody who is no client yet becomes one, under a pseudonym without BSN. The address that he wrote on a form is his
   * once he used the code that went there.
   */
  async open(work: Work, { id, dossier }: IdentityCase): Promise<ClientId> {
    const { person, shown, language, timeZone, address } = dossier;
    if (!person) throw new Error('nobody becomes a client without a name');
    const client = await this.clients.open(work, fullName(person));
    const contact = { ...person, shown, language: language ?? 'en', address: address ?? [] };
    await this.contacts.keep(work, client, contact, address && id);
    if (language && timeZone) await this.preferences.keep(work, client, { language, timeZone });
    return client;
  }

  /**
   * Whoever a case is of turns out to be the client for whom it was granted: his own pseudonym, if he has one, becomes the
   * other, and the means that he showed is bound. The database asks that this act granted it (decision 81). A means that he
   * re-binds takes the place of all others of its kind, any other of those of its country: a country gives one identifier
   * to a person.
   */
  async become(work: Work, { id, kind, means }: IdentityCase): Promise<ClientId> {
    const { client, ended } = await this.clients.join(work, id);
    work.note(
      ended.map(({ mandate, before, after, why, office }) => ({
        ...{ action: 'mandate.end', client, mandate, office, object: { kind: 'mandate', id: mandate } },
        details: { from: before, to: after, reason: why },
      })),
    );
    if (means) await this.means.bind(work, this.means.open(means, id), id);
    if (means && (kind === 'rebinding' || work.actor.kind === 'official'))
      await this.news.added(work, client, id);
    return client;
  }

  /** The means that was shown becomes that of a client who has no other. */
  async bind(work: Work, { id, means }: IdentityCase): Promise<void> {
    if (means) await this.means.bind(work, this.means.open(means, id), id);
  }
}
