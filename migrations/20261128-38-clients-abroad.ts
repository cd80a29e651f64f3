import { sqlMigration } from './as-owner.ts';

/** Clients without a BSN, the means that they are known by, and what has to be found out about who somebody is. */
export const ClientsAbroad = sqlMigration(
  'ClientsAbroad',
  1795910400038,
  `
  -- A client may have no BSN (yet). A pseudonym that turned out to be of somebody who has another one stays as a
  -- sign to it: lines of the trail name it, and they are never rewritten (see the next migration).
  ALTER TABLE client
    ALTER COLUMN bsn_index DROP NOT NULL,
    ALTER COLUMN bsn_sealed DROP NOT NULL,
    ADD COLUMN joined_into uuid REFERENCES client,
    ADD COLUMN joined_at timestamptz,
    ADD CONSTRAINT client_bsn_whole CHECK (num_nonnulls(bsn_index, bsn_sealed) <> 1),
    ADD CONSTRAINT client_joined_whole CHECK (num_nonnulls(joined_into, joined_at) <> 1),
    ADD CONSTRAINT client_joined_bare CHECK (joined_into IS NULL OR (bsn_index IS NULL AND joined_into <> id));
  CREATE INDEX client_joined ON client (joined_into) WHERE joined_into IS NOT NULL;
  CREATE FUNCTION keep_client_identity() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
  BEGIN
    IF pg_has_role(current_user, 'volmacht_owner', 'MEMBER') THEN RETURN NEW; END IF;
    RAISE EXCEPTION 'who a client is changes only by the functions for it' USING ERRCODE = 'check_violation';
  END $$;
  CREATE TRIGGER client_identity BEFORE UPDATE OF bsn_index, bsn_sealed, joined_into, joined_at ON client
    FOR EACH ROW EXECUTE FUNCTION keep_client_identity();

  -- The means by which a client is known, beside a BSN: sealed, found by a keyed index, like a BSN.
  CREATE TABLE client_means (
    id uuid PRIMARY KEY,
    client_id uuid NOT NULL REFERENCES client,
    kind text NOT NULL CHECK (kind IN ('eidas', 'account')),
    means_index text NOT NULL,
    sealed text NOT NULL,
    country text CHECK (country ~ '^[A-Z]{2}$'),
    since timestamptz NOT NULL,
    ended_at timestamptz CHECK (ended_at >= since),
    CHECK ((kind = 'eidas') = (country IS NOT NULL))
  );
  CREATE UNIQUE INDEX client_means_once ON client_means (means_index) WHERE ended_at IS NULL;
  CREATE INDEX client_means_by_index ON client_means (means_index, ended_at DESC);
  CREATE INDEX client_means_by_client ON client_means (client_id);

  -- How a client without BSN is called and written to: no register tells it. Sealed; found by who he is.
  CREATE TABLE client_contact (
    id uuid PRIMARY KEY,
    client_id uuid NOT NULL UNIQUE REFERENCES client,
    sealed text NOT NULL,
    person_index text NOT NULL,
    kept_at timestamptz NOT NULL
  );
  CREATE INDEX client_contact_by_person ON client_contact (person_index);

  -- In which language and time zone a client likes to be told. Absent: nobody asked him.
  CREATE TABLE client_preference (
    client_id uuid PRIMARY KEY REFERENCES client,
    language text NOT NULL CHECK (language IN ('nl', 'en')),
    time_zone text NOT NULL CHECK (time_zone ~ '^[A-Za-z][A-Za-z0-9_+-]*(/[A-Za-z0-9_+-]+)*$' AND length(time_zone) <= 64),
    changed_at timestamptz NOT NULL
  );

  -- What has to be found out about who somebody is (src/domain/identity-case.ts).
  CREATE TABLE identity_case (
    id uuid PRIMARY KEY,
    kind text NOT NULL CHECK (kind IN ('account', 'link', 'rebinding', 'onboarding')),
    state text NOT NULL CHECK (state IN ('checking', 'waiting', 'granted', 'refused')),
    made_by text NOT NULL,
    -- Whose case it is; once granted, who it turned out to be.
    client_id uuid REFERENCES client,
    means_kind text CHECK (means_kind IN ('eidas', 'account')),
    means_index text,
    means_sealed text,
    means_country text CHECK (means_country ~ '^[A-Z]{2}$'),
    -- Name, date of birth, address, and what else the decision needs: gone six weeks after the end.
    dossier_sealed text,
    -- Keyed: an open request that is sent again while it waits is the same one.
    fingerprint text,
    outcome text CHECK (outcome IN ('match', 'no-match', 'ambiguous')),
    created_at timestamptz NOT NULL,
    waiting_since timestamptz,
    decided_at timestamptz,
    decided_by text,
    decision_reason text,
    -- R10: the code of the letter; its hash only.
    reference text UNIQUE,
    code_hash text,
    code_until date,
    wrong_codes int NOT NULL DEFAULT 0 CHECK (wrong_codes BETWEEN 0 AND 5),
    letters int NOT NULL DEFAULT 0 CHECK (letters BETWEEN 0 AND 2),
    redeemed_at timestamptz,
    gone_at timestamptz,
    CHECK (num_nonnulls(means_kind, means_index, means_sealed) IN (0, 3)),
    CHECK (num_nonnulls(reference, code_hash, code_until) IN (0, 3)),
    CHECK ((letters > 0) = (reference IS NOT NULL)),
    CHECK (reference IS NULL OR (kind = 'onboarding' AND state = 'granted' AND client_id IS NOT NULL)),
    CHECK (redeemed_at IS NULL OR reference IS NOT NULL),
    CHECK (state <> 'waiting' OR waiting_since IS NOT NULL),
    CHECK ((state IN ('granted', 'refused')) = (decided_at IS NOT NULL)),
    CHECK ((decided_at IS NULL) = (decided_by IS NULL)),
    CHECK (gone_at IS NULL OR (dossier_sealed IS NULL AND decided_at IS NOT NULL)),
    CHECK (decided_by IS NULL OR decided_by NOT LIKE 'official:%' OR decision_reason IS NOT NULL),
    -- Who entered it on paper does not decide about it.
    CONSTRAINT case_four_eyes CHECK (made_by NOT LIKE 'official:%' OR decided_by IS DISTINCT FROM made_by)
  );
  CREATE INDEX identity_case_by_age ON identity_case (created_at, id);
  CREATE INDEX identity_case_waiting ON identity_case (waiting_since, id) WHERE state = 'waiting';
  CREATE INDEX identity_case_kept ON identity_case (decided_at) WHERE gone_at IS NULL AND decided_at IS NOT NULL;
  -- One at a time. That an official has an account in hand holds nothing up: who asks again would notice it.
  CREATE UNIQUE INDEX identity_case_one_open ON identity_case (made_by, kind)
    WHERE (state = 'checking' OR (state = 'waiting' AND kind = 'rebinding')) AND kind <> 'onboarding'
      AND made_by NOT LIKE 'job:%';
  CREATE INDEX identity_case_by_client ON identity_case (client_id, created_at) WHERE client_id IS NOT NULL;
  CREATE UNIQUE INDEX identity_case_same ON identity_case (fingerprint) WHERE state IN ('checking', 'waiting');

  CREATE TABLE identity_candidate (
    case_id uuid NOT NULL REFERENCES identity_case,
    client_id uuid NOT NULL REFERENCES client,
    ground text NOT NULL CHECK (ground IN ('proved', 'source', 'stated', 'former-identifier', 'same-person')),
    -- What is known of him, for the official who compares; bound to \`id\`.
    id uuid NOT NULL,
    sealed text,
    PRIMARY KEY (case_id, client_id)
  );
  CREATE TABLE identity_evidence (
    id uuid PRIMARY KEY,
    case_id uuid NOT NULL REFERENCES identity_case,
    place int NOT NULL,
    media_type text NOT NULL CHECK (media_type IN ('application/pdf', 'image/png', 'image/jpeg')),
    size int NOT NULL CHECK (size > 0),
    sha256 text NOT NULL,
    sealed bytea NOT NULL,
    UNIQUE (case_id, place)
  );
  ALTER TABLE identity_evidence ALTER COLUMN sealed SET STORAGE EXTERNAL;
  CREATE TABLE identity_letter (
    id uuid PRIMARY KEY,
    case_id uuid NOT NULL REFERENCES identity_case,
    -- Sealed until the letter is handed to the printer, then gone: only its hash stays (R10).
    code_sealed text,
    queued_at timestamptz NOT NULL,
    printed_at timestamptz
  );
  CREATE INDEX identity_letter_by_case ON identity_letter (case_id);

  -- "This other sign-in is mine too": a code for within the hour, of which only the hash is kept (R10).
  CREATE TABLE rebinding_code (
    id uuid PRIMARY KEY,
    client_id uuid NOT NULL REFERENCES client,
    code_hash text NOT NULL UNIQUE,
    until timestamptz NOT NULL,
    used_at timestamptz
  );
  CREATE INDEX rebinding_code_by_client ON rebinding_code (client_id);

  DO $policies$
  DECLARE guarded text;
  BEGIN
    FOREACH guarded IN ARRAY ARRAY['client_means', 'client_contact', 'client_preference', 'identity_case',
                                   'identity_candidate', 'identity_evidence', 'identity_letter', 'rebinding_code'] LOOP
      EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', guarded);
      EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', guarded);
      EXECUTE format('CREATE POLICY %I ON %I TO volmacht_owner USING (true) WITH CHECK (true)',
                     guarded || '_owner', guarded);
    END LOOP;
  END $policies$;

  -- Officials and jobs: the only ones who look into what was asked. R5.
  CREATE FUNCTION acting_on_identities() RETURNS boolean LANGUAGE sql STABLE
    RETURN acting_kind() = 'job' OR (acting_kind() = 'official' AND assurance_suffices('substantial'));

  CREATE POLICY client_means_read ON client_means FOR SELECT TO volmacht_app
    USING (client_id = acting_client() OR acting_on_identities());
  GRANT SELECT ON client_means TO volmacht_app;
  CREATE POLICY client_contact_kept ON client_contact TO volmacht_app
    USING (acting_on_identities()) WITH CHECK (acting_on_identities());
  GRANT SELECT, INSERT, UPDATE ON client_contact TO volmacht_app;
  CREATE POLICY client_preference_own ON client_preference TO volmacht_app
    USING (client_id = acting_client() OR acting_on_identities())
    WITH CHECK (client_id = acting_client() OR acting_on_identities());
  GRANT SELECT, INSERT, UPDATE ON client_preference TO volmacht_app;

  -- Who asks puts something in, and does not read what became of it: own_identity_requests tells what he may know.
  CREATE POLICY identity_case_ask ON identity_case FOR INSERT TO volmacht_app
    WITH CHECK (made_by = current_setting('app.actor') AND state = 'checking' AND CASE acting_kind()
      WHEN 'unlinked' THEN kind IN ('account', 'rebinding') AND client_id IS NULL AND means_index = acting_id()
      WHEN 'citizen' THEN kind IN ('link', 'rebinding') AND client_id = acting_client()
      WHEN 'official' THEN kind = 'onboarding' AND client_id IS NULL AND means_index IS NULL
                       AND assurance_suffices('substantial')
      WHEN 'job' THEN kind IN ('onboarding', 'link') AND means_index IS NULL
      ELSE false END);
  CREATE FUNCTION is_own_case(asked uuid) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT EXISTS (SELECT FROM identity_case WHERE id = asked AND made_by = current_setting('app.actor'))
  $$;
  CREATE POLICY identity_case_read ON identity_case FOR SELECT TO volmacht_app USING (acting_on_identities());
  CREATE POLICY identity_case_change ON identity_case FOR UPDATE TO volmacht_app
    USING (acting_on_identities()) WITH CHECK (acting_on_identities());
  GRANT SELECT, INSERT ON identity_case TO volmacht_app;
  GRANT UPDATE (state, client_id, dossier_sealed, outcome, waiting_since, decided_at, decided_by, decision_reason,
                reference, code_hash, code_until, wrong_codes, letters, gone_at) ON identity_case TO volmacht_app;
  CREATE POLICY identity_candidate_ask ON identity_candidate FOR INSERT TO volmacht_app
    WITH CHECK (acting_kind() = 'job' OR is_own_case(case_id));
  CREATE POLICY identity_candidate_read ON identity_candidate FOR SELECT TO volmacht_app
    USING (acting_on_identities());
  CREATE POLICY identity_candidate_change ON identity_candidate FOR UPDATE TO volmacht_app
    USING (acting_kind() = 'job') WITH CHECK (acting_kind() = 'job');
  GRANT SELECT, INSERT ON identity_candidate TO volmacht_app;
  GRANT UPDATE (id, sealed) ON identity_candidate TO volmacht_app;
  CREATE POLICY identity_evidence_ask ON identity_evidence FOR INSERT TO volmacht_app
    WITH CHECK (is_own_case(case_id));
  CREATE POLICY identity_evidence_read ON identity_evidence FOR SELECT TO volmacht_app
    USING (acting_on_identities());
  CREATE POLICY identity_evidence_gone ON identity_evidence FOR DELETE TO volmacht_app
    USING (acting_kind() = 'job');
  GRANT SELECT, INSERT, DELETE ON identity_evidence TO volmacht_app;
  CREATE POLICY identity_letter_ask ON identity_letter FOR INSERT TO volmacht_app WITH CHECK (acting_on_identities());
  CREATE POLICY identity_letter_job ON identity_letter TO volmacht_app
    USING (acting_kind() = 'job') WITH CHECK (acting_kind() = 'job');
  GRANT SELECT, INSERT ON identity_letter TO volmacht_app;
  GRANT UPDATE (code_sealed, printed_at) ON identity_letter TO volmacht_app;
  CREATE POLICY rebinding_code_ask ON rebinding_code FOR INSERT TO volmacht_app
    WITH CHECK (client_id = acting_client() AND used_at IS NULL);
  CREATE POLICY rebinding_code_gone ON rebinding_code TO volmacht_app
    USING (acting_kind() = 'job') WITH CHECK (false);
  GRANT SELECT, INSERT, DELETE ON rebinding_code TO volmacht_app;

  -- The life of a case, once more: the source answers once, an official decides once, and an end stays.
  CREATE FUNCTION keep_case_life() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
  BEGIN
    IF pg_has_role(current_user, 'volmacht_owner', 'MEMBER') THEN RETURN NEW; END IF;
    IF NEW.state <> OLD.state AND NOT (CASE OLD.state || ' ' || NEW.state
         WHEN 'checking granted' THEN acting_kind() = 'job' AND NEW.kind <> 'onboarding'
         WHEN 'checking refused' THEN acting_kind() = 'job' AND NEW.kind = 'link'
         WHEN 'checking waiting' THEN acting_kind() = 'job'
         WHEN 'waiting granted' THEN acting_kind() = 'official'
         WHEN 'waiting refused' THEN acting_kind() = 'official'
         ELSE false END)
    THEN RAISE EXCEPTION 'this is not a move of a case' USING ERRCODE = 'check_violation'; END IF;
    IF NEW.state <> OLD.state AND NEW.decided_at IS NOT NULL
       AND NEW.decided_by IS DISTINCT FROM current_setting('app.actor')
    THEN RAISE EXCEPTION 'who decides names himself' USING ERRCODE = 'check_violation'; END IF;
    IF OLD.decided_at IS NOT NULL
       AND (NEW.decided_at, NEW.decided_by, NEW.client_id) IS DISTINCT FROM (OLD.decided_at, OLD.decided_by, OLD.client_id)
    THEN RAISE EXCEPTION 'what was decided stays decided' USING ERRCODE = 'check_violation'; END IF;
    IF NEW.letters NOT IN (OLD.letters, OLD.letters + 1)
       OR (NEW.letters = OLD.letters AND NEW.wrong_codes < OLD.wrong_codes)
       OR (NEW.letters > OLD.letters AND acting_kind() <> 'official')
    THEN RAISE EXCEPTION 'only another letter brings another code' USING ERRCODE = 'check_violation'; END IF;
    RETURN NEW;
  END $$;
  CREATE TRIGGER identity_case_life BEFORE UPDATE ON identity_case FOR EACH ROW EXECUTE FUNCTION keep_case_life();

  -- Whose a means is, before anybody acts: the current binding, else that it was replaced; and whether he died (R30).
  CREATE FUNCTION client_by_means(given_index text) RETURNS TABLE (client uuid, replaced boolean, died boolean)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT m.client_id, m.ended_at IS NOT NULL, c.died_on IS NOT NULL
      FROM client_means m JOIN client c ON c.id = m.client_id
     WHERE m.means_index = given_index ORDER BY m.ended_at DESC NULLS FIRST LIMIT 1
  $$;

  -- A means becomes this client's. It takes the place of others of its kind: of all of them ('*'), of those of its
  -- country ('own'), or of none (''). What was replaced no longer works in the same instant.
  CREATE FUNCTION bind_means(
    new_id uuid, whose uuid, given_kind text, given_index text, given_sealed text, given_country text, replaces text
  ) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  BEGIN
    IF NOT acting_on_identities()
    THEN RAISE EXCEPTION 'only an official or a job binds a means' USING ERRCODE = 'insufficient_privilege'; END IF;
    PERFORM FROM client WHERE id = whose AND joined_into IS NULL FOR UPDATE;
    IF NOT FOUND THEN RAISE EXCEPTION 'this client became another' USING ERRCODE = 'serialization_failure'; END IF;
    UPDATE client_means SET ended_at = greatest(acting_now(), since)
     WHERE client_id = whose AND ended_at IS NULL AND kind = given_kind AND means_index <> given_index
       AND (replaces = '*' OR (replaces = 'own' AND country IS NOT DISTINCT FROM given_country));
    INSERT INTO client_means (id, client_id, kind, means_index, sealed, country, since)
      VALUES (new_id, whose, given_kind, given_index, given_sealed, given_country, acting_now())
      ON CONFLICT (means_index) WHERE ended_at IS NULL DO NOTHING;
    IF NOT EXISTS (SELECT FROM client_means WHERE means_index = given_index AND ended_at IS NULL AND client_id = whose)
    THEN RAISE EXCEPTION 'this means is of another client' USING ERRCODE = 'check_violation'; END IF;
  END $$;

  -- A client without BSN comes to be.
  CREATE FUNCTION open_client(new_id uuid, given_name text) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  BEGIN
    IF NOT acting_on_identities()
    THEN RAISE EXCEPTION 'only an official or a job opens an account' USING ERRCODE = 'insufficient_privilege'; END IF;
    INSERT INTO client (id, name, abroad, since) VALUES (new_id, given_name, true, acting_now());
  END $$;

  -- What the acting party may know of what he asked: not that an official looks at who he may be.
  CREATE FUNCTION own_identity_requests() RETURNS TABLE (kind text, state text, at timestamptz)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT c.kind, CASE WHEN c.state = 'waiting' THEN 'checking' ELSE c.state END, c.created_at FROM identity_case c
     WHERE c.made_by = current_setting('app.actor')
       AND (c.kind = 'rebinding' OR (c.kind = 'account' AND c.state = 'checking'))
     ORDER BY c.created_at DESC, c.id DESC LIMIT 1
  $$;

  -- Who entered the case, for the decision about it.
  CREATE FUNCTION identity_case_facts(asked uuid) RETURNS jsonb
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT jsonb_build_object('enteredBy',
             CASE WHEN made_by LIKE 'official:%' THEN substr(made_by, length('official:') + 1) END)
      FROM identity_case WHERE id = asked
  $$;

  -- R10: uses a code for another means; whose it was. Nothing, when it is wrong, too old, or used.
  CREATE FUNCTION use_rebinding_code(given_hash text) RETURNS uuid
  LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    UPDATE rebinding_code SET used_at = acting_now()
     WHERE code_hash = given_hash AND used_at IS NULL AND until > acting_now()
       AND acting_kind() IN ('unlinked', 'citizen') AND client_id IS DISTINCT FROM acting_client()
    RETURNING client_id
  $$;

  -- R10: whoever signed in with a means of nobody hands over the code of a letter. The right one binds his means, in
  -- the same instant; a wrong one is counted, and the fifth locks. It does not tell one kind of no from another.
  CREATE FUNCTION redeem_letter_code(
    given_reference text, given_hash text, means_id uuid, given_kind text, given_sealed text, given_country text
  ) RETURNS TABLE (client uuid, case_id uuid, tries int)
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  DECLARE asked identity_case;
  BEGIN
    IF acting_kind() <> 'unlinked'
    THEN RAISE EXCEPTION 'only a means of nobody can be bound' USING ERRCODE = 'insufficient_privilege'; END IF;
    PERFORM pg_advisory_xact_lock(hashtextextended(acting_id(), 38));
    SELECT * INTO asked FROM identity_case c WHERE c.reference = given_reference FOR UPDATE;
    IF asked.id IS NULL
       OR EXISTS (SELECT FROM client_means m WHERE m.means_index = acting_id() AND m.ended_at IS NULL)
    THEN RETURN; END IF;
    IF asked.code_hash = given_hash AND asked.wrong_codes < 5 AND asked.redeemed_at IS NULL
       AND acting_day() < asked.code_until
    THEN
      PERFORM FROM client c WHERE c.id = asked.client_id FOR UPDATE;
      UPDATE client_means m SET ended_at = greatest(acting_now(), m.since)
       WHERE m.client_id = asked.client_id AND m.ended_at IS NULL AND m.kind = given_kind;
      INSERT INTO client_means (id, client_id, kind, means_index, sealed, country, since)
        VALUES (means_id, asked.client_id, given_kind, acting_id(), given_sealed, given_country, acting_now());
      UPDATE identity_case c SET redeemed_at = acting_now() WHERE c.id = asked.id;
      RETURN QUERY SELECT asked.client_id, asked.id, asked.wrong_codes;
    ELSIF asked.redeemed_at IS NULL AND asked.wrong_codes < 5 THEN
      UPDATE identity_case c SET wrong_codes = c.wrong_codes + 1 WHERE c.id = asked.id;
      RETURN QUERY SELECT NULL::uuid, asked.id, asked.wrong_codes + 1;
    END IF;
  END $$;

  REVOKE EXECUTE ON FUNCTION client_by_means, bind_means, open_client, is_own_case, own_identity_requests,
    identity_case_facts, use_rebinding_code, redeem_letter_code FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION client_by_means, bind_means, open_client, is_own_case, own_identity_requests,
    identity_case_facts, use_rebinding_code, redeem_letter_code TO volmacht_app;

  `,
  `
  DROP TABLE rebinding_code, identity_letter, identity_evidence, identity_candidate, identity_case, client_preference,
    client_contact, client_means;
  DROP FUNCTION redeem_letter_code, use_rebinding_code, identity_case_facts, own_identity_requests, is_own_case,
    open_client, bind_means, client_by_means, keep_case_life, acting_on_identities;
  DROP TRIGGER client_identity ON client;
  DROP FUNCTION keep_client_identity;
  ALTER TABLE client DROP COLUMN joined_at, DROP COLUMN joined_into;
  ALTER TABLE client DROP CONSTRAINT client_bsn_whole, ALTER COLUMN bsn_index SET NOT NULL,
    ALTER COLUMN bsn_sealed SET NOT NULL;
  `,
);
