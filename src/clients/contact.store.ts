import { Injectable } from '@nestjs/common';
import type { Work } from '../audit/work.ts';
import type { Day } from '../domain/day.ts';
import { foldedName, fullName, type NaturalPerson } from '../domain/identity.ts';
import type { ClientId } from '../domain/ids.ts';
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

  /** Keeps it, in the place of what was there. */
  async keep(work: Work, client: ClientId, contact: Contact): Promise<void> {
    const id = newId<'contact'>();
    await work.query(
      `INSERT INTO client_contact (id, client_id, sealed, person_index, kept_at) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (client_id) DO UPDATE
         SET id = excluded.id, sealed = excluded.sealed, person_index = excluded.person_index, kept_at = excluded.kept_at`,
      [id, client, this.cipher.seal(JSON.stringify(contact), id), this.indexOf(contact), work.now],
    );
  }

  /** What is kept of a client. */
  async of(work: Work, client: ClientId): Promise<Contact | undefined> {
    const [row] = await work.query<{ id: string; sealed: string }>(
      'SELECT id, sealed FROM client_contact WHERE client_id = $1',
      [client],
    );
    return row && (JSON.parse(this.cipher.open(row.sealed, row.id)) as Contact);
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
