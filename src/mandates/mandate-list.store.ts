import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { Work } from '../audit/work.ts';
import type { Actor } from '../domain/actor.ts';
import type { Permit } from '../domain/decision.ts';
import type { ClientId, MandateId } from '../domain/ids.ts';
import { type Page, pageOf, positionOf } from '../platform/cursor.ts';
import type { ListMandates } from './mandate.request.ts';
import { MandateRow, ScopeLineRow } from './mandate.row.ts';
import { type KeptMandate, mandateOf } from './mandate.store.ts';

/** `stateAt` and `stateShownTo` in the dialect of a query; a test holds them equal. */
const shownState = `
  CASE WHEN m.state IN ('requested', 'offered') AND m.answer_by <= (SELECT acting_day()) THEN 'lapsed'
       WHEN m.state IN ('active', 'suspended') AND m.ends_on <= least((SELECT acting_day()), m.until_day) THEN 'ended'
       WHEN m.state IN ('active', 'suspended') AND m.until_day <= (SELECT acting_day()) THEN 'expired'
       WHEN m.state = 'active' AND m.suspended @> (SELECT acting_day()) THEN 'suspended'
       WHEN m.state = 'offered' AND (SELECT acting_kind()) = 'employee' THEN 'requested'
       ELSE m.state END`;

/** What somebody may ask of a list, with the place behind which it goes on. */
const wanted = `
  ($1::text IS NULL OR ${shownState} = $1)
  -- R3: to an office nobody is the client of what he did not give.
  AND ($2::uuid IS NULL
       OR (m.client_id = $2 AND ((SELECT acting_kind()) <> 'employee' OR m.activated_at IS NOT NULL)))
  AND ($3::uuid IS NULL OR m.organisation_id = $3)
  AND (($4::text IS NULL AND $5::text IS NULL) OR EXISTS (
        SELECT FROM unnest(m.open_lines) AS line
         WHERE ($4 IS NULL OR split_part(line, ' ', 1) IN ($4, '*'))
           AND ($5 IS NULL OR split_part(line, ' ', 2) = $5)))
  AND ($6::timestamptz IS NULL OR (m.requested_at, m.id) < ($6, $7::uuid))`;
const newest = (which: string): string => `
  SELECT m.id, m.requested_at AS at FROM mandate_in_sight m WHERE ${which} AND ${wanted}
   ORDER BY m.requested_at DESC, m.id DESC LIMIT $8`;

/** Along one index: of the own side, or of everybody for an official who names no client. */
const walk: Readonly<Record<'citizen' | 'employee' | 'official', string>> = {
  citizen: newest('m.client_id = (SELECT acting_client())'),
  employee: newest('m.organisation_id = (SELECT acting_organisation())'),
  official: newest('true'),
};
/** Who handles few clients of an office would walk past everybody else's: client by client, and what he asked himself. */
const perClient = `
  SELECT id, at FROM (
    (SELECT of_one.* FROM unnest($9::uuid[]) AS handled (client_id) CROSS JOIN LATERAL (
       ${newest('m.client_id = handled.client_id AND m.organisation_id = (SELECT acting_organisation())')}) AS of_one
      ORDER BY at DESC, id DESC LIMIT $8)
    UNION (${newest('m.requested_by = (SELECT acting_employee())')})) AS found
   ORDER BY at DESC, id DESC LIMIT $8`;
/** So many clients are looked at one by one. */
const fewClients = 500;

/**
 * Lists mandates. Whose, the view says that it walks (R34), and row-level security says it again of what is shown. The
 * statements name the side of the acting party only so that an index serves them. See docs/decisions/0071.
 */
@Injectable()
export class MandateListStore {
  /** A page, newest first. */
  async page(
    work: Work,
    permit: Permit<'mandate.list' | 'mandate.export'>,
    wish: ListMandates,
  ): Promise<Page<KeptMandate>> {
    const found = await this.places(work, permit, wish);
    const mandates = await this.whole(
      work,
      found.slice(0, wish.limit).map(({ id }) => id),
    );
    const { next } = pageOf(
      'mandates',
      found,
      wish.limit,
      (row) => row,
      (row) => row,
    );
    return { items: mandates, next };
  }

  /** Which mandates are on a page, and one more if there is another page. */
  async places(
    work: Work,
    _permit: Permit<'mandate.list' | 'mandate.export'>,
    wish: ListMandates,
  ): Promise<{ id: MandateId; at: Date }[]> {
    const after = positionOf('mandates', wish.cursor);
    const clients = work.actor.kind === 'employee' ? await clientsOf(work) : undefined;
    return work.query<{ id: MandateId; at: Date }>(clients ? perClient : walkOf(work.actor), [
      ...[wish.state, wish.client, wish.organisation, wish.sender, wish.category, after?.at, after?.id],
      ...[wish.limit + 1, ...(clients ? [clients] : [])],
    ]);
  }

  private async whole(work: Work, ids: readonly MandateId[]): Promise<KeptMandate[]> {
    if (ids.length === 0) return [];
    const rows = await work.rows(MandateRow).findBy({ id: In(ids) });
    const lines = await work.rows(ScopeLineRow).find({ where: { mandate: In(ids) }, order: { id: 'ASC' } });
    const byId = new Map(rows.map((row) => [row.id, row]));
    return ids.flatMap((id) => {
      const row = byId.get(id);
      return row
        ? [
            mandateOf(
              row,
              lines.filter((line) => line.mandate === id),
            ),
          ]
        : [];
    });
  }
}

function walkOf({ kind }: Actor): string {
  return kind === 'citizen' || kind === 'employee' ? walk[kind] : walk.official;
}

/** The clients whom the acting employee handles; nothing when they are many, or he may see the whole office. */
async function clientsOf(work: Work): Promise<readonly ClientId[] | undefined> {
  const [row] = await work.named<{ clients: ClientId[] | null }>(
    'clients-to-list',
    `SELECT CASE WHEN acting_role(true) = 'administrator' THEN NULL ELSE acting_clients($1) END AS clients`,
    [fewClients],
  );
  return row?.clients ?? undefined;
}
