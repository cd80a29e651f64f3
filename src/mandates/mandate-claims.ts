import type { Day } from '../domain/day.ts';
import { Problem } from '../domain/errors.ts';
import type { Oin } from '../domain/identifiers.ts';
import type { ClientId, LineId, MandateId, OrganisationId } from '../domain/ids.ts';
import type { MandateState } from '../domain/mandate.ts';
import type { Claim } from '../domain/mandate-request.ts';
import type { Category } from '../domain/scope.ts';
import { brokenConstraint } from '../platform/database.errors.ts';

/** One line of what is asked for or given between an office and a client. */
export interface ClaimRow {
  mandate: MandateId;
  state: MandateState;
  from_day: Day;
  until_day: Day;
  ends_on: Day | null;
  answer_by: Day;
  offered_at: Date | null;
  birth_key: string | null;
  line: LineId;
  sender: Oin;
  category: Category | 'all';
  line_ended_at: Date | null;
  line_ends_on: Day | null;
}

/** Rows of one office, each with the client whom `whose` tells, as mandates in the order of the rows. */
export function claimsOf<Row extends ClaimRow>(
  rows: readonly Row[],
  organisation: OrganisationId,
  whose: (row: Row) => ClientId,
): Claim[] {
  const claims = new Map<MandateId, Claim>();
  for (const row of rows) {
    const known = claims.get(row.mandate);
    const line = { id: row.line, sender: row.sender, category: row.category, actions: [] };
    claims.set(row.mandate, {
      ...{ id: row.mandate, client: whose(row), organisation, state: row.state, answerBy: row.answer_by },
      offeredAt: row.offered_at ?? undefined,
      birthKey: row.birth_key ?? undefined,
      ground: 'voluntary',
      period: { from: row.from_day, until: row.until_day },
      endsOn: row.ends_on ?? undefined,
      lines: [
        ...(known?.lines ?? []),
        { ...line, endedAt: row.line_ended_at ?? undefined, endsOn: row.line_ends_on ?? undefined },
      ],
    });
  }
  return [...claims.values()];
}

const cameFirst = new Set(['under_guardianship', 'mandate_of_the_living', 'mandate_by_a_means']);

/** Waits for a change of what mandates claim. @throws Problem `duplicate-mandate` when another claims it (R14). */
export async function unlessClaimed(change: Promise<unknown>): Promise<void> {
  await change.catch((error: unknown) => {
    const broken = brokenConstraint(error);
    if (broken === 'one_claim_at_a_time') throw new Problem('duplicate-mandate');
    // A measure of a court (R26), a death (R30) or the end of his means came first: who asks again hears so.
    if (broken && cameFirst.has(broken))
      throw new Problem('unavailable', { retryAfterSeconds: 1, cause: error });
    throw error;
  });
}
