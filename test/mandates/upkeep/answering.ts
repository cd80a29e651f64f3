import type { Claims } from '../../support/house.ts';
import type { Upkeep } from './scene.ts';

/** Where the yearly list is. */
export const path = '/v1/mandate-reviews';
/** A mandate of four years. */
export const period = { from: '2027-01-01', until: '2031-01-01' };

/** What became of one mandate. */
export interface Item {
  readonly mandate: string;
  readonly outcome: string;
  readonly code?: string;
}

/** Answers the yearly list. */
export async function answer(
  house: Upkeep,
  who: Claims,
  what: '_confirm' | '_end',
  body: object,
  key?: string,
): Promise<{ status: number; code: string; items: Item[] }> {
  const got = await house.as(who).post(`${path}/${what}`, body, key);
  return { status: got.status, code: got.body.code as string, items: (got.body.items ?? []) as Item[] };
}

/** What was recorded of a mandate, oldest first. */
export const lines = (house: Upkeep, mandate: string) =>
  house.rows(
    `SELECT action, outcome, reason, details FROM trail WHERE mandate_id = $1 ORDER BY position`,
    mandate,
  );
