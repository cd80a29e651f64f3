import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { AssignmentId, ClientId, EmployeeId, OrganisationId, TeamId } from '../domain/ids.ts';

/** The table of who handles which client: one employee or one team each. */
@Entity('assignment')
export class AssignmentRow {
  @PrimaryColumn('uuid')
  id!: AssignmentId;

  @Column('uuid', { name: 'organisation_id' })
  organisation!: OrganisationId;

  @Column('uuid', { name: 'client_id' })
  client!: ClientId;

  @Column('uuid', { name: 'team_id', nullable: true })
  team!: TeamId | null;

  @Column('uuid', { name: 'employee_id', nullable: true })
  employee!: EmployeeId | null;

  @Column('timestamptz')
  since!: Date;

  @Column('timestamptz', { name: 'ended_at', nullable: true })
  endedAt!: Date | null;
}
