import { Injectable } from '@nestjs/common';
import type { Work } from '../../audit/work.ts';
import type { Day } from '../../domain/day.ts';
import type { Permit } from '../../domain/decision.ts';
import type { EmployeeId, MandateId } from '../../domain/ids.ts';
import type { Position } from '../../platform/cursor.ts';
import type { ExportReviews, ReviewOrder } from './review.request.ts';

/** How a mandate is used and when the office last looked at it. */
export interface Review {
  readonly id: MandateId;
  /** What the list is ordered by, at midnight in UTC. */
  readonly at: Date;
  readonly reviewDue: Day;
  readonly lastUsed: Date | null;
  /** In the last twelve months; stops at one more than is told. */
  readonly uses: number;
  readonly confirmedAt: Date | null;
  readonly confirmedBy: EmployeeId | null;
}

const orders = { due: 'review_due', end: 'until_day' } as const satisfies Record<ReviewOrder, string>;
const dutchDay = (instant: string): string => `(${instant} AT TIME ZONE 'Europe/Amsterdam')::date`;
// From which day on disuse is counted, as `usableFrom` in src/domain/due.ts says it.
const unusedSince = `coalesce(${dutchDay('last_used')}, greatest(${dutchDay('activated_at')}, from_day))`;

/** Reads the yearly list through the view `mandate_review`, which keeps the scope (R33, R34), and keeps its answers. */
@Injectable()
export class ReviewStore {
  /** A part of the list, earliest first. */
  page(
    work: Work,
    _permit: Permit<'mandate.review'>,
    wish: ExportReviews,
    after: Position | undefined,
    limit: number,
  ): Promise<Review[]> {
    const order = orders[wish.sort];
    return work.query<Review & Record<string, unknown>>(
      `SELECT mandate_id AS id, (${order}::timestamp AT TIME ZONE 'UTC') AS at, review_due::text AS "reviewDue",
              last_used AS "lastUsed", uses, confirmed_at AS "confirmedAt", confirmed_by AS "confirmedBy"
         FROM mandate_review
        WHERE ($1::boolean IS NULL OR (review_due <= acting_day()) = $1)
          AND ($2::int IS NULL OR (${unusedSince} + make_interval(months => $2))::date <= acting_day())
          AND ($3::int IS NULL OR until_day <= acting_day() + $3)
          AND ($4::uuid IS NULL OR client_id IN (SELECT clients_handled_by($4)))
          AND ($5::uuid IS NULL OR client_id = $5)
          AND ($6::date IS NULL OR (${order}, mandate_id) > ($6, $7::uuid))
        ORDER BY ${order}, mandate_id LIMIT $8`,
      [
        ...[wish.due, wish.unusedMonths, wish.endsWithinDays, wish.handler, wish.client],
        ...[after?.at.toISOString().slice(0, 10), after?.id, limit],
      ],
    );
  }

  /** What these colleagues are called. */
  async colleagues(work: Work, wanted: readonly (EmployeeId | null)[]): Promise<ReadonlyMap<string, string>> {
    const rows = await work.query<{ id: string; name: string }>(
      'SELECT id, name FROM colleague_name WHERE id = ANY ($1)',
      [wanted.filter(Boolean)],
    );
    return new Map(rows.map(({ id, name }) => [id, name]));
  }

  /** Keeps that the acting employee still needs these, from now on. */
  async confirm(work: Work, by: EmployeeId, mandates: readonly MandateId[]): Promise<void> {
    await work.query('UPDATE mandate SET confirmed_at = $2, confirmed_by = $3 WHERE id = ANY ($1)', [
      mandates,
      work.now,
      by,
    ]);
  }
}
