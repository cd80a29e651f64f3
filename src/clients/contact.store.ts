import { Injectable } from '@nestjs/common';
import type { Work } from '../audit/work.ts';
import type { Day } from '../domain/day.ts';
import { foldedName, fullName, type NaturalPerson } from '../domain/identity.ts';
import type { ClientId, IdentityCaseId } from '../domain/ids.ts';
import { bearerOf } from '../domain/same-person.ts';
import { Cipher } from '../platform/cipher.ts';
import { newId } from '../platform/ids.ts';
import type { Language } from '../platform/language.ts';

/** Who a client without BSN is, and where he is written to. No register tells it, so it is kept, sealed. */
export interface Contact extends NaturalPerson {
  readonly language: Language;
  /** As it goes on an envelope, country last; empty for who was never written to. */
  readonly address: readonly string[];
  /** Whether a means of sign-in said who he is; else somebody wrote it down. */
  readonly shown?: boolean | undefined;
}

/** A contact as register and letters speak of a person. */
export const personOf = ({ address, language, birthDate, givenNames, familyName }: Contact) => ({
  ...{ name: fullName({ givenNames, familyName, birthDate }), birthDate, abroad: true, language, address },
});

/** The only writer of what is known of clients without BSN. */
@Injectable()
export class ContactStore {
  constructor(private readonly cipher: Cipher) {}

  /**
   * Keeps it, in the place of what was there.
   * @param addressOf the form that named the address: it counts once the code of its letter was used (decision 82).
   */
  async keep(work: Work, client: ClientId, contact: Contact, addressOf?: IdentityCaseId): Promise<void> {
    const id = newId<'contact'>();
    await work.query(
      `INSERT INTO client_contact (id, client_id, sealed, person_index, kept_at, address_case)
         VALUES ($1, $2, $3, $4, $5, $6)
       ON CONFLICT (client_id) DO UPDATE
         SET id = excluded.id, sealed = excluded.sealed, person_index = excluded.person_index, kept_at = excluded.kept_at,
             address_case = excluded.address_case`,
      [id, client, this.cipher.seal(JSON.stringify(contact), id), this.indexOf(contact), work.now, addressOf],
    );
  }

  /** What is kept of a client; without an address that a form named whose letter nobody used, or that was undone. */
  async of(work: Work, client: ClientId): Promise<Contact | undefined> {
    const [row] = await work.query<{ id: string; sealed: string; counts: boolean }>(
      `SELECT k.id, k.sealed, k.address_case IS NULL OR EXISTS (
                SELECT FROM identity_case c WHERE c.id = k.address_case AND c.redeemed_at IS NOT NULL
                   AND c.undone_at IS NULL) AS counts
         FROM client_contact k WHERE k.client_id = $1`,
      [client],
    );
    if (!row) return undefined;
    const contact = JSON.parse(this.cipher.open(row.sealed, row.id)) as Contact;
    return row.counts ? contact : { ...contact, address: [] };
  }

  /** Clients without BSN who have this family name and date of birth. */
  async alike(work: Work, person: { familyName: string; birthDate: Day }): Promise<readonly ClientId[]> {
    const rows = await work.query<{ client: ClientId }>(
      'SELECT client_id AS client FROM client_contact WHERE person_index = $1 ORDER BY client_id LIMIT 20',
      [this.indexOf(person)],
    );
    return rows.map(({ client }) => client);
  }

  /** The keyed index of who a letter is for; nothing of a name that is nobody's. */
  bearerOf(person: NaturalPerson): string | undefined {
    const bearer = bearerOf(person);
    return bearer && this.cipher.index(`bearer ${bearer}`);
  }

  private indexOf({ familyName, birthDate }: { familyName: string; birthDate: Day }): string {
    return this.cipher.index(`person ${birthDate} ${foldedName(familyName)}`);
  }
}
