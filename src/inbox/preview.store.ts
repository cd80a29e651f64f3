import { Injectable } from '@nestjs/common';
import type { Work } from '../audit/work.ts';
import type { Day } from '../domain/day.ts';
import type { Permit } from '../domain/decision.ts';
import type { Oin } from '../domain/identifiers.ts';
import type { MandateId } from '../domain/ids.ts';
import type { Category, Scope } from '../domain/scope.ts';

/** The messages of one kind that a client has now. */
export interface Group {
  readonly sender: Oin;
  readonly category: Category | null;
  readonly messages: number;
  readonly oldest: Day;
  readonly newest: Day;
}

/** The names of a sender. */
export interface SenderNames {
  readonly oin: Oin;
  readonly nameNl: string;
  readonly nameEn: string;
}

/** Counts in a client's own inbox, for the client. */
@Injectable()
export class PreviewStore {
  /** The open lines of a mandate, none when it is over, as the mandates room publishes them. */
  linesOf(work: Work, _permit: Permit<'mandate.preview'>, mandate: MandateId): Promise<Scope[]> {
    return work.query<Scope & Record<string, unknown>>(
      'SELECT sender, category, actions FROM mandate_scope WHERE mandate_id = $1 AND open AND standing ORDER BY line_id',
      [mandate],
    );
  }

  /** All messages of the client, counted by sender and category. */
  groups(work: Work, permit: Permit<'mandate.preview' | 'inbox.preview'>): Promise<Group[]> {
    return work.query<Group & Record<string, unknown>>(
      `SELECT sender, category, count(*)::int AS messages,
              to_char(min(delivered_at) AT TIME ZONE 'Europe/Amsterdam', 'YYYY-MM-DD') AS oldest,
              to_char(max(delivered_at) AT TIME ZONE 'Europe/Amsterdam', 'YYYY-MM-DD') AS newest
         FROM message WHERE client_id = $1 GROUP BY sender, category ORDER BY sender, category`,
      [permit.client],
    );
  }

  /** The names of these senders; who is not registered is not among them. */
  async names(work: Work, wanted: readonly Oin[]): Promise<ReadonlyMap<Oin, SenderNames>> {
    const found = await work.query<SenderNames & Record<string, unknown>>(
      'SELECT oin, name_nl AS "nameNl", name_en AS "nameEn" FROM sender WHERE oin = ANY ($1)',
      [wanted],
    );
    return new Map(found.map((row) => [row.oin, row]));
  }
}
