import { sqlMigration } from './as-owner.ts';
import { withGrounds } from './in-force.ts';
import { feedFilling, feedUnlessUnderGuardianship } from './in-force.feed.ts';
import { mandateScope } from './in-force.mandates.ts';
import { inboxFeed, mayDo } from './in-force.reading.ts';
import { inboxFeedUnlessShielded, mayDoUnlessShielded } from './in-force.shields.ts';

/** Every policy and function that asks `may_do`, with what it is told of the message. */
const askingMayDo = (told: (message: string) => string): string => `
  ALTER POLICY message_read ON message USING (sender = acting_sender() OR may_do('any', ${told('message')}));
  ALTER POLICY message_work_office ON message_work
    USING (organisation_id = acting_organisation() AND EXISTS (
             SELECT FROM message g WHERE g.client_id = message_work.client_id AND g.id = message_id
                AND may_do('read', ${told('g')})))
    WITH CHECK (organisation_id = acting_organisation() AND changed_by = acting_employee()
                AND acting_role(false) <> 'reader' AND EXISTS (
             SELECT FROM message g WHERE g.client_id = message_work.client_id AND g.id = message_id
                AND may_do('read', ${told('g')})));
  CREATE OR REPLACE FUNCTION message_work_acts(
    whose uuid, which uuid, before_at timestamptz, before_id uuid, how_many int
  ) RETURNS TABLE (
    id uuid, at timestamptz, action text, organisation_id uuid, organisation_name text, organisation_kvk text,
    employee_id uuid, employee_name text, holder_id uuid, holder_name text
  )
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT t.id, t.at, t.action, t.organisation_id, t.organisation_name, t.organisation_kvk,
           e.id, e.name, h.id, h.name
      FROM trail t
      LEFT JOIN employee e ON e.organisation_id = acting_organisation() AND e.id = t.actor_id::uuid
      LEFT JOIN employee h ON h.organisation_id = acting_organisation() AND h.id = (t.details->>'holder')::uuid
     WHERE t.object_id = which::text AND t.client_id = whose AND t.outcome = 'permitted'
       AND t.action IN ('inbox.take', 'inbox.give', 'inbox.let-go', 'inbox.handle', 'inbox.reopen')
       AND (acting_kind() = 'citizen' OR t.organisation_id = acting_organisation())
       AND (before_at IS NULL OR (t.at, t.id) < (before_at, before_id))
       AND EXISTS (SELECT FROM message m WHERE m.client_id = whose AND m.id = which AND may_do('read', ${told('m')}))
     ORDER BY t.at DESC, t.id DESC LIMIT how_many
  $$;`;

/** The facts of one question, with cover, and with whose bulk run it asks about; and these besides. */
const accessFacts = (besides: string): string => `
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
    END IF;${besides}
    RETURN answer;
  END $$;`;

/**
 * Shields: what a client keeps from who represents him by his own will, and a judge from a guardian too. A forbid,
 * which wins over every permit, in every statement that shows a message; no office ever learns of one. And urgent acts
 * (R31), and what nobody under guardianship can give away (R26, R27).
 */
export const Shields = sqlMigration(
  'Shields',
  1795910400032,
  `
  CREATE TABLE shield (
    id uuid PRIMARY KEY,
    client_id uuid NOT NULL REFERENCES client,
    -- From whom; nobody named: from every representative.
    organisation_id uuid REFERENCES organisation,
    message_id uuid,
    sender text REFERENCES sender,
    category text CHECK (category IN ('financial', 'care', 'other')),
    shielded_by text NOT NULL CHECK (shielded_by IN ('client', 'court')),
    -- The order of the judge, and the one that it is about.
    case_number text,
    ordered_on date,
    court_order_id uuid,
    made_at timestamptz NOT NULL,
    made_by text NOT NULL,
    ended_at timestamptz,
    ended_by text,
    FOREIGN KEY (client_id, message_id) REFERENCES message,
    CONSTRAINT shield_of_one_thing CHECK ((message_id IS NULL) <> (sender IS NULL AND category IS NULL)),
    CONSTRAINT shield_ended CHECK ((ended_at IS NULL) = (ended_by IS NULL)),
    CONSTRAINT shield_evidence CHECK (num_nonnulls(case_number, ordered_on) = CASE shielded_by WHEN 'court' THEN 2 ELSE 0 END
                                      AND (shielded_by = 'court' OR court_order_id IS NULL))
  );
  -- Once at a time; and all that the guard asks of a row, small and by client.
  CREATE UNIQUE INDEX shield_once ON shield (client_id, organisation_id, message_id, sender, category, shielded_by)
    NULLS NOT DISTINCT WHERE ended_at IS NULL;
  CREATE INDEX shield_by_client ON shield (client_id, made_at DESC, id DESC);
  ALTER TABLE shield ENABLE ROW LEVEL SECURITY;
  ALTER TABLE shield FORCE ROW LEVEL SECURITY;
  CREATE POLICY shield_owner ON shield TO volmacht_owner USING (true) WITH CHECK (true);
  -- A client sees all that is shielded for him, and makes and ends his own; an official what a judge ordered.
  CREATE POLICY shield_see ON shield FOR SELECT TO volmacht_app
    USING (CASE acting_kind() WHEN 'citizen' THEN client_id = acting_client()
                              WHEN 'official' THEN shielded_by = 'court' AND assurance_suffices('substantial')
                              ELSE false END);
  CREATE POLICY shield_make ON shield FOR INSERT TO volmacht_app
    WITH CHECK (made_by = acting_id() AND made_at = acting_now() AND ended_at IS NULL AND CASE acting_kind()
      WHEN 'citizen' THEN client_id = acting_client() AND shielded_by = 'client'
      WHEN 'official' THEN shielded_by = 'court' AND assurance_suffices('substantial') ELSE false END);
  CREATE POLICY shield_end ON shield FOR UPDATE TO volmacht_app
    USING (ended_at IS NULL AND CASE acting_kind()
      WHEN 'citizen' THEN client_id = acting_client() AND shielded_by = 'client'
      WHEN 'official' THEN shielded_by = 'court' AND assurance_suffices('substantial') ELSE false END)
    WITH CHECK (ended_by = acting_id() AND ended_at = acting_now());
  GRANT SELECT, INSERT, UPDATE (ended_at, ended_by) ON shield TO volmacht_app;

  -- R31: the instant before which an urgent act may see what was delivered: the end of the mandate that it follows, or
  -- the day of death. Nothing while that runs.
  CREATE FUNCTION reads_before(urgent uuid) RETURNS timestamptz
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT least(over.since, c.died_on::timestamp AT TIME ZONE 'Europe/Amsterdam')
      FROM mandate m JOIN mandate p ON p.id = m.predecessor AND p.client_id = m.client_id
                                   AND p.organisation_id = m.organisation_id
      JOIN client c ON c.id = m.client_id
     CROSS JOIN LATERAL (
       -- An end that was written after the clock had ended it changes no past.
       SELECT least(p.ended_at, CASE
         WHEN (p.ended_at IS NOT NULL OR p.state IN ('active', 'suspended'))
          AND least(p.until_day, p.ends_on) <= acting_day()
         THEN least(p.until_day, p.ends_on)::timestamp AT TIME ZONE 'Europe/Amsterdam' END) AS since) AS over
     WHERE m.id = urgent AND over.since IS NOT NULL
  $$;
  REVOKE EXECUTE ON FUNCTION reads_before FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION reads_before TO volmacht_app;

  ${mayDoUnlessShielded}
  REVOKE EXECUTE ON FUNCTION may_do(text, uuid, uuid, text, text, text, timestamptz) FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION may_do(text, uuid, uuid, text, text, text, timestamptz) TO volmacht_app;
  ${askingMayDo((m) => ['client_id', 'id', 'sender', 'category', 'assurance', 'delivered_at'].map((name) => `${m}.${name}`).join(', '))}
  DROP FUNCTION may_do(text, uuid, text, text, text);
  ${inboxFeedUnlessShielded}
  ${accessFacts(`
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
    -- What a court ordered for the client to whose mandate somebody consents, or who gives one.
    IF answer ? 'mandate' OR (asked_organisation IS NOT NULL AND asked_client IS NOT NULL) THEN
      answer := answer || jsonb_build_object('measures', (
        SELECT coalesce(jsonb_agg(authority_facts(m)), '[]') FROM mandate m
         WHERE m.client_id = coalesce(answer #>> '{mandate,client}', asked_client::text)::uuid
           AND m.ground NOT IN ('voluntary', 'urgent-acts') AND m.ended_at IS NULL));
    END IF;`)}
  ${feedUnlessUnderGuardianship}
  ${mandateScope(withGrounds, ', m.ground, m.court_order_id')}
  `,
  `
  DROP VIEW mandate_scope;
  ${mandateScope(withGrounds)}
  GRANT SELECT ON mandate_scope TO volmacht_app;
  ${feedFilling(withGrounds)}
  ${accessFacts('')}
  ${inboxFeed(withGrounds)}
  ${mayDo(withGrounds)}
  REVOKE EXECUTE ON FUNCTION may_do(text, uuid, text, text, text) FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION may_do(text, uuid, text, text, text) TO volmacht_app;
  ${askingMayDo((m) => ['client_id', 'sender', 'category', 'assurance'].map((name) => `${m}.${name}`).join(', '))}
  DROP FUNCTION may_do(text, uuid, uuid, text, text, text, timestamptz);
  DROP FUNCTION reads_before;
  DROP TABLE shield;
  `,
);
