import { Injectable } from '@nestjs/common';
import type { Work } from '../../audit/work.ts';
import type { Permit } from '../../domain/decision.ts';
import type { EmployeeId, SavedViewId } from '../../domain/ids.ts';
import { type OwnedView, viewsPerEmployee } from '../../domain/saved-view.ts';
import type { Position } from '../../platform/cursor.ts';
import type { ViewQuestion } from './saved-view.request.ts';

/** What one must be allowed for each thing that one does with views. */
export type ViewAction = `inbox-view.${'see' | 'keep' | 'share' | 'manage'}`;

/** A view as it is kept. */
export interface SavedView extends OwnedView {
  readonly id: SavedViewId;
  readonly name: string;
  readonly ownerName: string;
  readonly filter: ViewQuestion;
  readonly since: Date;
  readonly changedAt: Date;
}

/** What can be changed of it. */
export interface ViewWish {
  readonly name: string;
  readonly shared: boolean;
  readonly filter: ViewQuestion;
}

/**
 * What the acting employee may see: his own, and what is shared. A shared one that names a client is there for those
 * who see that client: a client's pseudonym and what is looked for of him are not told around, nor after he revoked
 * (R34). To take such a one away an administrator need not see it.
 */
const found = (what: 'seen' | 'to-remove') => `
  SELECT v.id, v.name, v.owner, e.name AS "ownerName", v.shared, v.filter, v.since, v.changed_at AS "changedAt"
    FROM saved_view v JOIN employee e ON e.id = v.owner
   WHERE v.organisation_id = acting_organisation()
     AND (v.owner = acting_employee() OR (v.shared AND (
           NOT v.filter ? 'client'${what === 'seen' ? '' : ` OR acting_role(false) = 'administrator'`}
           OR EXISTS (SELECT FROM office_client c WHERE c.organisation_id = v.organisation_id
                         AND c.client_id = (v.filter->>'client')::uuid))))`;

/** The only writer of saved views. */
@Injectable()
export class SavedViewStore {
  /** Changes of one employee's views go one at a time. */
  async lock(work: Work, owner: EmployeeId): Promise<void> {
    await work.query(`SELECT pg_advisory_xact_lock(hashtextextended('saved-view ' || $1, 0))`, [owner]);
  }

  /** Oldest first. */
  list(
    work: Work,
    _permit: Permit<'inbox-view.see'>,
    after: Position | undefined,
    limit: number,
  ): Promise<SavedView[]> {
    return work.query<SavedView & Record<string, unknown>>(
      `${found('seen')} AND ($1::timestamptz IS NULL OR (v.since, v.id) > ($1, $2::uuid))
        ORDER BY v.since, v.id LIMIT $3`,
      [after?.at, after?.id, limit],
    );
  }

  /** One of them, as far as the acting employee may see it, or take it away. Before anything is asked: whose it is says what to ask. */
  async find(
    work: Work,
    id: SavedViewId,
    what: 'seen' | 'to-remove' = 'seen',
  ): Promise<SavedView | undefined> {
    const sql = `${found(what)} AND v.id = $1`;
    const [view] = await work.query<SavedView & Record<string, unknown>>(sql, [id]);
    return view;
  }

  /**
   * How many views someone has, and whether one of them, other than this, has this name: among those he shares, or
   * among those he keeps to himself. So who changes what he shares hears nothing of the others (R34).
   */
  async had(
    work: Work,
    _permit: Permit<ViewAction>,
    owner: EmployeeId,
    { name, shared, besides }: { name: string; shared: boolean; besides?: SavedViewId },
  ): Promise<{ views: number; taken: boolean }> {
    const [row] = await work.query<{ views: number; taken: boolean }>(
      `SELECT count(*)::int AS views,
              coalesce(bool_or(lower(name) = lower($2) AND shared = $3 AND id IS DISTINCT FROM $4), false) AS taken
         FROM saved_view WHERE owner = $1`,
      [owner, name, shared, besides],
    );
    return row ?? { views: 0, taken: false };
  }

  /** Keeps a new one, in the first place that is free. */
  async add(work: Work, _permit: Permit<ViewAction>, id: SavedViewId, wish: ViewWish): Promise<void> {
    await work.query(
      `INSERT INTO saved_view (id, organisation_id, owner, place, name, shared, filter, since, changed_at)
       SELECT $1, acting_organisation(), acting_employee(), min(place), $2, $3, $4, $5, $5
         FROM generate_series(1, ${viewsPerEmployee}) AS place
        WHERE place NOT IN (SELECT v.place FROM saved_view v WHERE v.owner = acting_employee())`,
      [id, wish.name, wish.shared, JSON.stringify(wish.filter), work.now],
    );
  }

  /** Keeps it as it is after a change. */
  async put(work: Work, _permit: Permit<ViewAction>, id: SavedViewId, wish: ViewWish): Promise<void> {
    await work.query(
      'UPDATE saved_view SET name = $2, shared = $3, filter = $4, changed_at = $5 WHERE id = $1',
      [...[id, wish.name, wish.shared, JSON.stringify(wish.filter)], work.now],
    );
  }

  /** It is no more; its name and its place are free. */
  async remove(work: Work, _permit: Permit<ViewAction>, id: SavedViewId): Promise<void> {
    await work.query('DELETE FROM saved_view WHERE id = $1', [id]);
  }
}
