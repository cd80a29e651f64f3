import { assigned, feed, handled, open as rows } from './20261128-30-quicker-inbox.ts';
import { withGrounds } from './in-force.ts';

const { inForce, open, from } = withGrounds;

/** A message as a statement names its parts. */
interface Named {
  readonly client: string;
  readonly office: string;
  readonly id: string;
  readonly sender: string;
  readonly category: string;
  readonly delivered: string;
}

/** R30, R31: `reaches` of `src/domain/urgent-acts.ts`. Who died is in an index of few. */
export const reaches = ({ client, delivered }: Named): string => `
  CASE m.ground WHEN 'urgent-acts' THEN ${delivered} < reads_before(m.id)
       ELSE (SELECT true FROM client dead WHERE dead.id = ${client} AND dead.died_on IS NOT NULL) IS NULL END`;

/** By which mandates somebody acts of the client's own will: those that he gave. */
const given = `m.ground = 'voluntary'`;
/** `isOfOwnWill` of `src/domain/shield.ts`: also urgent acts after the end of one that he gave. */
export const givenOrAfter = `CASE m.ground WHEN 'urgent-acts'
                 THEN (SELECT p.ground FROM mandate p WHERE p.id = m.predecessor) = 'voluntary'
                 ELSE m.ground = 'voluntary' END`;

/** `hides` of `src/domain/shield.ts`. A scalar sub-select: for a client without shields one look into a small index. */
export const shielded = ({ client, office, id, sender, category }: Named, willed: string): string => `(
  SELECT true FROM shield s
   WHERE s.client_id = ${client} AND s.ended_at IS NULL
     AND (s.shielded_by = 'court' OR ${willed})
     AND (s.organisation_id IS NULL OR s.organisation_id = ${office})
     AND CASE WHEN s.message_id IS NULL
              THEN (s.sender IS NULL OR s.sender = ${sender}) AND (s.category IS NULL OR s.category = ${category})
              ELSE s.message_id = ${id} END
   LIMIT 1)`;

const parameters: Named = {
  ...{ client: 'whose', office: 'acting_organisation()', id: 'which', sender: 'from_sender' },
  ...{ category: 'about', delivered: 'delivered' },
};

/** `decide()` in the dialect of a query: may the acting party do this with this message? */
const mayDo = (willed: string): string => `
  -- 'any' asks whether some action is granted. A test holds this and decide() equal.
  CREATE OR REPLACE FUNCTION may_do(
    wanted text, whose uuid, which uuid, from_sender text, about text, needed text, delivered timestamptz
  ) RETURNS boolean
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
           AND ${from('l', 'from_sender')} AND (l.category = 'all' OR l.category = about)            -- R36
           AND (wanted = 'any' OR wanted = ANY (l.actions))
           AND ${reaches(parameters)}
           AND ${shielded(parameters, willed)} IS NULL)
      AND acting_handles(whose);                                                                    -- R33
  END $$;
`;

/** The message of a row of the feed. */
export const row: Named = {
  ...{ client: 'f.client_id', office: 'f.organisation_id', id: 'f.message_id', sender: 'f.sender' },
  ...{ category: 'f.category', delivered: 'f.delivered_at' },
};

/** One inbox over all clients of the acting employee, as `QuickerInbox` lays it (decision 0025). */
const inboxFeed = (willed: string): string => `
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
          AND ${reaches(row)}
          AND ${shielded(row, willed)} IS NULL
        ORDER BY l.mandate_id LIMIT 1) AS given
      LEFT JOIN message_work w ON w.organisation_id = f.organisation_id AND w.message_id = f.message_id
     WHERE ${rows}
       -- Only who is not assigned has to be an administrator to whom what is nobody's belongs.
       AND CASE WHEN ${assigned} THEN true
                WHEN (SELECT acting_role(false)) = 'administrator' THEN ${handled} IS NULL
                ELSE false END;
`;

/** As it was first: a shield that the client made stood before what he gave, and no longer. */
export const mayDoUnlessShielded = mayDo(given);
export const inboxFeedUnlessShielded = inboxFeed(given);
/** Also before urgent acts after the end of what he gave. */
export const mayDoUnlessShieldedForGood = mayDo(givenOrAfter);
export const inboxFeedUnlessShieldedForGood = inboxFeed(givenOrAfter);
