import { Injectable } from '@nestjs/common';
import type { Work } from '../audit/work.ts';
import type { Permit } from '../domain/decision.ts';
import type { LifeEventId } from '../domain/ids.ts';

/**
 * Keeps how far each register was followed, and knows what waits for its day. Two processes may read one part twice: an
 * event is taken in once.
 */
@Injectable()
export class LifeEventCursorStore {
  /** Where to go on; nothing at the start. */
  async of(work: Work, _permit: Permit<'life-event.follow'>, source: string): Promise<string | undefined> {
    const [row] = await work.query<{ cursor: string }>(
      'SELECT cursor FROM life_event_cursor WHERE source = $1',
      [source],
    );
    return row?.cursor;
  }

  /** Keeps where to go on. */
  async keep(
    work: Work,
    _permit: Permit<'life-event.follow'>,
    source: string,
    cursor: string,
  ): Promise<void> {
    await work.query(
      `INSERT INTO life_event_cursor VALUES ($1, $2, $3)
       ON CONFLICT (source) DO UPDATE SET cursor = excluded.cursor, at = excluded.at`,
      [source, cursor, work.now],
    );
  }

  /** Events of which the day has come since they were told; of a death already the day before (R30). */
  async come(work: Work, _permit: Permit<'life-event.follow'>): Promise<readonly LifeEventId[]> {
    const rows = await work.query<{ id: LifeEventId }>(
      `SELECT id FROM life_event
        WHERE question = 'in-the-future' AND settled_at IS NULL
          AND effective_on <= acting_day() + CASE kind WHEN 'death' THEN 1 ELSE 0 END
        ORDER BY effective_on, received_at, id LIMIT 1000`,
    );
    return rows.map(({ id }) => id);
  }
}
