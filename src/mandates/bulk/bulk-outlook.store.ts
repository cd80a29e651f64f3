import { Injectable } from '@nestjs/common';
import type { Work } from '../../audit/work.ts';
import type { BulkKind } from '../../domain/bulk.ts';
import type { Day } from '../../domain/day.ts';
import type { Oin } from '../../domain/identifiers.ts';
import type { BulkRunId } from '../../domain/ids.ts';
import type { Scope } from '../../domain/scope.ts';
import type { LetterPart, Sending } from './bulk-run.store.ts';

interface Counts {
  readonly ready: number;
  readonly mandates: number;
  readonly clients: number;
}

/** Tells what confirming a run would do. */
@Injectable()
export class BulkOutlookStore {
  /**
   * How many rows are ready, and what they would send. Rows with one leader are of one client and make one letter; in a
   * file of requests they are one mandate, too (R15).
   */
  async of(work: Work, run: BulkRunId, kind: BulkKind): Promise<{ ready: number; sending: Sending }> {
    const mandate = kind === 'request' ? 'leader' : 'number';
    const [counts] = await work.query<Counts>(
      `SELECT count(*)::int AS ready, count(DISTINCT ${mandate})::int AS mandates,
              count(DISTINCT leader)::int AS clients
         FROM bulk_row WHERE run_id = $1 AND state = 'ready'`,
      [run],
    );
    const senders = await work.query<{ sender: Oin; mandates: number }>(
      `SELECT asked ->> 'sender' AS sender, count(DISTINCT ${mandate})::int AS mandates
         FROM bulk_row, jsonb_array_elements(lines) AS asked WHERE run_id = $1 AND state = 'ready'
        GROUP BY 1 ORDER BY 2 DESC, 1`,
      [run],
    );
    const letter = await this.longest(work, run);
    const { ready = 0, mandates = 0, clients = 0 } = counts ?? {};
    return {
      ready,
      sending: { mandates, senders, letters: kind === 'renunciation' ? 0 : clients, letter },
    };
  }

  /** The letter with the most lines, by the periods that it speaks of. */
  private async longest(work: Work, run: BulkRunId): Promise<LetterPart[]> {
    const parts = await work.query<{ from: Day; until: Day; lines: Scope[][] }>(
      `SELECT from_day::text AS "from", until_day::text AS until, jsonb_agg(lines ORDER BY number) AS lines
         FROM bulk_row WHERE run_id = $1 AND state = 'ready' AND lines IS NOT NULL AND leader = (
                SELECT leader FROM bulk_row WHERE run_id = $1 AND state = 'ready' AND lines IS NOT NULL
                 GROUP BY leader ORDER BY sum(jsonb_array_length(lines)) DESC, leader LIMIT 1)
        GROUP BY from_day, until_day ORDER BY min(number)`,
      [run],
    );
    return parts.map(({ lines, ...period }) => ({ ...period, lines: lines.flat() }));
  }
}
