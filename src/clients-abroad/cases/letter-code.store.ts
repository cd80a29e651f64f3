import { Injectable } from '@nestjs/common';
import type { Work } from '../../audit/work.ts';
import type { SealedMeans } from '../../clients/means.store.ts';
import type { MeansIndex } from '../../domain/identity.ts';
import type { ClientId, IdentityCaseId, MeansId } from '../../domain/ids.ts';
import { newId } from '../../platform/ids.ts';

/** What the database says of a code that was handed over; nothing of a reference that it does not know. */
export interface Redeemed {
  /** Whose means it is from now on; nobody's, when the code was not right. */
  readonly client: ClientId | null;
  readonly identityCase: IdentityCaseId;
  readonly tries: number;
  /** Whether the client had an account, or a BSN, before this letter: then he hears of it. */
  readonly known: boolean;
}

/** A code for another sign-in. */
export interface AnnouncedCode {
  readonly client: ClientId;
  readonly hash: string;
  readonly until: Date;
  /** The means that it was made with; nothing for a sign-in with a BSN. */
  readonly by: MeansIndex | undefined;
}

/** Whom a code proves somebody to be, and the means that it was made with. */
export interface Claimed {
  readonly client: ClientId;
  readonly provedBy: MeansIndex | undefined;
}

/** Codes that bind a means. The database compares, counts and binds in one act: who hands one over sees no case. */
@Injectable()
export class LetterCodeStore {
  /** Hands over the code of a letter, by its hash (R10). @param bearer whom the means shows (`ContactStore.bearerOf`). */
  async redeem(
    work: Work,
    reference: string,
    hash: string,
    { id, kind, sealed, country }: SealedMeans & { readonly id: MeansId },
    bearer: string | undefined,
  ): Promise<Redeemed | undefined> {
    const [row] = await work.query<Redeemed & Record<string, unknown>>(
      `SELECT client, case_id AS "identityCase", tries, was_known AS known
         FROM redeem_letter_code($1, $2, $3, $4, $5, $6, $7)`,
      [reference, hash, id, kind, sealed, country, bearer],
    );
    return row;
  }

  /** Keeps a code with which its owner shows, from another sign-in, that both are his. It works as long as this sign-in. */
  async announce(work: Work, code: AnnouncedCode): Promise<void> {
    await work.query(
      'INSERT INTO rebinding_code (id, client_id, code_hash, until, means_index) VALUES ($1, $2, $3, $4, $5)',
      [newId(), code.client, code.hash, code.until, code.by],
    );
  }

  /** Uses such a code; whose it was and by which means it was made, if it still worked. */
  async use(work: Work, hash: string): Promise<Claimed | undefined> {
    const [row] = await work.query<{ client: ClientId | null; means: MeansIndex | null }>(
      'SELECT client, means FROM use_rebinding_code($1)',
      [hash],
    );
    return row?.client ? { client: row.client, provedBy: row.means ?? undefined } : undefined;
  }
}
