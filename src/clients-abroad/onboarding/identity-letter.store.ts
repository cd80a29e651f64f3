import { Injectable } from '@nestjs/common';
import type { Work } from '../../audit/work.ts';
import type { IdentityCaseId, LetterId } from '../../domain/ids.ts';
import { Cipher } from '../../platform/cipher.ts';
import { newId } from '../../platform/ids.ts';

/** A letter that waits to be printed. */
export interface WaitingIdentityLetter {
  readonly id: LetterId;
  readonly identityCase: IdentityCaseId;
  readonly code: string;
}

/** The only writer of letters with a code for an account. The code is sealed while it waits, and gone after that (R10). */
@Injectable()
export class IdentityLetterStore {
  constructor(private readonly cipher: Cipher) {}

  /** Puts a letter in wait. */
  async add(work: Work, of: IdentityCaseId, code: string): Promise<LetterId> {
    const id = newId<'letter'>();
    await work.query(
      'INSERT INTO identity_letter (id, case_id, code_sealed, queued_at) VALUES ($1, $2, $3, $4)',
      [id, of, this.cipher.seal(code, id), work.now],
    );
    return id;
  }

  /** The letter, unless it was printed or given up. */
  async waiting(work: Work, id: LetterId): Promise<WaitingIdentityLetter | undefined> {
    const [row] = await work.query<{ identityCase: IdentityCaseId; sealed: string | null }>(
      'SELECT case_id AS "identityCase", code_sealed AS sealed FROM identity_letter WHERE id = $1',
      [id],
    );
    if (!row?.sealed) return undefined;
    return { id, identityCase: row.identityCase, code: this.cipher.open(row.sealed, id) };
  }

  /** Handed over, or no longer needed: either way the code goes. */
  async close(work: Work, id: LetterId, printed: boolean): Promise<void> {
    await work.query('UPDATE identity_letter SET code_sealed = NULL, printed_at = $2 WHERE id = $1', [
      id,
      printed ? work.now : null,
    ]);
  }
}
