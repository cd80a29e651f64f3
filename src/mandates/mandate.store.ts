import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { type GuardianshipJson, guardianshipOf } from '../access/guardianship-facts.ts';
import type { Work } from '../audit/work.ts';
import { type Day, dayOf, endless, type Period } from '../domain/day.ts';
import type { Guardianship } from '../domain/guardianship.ts';
import type { ClientId, MandateId, OrganisationId, PaperMandateId } from '../domain/ids.ts';
import { isClaiming, type Mandate } from '../domain/mandate.ts';
import type { Claim } from '../domain/mandate-request.ts';
import { isOpen, type ScopeLine } from '../domain/scope.ts';
import { type ClaimRow, claimsOf, unlessClaimed } from './mandate-claims.ts';
import { MandateRow, ScopeLineRow } from './mandate.row.ts';

/** What is kept with a mandate besides what the rules look at. */
export interface Kept {
  readonly reference?: string | undefined;
  /** What the office said of the client, until the register was asked (R3). */
  readonly claimedBirthDate?: Day | undefined;
  /** A keyed hash of whom it is about, which stays: BSN and date of birth (R14). */
  readonly birthKey?: string | undefined;
  /** The hash of the code in the letter (R10). */
  readonly codeHash?: string | undefined;
  /** The day from which the code no longer works (R11). */
  readonly codeUntil?: Day | undefined;
  /** What the client signed, when he gave it on paper. */
  readonly paper?: PaperMandateId | undefined;
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
    ground: row.ground,
    order: orNothing(row.order),
    period: { from: row.from, until: row.until },
    endsOn: orNothing(row.endsOn),
    suspended: periodsOf(row.suspended),
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
    birthKey: orNothing(row.birthKey),
    codeHash: orNothing(row.codeHash),
    codeUntil: orNothing(row.codeUntil),
    paper: orNothing(row.paper),
  };
}

const lineOf = ({ id, sender, category, actions, endedAt, endsOn }: ScopeLineRow): ScopeLine => ({
  ...{ id, sender, category, actions },
  endedAt: orNothing(endedAt),
  endsOn: orNothing(endsOn),
});

/** Days as the database writes them: `{[2027-01-01,2027-01-15),[2027-03-01,)}`, without a last one when there is no end. */
const periodsOf = (ranges = ''): Period[] =>
  [...ranges.matchAll(/\[([^,]+),([^)]*)\)/g)].map(([, from = '', until = '']) => ({
    from: from as Day,
    until: until === '' ? endless : (until as Day),
  }));
const rangeOf = ({ from, until }: Period): string => `[${from},${until})`;

/** A mandate as a row. */
export const rowOf = (mandate: KeptMandate): MandateRow => ({
  id: mandate.id,
  client: mandate.client,
  organisation: mandate.organisation,
  state: mandate.state,
  ground: mandate.ground,
  order: mandate.order ?? null,
  from: mandate.period.from,
  until: mandate.period.until,
  endsOn: mandate.endsOn ?? null,
  answerBy: mandate.answerBy,
  requestedAt: mandate.requestedAt,
  requestedBy: mandate.requestedBy ?? null,
  claimedBirthDate: mandate.claimedBirthDate ?? null,
  birthKey: mandate.birthKey ?? null,
  reference: mandate.reference ?? null,
  offeredAt: mandate.offeredAt ?? null,
  activatedAt: mandate.activatedAt ?? null,
  endedAt: mandate.endedAt ?? null,
  endReason: mandate.endReason ?? null,
  predecessor: mandate.predecessor ?? null,
  wrongCodes: mandate.wrongCodes,
  codeHash: mandate.codeHash ?? null,
  codeUntil: mandate.codeUntil ?? null,
  paper: mandate.paper ?? null,
});

/** A scope line as a row. */
export const lineRowOf = (mandate: Mandate, line: ScopeLine, now: Date): ScopeLineRow => ({
  id: line.id,
  mandate: mandate.id,
  client: mandate.client,
  organisation: mandate.organisation,
  ground: mandate.ground,
  sender: line.sender,
  category: line.category,
  actions: [...line.actions],
  period: rangeOf(mandate.period), // the database shortens what the law ends
  endedAt: line.endedAt ?? null,
  endsOn: line.endsOn ?? null,
  // R3: what the client never heard of keeps nobody from what he gives.
  claims:
    mandate.ground === 'voluntary' &&
    mandate.offeredAt !== undefined &&
    isClaiming(mandate, now) &&
    isOpen(line, dayOf(now)),
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

  /** What was taken from a client, for the job that offers mandates (R26, R27). */
  async guardianshipOf(work: Work, client: ClientId): Promise<Guardianship> {
    const [row] = await work.query<{ facts: GuardianshipJson | null }>(
      'SELECT guardianship_for_offer($1) AS facts',
      [client],
    );
    if (!row?.facts) throw new Error('only a job asks so');
    return guardianshipOf(row.facts);
  }

  /** @throws Problem `duplicate-mandate` when another came first after all (R14). */
  async add(work: Work, mandate: KeptMandate): Promise<void> {
    await unlessClaimed(work.rows(MandateRow).insert(rowOf(mandate)));
    await unlessClaimed(
      work.rows(ScopeLineRow).insert(mandate.lines.map((line) => lineRowOf(mandate, line, work.now))),
    );
  }

  /** Keeps a mandate as it is after a move, lines and all. */
  async put(work: Work, mandate: KeptMandate): Promise<void> {
    await unlessClaimed(work.rows(MandateRow).update({ id: mandate.id }, rowOf(mandate)));
    for (const line of mandate.lines) {
      const { claims, ...row } = lineRowOf(mandate, line, work.now);
      // A claim that was given up does not come back: of a client with two pseudonyms before, another has it (R14).
      const kept = claims ? row : { ...row, claims };
      await unlessClaimed(work.rows(ScopeLineRow).update({ id: line.id }, kept));
    }
  }

  /** Keeps whom a mandate is about, when nobody named him before: who gave it himself is named by the register. */
  async name(work: Work, id: MandateId, birthKey: string): Promise<void> {
    await work.rows(MandateRow).update({ id, birthKey: IsNull() }, { birthKey });
  }

  /**
   * Has an offered mandate claim its scope: from now on it is the only one (R14).
   * @throws Problem `duplicate-mandate` when another claims it after all.
   */
  async claim(work: Work, { id }: Mandate): Promise<void> {
    await unlessClaimed(work.rows(ScopeLineRow).update({ mandate: id, endedAt: IsNull() }, { claims: true }));
  }

  /**
   * What is asked for or given between an office and a client, oldest first; the pair stays locked until the end of
   * the work, so that of two equal requests one comes first. What lapsed by the clock gives up its claim (R14).
   */
  async claimsBetween(work: Work, organisation: OrganisationId, client: ClientId): Promise<Claim[]> {
    await work.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`${organisation} ${client}`]);
    await work.query('SELECT release_claims($1, $2)', [organisation, client]);
    const rows = await work.query<ClaimRow>('SELECT * FROM claims_between($1, $2)', [organisation, client]);
    return claimsOf(rows, organisation, () => client);
  }
}
