import { Injectable } from '@nestjs/common';
import type { Work } from '../../audit/work.ts';
import type { SealedMeans } from '../../clients/means.store.ts';
import type { ClientId, IdentityCaseId, MeansId } from '../../domain/ids.ts';

/** What the database says of a code that was handed over; nothing of a reference that it does not know. */
export interface Redeemed {
  /** Whose means it is from now on; nobody's, when the code was not right. */
  readonly client: ClientId | null;
  readonly identityCase: IdentityCaseId;
  readonly tries: number;
  /** Whether the client had an account, or a BSN, before this letter: then he hears of it. */
  readonly known: boolean;
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

  /** Keeps a code with which its owner shows, from another sign-in, that both are his. */
  async announce(work: Work, id: string, client: ClientId, hash: string, until: Date): Promise<void> {
    await work.query('INSERT INTO rebinding_code (id, client_id, code_hash, until) VALUES ($1, $2, $3, $4)', [
      id,
      client,
      hash,
      until,
    ]);
  }

  /** Uses such a code; whose it was, if it still worked. */
  async use(work: Work, hash: string): Promise<ClientId | undefined> {
    const [row] = await work.query<{ client: ClientId | null }>('SELECT use_rebinding_code($1) AS client', [
      hash,
    ]);
    return row?.client ?? undefined;
  }
}
