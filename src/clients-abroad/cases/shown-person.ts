import { Injectable } from '@nestjs/common';
import type { Work } from '../../audit/work.ts';
import { type Contact, ContactStore } from '../../clients/contact.store.ts';
import type { Recognised } from '../../clients/identity-matcher.ts';
import { MeansStore } from '../../clients/means.store.ts';
import type { ClientId } from '../../domain/ids.ts';
import { isSamePerson } from '../../domain/same-person.ts';
import type { IdentityCase } from './identity-case.ts';

/** What a means of sign-in shows of a person, beside whom the source found: what may be settled by itself (decision 77). */
@Injectable()
export class ShownPerson {
  constructor(
    private readonly contacts: ContactStore,
    private readonly means: MeansStore,
  ) {}

  /** Whether whom the source found has the names and the date of birth that a means of sign-in shows. */
  async fits(work: Work, asked: IdentityCase, { named: [found] }: Recognised): Promise<boolean> {
    const { dossier, client, candidates } = asked;
    const shown = dossier.person ? dossier.shown && dossier.person : await this.shownBefore(work, client);
    if (shown) return found !== undefined && isSamePerson(shown, found.person);
    // A sign-in with a BSN, which shows no name.
    return !dossier.person && candidates.some(({ ground }) => ground === 'source');
  }

  /** Whether whom the source found has a means already that this one would take the place of. */
  async replaces(work: Work, { means }: IdentityCase, { named: [found] }: Recognised): Promise<boolean> {
    const others = means && found ? await this.means.ofClient(work, found.client) : [];
    return others.some(
      ({ kind, country, endedAt }) => endedAt === null && kind === means?.kind && country === means.country,
    );
  }

  /** What a means showed when it opened the account, as long as he has one that can show it. */
  private async shownBefore(work: Work, client: ClientId | undefined): Promise<Contact | undefined> {
    if (client === undefined) return undefined;
    const contact = await this.contacts.of(work, client);
    const means = await this.means.ofClient(work, client);
    const shows = means.some(({ kind, endedAt }) => kind === 'eidas' && endedAt === null);
    return contact?.shown && shows ? contact : undefined;
  }
}
