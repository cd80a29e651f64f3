import { sqlMigration } from './as-owner.ts';

/** Notices by the rules of time, and those that a life event makes: as `noticeKinds` in src/domain/notice.ts. */
const ofTime = `'ending-90', 'ending-30', 'ending-7', 'unused-warning', 'unused-ended', 'review-due'`;
const ofLife = `'client-died', 'representative-died', 'moved-abroad', 'came-back', 'moved', 'name-changed',
                'came-of-age', 'curatele-reported'`;

/**
 * What the registers of persons tell of somebody's life: each event once, whatever the order in which they come. What
 * follows from one is carried out by one function, so that nothing changes without an event that says so (R30).
 */
export const LifeEvents = sqlMigration(
  'LifeEvents',
  1795910400036,
  `
  CREATE TABLE life_event (
    id uuid PRIMARY KEY,
    -- The OIN of the register that pushed it, or the name of the one that was asked; and what it calls the event.
    source text NOT NULL,
    event_id text NOT NULL CHECK (length(event_id) BETWEEN 1 AND 200),
    -- Keyed: the same event told otherwise is not the same.
    fingerprint text NOT NULL,
    client_id uuid NOT NULL REFERENCES client,
    kind text NOT NULL CHECK (kind IN ('death', 'death-corrected', 'emigration', 'return', 'address-change',
                                       'name-change', 'coming-of-age', 'curatele')),
    effective_on date NOT NULL,
    -- A name, a country, an address: sealed, bound to this row.
    sealed text,
    received_at timestamptz NOT NULL,
    outcome text NOT NULL CHECK (outcome IN ('new', 'applied', 'known', 'overtaken', 'waiting', 'closed')),
    -- Why an official has to look; with the answer it is over.
    question text CHECK (question IN ('death-corrected', 'another-day', 'another-content', 'after-death',
                                      'before-known-events', 'in-the-future', 'told-otherwise', 'order-needed')),
    settled_at timestamptz,
    settled_by text,
    reason text,
    UNIQUE (source, event_id, fingerprint),
    CHECK (outcome <> 'waiting' OR (question IS NOT NULL AND settled_at IS NULL)),
    CHECK (question IS NULL OR outcome IN ('waiting', 'applied', 'closed')),
    CHECK (num_nonnulls(settled_at, settled_by, reason) IN (0, 3) AND (settled_at IS NULL OR question IS NOT NULL))
  );
  CREATE UNIQUE INDEX life_event_once ON life_event (source, event_id) WHERE question IS DISTINCT FROM 'told-otherwise';
  CREATE INDEX life_event_by_time ON life_event (received_at, id);
  CREATE INDEX life_event_open ON life_event (received_at, id) WHERE question IS NOT NULL AND settled_at IS NULL;
  CREATE INDEX life_event_of_client ON life_event (client_id, received_at, id);

  -- Since when what is known of a person holds, by an event: what holds since a later day is not overtaken.
  CREATE TABLE client_life (
    client_id uuid PRIMARY KEY REFERENCES client,
    name_since date,
    residence_since date,
    country text CHECK (country ~ '^[A-Z]{2}$'),
    -- Lines of the address, sealed and bound to the client.
    address_sealed text,
    of_age_on date
  );
  -- How far each register was followed that is asked for what is new.
  CREATE TABLE life_event_cursor (source text PRIMARY KEY, cursor text NOT NULL, at timestamptz NOT NULL);

  DO $policies$
  DECLARE guarded text;
  BEGIN
    FOREACH guarded IN ARRAY ARRAY['life_event', 'client_life', 'life_event_cursor'] LOOP
      EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', guarded);
      EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', guarded);
      EXECUTE format('CREATE POLICY %I ON %I TO volmacht_owner USING (true) WITH CHECK (true)',
                     guarded || '_owner', guarded);
    END LOOP;
  END $policies$;
  CREATE FUNCTION acting_on_lives() RETURNS boolean LANGUAGE sql STABLE
    RETURN acting_kind() = 'job' OR (acting_kind() = 'official' AND assurance_suffices('substantial'));   -- R5
  CREATE POLICY life_event_read ON life_event FOR SELECT TO volmacht_app USING ((SELECT acting_on_lives()));
  CREATE POLICY life_event_judge ON life_event FOR UPDATE TO volmacht_app
    USING (acting_on_lives() AND settled_at IS NULL)
    WITH CHECK (acting_on_lives() AND (settled_at IS NULL OR (
      acting_kind() = 'official' AND settled_at = acting_now() AND settled_by = acting_id())));
  CREATE POLICY client_life_read ON client_life FOR SELECT TO volmacht_app USING ((SELECT acting_on_lives()));
  CREATE POLICY life_event_cursor_job ON life_event_cursor TO volmacht_app
    USING (acting_kind() = 'job') WITH CHECK (acting_kind() = 'job');
  GRANT SELECT, UPDATE (outcome, question, settled_at, settled_by, reason) ON life_event TO volmacht_app;
  GRANT SELECT ON client_life TO volmacht_app;
  GRANT SELECT, INSERT, UPDATE ON life_event_cursor TO volmacht_app;

  -- R30: nobody signs in as the dead.
  CREATE FUNCTION has_died(whom uuid) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT EXISTS (SELECT FROM client WHERE id = whom AND died_on IS NOT NULL)
  $$;

  -- Takes an event in. Of who is no client of this service nothing is kept. Tells under which id it stands, and
  -- whether it is to be carried out.
  CREATE FUNCTION take_life_event(new_id uuid, index_of_bsn text, told jsonb, sealed_details text, print text,
                                  OUT id uuid, OUT is_new boolean)
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  DECLARE whose uuid; before record;
  BEGIN
    IF acting_kind() NOT IN ('system', 'job')
    THEN RAISE EXCEPTION 'only a register tells' USING ERRCODE = 'insufficient_privilege'; END IF;
    is_new := false;
    SELECT c.id INTO whose FROM client c WHERE c.bsn_index = index_of_bsn;
    IF whose IS NULL THEN RETURN; END IF;
    PERFORM pg_advisory_xact_lock(hashtextextended((told->>'source') || ' ' || (told->>'eventId'), 36));
    SELECT e.id, e.outcome INTO before FROM life_event e
     WHERE e.source = told->>'source' AND e.event_id = told->>'eventId' AND e.fingerprint = print;
    IF FOUND THEN
      id := before.id;
      is_new := before.outcome = 'new';
      RETURN;
    END IF;
    is_new := NOT EXISTS (SELECT FROM life_event e
                           WHERE e.source = told->>'source' AND e.event_id = told->>'eventId');
    INSERT INTO life_event (id, source, event_id, fingerprint, client_id, kind, effective_on, sealed, received_at,
                            outcome, question)
      VALUES (new_id, told->>'source', told->>'eventId', print, whose, told->>'kind', (told->>'effectiveOn')::date,
              sealed_details, acting_now(), CASE WHEN is_new THEN 'new' ELSE 'waiting' END,
              CASE WHEN NOT is_new THEN 'told-otherwise' END);
    id := new_id;
  END $$;

  -- R30, for whichever room learns of it: ends what is running, by the move 'end' of src/domain/mandate.ts. Tells what
  -- became of each.
  CREATE FUNCTION end_mandates(which uuid[], why text)
  RETURNS TABLE (mandate uuid, client uuid, organisation uuid, before text, after text)
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  BEGIN
    RETURN QUERY
      WITH locked AS (
        SELECT m.id, m.state FROM mandate m
         WHERE m.id = ANY (which) AND m.state IN ('active', 'suspended') ORDER BY m.id FOR NO KEY UPDATE),
      ended AS (
        UPDATE mandate m SET state = 'ended', ended_at = acting_now(), end_reason = why
          FROM locked l WHERE m.id = l.id
        RETURNING m.id, m.client_id, m.organisation_id, l.state AS was, m.state AS is_now),
      released AS (UPDATE scope_line s SET claims = false FROM ended e WHERE s.mandate_id = e.id AND s.claims)
      SELECT e.id, e.client_id, e.organisation_id, e.was, e.is_now FROM ended e ORDER BY e.id;
  END $$;
  -- What he did not answer lapses by the clock, on the day on which it would have: an office that saw it end sooner
  -- would learn of him (R3). But the code of a letter that lies there works no more.
  CREATE FUNCTION end_mandates_of_client(whose uuid, why text)
  RETURNS TABLE (mandate uuid, client uuid, organisation uuid, before text, after text)
  LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    UPDATE mandate SET code_hash = NULL, code_until = NULL WHERE client_id = whose AND state = 'offered';
    SELECT * FROM end_mandates(ARRAY(SELECT id FROM mandate WHERE client_id = whose AND ended_at IS NULL), why)
  $$;
  -- Of a person who represented others by himself. He may not act any more, so nobody gives him anything.
  CREATE FUNCTION end_mandates_to_person(who uuid, why text)
  RETURNS TABLE (mandate uuid, client uuid, organisation uuid, before text, after text)
  LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    UPDATE organisation SET standing = 'suspended', standing_reason = why WHERE person = who;
    SELECT * FROM end_mandates(ARRAY(
      SELECT m.id FROM mandate m JOIN organisation o ON o.id = m.organisation_id
       WHERE o.person = who AND m.ended_at IS NULL), why)
  $$;

  -- Carries out what follows from an event that is not settled yet, and nothing else. A death ends mandates on both
  -- sides, and tells which; nothing is ever revived (R18).
  CREATE FUNCTION apply_life_event(which uuid, effect jsonb)
  RETURNS TABLE (mandate uuid, client uuid, organisation uuid, before text, after text)
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  DECLARE whose uuid;
  BEGIN
    SELECT e.client_id INTO whose FROM life_event e WHERE e.id = which AND e.outcome IN ('new', 'waiting') FOR UPDATE;
    IF NOT FOUND OR NOT acting_on_lives()
    THEN RAISE EXCEPTION 'no event says so' USING ERRCODE = 'insufficient_privilege'; END IF;
    INSERT INTO client_life (client_id) VALUES (whose) ON CONFLICT DO NOTHING;
    CASE effect->>'kind'
      WHEN 'death' THEN
        UPDATE client c SET died_on = (effect->>'on')::date WHERE c.id = whose;
        RETURN QUERY SELECT * FROM end_mandates_of_client(whose, 'death');
        RETURN QUERY SELECT * FROM end_mandates_to_person(whose, 'death');
      WHEN 'alive' THEN
        UPDATE client c SET died_on = NULL WHERE c.id = whose;
      WHEN 'name' THEN
        UPDATE client c SET name = effect->>'name' WHERE c.id = whose;
        UPDATE client_life l SET name_since = (effect->>'since')::date WHERE l.client_id = whose;
      WHEN 'residence' THEN
        UPDATE client c SET abroad = (effect->>'abroad')::boolean WHERE c.id = whose;
        UPDATE client_life l SET residence_since = (effect->>'since')::date, country = effect->>'country',
               address_sealed = effect->>'address' WHERE l.client_id = whose;
      WHEN 'of-age' THEN
        UPDATE client_life l SET of_age_on = (effect->>'since')::date WHERE l.client_id = whose;
    END CASE;
  END $$;
  REVOKE EXECUTE ON FUNCTION has_died, take_life_event, end_mandates, end_mandates_of_client, end_mandates_to_person,
    apply_life_event FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION has_died, take_life_event, apply_life_event TO volmacht_app;

  -- What people hear of an event: about a mandate, or a client alone about himself.
  ALTER TABLE notice
    ALTER COLUMN mandate_id DROP NOT NULL,
    ALTER COLUMN organisation_id DROP NOT NULL,
    ADD COLUMN life_event_id uuid REFERENCES life_event,
    DROP CONSTRAINT notice_kind_check,
    ADD CONSTRAINT notice_kind_check CHECK (kind IN (${ofTime}, ${ofLife})),
    ADD CONSTRAINT notice_of_mandate CHECK (num_nonnulls(mandate_id, organisation_id) <> 1
      AND (mandate_id IS NOT NULL OR (recipient = 'client' AND life_event_id IS NOT NULL)));
  CREATE UNIQUE INDEX notice_of_life_event ON notice (life_event_id, kind) WHERE mandate_id IS NULL;
  CREATE FUNCTION tell_of_life_event(which uuid, notices jsonb) RETURNS int
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  DECLARE told life_event; added int;
  BEGIN
    SELECT * INTO told FROM life_event WHERE id = which;
    IF NOT FOUND OR NOT acting_on_lives()
    THEN RAISE EXCEPTION 'nothing is to be told' USING ERRCODE = 'insufficient_privilege'; END IF;
    INSERT INTO notice (id, kind, client_id, organisation_id, mandate_id, recipient, due_on, about, made_at, life_event_id)
      SELECT n.id, n.kind, coalesce(m.client_id, told.client_id), m.organisation_id, m.id, n.recipient, acting_day(),
             told.effective_on, acting_now(), which
        FROM jsonb_to_recordset(notices) AS n(id uuid, kind text, mandate uuid, recipient text)
        LEFT JOIN mandate m ON m.id = n.mandate
      ON CONFLICT DO NOTHING;
    GET DIAGNOSTICS added = ROW_COUNT;
    RETURN added;
  END $$;
  REVOKE EXECUTE ON FUNCTION tell_of_life_event FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION tell_of_life_event TO volmacht_app;
  `,
  `
  DROP FUNCTION tell_of_life_event;
  DELETE FROM notice WHERE kind IN (${ofLife});
  DROP INDEX notice_of_life_event;
  ALTER TABLE notice
    DROP CONSTRAINT notice_of_mandate,
    DROP CONSTRAINT notice_kind_check,
    ADD CONSTRAINT notice_kind_check CHECK (kind IN (${ofTime})),
    DROP COLUMN life_event_id,
    ALTER COLUMN organisation_id SET NOT NULL,
    ALTER COLUMN mandate_id SET NOT NULL;
  DROP FUNCTION apply_life_event, end_mandates_to_person, end_mandates_of_client, end_mandates, take_life_event,
    has_died;
  DROP TABLE life_event_cursor, client_life, life_event;
  DROP FUNCTION acting_on_lives;
  `,
);
