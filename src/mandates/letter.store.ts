import { Injectable } from '@nestjs/common';
import { In, IsNull, Not } from 'typeorm';
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

  /** Puts a letter in wait, by itself or as a part of another one to the same client (R15). */
  async add(work: Work, mandate: KeptMandate, code: string, withLetter?: LetterId): Promise<LetterId> {
    const id = newId<'letter'>();
    await work.rows(LetterRow).insert({
      ...{ id, mandate: mandate.id, client: mandate.client, queuedAt: work.now, printedAt: null },
      ...{ codeSealed: this.cipher.seal(code, id), withLetter: withLetter ?? null },
    });
    return id;
  }

  /** The letter and what is part of it, as far as it was not printed or given up. */
  async waiting(work: Work, id: LetterId): Promise<WaitingLetter[]> {
    const codeSealed = Not(IsNull());
    const rows = await work.rows(LetterRow).find({
      where: [
        { id, codeSealed },
        { withLetter: id, codeSealed },
      ],
      order: { id: 'ASC' },
    });
    return rows.map((row) => ({
      ...{ id: row.id, mandate: row.mandate },
      code: this.cipher.open(row.codeSealed ?? '', row.id),
    }));
  }

  /** Handed over, or no longer needed: either way the code goes. */
  async close(work: Work, ids: readonly LetterId[], printed: boolean): Promise<void> {
    await work
      .rows(LetterRow)
      .update({ id: In([...ids]) }, { codeSealed: null, printedAt: printed ? work.now : null });
  }
}
