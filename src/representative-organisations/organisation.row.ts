import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { BeconNumber, KvkNumber } from '../domain/identifiers.ts';
import type { ClientId, OrganisationId } from '../domain/ids.ts';
import type { OrganisationKind, Standing } from '../domain/organisation.ts';

/** The table of representative organisations. The database folds the name for searching by itself. */
@Entity('organisation')
export class OrganisationRow {
  @PrimaryColumn('uuid')
  id!: OrganisationId;

  @Column('text', { nullable: true })
  kvk!: KvkNumber | null;

  /** Whose pseudonym it is, of an individual; he has no KvK number. */
  @Column('uuid', { nullable: true })
  person!: ClientId | null;

  @Column('text')
  name!: string;

  @Column('text')
  kind!: OrganisationKind;

  @Column('text', { nullable: true })
  becon!: BeconNumber | null;

  @Column('text')
  standing!: Standing;

  /** Why the standing is what it is, as an official wrote it; for a suspension. */
  @Column('text', { name: 'standing_reason', nullable: true })
  standingReason!: string | null;

  /** Who may not recognise it: the one who registered it. */
  @Column('text', { name: 'registered_by' })
  registeredBy!: string;

  @Column('timestamptz', { name: 'registered_at' })
  registeredAt!: Date;
}
