import type { Day } from '../../domain/day.ts';
import type { Bsn } from '../../domain/identifiers.ts';
import type { BulkRunId } from '../../domain/ids.ts';
import type { Cipher } from '../../platform/cipher.ts';

/** What a row tells of a person: who, and the date of birth that the office claims (R3). */
export interface ClaimedPerson {
  readonly bsn: Bsn;
  readonly birthDate: Day;
}

const placeOf = (run: BulkRunId, number: number): string => `bulk ${run} ${number}`;

/** A person as a row keeps him: sealed, and bound to that row. */
export const sealPerson = (cipher: Cipher, run: BulkRunId, number: number, person: ClaimedPerson): string =>
  cipher.seal(JSON.stringify(person), placeOf(run, number));

/** The person that a row holds. @throws Error when it was sealed for another row. */
export const openPerson = (cipher: Cipher, run: BulkRunId, number: number, sealed: string): ClaimedPerson =>
  JSON.parse(cipher.open(sealed, placeOf(run, number))) as ClaimedPerson;
