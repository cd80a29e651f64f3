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

// $1 is today, $2 a week later. Each is a stretch of the index by day to reply.
const columns = {
  overdue: 'f.reply_by < $1::date',
  today: 'f.reply_by = $1::date',
  thisWeek: 'f.reply_by > $1::date AND f.reply_by <= $2::date',
  later: 'f.reply_by > $2::date',
} as const;

/** Counts what asks for a reply, of what the acting employee may read now. The view keeps the scope (R34). */
@Injectable()
export class DueCountsStore {
  /**
   * Of each column so many messages, the most urgent first: a number that goes on costs what there is to count.
   * `clients` narrows it for who sees little of a large office.
   */
  byHolder(
    work: Work,
    _permit: Permit<'inbox.count'>,
    clients: readonly ClientId[] | undefined,
    { today, week, most }: { today: Day; week: Day; most: number },
  ): Promise<DueCount[]> {
    const parts = Object.entries(columns).map(
      ([name, when]) =>
        `(SELECT f.holder, f.holder_name, '${name}' AS due FROM inbox_feed f
           WHERE NOT f.handled AND ${when} ${clients ? 'AND f.client_id = ANY ($4)' : ''}
           ORDER BY f.reply_by, f.message_id LIMIT $3)`,
    );
    const numbers = Object.keys(columns).map(
      (name) => `count(*) FILTER (WHERE due = '${name}')::int AS "${name}"`,
    );
    return work.query<DueCount & Record<string, unknown>>(
      `SELECT holder, holder_name AS "holderName", ${numbers.join(', ')} FROM (${parts.join(' UNION ALL ')}) AS urgent
        GROUP BY holder, holder_name ORDER BY holder_name NULLS FIRST, holder`,
      [today, week, most, ...(clients ? [clients] : [])],
    );
  }
}
