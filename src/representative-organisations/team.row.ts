import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { EmployeeId, OrganisationId, TeamId } from '../domain/ids.ts';

/** The table of teams. */
@Entity('team')
export class TeamRow {
  @PrimaryColumn('uuid')
  id!: TeamId;

  @Column('uuid', { name: 'organisation_id' })
  organisation!: OrganisationId;

  @Column('text')
  name!: string;

  @Column('timestamptz', { name: 'ended_at', nullable: true })
  endedAt!: Date | null;
}

/** The table of who is in which team. */
@Entity('team_member')
export class TeamMemberRow {
  @PrimaryColumn('uuid', { name: 'team_id' })
  team!: TeamId;

  @PrimaryColumn('uuid', { name: 'employee_id' })
  employee!: EmployeeId;

  @Column('timestamptz')
  since!: Date;
}
