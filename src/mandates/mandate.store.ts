import { Injectable } from '@nestjs/common';
import type { Work } from '../audit/work.ts';
import type { Day } from '../domain/day.ts';
import { Problem } from '../domain/errors.ts';
import type { Oin } from '../domain/identifiers.ts';
import type { ClientId, LineId, MandateId, OrganisationId } from '../domain/ids.ts';
import { type Authority, isClaiming, type Mandate, type MandateState } from '../domain/mandate.ts';
import { type Category, isOpen, type ScopeLine } from '../domain/scope.ts';
import { brokenConstraint } from '../platform/database.errors.ts';
import { MandateRow, ScopeLineRow } from './mandate.row.ts';

/** What is kept with a mandate besides what the rules look at. */
export interface Kept {
  readonly reference?: string | undefined;
  /** What the office said of the client, until the register was asked (R3). */
  readonly claimedBirthDate?: Day | undefined;
  /** The hash of the code in the letter (R10). */
  readonly codeHash?: string | undefined;
  /** The day from which the code no longer works (R11). */
  readonly codeUntil?: Day | undefined;
}

/** A mandate as it is kept. */
export type KeptMandate = Mandate & Kept;

const orNothing = <Value>(value: Value | null): Value | undefined => value ?? undefined;

/** A row and its lines as a mandate. */
export function mandateOf(row: MandateRow, lines: readonly ScopeLineRow[]): KeptMandate {
  return {
    id: row.id,
    client: row.client,
    organisation: row.organisation,
    state: row.state,
    period: { from: row.from, until: row.until },
    lines: lines.map(lineOf),
    answerBy: row.answerBy,
    requestedAt: row.requestedAt,
    requestedBy: orNothing(row.requestedBy),
    offeredAt: orNothing(row.offeredAt),
    activatedAt: orNothing(row.activatedAt),
    endedAt: orNothing(row.endedAt),
    endReason: orNothing(row.endReason),
    predecessor: orNothing(row.predecessor),
    wrongCodes: row.wrongCodes,
    reference: orNothing(row.reference),
    claimedBirthDate: orNothing(row.claimedBirthDate),
    codeHash: orNothing(row.codeHash),
    codeUntil: orNothing(row.codeUntil),
  };
}

const lineOf = ({ id, sender, category, actions, endedAt }: ScopeLineRow): ScopeLine => ({
  ...{ id, sender, category, actions },
  endedAt: orNothing(endedAt),
});

/** A mandate as a row. */
export const rowOf = (mandate: KeptMandate): MandateRow => ({
  id: mandate.id,
  client: mandate.client,
  organisation: mandate.organisation,
  state: mandate.state,
  from: mandate.period.from,
  until: mandate.period.until,
  answerBy: mandate.answerBy,
  requestedAt: mandate.requestedAt,
  requestedBy: mandate.requestedBy ?? null,
  claimedBirthDate: mandate.claimedBirthDate ?? null,
  reference: mandate.reference ?? null,
  offeredAt: mandate.offeredAt ?? null,
  activatedAt: mandate.activatedAt ?? null,
  endedAt: mandate.endedAt ?? null,
  endReason: mandate.endReason ?? null,
  predecessor: mandate.predecessor ?? null,
  wrongCodes: mandate.wrongCodes,
  codeHash: mandate.codeHash ?? null,
  codeUntil: mandate.codeUntil ?? null,
});

/** A scope line as a row. */
export const lineRowOf = (mandate: Mandate, line: ScopeLine, now: Date): ScopeLineRow => ({
  id: line.id,
  mandate: mandate.id,
  client: mandate.client,
  organisation: mandate.organisation,
  sender: line.sender,
  category: line.category,
  actions: [...line.actions],
  period: `[${mandate.period.from},${mandate.period.until})`,
  endedAt: line.endedAt ?? null,
  claims: isClaiming(mandate, now) && isOpen(line),
});

/** The only writer of mandates and their scope lines. */
@Injectable()
export class MandateStore {
  /** Locks a mandate until the end of the work, so that of two moves one comes first (R12). */
  async lock(work: Work, id: MandateId): Promise<KeptMandate | undefined> {
    const [row] = await work.query('SELECT id FROM mandate WHERE id = $1 FOR NO KEY UPDATE', [id]);
    return row ? this.find(work, id) : undefined;
  }

  /** A mandate that the acting party may see, or nothing. */
  async find(work: Work, id: MandateId): Promise<KeptMandate | undefined> {
    const row = await work.rows(MandateRow).findOneBy({ id });
    if (!row) return undefined;
    return mandateOf(
      row,
      await work.rows(ScopeLineRow).find({ where: { mandate: id }, order: { id: 'ASC' } }),
    );
  }

  /** @throws Problem `duplicate-mandate` when another came first after all (R14). */
  async add(work: Work, mandate: KeptMandate): Promise<void> {
    await work.rows(MandateRow).insert(rowOf(mandate));
    await unlessClaimed(
      work.rows(ScopeLineRow).insert(mandate.lines.map((line) => lineRowOf(mandate, line, work.now))),
    );
  }

  /** Keeps a mandate as it is after a move, lines and all. */
  async put(work: Work, mandate: KeptMandate): Promise<void> {
    await work.rows(MandateRow).update({ id: mandate.id }, rowOf(mandate));
    for (const line of mandate.lines)
      await unlessClaimed(
        work.rows(ScopeLineRow).update({ id: line.id }, lineRowOf(mandate, line, work.now)),
      );
  }

  /**
   * What is asked for or given between an office and a client, oldest first; the pair stays locked until the end of
   * the work, so that of two equal requests one comes first. What lapsed by the clock gives up its claim (R14).
   */
  async claimsBetween(work: Work, organisation: OrganisationId, client: ClientId): Promise<Authority[]> {
    await work.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`${organisation} ${client}`]);
    await this.release(work, organisation, client, []);
    const rows = await work.query<ClaimRow>('SELECT * FROM claims_between($1, $2)', [organisation, client]);
    return claimsOf(rows, organisation, () => client);
  }

  /** Lets lapse what the clock ended, and these requests that the client who acts never heard of. */
  async release(
    work: Work,
    organisation: OrganisationId,
    client: ClientId,
    unheard: readonly MandateId[],
  ): Promise<void> {
    await work.query('SELECT release_claims($1, $2, $3)', [organisation, client, unheard]);
  }
}

/** One line of what is asked for or given between an office and a client. */
export interface ClaimRow {
  mandate: MandateId;
  state: MandateState;
  from_day: Day;
  until_day: Day;
  answer_by: Day;
  offered_at: Date | null;
  line: LineId;
  sender: Oin;
  category: Category | 'all';
  line_ended_at: Date | null;
}

/** Rows of one office, each with the client whom `whose` tells, as mandates in the order of the rows. */
export function claimsOf<Row extends ClaimRow>(
  rows: readonly Row[],
  organisation: OrganisationId,
  whose: (row: Row) => ClientId,
): Authority[] {
  const claims = new Map<MandateId, Authority>();
  for (const row of rows) {
    const known = claims.get(row.mandate);
    const line = { id: row.line, sender: row.sender, category: row.category, actions: [] };
    claims.set(row.mandate, {
      ...{ id: row.mandate, client: whose(row), organisation, state: row.state, answerBy: row.answer_by },
      offeredAt: row.offered_at ?? undefined,
      period: { from: row.from_day, until: row.until_day },
      lines: [...(known?.lines ?? []), { ...line, endedAt: row.line_ended_at ?? undefined }],
    });
  }
  return [...claims.values()];
}

async function unlessClaimed(change: Promise<unknown>): Promise<void> {
  await change.catch((error: unknown) => {
    throw brokenConstraint(error) === 'one_claim_at_a_time' ? new Problem('duplicate-mandate') : error;
  });
}
