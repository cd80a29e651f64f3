import { Injectable } from '@nestjs/common';
import type { Work } from '../audit/work.ts';
import type { LetterId, MandateId } from '../domain/ids.ts';
import { Cipher } from '../platform/cipher.ts';
import { newId } from '../platform/ids.ts';
import type { KeptMandate } from './mandate.store.ts';
import { LetterRow } from './mandate.row.ts';

/** A letter that waits to be printed. */
export interface WaitingLetter {
  readonly id: LetterId;
  readonly mandate: MandateId;
  readonly code: string;
}

/** The only writer of letters. The code is sealed while it waits, and gone after that (R10). */
@Injectable()
export class LetterStore {
  constructor(private readonly cipher: Cipher) {}

  /** Puts a letter in wait. */
  async add(work: Work, mandate: KeptMandate, code: string): Promise<LetterId> {
    const id = newId<'letter'>();
    await work.rows(LetterRow).insert({
      ...{ id, mandate: mandate.id, client: mandate.client, queuedAt: work.now, printedAt: null },
      codeSealed: this.cipher.seal(code, id),
    });
    return id;
  }

  /** The letter, unless it was printed or given up. */
  async waiting(work: Work, id: LetterId): Promise<WaitingLetter | undefined> {
    const row = await work.rows(LetterRow).findOneBy({ id });
    if (!row || row.codeSealed === null) return undefined;
    return { id, mandate: row.mandate, code: this.cipher.open(row.codeSealed, id) };
  }

  /** Handed over, or no longer needed: either way the code goes. */
  async close(work: Work, id: LetterId, printed: boolean): Promise<void> {
    await work.rows(LetterRow).update({ id }, { codeSealed: null, printedAt: printed ? work.now : null });
  }
}
