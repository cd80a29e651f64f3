import { Injectable } from '@nestjs/common';
import { type GuardianshipJson, guardianshipOf } from '../access/guardianship-facts.ts';
import type { Work } from '../audit/work.ts';
import type { Guardianship } from '../domain/guardianship.ts';
import type { OrderPeriods } from '../domain/court-order-changes.ts';
import type { Change, Existing } from '../domain/court-order-plan.ts';
import type { Day, Period } from '../domain/day.ts';
import type { MandateGround } from '../domain/ground.ts';
import type { ClientId, CourtOrderId, MandateId, OrganisationId } from '../domain/ids.ts';
import type { MandateState } from '../domain/mandate.ts';
import type { NoticeKind, Recipient } from '../domain/notice.ts';
import { isOpen, type ScopeLine, type WideScope } from '../domain/scope.ts';
import { newId } from '../platform/ids.ts';

/** A mandate that is there already, with whose it is. */
export interface ExistingMandate extends Existing {
  readonly office: string;
}

interface ExistingRow {
  readonly [column: string]: unknown;
  readonly mandate: MandateId;
  readonly organisation: OrganisationId;
  readonly office: string;
  readonly ground: MandateGround;
  readonly from: Day;
  readonly givenOn: Day | null;
  readonly until: Day;
  readonly over: boolean;
  readonly partial: boolean | null;
  readonly lines: readonly (Omit<ScopeLine, 'endedAt'> & { endedAt: string | null; endsOn: Day | null })[];
}

/** What ended with the death of a guardian. */
export interface EndedByDeath {
  readonly mandate: MandateId;
  readonly client: ClientId;
  /** The order that gave it; nothing of what a client gave himself. */
  readonly order: CourtOrderId | null;
  readonly before: MandateState;
  readonly after: MandateState;
}

/** What someone is to hear of a mandate. */
export interface Telling {
  readonly kind: NoticeKind;
  readonly mandate: MandateId;
  readonly recipient: Recipient;
  readonly dueOn: Day;
  readonly about: Day;
}

const rangesOf = (periods: readonly Period[] = []): string[] =>
  periods.map(({ from, until }) => `[${from},${until})`);

/** Begins, ends and changes mandates by an order, through what the database publishes for that; it asks once more. */
@Injectable()
export class GuardianshipStore {
  /** Whether it is known of a client that he died (R30). */
  async hasDied(work: Work, client: ClientId): Promise<boolean> {
    const [row] = await work.query<{ died: boolean }>('SELECT has_died($1) AS died', [client]);
    return row?.died === true;
  }

  /** Whether a guardian may represent anybody now; who does not verify takes it that he may. */
  async mayRepresent(work: Work, organisation: OrganisationId): Promise<boolean> {
    const [row] = await work.query<{ stands: boolean | null }>('SELECT guardian_stands($1) AS stands', [
      organisation,
    ]);
    return row?.stands ?? work.actor.kind === 'employee';
  }

  /**
   * What runs between a client and whichever office, oldest first, and also this one whatever became of it; to an
   * employee only what is his to see.
   */
  async running(
    work: Work,
    client: ClientId,
    today: Day,
    also?: MandateId,
  ): Promise<readonly ExistingMandate[]> {
    const rows = await work.query<ExistingRow>(
      `SELECT m.mandate_id AS mandate, m.organisation_id AS organisation, m.office, m.ground, m.from_day::text AS "from",
              o.given_on::text AS "givenOn", least(m.until_day, m.ends_on)::text AS until, NOT m.running AS over, o.partial, m.lines
         FROM client_mandate m LEFT JOIN court_order o ON o.id = m.court_order_id
        WHERE m.client_id = $1 AND (m.running OR m.mandate_id = $2)
        ORDER BY m.from_day, m.mandate_id`,
      [client, also],
    );
    return rows.map(({ lines, givenOn, partial, ...row }) => ({
      ...{ ...row, givenOn: givenOn ?? undefined, partial: partial ?? undefined },
      lines: lines
        .map(({ endedAt, endsOn, ...line }): ScopeLine => ({
          ...line,
          ...(endedAt === null ? {} : { endedAt: new Date(endedAt) }),
          ...(endsOn === null ? {} : { endsOn }),
        }))
        .filter((line) => isOpen(line, today)),
    }));
  }

  /** What courts ordered for a client, for who verifies; nothing for others. */
  async standing(work: Work, client: ClientId): Promise<Guardianship | undefined> {
    const [row] = await work.query<{ facts: GuardianshipJson | null }>(
      'SELECT guardianship_at_order($1) AS facts',
      [client],
    );
    return row?.facts ? guardianshipOf(row.facts) : undefined;
  }

  /** The mandate that an order gives (R21). */
  async begin(
    work: Work,
    order: CourtOrderId,
    period: Period,
    lines: readonly WideScope[],
    predecessor: MandateId | undefined,
  ): Promise<MandateId> {
    const id = newId<'mandate'>();
    await work.query('SELECT begin_by_order($1, $2, $3, $4, $5, $6)', [
      ...[order, id, period.from, period.until, withIds(lines), predecessor],
    ]);
    return id;
  }

  /** Carries out what an order does to another mandate; tells in which state that was, or nothing when it was over. */
  async carryOut(work: Work, order: CourtOrderId, does: Change): Promise<MandateState | undefined> {
    const [row] =
      does.kind === 'ends'
        ? await work.query<{ state: MandateState | null }>('SELECT end_by_order($1, $2, $3, $4) AS state', [
            ...[order, does.mandate, does.on, does.reason],
          ])
        : await work.query<{ state: MandateState | null }>(
            'SELECT narrow_by_order($1, $2, $3, $4, $5) AS state',
            [order, does.mandate, does.on, does.lines, withIds(does.instead)],
          );
    return row?.state ?? undefined;
  }

  /** Lets its office find a mandate among those to look at, until it has (R27). */
  async askReview(work: Work, order: CourtOrderId, mandate: MandateId): Promise<void> {
    await work.query('SELECT ask_review_by_order($1, $2)', [order, mandate]);
  }

  /** What became of the measure itself. */
  async change(work: Work, order: CourtOrderId, periods: OrderPeriods): Promise<void> {
    await work.query('SELECT change_by_order($1, $2, $3, $4, $5)', [
      ...[order, periods.period.until, periods.endsOn, periods.endReason, rangesOf(periods.suspended)],
    ]);
  }

  /** R30: ends all that a guardian has who is a person, from the day of his death; of an office nothing. */
  endByDeath(work: Work, office: OrganisationId, on: Day): Promise<readonly EndedByDeath[]> {
    return work.query<EndedByDeath & Record<string, unknown>>(
      'SELECT mandate, client, court_order AS "order", before, after FROM end_by_guardians_death($1, $2)',
      [office, on],
    );
  }

  /** Tells those concerned, each once; how many had not been told. */
  async tell(work: Work, tellings: readonly Telling[]): Promise<number> {
    if (tellings.length === 0) return 0;
    const [row] = await work.query<{ added: number }>('SELECT tell($1) AS added', [
      JSON.stringify(tellings.map((telling) => ({ id: newId(), ...telling }))),
    ]);
    return row?.added ?? 0;
  }
}

const withIds = (lines: readonly WideScope[]): string => {
  const ids = lines.map(() => newId<'line'>()).sort();
  return JSON.stringify(lines.map((line, place) => ({ id: ids[place], ...line })));
};
