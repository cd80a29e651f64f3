import { sqlMigration } from './as-owner.ts';
import { type Change, undone, withinAll } from './within.ts';

/** Of one question (migration 73). */
const ofOne: readonly Change[] = [
  [
    `ELSIF asked ? 'kvk' THEN`,
    `ELSIF asked ? 'person' THEN
      SELECT e.employee_id INTO acts FROM employment_of_person(decision_client(asked -> 'person')) e;
    ELSIF asked ? 'kvk' THEN`,
  ],
  [
    `    IF office IS NOT NULL AND whose IS NOT NULL THEN
      -- An office`,
    `    IF answer ? 'handling' THEN
      answer := jsonb_set(answer, '{handling,coverDays}', coalesce(CASE
        WHEN (answer #>> '{handling,covering}')::boolean THEN cover_days(office, acts, whose)::jsonb END, 'null'));
      answer := jsonb_set(answer, '{handling,handledDays}', coalesce(CASE
        WHEN NOT (answer #>> '{handling,handled}')::boolean THEN as_periods(handled_days(office, whose))::jsonb END, 'null'));
    END IF;
    IF office IS NOT NULL AND whose IS NOT NULL THEN
      -- An office`,
  ],
  [
    `'senderAsks', (SELECT s.assurance FROM sender s WHERE s.oin = asked ->> 'sender')));`,
    `'senderAsks', (SELECT s.assurance FROM sender s WHERE s.oin = asked ->> 'sender'),
      'died', (SELECT c.died_on IS NOT NULL FROM client c
                WHERE c.id = coalesce(citizen, (SELECT o.person FROM organisation o WHERE o.id = office))),
      'hands', CASE WHEN acts IS NULL AND office IS NOT NULL
        THEN hands_of(office, whose)::jsonb END));`,
  ],
];

/** Of many (migrations 92 and 95). */
const ofMany: readonly Change[] = [
  [
    `message uuid, sender text)) WITH ORDINALITY`,
    `message uuid, sender text, person jsonb)) WITH ORDINALITY`,
  ],
  [`mandate, message, sender, place)`, `mandate, message, sender, person, place)`],
  [
    `CASE WHEN q.subject IS NULL THEN q.employee`,
    `CASE WHEN q.person IS NOT NULL
                  THEN (SELECT k.employee_id FROM employment_of_person(decision_client(q.person)) k)
             WHEN q.subject IS NULL THEN q.employee`,
  ],
  [
    `'covering', NOT h.assigned AND stands_in(w.office, e.id, w.whose))`,
    `'covering', c.covering, 'coverDays', CASE WHEN c.covering THEN cover_days(w.office, e.id, w.whose) END,
                   'handledDays', CASE WHEN NOT h.handled THEN as_periods(handled_days(w.office, w.whose)) END)`,
  ],
  [
    `a.client_id = w.whose AND a.ended_at IS NULL) h) END,`,
    `a.client_id = w.whose AND a.ended_at IS NULL) h
           CROSS JOIN LATERAL (SELECT NOT h.assigned AND stands_in(w.office, e.id, w.whose) AS covering OFFSET 0) c) END,`,
  ],
  [`SELECT x.id, x.name, x.kvk, x.standing FROM`, `SELECT x.id, x.name, x.kvk, x.standing, x.person FROM`],
  [
    `'senderAsks', (SELECT s.assurance FROM sender s WHERE s.oin = q.sender))`,
    `'senderAsks', (SELECT s.assurance FROM sender s WHERE s.oin = q.sender),
          'died', CASE WHEN coalesce(n.citizen, o.person) IS NOT NULL THEN (
            SELECT c.died_on IS NOT NULL FROM client c WHERE c.id = coalesce(n.citizen, o.person)) END,
          'hands', CASE WHEN e.id IS NULL AND w.office IS NOT NULL
            THEN hands_of(w.office, w.whose) END)`,
  ],
];

/**
 * What the decision point has to know beside what it did: whether who is asked about died, himself or as the person who
 * represents others (R30); until which day he stands in for somebody; who in an office has the client in hand, who of them is
 * still there by a moment to come, and whether somebody begins before it to handle a client of nobody (R33); and by his BSN who
 * represents others by himself. Of an office it knows who is there also when it knows no client.
 */
export const OfTheLivingOnThatDay = sqlMigration(
  'OfTheLivingOnThatDay',
  1795910400135,
  `
  -- R33: the days, from today on, on which he stands in for who handles this client.
  CREATE FUNCTION cover_days(office uuid, who uuid, whom uuid) RETURNS json
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT json_agg(json_build_object('from', greatest(c.from_day, e.from_day), 'until', least(c.until_day, e.until_day))
                    ORDER BY c.from_day, c.id)
      FROM cover c JOIN employee e ON e.id = c.absent AND e.organisation_id = office AND e.ended_at IS NULL
     WHERE c.substitute = who AND c.organisation_id = office AND c.ended_at IS NULL AND acting_day() < c.until_day
       AND EXISTS (
         SELECT FROM assignment a LEFT JOIN team_member tm ON tm.team_id = a.team_id
          WHERE a.organisation_id = office AND a.client_id = whom AND a.ended_at IS NULL
            AND c.absent IN (a.employee_id, tm.employee_id))
  $$;
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
  CREATE FUNCTION hands_of(office uuid, whom uuid) RETURNS json
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
  REVOKE EXECUTE ON FUNCTION cover_days, as_periods, handled_days, hands_of FROM PUBLIC;
  ${withinAll('decision_facts', ofOne)}
  ${withinAll('decision_facts_of', ofMany)}
  `,
  `
  ${withinAll('decision_facts_of', undone(ofMany))}
  ${withinAll('decision_facts', undone(ofOne))}
  DROP FUNCTION hands_of, handled_days, as_periods, cover_days;
  `,
);
