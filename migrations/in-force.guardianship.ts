import { withGrounds } from './in-force.ts';

/** How statements ask what a court took out of a client's hands (R26, R27). */
interface AskingGuardianship {
  /** To the facts of a question, before they are given back. */
  readonly what: string;
  /** One of the facts of a mandate on paper. */
  readonly measures: string;
  /** Whether what stands on a paper is taken. */
  readonly check: string;
}

/** Of who holds a mandate in force by order of a court. */
export const byItsGuardian: AskingGuardianship = {
  what: `
    -- What a court ordered for the client to whose mandate somebody consents, or who gives one.
    IF answer ? 'mandate' OR (asked_organisation IS NOT NULL AND asked_client IS NOT NULL) THEN
      answer := answer || jsonb_build_object('measures', (
        SELECT coalesce(jsonb_agg(authority_facts(m)), '[]') FROM mandate m
         WHERE m.client_id = coalesce(answer #>> '{mandate,client}', asked_client::text)::uuid
           AND m.ground NOT IN ('voluntary', 'urgent-acts') AND m.ended_at IS NULL));
    END IF;`,
  measures: `'measures', (SELECT coalesce(jsonb_agg(authority_facts(m)), '[]') FROM mandate m
                    WHERE m.client_id = whose AND m.ground NOT IN ('voluntary', 'urgent-acts') AND m.ended_at IS NULL)`,
  check: `EXISTS (
      SELECT FROM mandate c CROSS JOIN jsonb_array_elements(p.lines) AS l(line)
       WHERE c.client_id = p.client_id AND ${withGrounds.running('c', 'acting_day()')}
         AND (c.ground IN ('curatele', 'provisional')
              OR (c.ground = 'bewind' AND l.line->>'category' IN ('financial', 'all'))))`,
};

/** Of the measure itself, which goes on when its guardian stops. */
export const byTheMeasure: AskingGuardianship = {
  what: `
    -- What is taken from the client to whose mandate somebody consents, or who gives one.
    IF answer ? 'mandate' OR (asked_organisation IS NOT NULL AND asked_client IS NOT NULL) THEN
      answer := answer || jsonb_build_object('guardianship', guardianship_of(
        coalesce(answer #>> '{mandate,client}', asked_client::text)::uuid));
    END IF;`,
  measures: `'guardianship', guardianship_of(whose)`,
  check: `EXISTS (
      SELECT FROM jsonb_array_elements(p.lines) AS l(line)
       WHERE is_taken(p.client_id, l.line->>'sender', l.line->>'category'))`,
};

/** Every function that asks it, but the feed's. */
export const askingGuardianship = ({ what, measures, check }: AskingGuardianship): string => `
  CREATE OR REPLACE FUNCTION access_facts(
    who uuid, office uuid, asked_organisation uuid, asked_client uuid, asked_mandate uuid, asked_message uuid,
    asked_run uuid
  ) RETURNS jsonb
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  DECLARE
    answer jsonb := access_facts(who, office, asked_organisation, asked_client, asked_mandate, asked_message);
    known_run record;
  BEGIN
    IF answer ? 'handling' AND NOT (answer #> '{handling,assigned}')::boolean THEN
      answer := jsonb_set(answer, '{handling,covering}', to_jsonb(stands_in(office, who, coalesce(
        answer #>> '{message,client}', answer #>> '{mandate,client}', asked_client::text)::uuid)));
    END IF;
    IF asked_run IS NOT NULL THEN
      SELECT organisation_id, started_by INTO known_run FROM bulk_run WHERE id = asked_run;
      IF FOUND THEN
        answer := answer || jsonb_build_object('bulkRun', jsonb_build_object(
          'organisation', known_run.organisation_id, 'startedBy', known_run.started_by));
      END IF;
    END IF;
    IF answer ? 'message' THEN
      answer := jsonb_set(answer, '{message,id}', to_jsonb(asked_message));
      IF office IS NOT NULL THEN
        answer := answer || jsonb_build_object('shields', (
          SELECT coalesce(jsonb_agg(jsonb_build_object(
                   'by', s.shielded_by, 'organisation', s.organisation_id, 'message', s.message_id,
                   'sender', s.sender, 'category', s.category)), '[]')
            FROM shield s
           WHERE s.client_id = (answer #>> '{message,client}')::uuid AND s.ended_at IS NULL
             AND (s.message_id IS NULL OR s.message_id = asked_message)));
      END IF;
    END IF;
${what}
    RETURN answer;
  END $$;

  CREATE OR REPLACE FUNCTION begin_on_paper(asked uuid, new_id uuid, line_ids uuid[]) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  DECLARE p paper_mandate;
  BEGIN
    SELECT * INTO p FROM paper_mandate
     WHERE id = asked AND state = 'confirmed' AND decided_by = acting_id() AND decided_at = acting_now();
    IF NOT FOUND OR acting_kind() <> 'official' OR NOT acting_on_identities()
    THEN RAISE EXCEPTION 'nobody confirmed this paper' USING ERRCODE = 'insufficient_privilege'; END IF;
    -- R26, R27: \`isTaken\` of src/domain/guardianship.ts once more, after the lock that whoever enters a measure takes.
    -- The feed asks it only of who gives in his own name.
    PERFORM pg_advisory_xact_lock(hashtextextended(p.client_id::text, 13));
    IF ${check}
    THEN RAISE EXCEPTION 'who is under guardianship gives nothing of what that covers'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'under_guardianship'; END IF;
    INSERT INTO mandate (id, client_id, organisation_id, state, from_day, until_day, answer_by, requested_at, offered_at,
                         activated_at, paper_id)
      VALUES (new_id, p.client_id, p.organisation_id, 'active', p.from_day, p.until_day, acting_day(), p.entered_at,
              acting_now(), acting_now(), p.id);
    INSERT INTO scope_line (id, mandate_id, client_id, organisation_id, sender, category, actions, period, claims)
      SELECT line_ids[l.place], new_id, p.client_id, p.organisation_id, l.line->>'sender', l.line->>'category',
             ARRAY(SELECT jsonb_array_elements_text(l.line->'actions')), daterange(p.from_day, p.until_day), true
        FROM jsonb_array_elements(p.lines) WITH ORDINALITY AS l(line, place);
  END $$;
  CREATE OR REPLACE FUNCTION paper_mandate_facts(asked uuid, office uuid, whose uuid) RETURNS jsonb
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  DECLARE p paper_mandate;
  BEGIN
    IF asked IS NOT NULL THEN SELECT * INTO p FROM paper_mandate WHERE id = asked; END IF;
    office := coalesce(p.organisation_id, office);
    whose := coalesce(p.client_id, whose);
    RETURN jsonb_build_object(
      'paperMandate', (SELECT jsonb_build_object('client', c.id, 'lines', p.lines, 'begun', p.state = 'confirmed',
                         'abroad', CASE WHEN p.person = 'matches' THEN c.abroad END,
                         'entered', CASE WHEN p.id IS NOT NULL THEN jsonb_build_object(
                           'by', p.entered_by, 'stillWorks', official_works(p.entered_by)) END)
                         FROM client c WHERE c.id = whose),
      'organisation', (SELECT jsonb_build_object('id', o.id, 'name', o.name, 'kvk', o.kvk, 'standing', o.standing,
                                'registeredBy', o.registered_by, 'person', o.person)
                         FROM organisation o WHERE o.id = office),
      ${measures},
      'diedOn', (SELECT c.died_on FROM client c WHERE c.id = whose),
      'official', CASE WHEN acting_kind() = 'official' THEN jsonb_build_object(
        'standing', CASE WHEN official_works(acting_id()) THEN 'active' ELSE 'suspended' END) END);
  END $$;
`;
