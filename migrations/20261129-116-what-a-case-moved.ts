import { sqlMigration } from './as-owner.ts';

/** Every table that names a client, with what its rows are known by, as `join_clients` goes through them. */
const places = `
  SELECT t.relname AS name,
         (SELECT a.attname FROM pg_attribute a
           WHERE a.attrelid = t.oid AND NOT a.attisdropped AND a.atttypid = 'uuid'::regtype
             AND a.attname IN ('id', 'case_id', 'shield_id')
           ORDER BY array_position(ARRAY['id', 'case_id', 'shield_id']::name[], a.attname) LIMIT 1) AS key,
         EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = t.oid AND a.attname = 'mandate_id') AS of_mandate,
         EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = t.oid AND a.attname = 'message_id') AS of_message
    FROM pg_class t
    JOIN pg_attribute c ON c.attrelid = t.oid AND c.attname = 'client_id' AND NOT c.attisdropped
                       AND c.atttypid = 'uuid'::regtype
   WHERE t.relkind = 'r' AND t.relnamespace = 'public'::regnamespace AND t.oid <> 'trail'::regclass`;

/**
 * Decision 81: means are bound and pseudonyms joined by a case that was decided, and by nothing else; what a case moved is
 * on record with it, so that it can be undone, whoever it let in.
 */
export const WhatACaseMoved = sqlMigration(
  'WhatACaseMoved',
  1795910400116,
  `
  -- Who asked, when he had a pseudonym: client_id is whom he turned out to be. Written by the trigger alone.
  ALTER TABLE identity_case ADD COLUMN asked_as uuid REFERENCES client;
  ALTER TABLE identity_case DROP CONSTRAINT identity_case_undone,
    ADD CONSTRAINT identity_case_undone CHECK (num_nonnulls(undone_at, undone_by, undone_reason) IN (0, 3)
      AND (undone_at IS NULL OR state = 'granted'));
  -- Of before this: a means that was another's already did not say by which re-binding it is here.
  UPDATE client_means m SET bound_by = c.id FROM identity_case c
   WHERE c.kind = 'rebinding' AND c.state = 'granted' AND c.undone_at IS NULL AND c.means_index = m.means_index
     AND c.client_id = m.client_id AND m.ended_at IS NULL AND m.bound_by IS DISTINCT FROM c.id
     AND EXISTS (SELECT FROM client_means o WHERE o.replaced_by = c.id);

  -- What became of two pseudonyms by a case: which rows moved, and what the one that went had that could not be kept. No
  -- column here is called client_id: it is what was, and moves with no later join.
  CREATE TABLE identity_join (
    case_id uuid PRIMARY KEY REFERENCES identity_case,
    gone uuid NOT NULL REFERENCES client,
    stays uuid NOT NULL REFERENCES client,
    asker_stays boolean NOT NULL,
    joined_at timestamptz NOT NULL,
    parted_at timestamptz,
    moved jsonb NOT NULL,
    kept jsonb NOT NULL,
    -- Name and contact: gone six weeks after the end of the case, like its dossier.
    personal jsonb,
    CHECK (gone <> stays)
  );
  CREATE INDEX identity_join_by_stays ON identity_join (stays);
  CREATE INDEX identity_join_by_gone ON identity_join (gone);
  ALTER TABLE identity_join ENABLE ROW LEVEL SECURITY;
  ALTER TABLE identity_join FORCE ROW LEVEL SECURITY;
  CREATE POLICY identity_join_owner ON identity_join TO volmacht_owner USING (true) WITH CHECK (true);
  CREATE POLICY identity_join_read ON identity_join FOR SELECT TO volmacht_app USING (acting_on_identities());
  CREATE POLICY identity_join_forget ON identity_join FOR UPDATE TO volmacht_app
    USING (acting_kind() = 'job') WITH CHECK (personal IS NULL);
  GRANT SELECT, UPDATE (personal) ON identity_join TO volmacht_app;

  -- Who asked stays on record; and the source opens by itself what it names or somebody proved, and what is new.
  CREATE FUNCTION keep_who_asked() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
  BEGIN
    NEW.asked_as := OLD.client_id;
    IF pg_has_role(current_user, 'volmacht_owner', 'MEMBER') THEN RETURN NEW; END IF;
    IF OLD.state = 'checking' AND NEW.client_id IS DISTINCT FROM OLD.client_id
       AND NOT (NEW.kind = 'account' AND opened_in_this_act(NEW.client_id))
       AND NOT EXISTS (SELECT FROM identity_candidate k WHERE k.case_id = NEW.id AND k.client_id = NEW.client_id
                          AND k.ground IN ('source', 'proved'))
    THEN RAISE EXCEPTION 'the source opens what it names' USING ERRCODE = 'check_violation',
           CONSTRAINT = 'case_source_names'; END IF;
    RETURN NEW;
  END $$;
  CREATE TRIGGER identity_case_asker BEFORE UPDATE OF state ON identity_case FOR EACH ROW
    WHEN (NEW.state = 'granted' AND OLD.state <> 'granted') EXECUTE FUNCTION keep_who_asked();

  -- Whether this case was granted by who acts, in this very act: the triggers of a case held it against what two
  -- officials, or the source, may.
  CREATE FUNCTION granted_in_this_act(asked identity_case) RETURNS boolean LANGUAGE sql STABLE
    RETURN coalesce(acting_on_identities() AND asked.state = 'granted' AND asked.undone_at IS NULL
      AND asked.decided_at = acting_now() AND asked.decided_by = current_setting('app.actor'), false);

  -- The means of a case becomes that of whom it turned out to be of. A re-binding takes the place of all others of its
  -- kind, any other of those of its country; and each binding has a row of its own, so that it can be taken back.
  DROP FUNCTION bind_means;
  CREATE FUNCTION bind_means(new_id uuid, given_sealed text, given_case uuid) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  DECLARE asked identity_case;
  BEGIN
    SELECT * INTO asked FROM identity_case c WHERE c.id = given_case FOR UPDATE;
    IF asked.means_index IS NULL OR NOT (granted_in_this_act(asked)
         -- An account opens also while officials find out who it is.
         OR (asked.kind = 'account' AND asked.state = 'waiting' AND asked.waiting_since = acting_now()
             AND acting_kind() = 'job' AND opened_in_this_act(asked.client_id)))
    THEN RAISE EXCEPTION 'a means is bound by a case that was granted' USING ERRCODE = 'insufficient_privilege'; END IF;
    PERFORM FROM client WHERE id = asked.client_id AND joined_into IS NULL FOR UPDATE;
    IF NOT FOUND THEN RAISE EXCEPTION 'this client became another' USING ERRCODE = 'serialization_failure'; END IF;
    IF EXISTS (SELECT FROM client_means m
                WHERE m.means_index = asked.means_index AND m.ended_at IS NULL AND m.client_id <> asked.client_id)
    THEN RAISE EXCEPTION 'this means is of another client' USING ERRCODE = 'check_violation'; END IF;
    IF acting_kind() = 'job' AND asked.kind <> 'rebinding' AND EXISTS (
         SELECT FROM client_means m WHERE m.client_id = asked.client_id AND m.ended_at IS NULL
            AND m.kind = asked.means_kind AND m.means_index <> asked.means_index
            AND m.country IS NOT DISTINCT FROM asked.means_country)
    THEN RAISE EXCEPTION 'the source alone takes no means away' USING ERRCODE = 'check_violation',
           CONSTRAINT = 'source_takes_no_means'; END IF;
    UPDATE client_means SET ended_at = greatest(acting_now(), since), replaced_by = asked.id
     WHERE client_id = asked.client_id AND ended_at IS NULL AND kind = asked.means_kind
       AND (means_index = asked.means_index OR asked.kind = 'rebinding'
            OR country IS NOT DISTINCT FROM asked.means_country);
    INSERT INTO client_means (id, client_id, kind, means_index, sealed, country, since, bound_by)
      VALUES (new_id, asked.client_id, asked.means_kind, asked.means_index, given_sealed, asked.means_country,
              acting_now(), asked.id);
  END $$;

  -- Who asked and whom he turned out to be become one. Of two a pseudonym of a BSN stays, else that of whose inbox opens.
  CREATE FUNCTION join_for_case(given_case uuid)
  RETURNS TABLE (mandate uuid, organisation uuid, before text, after text, why text)
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  DECLARE asked identity_case; one uuid; other uuid; place record; ids uuid[]; found jsonb := '{}';
  BEGIN
    SELECT * INTO asked FROM identity_case c WHERE c.id = given_case FOR UPDATE;
    IF asked.id IS NULL OR NOT granted_in_this_act(asked) OR asked.kind = 'onboarding'
    THEN RAISE EXCEPTION 'clients are joined by a case that was granted' USING ERRCODE = 'insufficient_privilege'; END IF;
    IF asked.asked_as IS NULL OR asked.asked_as = asked.client_id THEN RETURN; END IF;
    PERFORM pg_advisory_xact_lock(hashtextextended(least(asked.asked_as, asked.client_id)::text, 13));
    PERFORM pg_advisory_xact_lock(hashtextextended(greatest(asked.asked_as, asked.client_id)::text, 13));
    PERFORM FROM client c WHERE c.id IN (asked.asked_as, asked.client_id) ORDER BY c.id FOR UPDATE;
    SELECT c.id INTO one FROM client c WHERE c.id IN (asked.asked_as, asked.client_id)
     ORDER BY c.bsn_index IS NULL, c.id <> asked.client_id LIMIT 1;
    other := CASE one WHEN asked.client_id THEN asked.asked_as ELSE asked.client_id END;
    FOR place IN ${places} LOOP
      CONTINUE WHEN place.key IS NULL;
      EXECUTE format('SELECT array_agg(%I) FROM %I WHERE client_id = $1', place.key, place.name) INTO ids USING other;
      IF ids IS NOT NULL THEN found := found || jsonb_build_object(place.name, ids); END IF;
    END LOOP;
    INSERT INTO identity_join (case_id, gone, stays, asker_stays, joined_at, moved, kept, personal)
      SELECT asked.id, g.id, s.id, s.id = asked.asked_as, acting_now(), found,
             jsonb_build_object(
               'under', ARRAY(SELECT c.id FROM client c WHERE c.joined_into = g.id),
               'claims', ARRAY(SELECT l.id FROM scope_line l WHERE l.client_id = g.id AND l.claims),
               'shields', ARRAY(SELECT h.id FROM shield h WHERE h.client_id = g.id AND h.ended_at IS NULL),
               'assignments', ARRAY(SELECT a.id FROM assignment a WHERE a.client_id = g.id AND a.ended_at IS NULL),
               'since', s.since, 'unnamed', s.name IS NULL),
             jsonb_build_object('name', g.name,
               'contact', (SELECT to_jsonb(k) FROM client_contact k WHERE k.client_id = g.id),
               'preference', (SELECT to_jsonb(k) FROM client_preference k WHERE k.client_id = g.id))
        FROM client g, client s WHERE g.id = other AND s.id = one;
    RETURN QUERY SELECT * FROM join_clients(other, one);
  END $$;
  REVOKE EXECUTE ON FUNCTION join_clients FROM PUBLIC, volmacht_app;

  -- The two that a case made one are two again: what was of the one that went goes back to him, with what belongs to it
  -- since. What came to be meanwhile stays with the one that stayed; what the join ended by law stays ended (R18).
  CREATE FUNCTION part_clients(parting identity_join) RETURNS void
  LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
  DECLARE place record; conditions text; now_of uuid; mandates uuid[]; messages uuid[];
  BEGIN
    SELECT coalesce(c.joined_into, c.id) INTO now_of FROM client c WHERE c.id = parting.stays;
    PERFORM pg_advisory_xact_lock(hashtextextended(least(parting.gone, now_of)::text, 13));
    PERFORM pg_advisory_xact_lock(hashtextextended(greatest(parting.gone, now_of)::text, 13));
    PERFORM FROM client c WHERE c.id IN (parting.gone, now_of) ORDER BY c.id FOR UPDATE;
    mandates := ARRAY(SELECT v::uuid FROM jsonb_array_elements_text(parting.moved->'mandate') v);
    messages := ARRAY(SELECT v::uuid FROM jsonb_array_elements_text(parting.moved->'message') v);
    UPDATE client SET joined_into = NULL, joined_at = NULL, name = parting.personal->>'name' WHERE id = parting.gone;
    UPDATE client SET joined_into = parting.gone
     WHERE joined_into = now_of AND id IN (SELECT v::uuid FROM jsonb_array_elements_text(parting.kept->'under') v);
    UPDATE client s SET since = CASE s.since WHEN g.since THEN (parting.kept->>'since')::timestamptz ELSE s.since END,
        name = CASE WHEN (parting.kept->>'unnamed')::boolean AND s.name IS NOT DISTINCT FROM g.name THEN NULL ELSE s.name END
      FROM client g WHERE s.id = now_of AND s.id = parting.stays AND g.id = parting.gone;
    SET CONSTRAINTS ALL DEFERRED;
    FOR place IN ${places} LOOP
      conditions := concat_ws(' OR ',
        CASE WHEN place.key IS NOT NULL THEN format('%I = ANY ($3)', place.key) END,
        CASE WHEN place.of_mandate THEN 'mandate_id = ANY ($4)' END,
        CASE WHEN place.of_message THEN 'message_id = ANY ($5)' END);
      CONTINUE WHEN conditions = '';
      EXECUTE format('UPDATE %I SET client_id = $1 WHERE client_id = $2 AND (%s)%s', place.name, conditions,
                     CASE place.name WHEN 'identity_case' THEN ' AND id <> $6' END)
        USING parting.gone, now_of, ARRAY(SELECT v::uuid FROM jsonb_array_elements_text(parting.moved->place.name) v),
              mandates, messages, parting.case_id;
    END LOOP;
    SET CONSTRAINTS ALL IMMEDIATE;
    UPDATE message_mark SET reader = 'citizen:' || parting.gone
     WHERE client_id = parting.gone AND reader = 'citizen:' || now_of;
    UPDATE scope_line l SET claims = true FROM mandate m
     WHERE l.id IN (SELECT v::uuid FROM jsonb_array_elements_text(parting.kept->'claims') v) AND NOT l.claims
       AND m.id = l.mandate_id AND m.ended_at IS NULL AND l.ended_at IS NULL AND l.client_id = parting.gone
       AND NOT EXISTS (SELECT FROM scope_line o WHERE o.client_id = l.client_id AND o.claims
                          AND o.organisation_id = l.organisation_id AND o.sender = l.sender AND o.category = l.category
                          AND o.period && l.period);
    UPDATE shield SET ended_at = NULL, ended_by = NULL
     WHERE id IN (SELECT v::uuid FROM jsonb_array_elements_text(parting.kept->'shields') v)
       AND ended_at = parting.joined_at;
    UPDATE assignment SET ended_at = NULL
     WHERE id IN (SELECT v::uuid FROM jsonb_array_elements_text(parting.kept->'assignments') v)
       AND ended_at = parting.joined_at;
    INSERT INTO client_contact SELECT k.* FROM jsonb_populate_record(NULL::client_contact, parting.personal->'contact') k
     WHERE k.id IS NOT NULL ON CONFLICT DO NOTHING;
    DELETE FROM client_preference WHERE client_id = now_of AND parting.personal->'preference' <> 'null'
       AND jsonb_build_array(language, time_zone, changed_at)
         = (SELECT jsonb_build_array(k.language, k.time_zone, k.changed_at)
              FROM jsonb_populate_record(NULL::client_preference, parting.personal->'preference') k);
    INSERT INTO client_preference
      SELECT k.* FROM jsonb_populate_record(NULL::client_preference, parting.personal->'preference') k
       WHERE k.client_id IS NOT NULL ON CONFLICT DO NOTHING;
    UPDATE identity_join SET parted_at = acting_now(), personal = NULL WHERE case_id = parting.case_id;
  END $$;

  CREATE OR REPLACE FUNCTION undo_rebinding(asked uuid) RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  DECLARE wrong client_means; joined identity_join;
  BEGIN
    IF acting_kind() <> 'official' OR NOT acting_on_identities()
    THEN RAISE EXCEPTION 'only an official undoes it' USING ERRCODE = 'insufficient_privilege'; END IF;
    PERFORM FROM identity_case c WHERE c.id = asked AND c.state = 'granted' AND c.undone_at IS NULL FOR UPDATE;
    IF NOT FOUND THEN RETURN false; END IF;
    SELECT * INTO joined FROM identity_join j WHERE j.case_id = asked AND j.parted_at IS NULL FOR UPDATE;
    PERFORM FROM client c JOIN client_means m ON m.client_id = c.id WHERE m.bound_by = asked FOR UPDATE OF c;
    -- What the same case bound before, while officials looked at it, is his own.
    SELECT * INTO wrong FROM client_means m WHERE m.bound_by = asked AND m.replaced_by IS DISTINCT FROM asked;
    -- Whose account opened by it and who turned out to be nobody else: there is nothing to give back.
    IF joined.case_id IS NULL AND (wrong.id IS NULL OR EXISTS (
         SELECT FROM client c WHERE c.id = wrong.client_id AND c.bsn_index IS NULL AND c.since = wrong.since))
    THEN RETURN false; END IF;
    UPDATE client_means m SET ended_how = 'undone', ended_at = coalesce(m.ended_at, greatest(acting_now(), m.since))
     WHERE m.id = wrong.id;
    IF joined.case_id IS NOT NULL THEN PERFORM part_clients(joined); END IF;
    IF wrong.id IS NULL THEN RETURN true; END IF;
    -- What it took the place of; and of what was undone there, what that took the place of. A later means took its place:
    -- then none comes back beside that one, but to who is another client again.
    WITH RECURSIVE back (by_case) AS (
      VALUES (asked)
      UNION
      SELECT m.bound_by FROM back b JOIN client_means m ON m.replaced_by = b.by_case AND m.ended_how = 'undone')
    UPDATE client_means m SET ended_at = NULL, replaced_by = NULL
     WHERE m.id IN (
       SELECT DISTINCT ON (k.means_index) k.id FROM client_means k
        WHERE k.ended_how IS NULL AND k.ended_at IS NOT NULL
          AND CASE WHEN k.client_id = wrong.client_id
                   THEN wrong.replaced_by IS NULL AND k.replaced_by IN (SELECT by_case FROM back)
                   ELSE k.replaced_by = asked END
          AND NOT EXISTS (SELECT FROM client_means o WHERE o.means_index = k.means_index AND o.ended_at IS NULL)
        ORDER BY k.means_index, k.since DESC, k.id DESC);
    RETURN true;
  END $$;

  -- For the official who undoes it: what was given while the means was there, or the two were one.
  CREATE OR REPLACE FUNCTION given_by_means_of(asked uuid)
  RETURNS TABLE (mandate uuid, office text, state text, at timestamptz)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT g.id, o.name, g.state, g.activated_at
      FROM mandate g JOIN organisation o ON o.id = g.organisation_id
     WHERE g.ground = 'voluntary' AND g.paper_id IS NULL AND acting_kind() = 'official' AND acting_on_identities()
       AND (EXISTS (SELECT FROM client_means m
                     WHERE m.bound_by = asked AND m.replaced_by IS DISTINCT FROM asked AND m.client_id = g.client_id
                       AND g.activated_at >= m.since AND (m.ended_at IS NULL OR g.activated_at <= m.ended_at))
         OR EXISTS (SELECT FROM identity_join j JOIN client c ON c.id = j.stays
                     WHERE j.case_id = asked AND g.client_id = coalesce(c.joined_into, c.id)
                       AND g.activated_at >= j.joined_at AND (j.parted_at IS NULL OR g.activated_at <= j.parted_at)))
     ORDER BY g.activated_at, g.id
  $$;

  -- R10: a code works as long as the means that made it is that client's.
  CREATE OR REPLACE FUNCTION use_rebinding_code(given_hash text) RETURNS TABLE (client uuid, means text)
  LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    UPDATE rebinding_code r SET used_at = acting_now()
     WHERE r.code_hash = given_hash AND r.used_at IS NULL AND r.until > acting_now()
       AND acting_kind() IN ('unlinked', 'citizen') AND r.client_id IS DISTINCT FROM acting_client()
       AND (r.means_index IS NULL
            OR EXISTS (SELECT FROM client_means m
                        WHERE m.means_index = r.means_index AND m.ended_at IS NULL AND m.client_id = r.client_id)
            OR NOT EXISTS (SELECT FROM client_means m WHERE m.means_index = r.means_index))
    RETURNING r.client_id, r.means_index
  $$;

  -- While two were one, lines of both stand under one pseudonym. Where that is of who was let in wrongly, he reads none of
  -- them any more: they tell of the other too.
  CREATE FUNCTION acting_partings() RETURNS tstzmultirange
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT CASE WHEN acting_kind() = 'citizen' THEN coalesce((
      SELECT range_agg(tstzrange(j.joined_at, j.parted_at, '[]')) FROM identity_join j
       WHERE j.stays = ANY (pseudonyms_of(acting_client())) AND j.asker_stays AND j.parted_at IS NOT NULL), '{}')
      ELSE '{}' END
  $$;
  CREATE POLICY trail_of_the_parted ON trail AS RESTRICTIVE FOR SELECT TO volmacht_app
    USING (NOT at <@ (SELECT acting_partings()));

  REVOKE EXECUTE ON FUNCTION bind_means, join_for_case, part_clients, acting_partings FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION bind_means, join_for_case, acting_partings TO volmacht_app;
  `,
  `
  DROP POLICY trail_of_the_parted ON trail;
  DROP FUNCTION acting_partings;
  CREATE OR REPLACE FUNCTION use_rebinding_code(given_hash text) RETURNS TABLE (client uuid, means text)
  LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    UPDATE rebinding_code r SET used_at = acting_now()
     WHERE r.code_hash = given_hash AND r.used_at IS NULL AND r.until > acting_now()
       AND acting_kind() IN ('unlinked', 'citizen') AND r.client_id IS DISTINCT FROM acting_client()
       AND (r.means_index IS NULL
            OR EXISTS (SELECT FROM client_means m WHERE m.means_index = r.means_index AND m.ended_at IS NULL)
            OR NOT EXISTS (SELECT FROM client_means m WHERE m.means_index = r.means_index))
    RETURNING r.client_id, r.means_index
  $$;
  CREATE OR REPLACE FUNCTION given_by_means_of(asked uuid) RETURNS TABLE (mandate uuid, office text, state text, at timestamptz)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT g.id, o.name, g.state, g.activated_at
      FROM client_means m
      JOIN mandate g ON g.client_id = m.client_id AND g.ground = 'voluntary' AND g.paper_id IS NULL
                    AND g.activated_at >= m.since AND (m.ended_at IS NULL OR g.activated_at <= m.ended_at)
      JOIN organisation o ON o.id = g.organisation_id
     WHERE m.bound_by = asked AND acting_kind() = 'official' AND acting_on_identities()
     ORDER BY g.activated_at, g.id
  $$;
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
  DROP FUNCTION part_clients, join_for_case, bind_means, granted_in_this_act;
  GRANT EXECUTE ON FUNCTION join_clients TO volmacht_app;
  CREATE FUNCTION bind_means(
    new_id uuid, whose uuid, given_kind text, given_index text, given_sealed text, given_country text, replaces text, given_case uuid
  ) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  BEGIN
    IF NOT acting_on_identities()
    THEN RAISE EXCEPTION 'only an official or a job binds a means' USING ERRCODE = 'insufficient_privilege'; END IF;
    PERFORM FROM client WHERE id = whose AND joined_into IS NULL FOR UPDATE;
    IF NOT FOUND THEN RAISE EXCEPTION 'this client became another' USING ERRCODE = 'serialization_failure'; END IF;
    UPDATE client_means SET ended_at = greatest(acting_now(), since), replaced_by = given_case
     WHERE client_id = whose AND ended_at IS NULL AND kind = given_kind AND means_index <> given_index
       AND (replaces = '*' OR (replaces = 'own' AND country IS NOT DISTINCT FROM given_country));
    INSERT INTO client_means (id, client_id, kind, means_index, sealed, country, since, bound_by)
      VALUES (new_id, whose, given_kind, given_index, given_sealed, given_country, acting_now(), given_case)
      ON CONFLICT (means_index) WHERE ended_at IS NULL DO NOTHING;
    IF NOT EXISTS (SELECT FROM client_means WHERE means_index = given_index AND ended_at IS NULL AND client_id = whose)
    THEN RAISE EXCEPTION 'this means is of another client' USING ERRCODE = 'check_violation'; END IF;
  END $$;
  REVOKE EXECUTE ON FUNCTION bind_means FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION bind_means TO volmacht_app;
  DROP TRIGGER identity_case_asker ON identity_case;
  DROP FUNCTION keep_who_asked;
  DROP TABLE identity_join;
  UPDATE identity_case SET undone_at = NULL, undone_by = NULL, undone_reason = NULL
   WHERE kind NOT IN ('rebinding', 'onboarding') OR (kind = 'onboarding' AND redeemed_at IS NULL);
  ALTER TABLE identity_case DROP COLUMN asked_as, DROP CONSTRAINT identity_case_undone,
    ADD CONSTRAINT identity_case_undone CHECK (num_nonnulls(undone_at, undone_by, undone_reason) IN (0, 3)
      AND (undone_at IS NULL OR (state = 'granted'
           AND (kind = 'rebinding' OR (kind = 'onboarding' AND redeemed_at IS NOT NULL)))));
  `,
);
