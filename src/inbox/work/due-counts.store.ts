import { Injectable } from '@nestjs/common';
import type { Work } from '../../audit/work.ts';
import type { Day } from '../../domain/day.ts';
import type { Permit } from '../../domain/decision.ts';
import type { ClientId, EmployeeId } from '../../domain/ids.ts';

/** How many messages that ask for a reply someone, or nobody, has in hand. */
export interface DueCount {
  readonly holder: EmployeeId | null;
  readonly holderName: string | null;
  readonly overdue: number;
  readonly today: number;
  readonly thisWeek: number;
  readonly later: number;
}

/** Counts what asks for a reply, of what the acting employee may read now. The view keeps the scope (R34). */
@Injectable()
export class DueCountsStore {
  /**
   * Of so many messages, the most urgent first: a number that goes on costs what there is to count. `clients`
   * narrows it for who sees little of a large office.
   */
  byHolder(
    work: Work,
    _permit: Permit<'inbox.count'>,
    clients: readonly ClientId[] | undefined,
    { today, week, most }: { today: Day; week: Day; most: number },
  ): Promise<DueCount[]> {
    const of = clients ? 'AND f.client_id = ANY ($4)' : '';
    return work.query<DueCount & Record<string, unknown>>(
      `SELECT holder, holder_name AS "holderName",
              count(*) FILTER (WHERE reply_by < $1)::int AS overdue,
              count(*) FILTER (WHERE reply_by = $1)::int AS today,
              count(*) FILTER (WHERE reply_by > $1 AND reply_by <= $2)::int AS "thisWeek",
              count(*) FILTER (WHERE reply_by > $2)::int AS later
         FROM (SELECT f.holder, f.holder_name, f.reply_by FROM inbox_feed f
                WHERE f.reply_by IS NOT NULL AND NOT f.handled ${of}
                ORDER BY f.reply_by, f.message_id LIMIT $3) AS urgent
        GROUP BY holder, holder_name ORDER BY holder_name NULLS FIRST, holder`,
      [today, week, most, ...(clients ? [clients] : [])],
    );
  }
}
