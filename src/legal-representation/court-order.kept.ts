import type { Subject } from '../domain/actor.ts';
import type { CourtOrder, Position, WrittenOrderState } from '../domain/court-order.ts';
import type { OrderDays } from '../domain/court-order-days.ts';
import type { Reach } from '../domain/court-order-scope.ts';
import type { PersonAnswer, RegisterAnswer } from '../domain/court-register.ts';
import type { Day, Period } from '../domain/day.ts';
import type { CourtMeasure } from '../domain/ground.ts';
import type { Oin } from '../domain/identifiers.ts';
import type { ClientId, CourtOrderId, EmployeeId, MandateId, OrganisationId } from '../domain/ids.ts';
import type { EndReason } from '../domain/mandate.ts';
import type { Category } from '../domain/scope.ts';

/** What an order says, as who hands it in tells it. */
export interface Said extends OrderDays, Reach {
  readonly ground: CourtMeasure;
  readonly position: Position;
  readonly court: string;
  readonly caseNumber: string;
  readonly ecli?: string | undefined;
}

/** An order as it is kept. */
export interface KeptOrder extends CourtOrder, Said {
  readonly reference?: string | undefined;
  /** What was said of the ward, until the officials are done. */
  readonly claimedBirthDate?: Day | undefined;
  readonly registeredAt: Date;
  readonly submittedBy: EmployeeId;
  readonly submitter: Subject;
  /** Since when it waits for officials. */
  readonly waitsSince?: Date | undefined;
  /** The how manieth time; what approved an earlier version does not count. */
  readonly round: number;
  readonly person: PersonAnswer;
  readonly register: RegisterAnswer;
  readonly registerAskedAt?: Date | undefined;
  /** In what the register tells otherwise. */
  readonly differs: readonly string[];
  /** What an official last said to the office. */
  readonly answer?: string | undefined;
  readonly replaces?: MandateId | undefined;
  readonly verifiedAt?: Date | undefined;
  readonly verifiedBy?: 'officials' | 'register' | undefined;
}

/** A row of the query below. */
export interface OrderRow {
  readonly [column: string]: unknown;
  readonly id: CourtOrderId;
  readonly client: ClientId;
  readonly organisation: OrganisationId;
  readonly ground: CourtMeasure;
  readonly position: Position;
  readonly state: WrittenOrderState;
  readonly court: string;
  readonly caseNumber: string;
  readonly ecli: string | null;
  readonly givenOn: Day;
  readonly sentOn: Day | null;
  readonly startsOn: Day | null;
  readonly until: Day | null;
  readonly partial: boolean;
  readonly divided: boolean;
  readonly senders: Oin[] | null;
  readonly categories: (Category | 'all')[] | null;
  readonly reference: string | null;
  readonly claimedBirthDate: Day | null;
  readonly registeredAt: Date;
  readonly submittedBy: EmployeeId;
  readonly submitter: Subject;
  readonly waitsSince: Date | null;
  readonly round: number;
  readonly person: PersonAnswer;
  readonly register: RegisterAnswer;
  readonly registerAskedAt: Date | null;
  readonly differs: string[];
  readonly answer: string | null;
  readonly replaces: MandateId | null;
  readonly verifiedAt: Date | null;
  readonly verifiedBy: 'officials' | 'register' | null;
  readonly mandate: MandateId | null;
  readonly gaveFrom: Day;
  readonly gaveUntil: Day;
  readonly endsOn: Day | null;
  readonly endReason: EndReason | null;
  readonly suspended: Period[] | null;
  readonly halted: boolean;
  readonly endedAt: Date | null;
}

/** The columns of an order `o`, and of the mandate `g` that it gave. */
export const orderColumns = `
  o.id, o.client_id AS client, o.organisation_id AS organisation, o.ground, o.position, o.state, o.court,
  o.case_number AS "caseNumber", o.ecli, o.given_on::text AS "givenOn", o.sent_on::text AS "sentOn",
  o.starts_on::text AS "startsOn", o.until_day::text AS until, o.partial, o.divided, o.senders, o.categories,
  o.reference, o.claimed_birth_date::text AS "claimedBirthDate", o.registered_at AS "registeredAt",
  o.submitted_by AS "submittedBy", o.submitter, o.waits_since AS "waitsSince", o.round, o.person, o.register,
  o.register_asked_at AS "registerAskedAt", o.differs, o.answer, o.replaces, o.verified_at AS "verifiedAt",
  o.verified_by AS "verifiedBy", g.mandate_id AS mandate, g.from_day::text AS "gaveFrom",
  g.until_day::text AS "gaveUntil", g.ends_on::text AS "endsOn", g.end_reason AS "endReason",
  (SELECT jsonb_agg(jsonb_build_object('from', lower(s), 'until', coalesce(upper(s), 'infinity')) ORDER BY s)
     FROM unnest(g.suspensions) AS s) AS suspended, g.state = 'suspended' AS halted, g.ended_at AS "endedAt"`;

/** The mandate `g` that an order `o` gave. */
export const whatItGave = 'LEFT JOIN client_mandate g ON g.court_order_id = o.id AND g.ground = o.ground';

/** `orderStateAt` in the dialect of a query; a test holds them equal. */
export const shownOrderState = `
  CASE WHEN o.state <> 'verified' OR g.mandate_id IS NULL THEN o.state
       WHEN g.ended_at IS NOT NULL OR least(g.until_day, g.ends_on) <= acting_day() THEN 'ended'
       WHEN acting_day() < g.from_day THEN 'verified'
       WHEN g.state = 'suspended' OR g.suspended @> acting_day() THEN 'suspended'
       ELSE 'active' END`;

const orAbsent = <Value>(value: Value | null): Value | undefined => value ?? undefined;

function gaveOf(row: OrderRow): CourtOrder['gave'] {
  const { mandate } = row;
  if (mandate === null) return undefined;
  return {
    mandate,
    period: { from: row.gaveFrom, until: row.gaveUntil },
    endsOn: orAbsent(row.endsOn),
    endReason: orAbsent(row.endReason),
    suspended: orAbsent(row.suspended),
    halted: row.halted,
    endedAt: orAbsent(row.endedAt),
  };
}

/** A row as an order. */
export const orderOf = (row: OrderRow): KeptOrder => ({
  ...{ id: row.id, client: row.client, organisation: row.organisation },
  ...{ ground: row.ground, position: row.position, state: row.state, gave: gaveOf(row) },
  ...{ court: row.court, caseNumber: row.caseNumber, ecli: orAbsent(row.ecli) },
  ...{ givenOn: row.givenOn, sentOn: orAbsent(row.sentOn) },
  ...{ startsOn: orAbsent(row.startsOn), until: orAbsent(row.until) },
  ...{ partial: row.partial, divided: row.divided },
  ...{ senders: orAbsent(row.senders), categories: orAbsent(row.categories) },
  ...{ reference: orAbsent(row.reference), claimedBirthDate: orAbsent(row.claimedBirthDate) },
  ...{ registeredAt: row.registeredAt, submittedBy: row.submittedBy, submitter: row.submitter },
  ...{ waitsSince: orAbsent(row.waitsSince), round: row.round, person: row.person },
  ...{ register: row.register, registerAskedAt: orAbsent(row.registerAskedAt), differs: row.differs },
  ...{ answer: orAbsent(row.answer), replaces: orAbsent(row.replaces) },
  ...{ verifiedAt: orAbsent(row.verifiedAt), verifiedBy: orAbsent(row.verifiedBy) },
});
