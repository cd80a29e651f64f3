import { Injectable } from '@nestjs/common';
import type { Work } from '../audit/work.ts';
import type { KvkNumber } from '../domain/identifiers.ts';
import type { OrganisationId } from '../domain/ids.ts';
import type { OrganisationKind, Standing } from '../domain/organisation.ts';
import { type Page, pageOf, positionOf } from '../platform/cursor.ts';
import type { OrganisationJson } from './organisation.json.ts';
import { OrganisationRow } from './organisation.row.ts';
import { unlessTaken } from './taken.store.ts';

/** A representative organisation as it is kept. */
export interface Organisation {
  readonly id: OrganisationId;
  /** Nothing for an individual. */
  readonly kvk: KvkNumber | null;
  readonly name: string;
  readonly kind: OrganisationKind;
  readonly becon: string | null;
  readonly standing: Standing;
  readonly standingReason: string | null;
  readonly registeredBy: string;
  readonly registeredAt: Date;
  /** What the register of persons calls an individual, for officials; nothing as long as it was not asked. */
  readonly nameInRegister?: string | null;
}

/** Which organisations to look for. */
export interface Sought {
  readonly name?: string | undefined;
  readonly standings: readonly Standing[];
  /** Whether persons who represent others by themselves are found too. */
  readonly individuals: boolean;
  readonly limit: number;
  readonly cursor?: string | undefined;
}

const columns = `id, kvk, name, kind, becon, standing, standing_reason AS "standingReason",
  registered_by AS "registeredBy", registered_at AS "registeredAt",
  CASE WHEN acting_kind() = 'official' THEN (SELECT c.name FROM client_name c WHERE c.id = person) END
    AS "nameInRegister"`;

/** The only writer of organisations. */
@Injectable()
export class OrganisationStore {
  /** @throws Problem `already-exists` when the KvK number or the person is registered; it tells no more than that. */
  async add(work: Work, organisation: OrganisationRow): Promise<void> {
    await unlessTaken(
      organisation.person === null ? 'organisation_kvk_key' : 'organisation_person_key',
      work.rows(OrganisationRow).insert(organisation),
      organisation.person === null
        ? {
            en: 'This KvK number is registered already. Ask an administrator of that office for an invitation.',
            nl: 'Dit KvK-nummer is al aangemeld. Vraag een beheerder van dat kantoor om een uitnodiging.',
          }
        : {
            en: 'You are registered already. Sign in anew.',
            nl: 'U bent al aangemeld. Log opnieuw in.',
          },
    );
  }

  /**
   * Locks an office until the end of the work, so that two changes to it cannot pass each other: of two
   * administrators who remove each other, one comes first (R33). What refers to the office need not wait.
   */
  async lock(work: Work, id: OrganisationId): Promise<Organisation | undefined> {
    const [found] = await work.query<Organisation>(
      `SELECT ${columns} FROM organisation WHERE id = $1 FOR NO KEY UPDATE`,
      [id],
    );
    return found;
  }

  /** The organisation with this id, or nothing. */
  async find(work: Work, id: OrganisationId): Promise<Organisation | undefined> {
    const [found] = await work.query<Organisation>(`SELECT ${columns} FROM organisation WHERE id = $1`, [id]);
    return found;
  }

  /** The organisation with this KvK number, or nothing. */
  async findByKvk(work: Work, kvk: KvkNumber): Promise<Organisation | undefined> {
    const [found] = await work.query<Organisation>(`SELECT ${columns} FROM organisation WHERE kvk = $1`, [
      kvk,
    ]);
    return found;
  }

  /** Keeps another standing, and why. */
  async putStanding(
    work: Work,
    id: OrganisationId,
    standing: Standing,
    standingReason: string | null,
  ): Promise<void> {
    await work.rows(OrganisationRow).update({ id }, { standing, standingReason });
  }

  /** The organisations of these standings, newest first; the name by a part of it, without accents or case. */
  async search(work: Work, sought: Sought): Promise<Page<OrganisationJson>> {
    const { name, standings, individuals, limit, cursor } = sought;
    const after = positionOf('organisations', cursor);
    const rows = await work.query<Organisation>(
      `SELECT ${columns} FROM organisation
        WHERE standing = ANY ($1) AND ($6 OR kind <> 'individual')
          AND ($2::text IS NULL OR strpos(name_folded, folded($2)) > 0)
          AND ($3::timestamptz IS NULL OR (registered_at, id) < ($3, $4::uuid))
        ORDER BY registered_at DESC, id DESC LIMIT $5`,
      [standings, name?.trim() ?? null, after?.at ?? null, after?.id ?? null, limit + 1, individuals],
    );
    return pageOf(
      'organisations',
      rows,
      limit,
      ({ registeredAt, id }) => ({ at: registeredAt, id }),
      organisationJson,
    );
  }
}

/** What goes on the wire of an organisation. */
export const organisationJson = (organisation: Organisation): OrganisationJson => ({
  id: organisation.id,
  ...(organisation.kvk === null ? {} : { kvk: organisation.kvk }),
  name: organisation.name,
  kind: organisation.kind,
  ...(organisation.becon === null ? {} : { becon: organisation.becon }),
  standing: organisation.standing,
  ...(organisation.nameInRegister ? { nameInRegister: organisation.nameInRegister } : {}),
  ...(organisation.standingReason === null ? {} : { standingReason: organisation.standingReason }),
  registeredAt: organisation.registeredAt.toISOString(),
});
