import type { Bsn } from '../domain/identifiers.ts';

/** Which order is asked about, whose it is said to be, and who is said to be the guardian. */
export interface AskedOrder {
  readonly court: string;
  readonly caseNumber: string;
  readonly ward: Bsn;
  /** A KvK number, or for a person who is a guardian by himself his BSN. */
  readonly guardian: { readonly kvk?: string | undefined; readonly bsn?: Bsn | undefined };
}

/**
 * The judiciary's own register of guardianships (not the public CCBR: that has no BSN, and no mentorschap at all).
 * Not ours, so a port: the product ships with a simulator only. What it answers is not trusted to have the right
 * form; `court-register.ts` looks into it.
 */
export abstract class CourtRegister {
  /**
   * The orders of this case, as a list of entries; an empty one when it knows none.
   * @throws any error when it does not answer; that never counts as "none".
   */
  abstract find(asked: AskedOrder, until: AbortSignal): Promise<unknown>;

  /** What it has to tell since a place in its own order, or from the beginning: `{reports, next}`. */
  abstract newsSince(place: string | undefined, until: AbortSignal): Promise<unknown>;
}
