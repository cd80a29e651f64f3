import { Column, Entity, PrimaryColumn } from 'typeorm';
import { type Day, endless } from '../domain/day.ts';
import type { MandateGround } from '../domain/ground.ts';
import type {
  ClientId,
  CourtOrderId,
  EmployeeId,
  LetterId,
  LineId,
  MandateId,
  OrganisationId,
  PaperMandateId,
} from '../domain/ids.ts';
import type { EndReason, MandateState } from '../domain/mandate.ts';
import type { Category, ScopeAction, WideScope } from '../domain/scope.ts';

/** The driver reads a day without end as a number. */
const orEndless = { from: (day: Day | number) => (day === Infinity ? endless : day), to: (day: Day) => day };

/** A mandate. Days are read as text, so that a day stays a day. */
@Entity('mandate')
export class MandateRow {
  @PrimaryColumn('uuid')
  id!: MandateId;

  @Column('uuid', { name: 'client_id' })
  client!: ClientId;

  @Column('uuid', { name: 'organisation_id' })
  organisation!: OrganisationId;

  @Column('text')
  ground!: MandateGround;

  /** The evidence for a court measure. */
  @Column('uuid', { name: 'court_order_id', nullable: true })
  order!: CourtOrderId | null;

  /** What the client signed, when he gave it on paper. */
  @Column('uuid', { name: 'paper_id', nullable: true })
  paper!: PaperMandateId | null;

  @Column('text')
  state!: MandateState;

  @Column('date', { name: 'from_day' })
  from!: Day;

  @Column('date', { name: 'until_day', transformer: orEndless })
  until!: Day;

  /** By law it gives nothing from this day on. */
  @Column('date', { name: 'ends_on', nullable: true })
  endsOn!: Day | null;

  /** The days on which judges suspended it: the database puts them together, and only an order changes them. */
  @Column({ type: 'datemultirange', insert: false, update: false })
  suspended?: string;

  @Column('date', { name: 'answer_by' })
  answerBy!: Day;

  @Column('timestamptz', { name: 'requested_at' })
  requestedAt!: Date;

  @Column('uuid', { name: 'requested_by', nullable: true })
  requestedBy!: EmployeeId | null;

  /** What the office said, kept until the register was asked. */
  @Column('date', { name: 'claimed_birth_date', nullable: true })
  claimedBirthDate!: Day | null;

  /** A keyed hash of BSN and date of birth, as the office named them or the register knows them (R14). */
  @Column('text', { name: 'birth_key', nullable: true })
  birthKey!: string | null;

  /** The office's own name for the dossier. */
  @Column('text', { nullable: true })
  reference!: string | null;

  @Column('timestamptz', { name: 'offered_at', nullable: true })
  offeredAt!: Date | null;

  @Column('timestamptz', { name: 'activated_at', nullable: true })
  activatedAt!: Date | null;

  @Column('timestamptz', { name: 'ended_at', nullable: true })
  endedAt!: Date | null;

  @Column('text', { name: 'end_reason', nullable: true })
  endReason!: EndReason | null;

  @Column('uuid', { nullable: true })
  predecessor!: MandateId | null;

  @Column('int', { name: 'wrong_codes' })
  wrongCodes!: number;

  @Column('text', { name: 'code_hash', nullable: true })
  codeHash!: string | null;

  @Column('date', { name: 'code_until', nullable: true })
  codeUntil!: Day | null;
}

/** A scope line. Client, organisation and period stand on it for the constraint that keeps R14. */
@Entity('scope_line')
export class ScopeLineRow {
  @PrimaryColumn('uuid')
  id!: LineId;

  @Column('uuid', { name: 'mandate_id' })
  mandate!: MandateId;

  @Column('uuid', { name: 'client_id' })
  client!: ClientId;

  @Column('uuid', { name: 'organisation_id' })
  organisation!: OrganisationId;

  /** Of its mandate, so that constraints can tell what a line of that ground may say. */
  @Column('text')
  ground!: MandateGround;

  @Column('text')
  sender!: WideScope['sender'];

  @Column('text')
  category!: Category | 'all';

  @Column('text', { array: true })
  actions!: ScopeAction[];

  @Column('daterange')
  period!: string;

  @Column('timestamptz', { name: 'ended_at', nullable: true })
  endedAt!: Date | null;

  /** By law it gives nothing from this day on. */
  @Column('date', { name: 'ends_on', nullable: true })
  endsOn!: Day | null;

  /** Whether the line still claims its scope (R14). */
  @Column('boolean')
  claims!: boolean;
}

/** A letter that offers a mandate. */
@Entity('letter')
export class LetterRow {
  @PrimaryColumn('uuid')
  id!: LetterId;

  @Column('uuid', { name: 'mandate_id' })
  mandate!: MandateId;

  @Column('uuid', { name: 'client_id' })
  client!: ClientId;

  /** Sealed, and gone once the letter was handed over (R10). */
  @Column('text', { name: 'code_sealed', nullable: true })
  codeSealed!: string | null;

  @Column('timestamptz', { name: 'queued_at' })
  queuedAt!: Date;

  @Column('timestamptz', { name: 'printed_at', nullable: true })
  printedAt!: Date | null;

  /** R15: the letter to the same client of which this one is a part. */
  @Column('uuid', { name: 'with_letter', nullable: true })
  withLetter!: LetterId | null;
}
