import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Day } from '../../domain/day.ts';
import type { CoverId, EmployeeId, OrganisationId } from '../../domain/ids.ts';

/** The table of who stands in for whom. */
@Entity('cover')
export class CoverRow {
  @PrimaryColumn('uuid')
  id!: CoverId;

  @Column('uuid', { name: 'organisation_id' })
  organisation!: OrganisationId;

  @Column('uuid')
  absent!: EmployeeId;

  @Column('uuid')
  substitute!: EmployeeId;

  @Column('date', { name: 'from_day' })
  from!: Day;

  @Column('date', { name: 'until_day' })
  until!: Day;

  @Column('timestamptz')
  since!: Date;

  @Column('uuid', { name: 'arranged_by' })
  arrangedBy!: EmployeeId;

  @Column('timestamptz', { name: 'ended_at', nullable: true })
  endedAt!: Date | null;
}
