import { sqlMigration } from './as-owner.ts';

/** In \`join_clients\` (migration 97), where a measure takes lines of who becomes another. */
const takes = (set: string): string => `UPDATE scope_line l SET ${set}claims = false FROM mandate m
         WHERE m.id = l.mandate_id AND m.client_id = gone`;
const swap = (before: string, after: string): string => `
  DO $join$
  DECLARE was text := pg_get_functiondef('join_clients'::regproc);
  BEGIN
    IF strpos(was, $before$${before}$before$) = 0 THEN RAISE EXCEPTION 'join_clients is another'; END IF;
    EXECUTE replace(was, $before$${before}$before$, $after$${after}$after$);
  END $join$;`;
const [was, now] = [
  takes('ended_at = acting_now(), '),
  takes('ended_at = acting_now(), ends_on = acting_day(), '),
];

/**
 * R26, R27: what ends because two pseudonyms of one person became one is ended by the law, as what an order ends is, and
 * whoever is refused by it is not told that the client ended it.
 */
export const EndedByLawWhereTwoBecameOne = sqlMigration(
  'EndedByLawWhereTwoBecameOne',
  1795910400136,
  swap(was, now),
  swap(now, was),
);
