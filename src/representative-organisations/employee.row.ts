import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Subject } from '../domain/actor.ts';
import type { Day } from '../domain/day.ts';
import type { EmployeeId, OrganisationId } from '../domain/ids.ts';
import type { Role } from '../domain/organisation.ts';

/** The table of employments: one person in one office. */
@Entity('employee')
export class EmployeeRow {
  @PrimaryColumn('uuid')
  id!: EmployeeId;

  @Column('uuid', { name: 'organisation_id' })
  organisation!: OrganisationId;

  /** Who signs in as this employee; nobody until the invitation is accepted. */
  @Column('text', { nullable: true })
  subject!: Subject | null;

  @Column('text')
  name!: string;

  @Column('text')
  role!: Role;

  @Column('date', { name: 'from_day' })
  from!: Day;

  @Column('date', { name: 'until_day', nullable: true })
  until!: Day | null;

  @Column('timestamptz', { name: 'ended_at', nullable: true })
  endedAt!: Date | null;

  /** Only the hash of the code is kept, bound to the office. */
  @Column('text', { name: 'invitation_hash', nullable: true })
  invitationHash!: string | null;

  @Column('timestamptz', { name: 'invitation_until', nullable: true })
  invitedUntil!: Date | null;

  /** Whose invitation it is; nobody's for who registered the office. */
  @Column('uuid', { name: 'invited_by', nullable: true })
  invitedBy!: EmployeeId | null;

  @Column('timestamptz', { name: 'invited_at' })
  invitedAt!: Date;
}
