import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { Work } from '../audit/work.ts';
import type { Permit } from '../domain/decision.ts';
import type { MandateId } from '../domain/ids.ts';
import { type Page, pageOf, positionOf } from '../platform/cursor.ts';
import type { ListMandates } from './mandate.request.ts';
import { MandateRow, ScopeLineRow } from './mandate.row.ts';
import { type KeptMandate, mandateOf } from './mandate.store.ts';

/** `stateAt` and `stateShownTo` in the dialect of a query; a test holds them equal. */
const shownState = `
  CASE WHEN state IN ('requested', 'offered') AND answer_by <= acting_day() THEN 'lapsed'
       WHEN state IN ('active', 'suspended') AND until_day <= acting_day() THEN 'expired'
       WHEN state = 'offered' AND acting_kind() = 'employee' THEN 'requested'
       ELSE state END`;

/** Lists mandates. Whose, row-level security keeps to (R34): the query asks nothing about the actor. */
@Injectable()
export class MandateListStore {
  /** A page, newest first. */
  async page(
    work: Work,
    _permit: Permit<'mandate.list' | 'mandate.export'>,
    wish: ListMandates,
  ): Promise<Page<KeptMandate>> {
    const after = positionOf('mandates', wish.cursor);
    const found = await work.query<{ id: MandateId; at: Date }>(
      `SELECT id, requested_at AS at FROM mandate m
        WHERE ($1::text IS NULL OR ${shownState} = $1)
          AND ($2::uuid IS NULL OR client_id = $2)
          AND ($3::uuid IS NULL OR organisation_id = $3)
          AND (($4::text IS NULL AND $5::text IS NULL) OR EXISTS (
                SELECT FROM scope_line l WHERE l.mandate_id = m.id AND l.ended_at IS NULL
                   AND ($4 IS NULL OR l.sender = $4) AND ($5 IS NULL OR l.category = $5)))
          AND ($6::timestamptz IS NULL OR (requested_at, id) < ($6, $7::uuid))
        ORDER BY requested_at DESC, id DESC LIMIT $8`,
      [
        ...[wish.state, wish.client, wish.organisation, wish.sender, wish.category, after?.at, after?.id],
        wish.limit + 1,
      ],
    );
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
