import { sqlMigration } from './as-owner.ts';

const grounds = ['proved', 'source', 'stated', 'former-identifier', 'same-person'];
const groundsOf = (allowed: readonly string[]): string => `
  ALTER TABLE identity_candidate DROP CONSTRAINT identity_candidate_ground_check,
    ADD CONSTRAINT identity_candidate_ground_check CHECK (ground IN (${allowed.map((each) => `'${each}'`).join(', ')}));`;

/**
 * Undoing takes back what came by the wrong means: it ends, its codes and what they proved are void, and only what it
 * took the place of works again.
 */
export const WhatCameByTheWrongMeans = sqlMigration(
  'WhatCameByTheWrongMeans',
  1795910400103,
  `
  ${groundsOf([...grounds, 'void-proof'])}
  -- With which means a code was made, and which code proved a candidate; nothing for a sign-in with a BSN.
  ALTER TABLE rebinding_code ADD COLUMN means_index text;
  ALTER TABLE identity_candidate ADD COLUMN proved_by text;
  CREATE INDEX identity_candidate_proof ON identity_candidate (proved_by) WHERE proved_by IS NOT NULL;

  -- R10: a code works as long as the means that made it. Whose it was, and which means made it.
  DROP FUNCTION use_rebinding_code;
  CREATE FUNCTION use_rebinding_code(given_hash text) RETURNS TABLE (client uuid, means text)
  LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    UPDATE rebinding_code r SET used_at = acting_now()
     WHERE r.code_hash = given_hash AND r.used_at IS NULL AND r.until > acting_now()
       AND acting_kind() IN ('unlinked', 'citizen') AND r.client_id IS DISTINCT FROM acting_client()
       AND (r.means_index IS NULL
            OR EXISTS (SELECT FROM client_means m WHERE m.means_index = r.means_index AND m.ended_at IS NULL)
            OR NOT EXISTS (SELECT FROM client_means m WHERE m.means_index = r.means_index))
    RETURNING r.client_id, r.means_index
  $$;

  -- What a means proved that was ended or undone, proves nothing any more.
  CREATE FUNCTION void_proofs() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  BEGIN
    UPDATE identity_candidate k SET ground = 'void-proof' FROM identity_case c
     WHERE k.proved_by = NEW.means_index AND k.ground = 'proved' AND c.id = k.case_id
       AND c.state IN ('checking', 'waiting');
    RETURN NULL;
  END $$;
  CREATE TRIGGER client_means_void AFTER UPDATE OF ended_how ON client_means FOR EACH ROW
    WHEN (NEW.ended_how IS NOT NULL AND NEW.ended_how IS DISTINCT FROM OLD.ended_how) EXECUTE FUNCTION void_proofs();

  -- A re-binding, or a letter whose code was brought, is undone.
  ALTER TABLE identity_case DROP CONSTRAINT identity_case_undone,
    ADD CONSTRAINT identity_case_undone CHECK (num_nonnulls(undone_at, undone_by, undone_reason) IN (0, 3)
      AND (undone_at IS NULL OR (state = 'granted'
           AND (kind = 'rebinding' OR (kind = 'onboarding' AND redeemed_at IS NOT NULL)))));
  CREATE OR REPLACE FUNCTION undo_rebinding(asked uuid) RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  DECLARE wrong client_means;
  BEGIN
    IF acting_kind() <> 'official' OR NOT acting_on_identities()
    THEN RAISE EXCEPTION 'only an official undoes a re-binding' USING ERRCODE = 'insufficient_privilege'; END IF;
    PERFORM FROM identity_case c
     WHERE c.id = asked AND c.kind IN ('rebinding', 'onboarding') AND c.state = 'granted' AND c.undone_at IS NULL
       FOR UPDATE;
    IF NOT FOUND THEN RETURN false; END IF;
    SELECT * INTO wrong FROM client_means m WHERE m.bound_by = asked;
    IF NOT FOUND THEN RETURN false; END IF;
    PERFORM FROM client c WHERE c.id = wrong.client_id FOR UPDATE;
    SELECT * INTO wrong FROM client_means m WHERE m.bound_by = asked;
    UPDATE client_means m SET ended_how = 'undone', ended_at = coalesce(m.ended_at, greatest(acting_now(), m.since))
     WHERE m.id = wrong.id;
    -- A later means took its place: who had one before that does not come back beside it.
    IF wrong.replaced_by IS NOT NULL THEN RETURN true; END IF;
    -- What it took the place of; and of what was undone there, what that took the place of.
    WITH RECURSIVE back (by_case) AS (
      VALUES (asked)
      UNION
      SELECT m.bound_by FROM back b JOIN client_means m ON m.replaced_by = b.by_case AND m.ended_how = 'undone')
    UPDATE client_means m SET ended_at = NULL, replaced_by = NULL
     WHERE m.client_id = wrong.client_id AND m.ended_how IS NULL AND m.replaced_by IN (SELECT by_case FROM back)
       AND NOT EXISTS (SELECT FROM client_means o WHERE o.means_index = m.means_index AND o.ended_at IS NULL);
    RETURN true;
  END $$;

  -- For the official who undoes it: what the client gave while the means that this case bound was there.
  CREATE FUNCTION given_by_means_of(asked uuid) RETURNS TABLE (mandate uuid, office text, state text, at timestamptz)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT g.id, o.name, g.state, g.activated_at
      FROM client_means m
      JOIN mandate g ON g.client_id = m.client_id AND g.ground = 'voluntary' AND g.paper_id IS NULL
                    AND g.activated_at >= m.since AND (m.ended_at IS NULL OR g.activated_at <= m.ended_at)
      JOIN organisation o ON o.id = g.organisation_id
     WHERE m.bound_by = asked AND acting_kind() = 'official' AND acting_on_identities()
     ORDER BY g.activated_at, g.id
  $$;
  REVOKE EXECUTE ON FUNCTION use_rebinding_code, void_proofs, given_by_means_of FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION use_rebinding_code, given_by_means_of TO volmacht_app;
  `,
  `
  DROP FUNCTION given_by_means_of, use_rebinding_code;
  CREATE FUNCTION use_rebinding_code(given_hash text) RETURNS uuid
  LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    UPDATE rebinding_code SET used_at = acting_now()
     WHERE code_hash = given_hash AND used_at IS NULL AND until > acting_now()
       AND acting_kind() IN ('unlinked', 'citizen') AND client_id IS DISTINCT FROM acting_client()
    RETURNING client_id
  $$;
  REVOKE EXECUTE ON FUNCTION use_rebinding_code FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION use_rebinding_code TO volmacht_app;
  CREATE OR REPLACE FUNCTION undo_rebinding(asked uuid) RETURNS boolean
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
  UPDATE identity_case SET undone_at = NULL, undone_by = NULL, undone_reason = NULL WHERE kind <> 'rebinding';
  ALTER TABLE identity_case DROP CONSTRAINT identity_case_undone,
    ADD CONSTRAINT identity_case_undone CHECK (num_nonnulls(undone_at, undone_by, undone_reason) IN (0, 3)
      AND (undone_at IS NULL OR (kind = 'rebinding' AND state = 'granted')));
  DROP TRIGGER client_means_void ON client_means;
  DROP FUNCTION void_proofs;
  ALTER TABLE identity_candidate DROP COLUMN proved_by;
  ALTER TABLE rebinding_code DROP COLUMN means_index;
  UPDATE identity_candidate SET ground = 'same-person' WHERE ground = 'void-proof';
  ${groundsOf(grounds)}
  `,
);
