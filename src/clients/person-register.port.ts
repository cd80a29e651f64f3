import type { Day } from '../domain/day.ts';
import type { Bsn } from '../domain/identifiers.ts';

/** What the register of persons tells of someone: enough to know him and to write to him. */
export interface Person {
  readonly name: string;
  readonly birthDate: Day;
  readonly abroad: boolean;
  /** The language in which letters come first. */
  readonly language: 'nl' | 'en';
  /** Address lines as they go on an envelope, country last when abroad. */
  readonly address: readonly string[];
  readonly diedOn?: Day;
}

/**
 * The register of persons (BRP, and RNI for people abroad). Not ours, so a port: the product ships with a
 * simulator only.
 */
export abstract class PersonRegister {
  /**
   * The person with this BSN, or nothing when there is none.
   * @throws Problem `unavailable` when the register does not answer; that never counts as "nobody".
   */
  abstract find(bsn: Bsn): Promise<Person | undefined>;
}
