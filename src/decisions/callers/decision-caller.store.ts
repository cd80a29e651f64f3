import { Injectable } from '@nestjs/common';
import type { Work } from '../../audit/work.ts';
import type { Permit } from '../../domain/decision.ts';
import type { Telling } from '../../domain/decision-caller.ts';
import type { Oin } from '../../domain/identifiers.ts';
import type { DecisionCallerJson } from './decision-caller.json.ts';
import type { RegisterDecisionCaller } from './decision-caller.request.ts';

interface Row {
  [column: string]: unknown;
  oin: Oin;
  name: string;
  purpose: string;
  senders: Oin[] | null;
  tells: Telling;
  searches: boolean;
  perMinute: number;
  changedAt: Date;
  endedAt: Date | null;
}

/** The systems that may ask for decisions. The one writer of `decision_caller`. */
@Injectable()
export class DecisionCallerStore {
  /** All, by OIN: there are as many as there are services of the government, at most. */
  async list(work: Work, _permit: Permit<'decision-caller.list'>): Promise<DecisionCallerJson[]> {
    const rows = await work.query<Row>(
      `SELECT oin, name, purpose, senders, tells, searches, per_minute AS "perMinute", changed_at AS "changedAt",
              ended_at AS "endedAt"
         FROM decision_caller ORDER BY oin`,
    );
    return rows.map((row) => ({
      ...row,
      senders: row.senders ?? undefined,
      changedAt: row.changedAt.toISOString(),
      endedAt: row.endedAt?.toISOString(),
    }));
  }

  /** Enters one, or corrects what is known of it. One that was ended may ask again then. */
  async register(
    work: Work,
    _permit: Permit<'decision-caller.register'>,
    oin: Oin,
    { name, purpose, senders, tells, searches, perMinute }: RegisterDecisionCaller,
    by: string,
  ): Promise<void> {
    await work.query(
      `INSERT INTO decision_caller (oin, name, purpose, senders, tells, searches, per_minute, changed_at, changed_by)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
       ON CONFLICT (oin) DO UPDATE SET name = $2, purpose = $3, senders = $4, tells = $5, searches = $6,
              per_minute = $7, changed_at = $8, changed_by = $9, ended_at = NULL`,
      [oin, name, purpose, senders ?? null, tells, searches, perMinute, work.now, by],
    );
  }

  /** From now on it may ask no more. Whether there was one that could. */
  async end(work: Work, _permit: Permit<'decision-caller.end'>, oin: Oin, by: string): Promise<boolean> {
    const ended = await work.query(
      `UPDATE decision_caller SET ended_at = $2, changed_at = $2, changed_by = $3
        WHERE oin = $1 AND ended_at IS NULL RETURNING oin`,
      [oin, work.now, by],
    );
    return ended.length > 0;
  }
}
