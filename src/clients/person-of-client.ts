import { Injectable } from '@nestjs/common';
import type { Work } from '../audit/work.ts';
import type { Day } from '../domain/day.ts';
import type { Bsn } from '../domain/identifiers.ts';
import type { ClientId } from '../domain/ids.ts';
import { ClientStore } from './client.store.ts';
import { ContactStore, personOf } from './contact.store.ts';
import { type Person, PersonRegister } from './person-register.port.ts';
import { type Preference, PreferenceStore } from './preference.store.ts';
import { type Prospect, ProspectStore } from './prospect.store.ts';

/** How a client is looked up: taken within a work, used outside of it, because a register may be slow. */
export interface Lookup {
  readonly bsn?: Bsn | undefined;
  readonly kept?: Person | undefined;
  readonly preference?: Preference | undefined;
  /** The day on which he died, as an event told it. */
  readonly diedOn?: Day | undefined;
}

/** A person as he is to be told things: his own language goes before the one that a register supposes. */
export interface Addressee extends Person {
  /** IANA name; absent for who never said where he lives. */
  readonly timeZone?: string | undefined;
}

/** Who a client is: from the register when he has a BSN, else what is kept of him. */
@Injectable()
export class PersonOfClient {
  constructor(
    private readonly clients: ClientStore,
    private readonly prospects: ProspectStore,
    private readonly contacts: ContactStore,
    private readonly preferences: PreferenceStore,
    private readonly register: PersonRegister,
  ) {}

  /** What {@link find} needs. */
  async lookUp(work: Work, client: ClientId): Promise<Lookup> {
    const bsn = await this.clients.bsnOf(work, client);
    const contact = bsn === undefined ? await this.contacts.of(work, client) : undefined;
    return {
      bsn,
      kept: contact && personOf(contact),
      preference: await this.preferences.of(work, client),
      diedOn: await this.clients.diedOn(work, client),
    };
  }

  /** The same of who may be no client. */
  async lookUpProspect(work: Work, prospect: Prospect): Promise<Lookup> {
    const client = await this.prospects.clientOf(work, prospect);
    return client ? this.lookUp(work, client) : { bsn: this.prospects.bsnOf(prospect) };
  }

  /**
   * The person, or nothing when nobody knows him. Who died by what an event told, died for the register too (R30).
   * @throws Problem `unavailable` when the register does not answer; that never counts as "nobody".
   */
  async find({ bsn, kept, preference, diedOn }: Lookup): Promise<Addressee | undefined> {
    const person = bsn === undefined ? kept : await this.register.find(bsn);
    return person && { ...person, ...preference, ...(diedOn && { diedOn }) };
  }
}
