import { handled } from './20261128-30-quicker-inbox.ts';
import { givenOrAfter, reaches, row, shielded } from './in-force.shields.ts';
import { withGrounds } from './in-force.ts';

const { inForce, open, from } = withGrounds;

/** R33: the acting employee is assigned, by himself, through a team, or for whom he stands in. */
const assigned = `(
  SELECT true FROM assignment a
   WHERE a.organisation_id = f.organisation_id AND a.client_id = f.client_id AND a.ended_at IS NULL
     AND coalesce(a.employee_id, a.team_id) = ANY ((SELECT acting_handlers())::uuid[])
   LIMIT 1)`;

/** Of the acting employee's own mark; most messages have none, and then nothing is looked up. */
const ofMark = (what: string): string => `
           CASE WHEN f.marked THEN (
             SELECT ${what} FROM message_mark k
              WHERE k.client_id = f.client_id AND k.message_id = f.message_id AND k.reader = current_setting('app.actor'))
           END`;

const nameOf = (employee: string): string => `(SELECT e.name FROM employee e WHERE e.id = ${employee})`;

/** Who has it in hand, and how that is asked about a row of the feed. */
interface Hand {
  readonly holder: string;
  readonly asked: (what: string) => string;
  /** What else the view tells of it. */
  readonly more: string;
}
/** The feed says whether somebody has it; by whom is looked up. */
const lookedUp: Hand = {
  holder: 'w.holder',
  asked: (what) => `
           CASE WHEN f.taken THEN (
             SELECT ${what} FROM message_work w
              WHERE w.organisation_id = f.organisation_id AND w.message_id = f.message_id
                AND handles_now(w.holder, f.client_id))
           END`,
  more: '',
};
/** The feed says who. */
const known: Hand = {
  holder: 'f.taken_by',
  asked: (what) =>
    `CASE WHEN f.taken_by IS NOT NULL AND handles_now(f.taken_by, f.client_id) THEN ${what} END`,
  more: `
           f.taken_by,`,
};

/**
 * One inbox over all clients of the acting employee: the feed with the guard in each row (decisions 0025, 0030, 0053).
 * What is looked up in each row stands in scalar sub-selects: as joins a walk would not stop at the first page. In the
 * hand of someone who left, or handles the client no more, a message is in nobody's.
 */
const inboxFeedOf = ({ holder, asked, more }: Hand): string => `
  CREATE VIEW inbox_feed AS
    SELECT f.organisation_id, f.delivered_at, f.message_id, f.client_id, f.sender, f.category, f.assurance,
           f.attachments, f.reply_by, f.reply_kind, f.office_read_at, f.handled, f.words AS indexed_words,
           CASE WHEN f.words IS NULL
                THEN (SELECT words_of(g.subject, g.body) FROM message g
                       WHERE g.client_id = f.client_id AND g.id = f.message_id)
                ELSE f.words END AS words,
           -- Subject and type, when read and when archived, in whose hand: what a list shows, each looked up once.
           (SELECT ARRAY[g.subject, g.type] FROM message g WHERE g.client_id = f.client_id AND g.id = f.message_id)
             AS letter,
           (SELECT c.name FROM client c WHERE c.id = f.client_id) AS client_name,
           ${ofMark('ARRAY[k.read_at, k.archived_at]')} AS marks,
           ${ofMark('k.read_at')} AS read_at,
           ${ofMark('k.archived_at')} AS archived_at,
           CASE WHEN f.handled THEN ARRAY['handled']
                ELSE coalesce(${asked(`ARRAY['taken', ${holder}::text, ${nameOf(holder)}]`)}, ARRAY['open'])
           END AS hand,
           CASE WHEN f.handled THEN 'handled' ELSE coalesce(${asked("'taken'")}, 'open') END AS work_state,
           ${asked(holder)} AS holder,
           ${asked(nameOf(holder))} AS holder_name,${more}
           EXISTS (SELECT FROM assignment a
                    WHERE a.organisation_id = f.organisation_id AND a.client_id = f.client_id AND a.ended_at IS NULL
                      AND a.employee_id = ANY ((SELECT acting_as())::uuid[])) AS assigned_to_me,
           EXISTS (SELECT FROM assignment a
                    WHERE a.organisation_id = f.organisation_id AND a.client_id = f.client_id AND a.ended_at IS NULL
                      AND a.team_id = ANY ((SELECT acting_teams())::uuid[])) AS assigned_to_my_team,
           ${handled} IS NULL AS assigned_to_nobody,
           given.id AS mandate_id
      FROM feed f
      -- The line by which it is seen, looked up once for the guard and for the trail (R7, R17, R36).
     CROSS JOIN LATERAL (
       SELECT l.mandate_id AS id
         FROM scope_line l JOIN mandate m ON m.id = l.mandate_id
        WHERE l.client_id = f.client_id AND l.organisation_id = f.organisation_id AND ${from('l', 'f.sender')}
          AND (l.category = 'all' OR l.category = f.category) AND ${open('l')} AND 'read' = ANY (l.actions)
          AND ${inForce('m')}
          AND ${reaches(row)}
          AND ${shielded(row, givenOrAfter)} IS NULL
        ORDER BY l.mandate_id LIMIT 1) AS given
     -- As a sub-select: the planner must not plan for the size of the office that a connection serves first.
     WHERE f.organisation_id = (SELECT acting_organisation())
       AND (SELECT acting_role(false)) IS NOT NULL                                                    -- R33
       AND (SELECT assurance_suffices('substantial'))                                                 -- R5
       AND assurance_suffices(f.assurance)                                                            -- R6
       -- Only who is not assigned has to be an administrator to whom what is nobody's belongs.
       AND CASE WHEN ${assigned} THEN true
                WHEN (SELECT acting_role(false)) = 'administrator' THEN ${handled} IS NULL
                ELSE false END;
  COMMENT ON VIEW inbox_feed IS 'The messages that the acting employee may read now, of all clients of his office.';
  GRANT SELECT ON inbox_feed TO volmacht_app;
`;
/** As `WhatNeedNotBeLookedUp` made it. */
export const inboxFeedThatLooksUpWho = inboxFeedOf(lookedUp);
/** As it is. */
export const inboxFeed = inboxFeedOf(known);

/** In a language that keeps its plans, and one plan for all: of arrays nothing is known before. */
const asOwner = `LANGUAGE plpgsql STABLE SECURITY DEFINER
  SET search_path = public, pg_temp SET plan_cache_mode = 'force_generic_plan'`;

/** Where a list or a number is looked for first. These narrow, and no more: the guard still has to let through. */
export const whereToLook = `
  -- Some of the clients whom the acting employee handles, and whether they are all. Nobody's clients are an
  -- administrator's too, and dear to find (acting_clients).
  CREATE FUNCTION acting_first_clients(most int, OUT clients uuid[], OUT complete boolean) ${asOwner} AS $$
  DECLARE handlers uuid[] := acting_handlers();
  BEGIN
    -- Counted with those who are his in two ways, so that what is cut off is never taken for all.
    clients := ARRAY(
      (SELECT a.client_id FROM assignment a WHERE a.employee_id = ANY (handlers) AND a.ended_at IS NULL LIMIT most)
      UNION ALL
      (SELECT a.client_id FROM assignment a WHERE a.team_id = ANY (handlers) AND a.ended_at IS NULL LIMIT most));
    complete := cardinality(clients) < most AND NOT EXISTS (
      SELECT FROM employee e WHERE e.id = acting_employee() AND e.role = 'administrator');
  END $$;

  -- The newest behind a place: of these clients, or of those whom the acting employee handles if they are at most a
  -- handful, laid side by side; else of the office. So many together; \`complete\` when that is all there are.
  CREATE FUNCTION foremost(
    whom uuid[], handful int, together int, walk int, at timestamptz, id uuid,
    OUT places timestamptz[], OUT messages uuid[], OUT complete boolean
  ) ${asOwner} AS $$
  DECLARE office uuid := acting_organisation();
  BEGIN
    IF whom IS NULL THEN
      SELECT f.clients INTO whom FROM acting_first_clients(handful + 1) f WHERE f.complete;
    END IF;
    at := coalesce(at, 'infinity');
    id := coalesce(id, 'ffffffff-ffff-ffff-ffff-ffffffffffff');
    IF whom IS NULL THEN
      SELECT array_agg(f.delivered_at), array_agg(f.message_id), count(*) < walk INTO places, messages, complete
        FROM (SELECT delivered_at, message_id FROM feed
               WHERE organisation_id = office AND (delivered_at, message_id) < (at, id)
               ORDER BY delivered_at DESC, message_id DESC LIMIT walk) f;
      RETURN;
    END IF;
    SELECT array_agg(f.delivered_at), array_agg(f.message_id), count(*) < together INTO places, messages, complete
      FROM (SELECT one.* FROM (SELECT DISTINCT unnest(whom)) AS v (client_id) CROSS JOIN LATERAL (
              SELECT f.delivered_at, f.message_id FROM feed f
               WHERE f.organisation_id = office AND f.client_id = v.client_id AND (f.delivered_at, f.message_id) < (at, id)
               ORDER BY f.delivered_at DESC, f.message_id DESC LIMIT together) one
             ORDER BY one.delivered_at DESC, one.message_id DESC LIMIT together) f;
  END $$;
  REVOKE EXECUTE ON FUNCTION acting_first_clients, foremost FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION acting_first_clients, foremost TO volmacht_app;
`;
