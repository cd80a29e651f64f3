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
    END IF;
    IF office IS NOT NULL AND whose IS NOT NULL THEN
      -- An office`,
  ],
  [
    `'senderAsks', (SELECT s.assurance FROM sender s WHERE s.oin = asked ->> 'sender')));`,
    `'senderAsks', (SELECT s.assurance FROM sender s WHERE s.oin = asked ->> 'sender'),
      'died', (SELECT c.died_on IS NOT NULL FROM client c
                WHERE c.id = coalesce(citizen, (SELECT o.person FROM organisation o WHERE o.id = office))),
      'hands', CASE WHEN acts IS NULL AND office IS NOT NULL AND whose IS NOT NULL
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
    `'covering', c.covering, 'coverDays', CASE WHEN c.covering THEN cover_days(w.office, e.id, w.whose) END)`,
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
          'hands', CASE WHEN e.id IS NULL AND w.office IS NOT NULL AND w.whose IS NOT NULL
            THEN hands_of(w.office, w.whose) END)`,
  ],
];

/**
 * What the decision point has to know beside what it did: whether who is asked about died, himself or as the person who
 * represents others (R30); until which day he stands in for somebody; who in an office has the client in hand; and by his
 * BSN who represents others by himself.
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
  -- R33: with which roles people of an office work there today, and whether with such a one somebody handles this client:
  -- who is assigned or stands in, and the administrators when nobody is. Of who handles nothing there are only those.
  CREATE FUNCTION hands_of(office uuid, whom uuid) RETURNS json
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
  $$;
  REVOKE EXECUTE ON FUNCTION cover_days, hands_of FROM PUBLIC;
  ${withinAll('decision_facts', ofOne)}
  ${withinAll('decision_facts_of', ofMany)}
  `,
  `
  ${withinAll('decision_facts_of', undone(ofMany))}
  ${withinAll('decision_facts', undone(ofOne))}
  DROP FUNCTION hands_of, cover_days;
  `,
);
