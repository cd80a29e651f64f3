import type { Giving } from './in-force.ts';

/** What counted as using a mandate (R19) before work on a message did. */
export const readingOnly = `outcome = 'permitted' AND action IN ('inbox.read', 'inbox.mark', 'inbox.archive', 'inbox.download')`;
const used = (isUse: string): string =>
  `FROM trail t WHERE t.mandate_id = m.id AND t.${isUse.replace('AND ', 'AND t.')}`;

/** What makes someone a client of an office: a mandate that is asked for or was given, and is not over. */
export const isRunning = ({ running }: Giving): string => `
  CREATE OR REPLACE FUNCTION is_running(given mandate) RETURNS boolean LANGUAGE sql STABLE
    RETURN (given.state IN ('requested', 'offered') AND acting_day() < given.answer_by)
        OR (${running('given', 'acting_day()')});
`;

/** Contract between rooms: what each line covers, and whether it gives anything now. */
export const mandateScope = ({ inForce, running, open }: Giving, more = ''): string => `
  CREATE OR REPLACE VIEW mandate_scope WITH (security_invoker = true) AS
    SELECT m.id AS mandate_id, m.client_id, m.organisation_id, l.id AS line_id, m.state,
           l.sender, l.category, l.actions,
           (CASE WHEN m.state IN ('requested', 'offered') THEN acting_day() < m.answer_by
                 ELSE ${running('m', 'acting_day()')} END) AS standing,
           (${open('l', 'acting_day()')}) AS open,
           (${inForce('m', 'acting_day()')} AND ${open('l', 'acting_day()')}) AS in_force${more}
      FROM mandate m JOIN scope_line l ON l.mandate_id = m.id;
`;

/** Contract between the trail and the room of mandates: what the yearly look is about. */
export const mandateReview = (
  { inForce, ofTheParties }: Giving,
  isUse = readingOnly,
  due = 'm.review_due',
): string => `
  CREATE OR REPLACE VIEW mandate_review AS
    SELECT m.id AS mandate_id, m.organisation_id, m.client_id, m.until_day, ${due}, m.activated_at, m.from_day,
           m.confirmed_at, m.confirmed_by,
           (SELECT t.at ${used(isUse)} ORDER BY t.at DESC LIMIT 1) AS last_used,
           (SELECT count(*)::int FROM (
              SELECT ${used(isUse)}
                 AND t.at >= (acting_day() - interval '12 months') AT TIME ZONE 'Europe/Amsterdam'
               LIMIT 1001) AS counted) AS uses
      FROM mandate m
     WHERE m.organisation_id = (SELECT acting_organisation())
       AND ${inForce('m')}
       AND ${ofTheParties('m')}
       AND (SELECT assurance_suffices('substantial'))                                                -- R5
       AND ((SELECT acting_role(true)) = 'administrator'
            OR m.client_id IN (SELECT clients_handled_by(acting_employee()))                         -- R33
            OR m.id IN (SELECT mandates_asked_by_me()));
`;

/** The next part of the daily scan; the rules of src/domain/notice.ts decide. */
export const mandatesToWatch = ({ inForce, ofTheParties }: Giving, isUse = readingOnly): string => `
  CREATE OR REPLACE FUNCTION mandates_to_watch(scan_after uuid, most int, OUT last_id uuid, OUT seen int, OUT candidates jsonb)
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  DECLARE today date := acting_day();
  BEGIN
    IF acting_kind() <> 'job' THEN RETURN; END IF;
    WITH part AS MATERIALIZED (
      SELECT m.*, greatest((m.activated_at AT TIME ZONE 'Europe/Amsterdam')::date, m.from_day) AS usable
        FROM mandate m WHERE m.state = 'active' AND (scan_after IS NULL OR m.id > scan_after)
       ORDER BY m.id LIMIT most),
    dated AS (
      SELECT p.*, CASE WHEN today >= p.until_day - 7 THEN 7 WHEN today >= p.until_day - 30 THEN 30
                       WHEN today >= p.until_day - 90 THEN 90 END AS days
        FROM part p WHERE ${inForce('p', 'today')}),
    noticed AS (
      SELECT d.*, u.last_used, coalesce((u.last_used AT TIME ZONE 'Europe/Amsterdam')::date, d.usable) AS since,
             -- A successor that begins after an end that was narrowed leaves a gap: then nobody went on.
             EXISTS (SELECT FROM mandate s WHERE s.predecessor = d.id AND s.activated_at IS NOT NULL
                        AND s.from_day <= d.until_day AND s.state IN ('active', 'suspended')) AS renewed
        FROM dated d LEFT JOIN LATERAL (
          -- Only what could be used for so long can be unused for so long.
          SELECT (SELECT t.at ${used(isUse).replace('m.id', 'd.id')} ORDER BY t.at DESC LIMIT 1) AS last_used
           WHERE (d.usable + interval '23 months')::date <= today) u ON true),
    due AS (
      SELECT n.* FROM noticed n
       WHERE (SELECT c.died_on FROM client c WHERE c.id = n.client_id) IS NULL                       -- R30
         AND ((n.days IS NOT NULL AND n.until_day - n.days > n.usable AND NOT n.renewed AND NOT EXISTS (
                 SELECT FROM notice x WHERE x.mandate_id = n.id AND x.kind = 'ending-' || n.days
                    AND x.due_on = n.until_day - n.days))
           OR (${ofTheParties('n')} AND (n.since + interval '23 months')::date <= today AND NOT EXISTS (
                 -- Warned, and nothing to do until the end comes.
                 SELECT FROM notice x WHERE x.mandate_id = n.id AND x.kind = 'unused-warning'
                    AND x.due_on = (n.since + interval '23 months')::date
                    AND NOT ((n.since + interval '24 months')::date <= today
                             AND ((x.made_at AT TIME ZONE 'Europe/Amsterdam')::date + interval '1 month')::date <= today)))
           OR (${ofTheParties('n')} AND n.review_due <= today AND NOT EXISTS (
                 SELECT FROM notice x WHERE x.mandate_id = n.id AND x.kind = 'review-due'
                    AND x.due_on = n.review_due))))
    SELECT (SELECT id FROM part ORDER BY id DESC LIMIT 1), (SELECT count(*) FROM part),
           (SELECT coalesce(jsonb_agg(jsonb_build_object(
                     'id', d.id, 'lastUsedAt', d.last_used, 'confirmedAt', d.confirmed_at, 'renewed', d.renewed,
                     'made', (SELECT coalesce(jsonb_agg(jsonb_build_object(
                                'kind', x.kind, 'dueOn', x.due_on,
                                'madeOn', (x.made_at AT TIME ZONE 'Europe/Amsterdam')::date)), '[]')
                                FROM notice x WHERE x.mandate_id = d.id AND x.recipient = 'organisation'))
                   ORDER BY d.id), '[]') FROM due d)
      INTO last_id, seen, candidates;
  END $$;
`;

/** For a client: by how many people of an office his mandate is used now. */
export const handlersOf = ({ inForce }: Giving): string => `
  CREATE OR REPLACE FUNCTION handlers_of(asked uuid, OUT organisation uuid, OUT people int, OUT covers jsonb)
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  DECLARE office uuid; handlers uuid[]; substitutes uuid[];
  BEGIN
    SELECT m.organisation_id,
           CASE WHEN ${inForce('m', 'acting_day()')}
                     AND o.standing = 'recognised' THEN m.organisation_id END
      INTO organisation, office
      FROM mandate m JOIN organisation o ON o.id = m.organisation_id
     WHERE m.id = asked AND m.client_id = acting_client() AND m.offered_at IS NOT NULL;
    handlers := ARRAY(
      SELECT DISTINCT e.id FROM assignment a
        LEFT JOIN team_member tm ON tm.team_id = a.team_id
        JOIN employee e ON e.id = coalesce(a.employee_id, tm.employee_id) AND is_employed(e)
       WHERE a.organisation_id = office AND a.client_id = acting_client() AND a.ended_at IS NULL);
    SELECT array_agg(DISTINCT c.substitute) FILTER (WHERE c.from_day <= acting_day()),
           coalesce(jsonb_agg(DISTINCT jsonb_build_object('from', c.from_day, 'until', c.until_day)), '[]')
      INTO substitutes, covers
      FROM cover c JOIN employee e ON e.id = c.substitute AND is_employed(e)
     WHERE c.organisation_id = office AND c.absent = ANY (handlers) AND c.ended_at IS NULL
       AND acting_day() < c.until_day;
    IF cardinality(handlers) = 0 THEN
      handlers := ARRAY(SELECT e.id FROM employee e
                         WHERE e.organisation_id = office AND e.role = 'administrator' AND is_employed(e));
    END IF;
    people := (SELECT count(DISTINCT each) FROM unnest(handlers || substitutes) AS each);
  END $$;
`;

/** R14, for the rows of a run: what was asked or given before. */
export const bulkClaims = ({ running, open, ofTheParties }: Giving, which = ''): string => `
  CREATE OR REPLACE FUNCTION bulk_claims(run uuid, first_number int, last_number int)
  RETURNS TABLE (number int, mandate uuid)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT DISTINCT ON (r.number) r.number, m.id
      FROM bulk_row r
      JOIN bulk_run u ON u.id = r.run_id AND u.organisation_id = acting_organisation()
                     AND sees_run(u.organisation_id, u.started_by)
      LEFT JOIN client c ON c.bsn_index = r.bsn_index
      LEFT JOIN mandate t ON t.id = r.mandate_id AND t.organisation_id = u.organisation_id
      JOIN mandate m ON m.organisation_id = u.organisation_id AND m.client_id = coalesce(t.client_id, c.id)
       AND m.ended_at IS NULL AND m.from_day < r.until_day AND r.from_day < m.until_day
       AND ((m.state IN ('requested', 'offered') AND acting_day() < m.answer_by) OR (${running('m', 'acting_day()')}))
       AND ${ofTheParties('m')}${which}
      JOIN scope_line l ON l.mandate_id = m.id AND ${open('l', 'acting_day()')}
      JOIN LATERAL jsonb_to_recordset(r.lines) AS wanted(sender text, category text)
        ON wanted.sender = l.sender AND ('all' IN (wanted.category, l.category) OR wanted.category = l.category)
     WHERE r.run_id = run AND r.number BETWEEN first_number AND last_number AND r.lines IS NOT NULL
     ORDER BY r.number, m.requested_at, m.id
  $$;
`;
