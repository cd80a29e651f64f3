import { assigned, feed, handled, open as rows } from './20261128-30-quicker-inbox.ts';
import type { Giving } from './in-force.ts';

/** `decide()` in the dialect of a query: may the acting party do this with such a message of this client? */
export const mayDo = ({ inForce, open, from }: Giving): string => `
  CREATE OR REPLACE FUNCTION may_do(wanted text, whose uuid, from_sender text, about text, needed text) RETURNS boolean
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  BEGIN
    IF NOT assurance_suffices(needed) THEN RETURN false; END IF;                                  -- R6
    IF acting_kind() = 'citizen' THEN RETURN whose = acting_client(); END IF;
    IF acting_kind() <> 'employee' OR NOT assurance_suffices('substantial') THEN RETURN false; END IF; -- R5
    RETURN acting_role(false) IS NOT NULL
      AND (wanted <> 'archive' OR acting_role(false) <> 'reader')
      AND EXISTS (
        SELECT FROM mandate m JOIN scope_line l ON l.mandate_id = m.id
         WHERE m.client_id = whose AND m.organisation_id = acting_organisation()
           AND ${inForce('m', 'acting_day()')}
           AND ${open('l', 'acting_day()')}
           AND ${from('l', 'from_sender')} AND (l.category = 'all' OR l.category = about)                -- R36
           AND (wanted = 'any' OR wanted = ANY (l.actions)))
      AND acting_handles(whose)                                                                      -- R33
      AND NOT EXISTS (SELECT FROM client c WHERE c.id = whose AND c.died_on IS NOT NULL);            -- R30
  END $$;
`;

/**
 * One inbox over all clients of the acting employee: the feed with the guard in each row (decision 0025), as
 * `QuickerInbox` lays it. The lines in force are those by which the office may read such a message (R7, R17, R36).
 */
export const inboxFeed = ({ inForce, open, from }: Giving): string => `
  CREATE OR REPLACE VIEW inbox_feed AS
    ${feed},
           given.id AS mandate_id,
           -- What a list shows of a message, looked up once: subject and type, when read and when archived.
           (SELECT ARRAY[g.subject, g.type] FROM message g WHERE g.client_id = f.client_id AND g.id = f.message_id)
             AS letter,
           (SELECT ARRAY[k.read_at, k.archived_at] FROM message_mark k
             WHERE k.client_id = f.client_id AND k.message_id = f.message_id
               AND k.reader = current_setting('app.actor')) AS marks
      FROM feed f
     CROSS JOIN LATERAL (
       SELECT l.mandate_id AS id
         FROM scope_line l JOIN mandate m ON m.id = l.mandate_id
        WHERE l.client_id = f.client_id AND l.organisation_id = f.organisation_id AND ${from('l', 'f.sender')}
          AND (l.category = 'all' OR l.category = f.category) AND ${open('l')} AND 'read' = ANY (l.actions)
          AND ${inForce('m')}
        ORDER BY l.mandate_id LIMIT 1) AS given
      LEFT JOIN message_work w ON w.organisation_id = f.organisation_id AND w.message_id = f.message_id
     WHERE ${rows}
       AND (SELECT true FROM client c WHERE c.id = f.client_id AND c.died_on IS NOT NULL) IS NULL      -- R30
       -- Only who is not assigned has to be an administrator to whom what is nobody's belongs.
       AND CASE WHEN ${assigned} THEN true
                WHEN (SELECT acting_role(false)) = 'administrator' THEN ${handled} IS NULL
                ELSE false END;
`;
