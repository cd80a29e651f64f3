import { sqlMigration } from './as-owner.ts';

const caseFacts = (more: string): string => `
  CREATE OR REPLACE FUNCTION identity_case_facts(asked uuid) RETURNS jsonb
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT jsonb_build_object(
      'identityCase', (SELECT jsonb_build_object('enteredBy',
          CASE WHEN made_by LIKE 'official:%' THEN substr(made_by, length('official:') + 1) END${more})
        FROM identity_case${more && ' c'} WHERE id = asked),
      'official', CASE WHEN acting_kind() = 'official' THEN jsonb_build_object(
        'standing', CASE WHEN official_works(acting_id()) THEN 'active' ELSE 'suspended' END) END)
  $$;`;

/**
 * Access to an inbox that is there already takes two officials (src/domain/identity-case-access.ts): one proposes whose it
 * is, another confirms it. A means can be ended, by whose it is or by an official, and a re-binding undone.
 */
export const TwoOfficialsForAnInbox = sqlMigration(
  'TwoOfficialsForAnInbox',
  1795910400078,
  `
  -- Whose inbox the first official proposes to open. It moves when two pseudonyms become one (join_clients).
  CREATE TABLE identity_proposal (
    case_id uuid PRIMARY KEY REFERENCES identity_case,
    client_id uuid NOT NULL REFERENCES client,
    proposed_by text NOT NULL CHECK (proposed_by LIKE 'official:%'),
    proposed_at timestamptz NOT NULL,
    reason text NOT NULL
  );
  CREATE INDEX identity_proposal_by_client ON identity_proposal (client_id);
  ALTER TABLE identity_proposal ENABLE ROW LEVEL SECURITY;
  ALTER TABLE identity_proposal FORCE ROW LEVEL SECURITY;
  CREATE POLICY identity_proposal_owner ON identity_proposal TO volmacht_owner USING (true) WITH CHECK (true);
  CREATE POLICY identity_proposal_read ON identity_proposal FOR SELECT TO volmacht_app USING (acting_on_identities());
  CREATE POLICY identity_proposal_make ON identity_proposal FOR INSERT TO volmacht_app
    WITH CHECK (acting_kind() = 'official' AND acting_on_identities()
                AND proposed_by = current_setting('app.actor') AND proposed_at = acting_now());
  CREATE POLICY identity_proposal_change ON identity_proposal FOR UPDATE TO volmacht_app
    USING (acting_kind() = 'official' AND acting_on_identities())
    WITH CHECK (proposed_by = current_setting('app.actor') AND proposed_at = acting_now());
  GRANT SELECT, INSERT ON identity_proposal TO volmacht_app;
  GRANT UPDATE (client_id, proposed_by, proposed_at, reason) ON identity_proposal TO volmacht_app;

  ALTER TABLE identity_case
    ADD COLUMN undone_at timestamptz,
    ADD COLUMN undone_by text,
    ADD COLUMN undone_reason text,
    ADD CONSTRAINT identity_case_undone CHECK (num_nonnulls(undone_at, undone_by, undone_reason) IN (0, 3)
      AND (undone_at IS NULL OR (kind = 'rebinding' AND state = 'granted')));
  GRANT UPDATE (undone_at, undone_by, undone_reason) ON identity_case TO volmacht_app;
  -- How a means ended that another one did not replace.
  ALTER TABLE client_means ADD COLUMN ended_how text CHECK (ended_how IN ('ended', 'undone')),
    ADD CONSTRAINT client_means_how CHECK (ended_how IS NULL OR ended_at IS NOT NULL);

  CREATE FUNCTION opened_in_this_act(given uuid) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT EXISTS (SELECT FROM client WHERE id = given AND bsn_index IS NULL AND since = acting_now())
  $$;
  -- Whatever the application thinks of it: an official alone opens nobody's inbox but one that is new.
  CREATE FUNCTION keep_two_officials() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
  BEGIN
    IF pg_has_role(current_user, 'volmacht_owner', 'MEMBER') THEN RETURN NEW; END IF;
    IF OLD.state = 'waiting' AND NEW.state = 'granted'
       AND NOT (NEW.kind = 'onboarding' AND opened_in_this_act(NEW.client_id))
       AND NOT EXISTS (
         SELECT FROM identity_proposal p WHERE p.case_id = NEW.id AND p.client_id = NEW.client_id
            AND p.proposed_by NOT IN (NEW.decided_by, NEW.made_by)
            AND official_works(substr(p.proposed_by, length('official:') + 1)))
    THEN RAISE EXCEPTION 'another official proposes whose inbox opens' USING ERRCODE = 'check_violation',
           CONSTRAINT = 'case_two_officials'; END IF;
    IF OLD.undone_at IS NOT NULL AND NEW.undone_at IS DISTINCT FROM OLD.undone_at
       OR NEW.undone_at IS DISTINCT FROM OLD.undone_at AND NEW.undone_by <> current_setting('app.actor')
    THEN RAISE EXCEPTION 'who undoes it names himself, once' USING ERRCODE = 'check_violation'; END IF;
    RETURN NEW;
  END $$;
  CREATE TRIGGER identity_case_two_officials BEFORE UPDATE ON identity_case
    FOR EACH ROW EXECUTE FUNCTION keep_two_officials();

  -- A means gives nothing from now on. Whose it was; nothing, when it is not the acting party's to end.
  CREATE FUNCTION end_means(given uuid) RETURNS uuid
  LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    UPDATE client_means SET ended_at = greatest(acting_now(), since), ended_how = 'ended'
     WHERE id = given AND ended_at IS NULL
       AND (client_id = acting_client() OR (acting_kind() = 'official' AND acting_on_identities()))
    RETURNING client_id
  $$;

  -- What a granted re-binding did to the means is undone: the new one ends, and what it replaced works again.
  CREATE FUNCTION undo_rebinding(asked uuid) RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  DECLARE done identity_case;
  BEGIN
    IF acting_kind() <> 'official' OR NOT acting_on_identities()
    THEN RAISE EXCEPTION 'only an official undoes a re-binding' USING ERRCODE = 'insufficient_privilege'; END IF;
    SELECT * INTO done FROM identity_case c
     WHERE c.id = asked AND c.kind = 'rebinding' AND c.state = 'granted' AND c.means_index IS NOT NULL
       AND c.undone_at IS NULL FOR UPDATE;
    IF done.id IS NULL THEN RETURN false; END IF;
    PERFORM FROM client c WHERE c.id = done.client_id FOR UPDATE;
    UPDATE client_means m SET ended_at = greatest(acting_now(), m.since), ended_how = 'undone'
     WHERE m.client_id = done.client_id AND m.means_index = done.means_index AND m.ended_at IS NULL;
    UPDATE client_means m SET ended_at = NULL
     WHERE m.client_id = done.client_id AND m.ended_how IS NULL AND m.kind = done.means_kind
       AND m.means_index <> done.means_index AND m.ended_at = greatest(done.decided_at, m.since)
       AND NOT EXISTS (SELECT FROM client_means o WHERE o.means_index = m.means_index AND o.ended_at IS NULL);
    RETURN true;
  END $$;

  -- Since when a means gives nothing, and whether another one took its place.
  DROP FUNCTION client_by_means;
  CREATE FUNCTION client_by_means(given_index text)
  RETURNS TABLE (client uuid, ended_at timestamptz, replaced boolean, died boolean)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT m.client_id, m.ended_at, m.ended_at IS NOT NULL AND m.ended_how IS NULL, c.died_on IS NOT NULL
      FROM client_means m JOIN client c ON c.id = m.client_id
     WHERE m.means_index = given_index ORDER BY m.ended_at DESC NULLS FIRST LIMIT 1
  $$;

  -- What the acting party may know of what he asked with the means of this sign-in, and no one else with another.
  DROP FUNCTION own_identity_requests;
  CREATE FUNCTION own_identity_requests(given_means text) RETURNS TABLE (kind text, state text, at timestamptz)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT c.kind, CASE WHEN c.state = 'waiting' THEN 'checking' ELSE c.state END, c.created_at FROM identity_case c
     WHERE c.made_by = current_setting('app.actor') AND c.means_index IS NOT DISTINCT FROM given_means
       AND (c.kind = 'rebinding' OR (c.kind = 'account' AND c.state = 'checking'))
     ORDER BY c.created_at DESC, c.id DESC LIMIT 1
  $$;

  ${caseFacts(`,
          'proposed', (SELECT jsonb_build_object('by', substr(p.proposed_by, length('official:') + 1),
              'stillWorks', official_works(substr(p.proposed_by, length('official:') + 1)))
            FROM identity_proposal p WHERE p.case_id = c.id)`)}

  REVOKE EXECUTE ON FUNCTION client_by_means, own_identity_requests, end_means, undo_rebinding, opened_in_this_act
    FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION client_by_means, own_identity_requests, end_means, undo_rebinding, opened_in_this_act
    TO volmacht_app;
  `,
  `
  ${caseFacts('')}
  DROP FUNCTION own_identity_requests, client_by_means, undo_rebinding, end_means;
  CREATE FUNCTION own_identity_requests() RETURNS TABLE (kind text, state text, at timestamptz)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT c.kind, CASE WHEN c.state = 'waiting' THEN 'checking' ELSE c.state END, c.created_at FROM identity_case c
     WHERE c.made_by = current_setting('app.actor')
       AND (c.kind = 'rebinding' OR (c.kind = 'account' AND c.state = 'checking'))
     ORDER BY c.created_at DESC, c.id DESC LIMIT 1
  $$;
  CREATE FUNCTION client_by_means(given_index text) RETURNS TABLE (client uuid, replaced boolean, died boolean)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT m.client_id, m.ended_at IS NOT NULL, c.died_on IS NOT NULL
      FROM client_means m JOIN client c ON c.id = m.client_id
     WHERE m.means_index = given_index ORDER BY m.ended_at DESC NULLS FIRST LIMIT 1
  $$;
  REVOKE EXECUTE ON FUNCTION client_by_means, own_identity_requests FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION client_by_means, own_identity_requests TO volmacht_app;
  DROP TRIGGER identity_case_two_officials ON identity_case;
  DROP FUNCTION keep_two_officials, opened_in_this_act;
  ALTER TABLE client_means DROP COLUMN ended_how;
  ALTER TABLE identity_case DROP COLUMN undone_at, DROP COLUMN undone_by, DROP COLUMN undone_reason;
  DROP TABLE identity_proposal;
  `,
);
