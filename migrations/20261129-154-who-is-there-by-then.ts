import { sqlMigration } from './as-owner.ts';
import { type Change, undone, withinAll } from './within.ts';

/** Of one question (migrations 73 and 135). */
const ofOne: readonly Change[] = [
  [
    `THEN cover_days(office, acts, whose)::jsonb END, 'null'));`,
    `THEN cover_days(office, acts, whose)::jsonb END, 'null'));
      answer := jsonb_set(answer, '{handling,handledDays}', coalesce(CASE
        WHEN NOT (answer #>> '{handling,handled}')::boolean THEN as_periods(handled_days(office, whose))::jsonb END, 'null'));`,
  ],
  [`acts IS NULL AND office IS NOT NULL AND whose IS NOT NULL`, `acts IS NULL AND office IS NOT NULL`],
];

/** Of many (migrations 92, 95 and 135). */
const ofMany: readonly Change[] = [
  [
    `THEN cover_days(w.office, e.id, w.whose) END)`,
    `THEN cover_days(w.office, e.id, w.whose) END,
                   'handledDays', CASE WHEN NOT h.handled THEN as_periods(handled_days(w.office, w.whose)) END)`,
  ],
  [
    `e.id IS NULL AND w.office IS NOT NULL AND w.whose IS NOT NULL
            THEN hands_of`,
    `e.id IS NULL AND w.office IS NOT NULL
            THEN hands_of`,
  ],
];

/** As migration 135 had it, without days. */
const handsOfToday = `
  CREATE OR REPLACE FUNCTION hands_of(office uuid, whom uuid) RETURNS json
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    WITH assigned AS (
      SELECT e.id, e.role FROM assignment a LEFT JOIN team_member tm ON tm.team_id = a.team_id
        JOIN employee e ON e.id = coalesce(a.employee_id, tm.employee_id) AND is_employed(e)
       WHERE a.organisation_id = office AND a.client_id = whom AND a.ended_at IS NULL)
    SELECT coalesce(json_agg(json_build_object('role', h.role, 'handles', h.handles) ORDER BY h.handles DESC, h.role), '[]')
      FROM (SELECT a.role, true AS handles FROM assigned a
             UNION
            SELECT s.role, true FROM assigned a
              JOIN cover c ON c.absent = a.id AND c.organisation_id = office AND c.ended_at IS NULL
                          AND c.from_day <= acting_day() AND acting_day() < c.until_day
              JOIN employee s ON s.id = c.substitute AND s.organisation_id = office AND is_employed(s)
             UNION
            SELECT e.role, NOT EXISTS (SELECT FROM assigned) FROM employee e
             WHERE e.organisation_id = office AND e.role = 'administrator' AND is_employed(e)) h
  $$;`;

/**
 * R33: of a moment to come the decision point has to know who in an office is still there by then, and whether somebody
 * begins before it to handle a client of nobody. Of an office it knows who is there also when it knows no client.
 */
export const WhoIsThereByThen = sqlMigration(
  'WhoIsThereByThen',
  1795910400154,
  `
  CREATE FUNCTION as_periods(days datemultirange) RETURNS json
  LANGUAGE sql IMMUTABLE SET search_path = public, pg_temp AS $$
    SELECT coalesce(json_agg(json_build_object('from', lower(d), 'until', coalesce(upper(d), 'infinity')) ORDER BY d), '[]')
      FROM unnest(days) d
  $$;
  -- R33: on which days somebody works in this office who is assigned to this client, by himself or through a team.
  CREATE FUNCTION handled_days(office uuid, whom uuid) RETURNS datemultirange
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT coalesce(range_agg(daterange(e.from_day, e.until_day)), '{}')
      FROM assignment a LEFT JOIN team_member tm ON tm.team_id = a.team_id
      JOIN employee e ON e.id = coalesce(a.employee_id, tm.employee_id) AND e.ended_at IS NULL
     WHERE a.organisation_id = office AND a.client_id = whom AND a.ended_at IS NULL
  $$;
  -- R33: with which roles people of an office work there today, whether with such a one somebody handles this client, and
  -- on which days from now on: who is assigned or stands in, and the administrators when nobody is. Of who handles nothing
  -- there are only those.
  CREATE OR REPLACE FUNCTION hands_of(office uuid, whom uuid) RETURNS json
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    WITH assigned AS (
      SELECT e.id, e.role, daterange(e.from_day, e.until_day) AS days
        FROM assignment a LEFT JOIN team_member tm ON tm.team_id = a.team_id
        JOIN employee e ON e.id = coalesce(a.employee_id, tm.employee_id) AND is_employed(e)
       WHERE a.organisation_id = office AND a.client_id = whom AND a.ended_at IS NULL),
    substitute AS (
      SELECT DISTINCT s.id, s.role, daterange(s.from_day, s.until_day) AS days FROM assigned a
        JOIN cover c ON c.absent = a.id AND c.organisation_id = office AND c.ended_at IS NULL
                    AND c.from_day <= acting_day() AND acting_day() < c.until_day
        JOIN employee s ON s.id = c.substitute AND s.organisation_id = office AND is_employed(s)),
    administrator AS (
      SELECT e.role, daterange(e.from_day, e.until_day) AS days FROM employee e
       WHERE e.organisation_id = office AND e.role = 'administrator' AND is_employed(e)),
    hand AS (
      SELECT a.role, true AS handles, a.days FROM assigned a
       UNION ALL
      SELECT s.role, true, s.days * daterange(d."from", d."until") FROM substitute s
       CROSS JOIN LATERAL json_to_recordset(cover_days(office, s.id, whom)) AS d ("from" date, "until" date)
       WHERE d."from" < d."until"
       UNION ALL
      SELECT a.role, false, a.days FROM administrator a
       UNION ALL
      SELECT a.role, true, free FROM administrator a
       CROSS JOIN LATERAL unnest(datemultirange(a.days) - handled_days(office, whom)) free
       WHERE NOT EXISTS (SELECT FROM assigned))
    SELECT coalesce(json_agg(json_build_object('role', h.role, 'handles', h.handles, 'days', as_periods(h.days))
                             ORDER BY h.handles DESC, h.role), '[]')
      FROM (SELECT role, handles, range_agg(days) AS days FROM hand GROUP BY role, handles) h
  $$;
  REVOKE EXECUTE ON FUNCTION as_periods, handled_days FROM PUBLIC;
  ${withinAll('decision_facts', ofOne)}
  ${withinAll('decision_facts_of', ofMany)}
  `,
  `
  ${withinAll('decision_facts_of', undone(ofMany))}
  ${withinAll('decision_facts', undone(ofOne))}
  ${handsOfToday}
  DROP FUNCTION handled_days, as_periods;
  `,
);
