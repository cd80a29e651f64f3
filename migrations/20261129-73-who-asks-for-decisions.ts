import { sqlMigration } from './as-owner.ts';

/**
 * The decision point: which systems may ask, and the facts of what they ask. A question names what the asker knows; here
 * it becomes what `access_facts` knows, so that the answer rests on the facts of every other decision.
 */
export const WhoAsksForDecisions = sqlMigration(
  'WhoAsksForDecisions',
  1795910400073,
  `
  CREATE TABLE decision_caller (
    oin text PRIMARY KEY CHECK (oin ~ '^[0-9]{20}$'),
    name text NOT NULL,
    -- Why it asks: the purpose limitation that somebody answers for.
    purpose text NOT NULL CHECK (purpose <> ''),
    -- About whose messages it may ask; nothing: of every sender.
    senders text[] CHECK (cardinality(senders) > 0),
    tells text NOT NULL CHECK (tells IN ('nothing', 'as-subject', 'true-reason')),
    searches boolean NOT NULL,
    per_minute int NOT NULL CHECK (per_minute BETWEEN 1 AND 1000000),
    changed_at timestamptz NOT NULL,
    changed_by text NOT NULL,
    ended_at timestamptz
  );
  COMMENT ON TABLE decision_caller IS 'Systems that may ask for decisions, for a stated purpose.';
  ALTER TABLE decision_caller ENABLE ROW LEVEL SECURITY;
  ALTER TABLE decision_caller FORCE ROW LEVEL SECURITY;
  CREATE POLICY decision_caller_owner ON decision_caller TO volmacht_owner USING (true) WITH CHECK (true);
  -- A system sees its own entry; officials see and change all.
  CREATE POLICY decision_caller_see ON decision_caller FOR SELECT TO volmacht_app
    USING (CASE WHEN acting_kind() IN ('system', 'sender') THEN oin = acting_id()
                ELSE acting_kind() = 'official' AND assurance_suffices('substantial') END);
  CREATE POLICY decision_caller_enter ON decision_caller FOR INSERT TO volmacht_app
    WITH CHECK (acting_kind() = 'official' AND assurance_suffices('substantial') AND changed_by = acting_id());
  CREATE POLICY decision_caller_change ON decision_caller FOR UPDATE TO volmacht_app
    USING (acting_kind() = 'official' AND assurance_suffices('substantial'))
    WITH CHECK (changed_by = acting_id());
  CREATE POLICY decision_caller_works ON decision_caller AS RESTRICTIVE TO volmacht_app
    USING ((SELECT acting_works()));
  GRANT SELECT, INSERT, UPDATE ON decision_caller TO volmacht_app;

  -- Who a name stands for: a pseudonym, or the index of a BSN.
  CREATE FUNCTION decision_client(called jsonb) RETURNS uuid
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT coalesce(c.joined_into, c.id) FROM client c
     WHERE c.id = (called ->> 'id')::uuid OR c.bsn_index = called ->> 'index'
  $$;

  -- The facts of one question of another system, by the names that it knows: ours, a KvK number, a subject at a sign-in
  -- service, the index of a BSN. Who became another is that other. Nothing for whoever may not ask.
  CREATE FUNCTION decision_facts(asked jsonb) RETURNS jsonb
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  DECLARE
    acts uuid := asked ->> 'employee';
    office uuid := asked ->> 'organisation';
    asked_message uuid := asked ->> 'message';
    citizen uuid;
    owner uuid;
    whose uuid;
    answer jsonb;
  BEGIN
    IF NOT EXISTS (SELECT FROM decision_caller c
                    WHERE acting_kind() IN ('system', 'sender') AND c.oin = acting_id() AND c.ended_at IS NULL) THEN
      RETURN NULL;
    END IF;
    IF asked ? 'subject' THEN
      SELECT e.employee_id INTO acts FROM employment_of(asked ->> 'subject', asked ->> 'kvk') e;
    ELSIF asked ? 'kvk' THEN
      SELECT o.id INTO office FROM organisation o WHERE o.kvk = asked ->> 'kvk';
    END IF;
    IF acts IS NOT NULL THEN
      SELECT e.id, e.organisation_id INTO acts, office FROM employee e WHERE e.id = acts;
    END IF;
    citizen := decision_client(asked -> 'citizen');
    owner := decision_client(asked -> 'client');
    answer := access_facts(
      acts, CASE WHEN acts IS NOT NULL THEN office END, NULL, owner, (asked ->> 'mandate')::uuid, asked_message,
      NULL, NULL, NULL, NULL);
    whose := coalesce(answer #>> '{message,client}', answer #>> '{mandate,client}', owner::text)::uuid;
    IF office IS NOT NULL AND whose IS NOT NULL THEN
      -- An office that is asked about as such has no employee by whom access_facts would find its mandates.
      IF acts IS NULL THEN
        answer := answer || jsonb_build_object('mandates', (
          SELECT coalesce(jsonb_agg(authority_facts(m) ORDER BY m.requested_at), '[]')
            FROM mandate m WHERE m.organisation_id = office AND m.client_id = whose));
      END IF;
      -- Of a message that lies elsewhere too a sender or a category can be kept from representatives.
      answer := answer || jsonb_build_object('shields', (
        SELECT coalesce(jsonb_agg(jsonb_build_object(
                 'by', s.shielded_by, 'organisation', s.organisation_id, 'message', s.message_id,
                 'sender', s.sender, 'category', s.category)), '[]')
          FROM shield s
         WHERE s.client_id = whose AND s.ended_at IS NULL
           AND (s.message_id IS NULL OR s.message_id = asked_message)));
    END IF;
    RETURN answer || jsonb_build_object('who', jsonb_build_object(
      'employee', acts, 'organisation', office, 'citizen', citizen, 'client', owner,
      'office', (SELECT jsonb_build_object('id', o.id, 'name', o.name, 'kvk', o.kvk) FROM organisation o WHERE o.id = office),
      'standing', (SELECT o.standing FROM organisation o WHERE o.id = office),
      'senderAsks', (SELECT s.assurance FROM sender s WHERE s.oin = asked ->> 'sender')));
  END $$;

  -- Of whom or what a search may find the next so many, behind a place in the order of their ids. Each is decided about
  -- by itself: this narrows, and no more. Nothing for whoever may not search.
  CREATE FUNCTION decision_candidates(asked jsonb, wanted text, behind uuid, many int) RETURNS SETOF uuid
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  DECLARE
    facts jsonb;
    office uuid;
    citizen uuid;
    whose uuid;
  BEGIN
    IF NOT EXISTS (SELECT FROM decision_caller c WHERE acting_kind() IN ('system', 'sender') AND c.oin = acting_id()
                      AND c.ended_at IS NULL AND c.searches) THEN
      RETURN;
    END IF;
    facts := decision_facts(asked);
    office := facts #>> '{who,organisation}';
    citizen := facts #>> '{who,citizen}';
    whose := coalesce(facts #>> '{message,client}', facts #>> '{mandate,client}', facts #>> '{who,client}');
    CASE wanted
      WHEN 'inbox' THEN RETURN QUERY
        SELECT DISTINCT m.client_id FROM mandate m
         WHERE m.organisation_id = office AND m.activated_at IS NOT NULL AND m.ended_at IS NULL
           AND (behind IS NULL OR m.client_id > behind)
        UNION SELECT citizen WHERE citizen > coalesce(behind, '00000000-0000-0000-0000-000000000000')
         ORDER BY 1 LIMIT many;
      WHEN 'mandate' THEN RETURN QUERY
        SELECT m.id FROM mandate m
         WHERE (m.organisation_id = office OR m.client_id = citizen) AND (behind IS NULL OR m.id > behind)
         ORDER BY m.id LIMIT many;
      WHEN 'message' THEN RETURN QUERY
        SELECT g.id FROM message g WHERE g.client_id = coalesce(whose, citizen) AND (behind IS NULL OR g.id > behind)
         ORDER BY g.id LIMIT many;
      WHEN 'employee' THEN RETURN QUERY
        SELECT e.id FROM employee e
         WHERE e.organisation_id IN (SELECT m.organisation_id FROM mandate m WHERE m.client_id = whose)
           AND e.ended_at IS NULL AND (behind IS NULL OR e.id > behind)
         ORDER BY e.id LIMIT many;
      WHEN 'organisation' THEN RETURN QUERY
        SELECT DISTINCT m.organisation_id FROM mandate m
         WHERE m.client_id = whose AND (behind IS NULL OR m.organisation_id > behind)
         ORDER BY 1 LIMIT many;
      WHEN 'citizen' THEN RETURN QUERY
        SELECT whose WHERE whose > coalesce(behind, '00000000-0000-0000-0000-000000000000');
      ELSE NULL;
    END CASE;
  END $$;
  REVOKE EXECUTE ON FUNCTION decision_client, decision_facts, decision_candidates FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION decision_facts, decision_candidates TO volmacht_app;
  `,
  `
  DROP FUNCTION decision_candidates, decision_facts, decision_client;
  DROP TABLE decision_caller;
  `,
);
