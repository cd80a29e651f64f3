import { sqlMigration } from './as-owner.ts';

/**
 * `decision_facts` of many questions in one statement: each table is asked once per question by its key, and no function is
 * called for each but where somebody stands in for another. A second dialect of the same facts:
 * `test/decisions/same-facts.spec.ts` holds the two equal. What does not apply is null.
 */
export const FactsOfManyQuestions = sqlMigration(
  'FactsOfManyQuestions',
  1795910400092,
  `
  CREATE FUNCTION decision_facts_of(questions jsonb) RETURNS json
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  BEGIN
    -- Nothing for whoever may not ask.
    IF NOT EXISTS (SELECT FROM decision_caller c
                    WHERE acting_kind() IN ('system', 'sender') AND c.oin = acting_id() AND c.ended_at IS NULL) THEN
      RETURN NULL;
    END IF;
    RETURN (
      SELECT coalesce(json_agg(json_build_object(
        'message', CASE WHEN g.id IS NOT NULL THEN json_build_object(
          'id', g.id, 'client', g.client_id, 'sender', g.sender, 'category', g.category,
          'assurance', g.assurance, 'deliveredAt', g.delivered_at) END,
        'mandate', CASE WHEN d.id IS NOT NULL THEN authority_facts(d.it)::json END,
        'employment', CASE WHEN e.id IS NOT NULL THEN json_build_object(
          'role', e.role, 'from', e.from_day, 'until', e.until_day, 'endedAt', e.ended_at) END,
        'handling', CASE WHEN e.id IS NOT NULL AND w.whose IS NOT NULL THEN (
          SELECT json_build_object('assigned', h.assigned, 'handled', h.handled,
                   'covering', NOT h.assigned AND stands_in(w.office, e.id, w.whose))
            FROM (SELECT coalesce(bool_or(x.id = e.id), false) AS assigned, count(*) > 0 AS handled
                    FROM assignment a
                    LEFT JOIN team_member tm ON tm.team_id = a.team_id
                    JOIN employee x ON x.id = coalesce(a.employee_id, tm.employee_id) AND is_employed(x)
                   WHERE a.organisation_id = w.office AND a.client_id = w.whose AND a.ended_at IS NULL) h) END,
        'mandates', CASE WHEN w.office IS NOT NULL AND w.whose IS NOT NULL AND (e.id IS NULL OR q.mandate IS NULL) THEN (
          SELECT json_agg(json_build_object(
            'id', m.id, 'client', m.client_id, 'organisation', m.organisation_id, 'state', m.state,
            'from', m.from_day, 'until', m.until_day, 'answerBy', m.answer_by,
            'requestedBy', m.requested_by, 'offeredAt', m.offered_at, 'endedAt', m.ended_at,
            'ground', m.ground, 'endsOn', m.ends_on, 'predecessor', m.predecessor,
            'suspended', CASE WHEN m.suspended IS NOT NULL THEN json_build_object(
              'from', lower(m.suspended), 'until', coalesce(upper(m.suspended), 'infinity')) END,
            'lines', (SELECT coalesce(json_agg(json_build_object(
                        'id', l.id, 'sender', l.sender, 'category', l.category, 'actions', l.actions,
                        'endedAt', l.ended_at, 'endsOn', l.ends_on) ORDER BY l.id), '[]')
                        FROM scope_line l WHERE l.mandate_id = m.id)) ORDER BY m.requested_at)
            FROM mandate m WHERE m.organisation_id = w.office AND m.client_id = w.whose) END,
        'shields', CASE WHEN w.office IS NOT NULL AND w.whose IS NOT NULL THEN (
          SELECT coalesce(json_agg(json_build_object(
                   'by', s.shielded_by, 'organisation', s.organisation_id, 'message', s.message_id,
                   'sender', s.sender, 'category', s.category)), '[]')
            FROM shield s
           WHERE s.client_id = w.whose AND s.ended_at IS NULL
             AND (s.message_id IS NULL OR s.message_id = q.message)) END,
        'diedOn', (SELECT c.died_on FROM client c WHERE c.id = w.whose),
        'organisation', CASE WHEN d.id IS NOT NULL OR e.id IS NOT NULL THEN (
          SELECT json_build_object('id', x.id, 'name', x.name, 'kvk', x.kvk, 'standing', x.standing,
                                   'registeredBy', x.registered_by)
            FROM organisation x WHERE x.id = coalesce(d.organisation_id, w.office)) END,
        'guardianship', CASE WHEN d.id IS NOT NULL THEN guardianship_of(d.client_id)::json END,
        'who', json_build_object(
          'employee', e.id, 'organisation', w.office, 'citizen', n.citizen, 'client', n.owner,
          'office', CASE WHEN o.id IS NOT NULL THEN json_build_object('id', o.id, 'name', o.name, 'kvk', o.kvk) END,
          'standing', o.standing,
          'senderAsks', (SELECT s.assurance FROM sender s WHERE s.oin = q.sender))
      ) ORDER BY q.place), '[]')
      FROM ROWS FROM (jsonb_to_recordset(questions) AS (
             employee uuid, organisation uuid, subject text, kvk text, citizen jsonb, client jsonb, mandate uuid,
             message uuid, sender text)) WITH ORDINALITY
           AS q (employee, organisation, subject, kvk, citizen, client, mandate, message, sender, place)
      CROSS JOIN LATERAL (SELECT
        CASE WHEN q.citizen IS NOT NULL THEN decision_client(q.citizen) END AS citizen,
        CASE WHEN q.client IS NOT NULL THEN decision_client(q.client) END AS owner,
        CASE WHEN q.subject IS NULL THEN q.employee
             ELSE (SELECT k.employee_id FROM employment_of(q.subject, q.kvk) k) END AS acts OFFSET 0) n
      -- OFFSET 0: as joins these would be planned for a hundred rows, and hash whole tables for one question.
      LEFT JOIN LATERAL (SELECT x.* FROM employee x WHERE x.id = n.acts OFFSET 0) e ON true
      LEFT JOIN LATERAL (SELECT x.* FROM message x WHERE x.id = q.message OFFSET 0) g ON true
      LEFT JOIN LATERAL (SELECT x.id, x.client_id, x.organisation_id, x AS it FROM mandate x WHERE x.id = q.mandate OFFSET 0) d ON true
      CROSS JOIN LATERAL (SELECT
        coalesce(e.organisation_id, CASE WHEN q.subject IS NULL AND q.kvk IS NOT NULL
          THEN (SELECT x.id FROM organisation x WHERE x.kvk = q.kvk) ELSE q.organisation END) AS office,
        coalesce(d.client_id, g.client_id, n.owner) AS whose OFFSET 0) w
      LEFT JOIN LATERAL (SELECT x.id, x.name, x.kvk, x.standing FROM organisation x WHERE x.id = w.office OFFSET 0) o ON true);
  END $$;
  REVOKE EXECUTE ON FUNCTION decision_facts_of FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION decision_facts_of TO volmacht_app;
  `,
  `DROP FUNCTION decision_facts_of;`,
);
