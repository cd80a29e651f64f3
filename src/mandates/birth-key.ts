import type { Day } from '../domain/day.ts';
import type { Bsn } from '../domain/identifiers.ts';
import type { Cipher } from '../platform/cipher.ts';

/**
 * A keyed hash of whom an office names: BSN and date of birth together, so that it is found again by who names both
 * and tells nobody either (R2, R3). A row of a file has the same (`bulk_row.person_index`).
 */
export const birthKeyOf = (cipher: Cipher, bsn: Bsn, birthDate: Day): string =>
  cipher.index(`${bsn} ${birthDate}`);
