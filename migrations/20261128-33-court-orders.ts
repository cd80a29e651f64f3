import { sqlMigration } from './as-owner.ts';

/**
 * Court orders: what an office hands in, the evidence, and who looked at it (R21). Until it is verified an order gives
 * nothing and its client does not see it: a claim that nobody checked is no news about him. Officials have a standing,
 * and one who is suspended sees nothing anywhere.
 */
export const CourtOrders = sqlMigration(
  'CourtOrders',
  1795910400033,
  `
  -- Officials come from the issuer that signs them in; here stands what another official decided about them, and who
  -- took part in a verification. Of whom nothing stands here, nothing is held against him.
  CREATE TABLE official (
    id uuid PRIMARY KEY,
    subject text NOT NULL UNIQUE CHECK (length(subject) BETWEEN 1 AND 300),
    standing text NOT NULL DEFAULT 'active' CHECK (standing IN ('active', 'suspended')),
    reason text,
    since timestamptz NOT NULL,
    changed_at timestamptz,
    changed_by text CHECK (changed_by <> subject),
    CHECK (standing = 'active' OR num_nonnulls(reason, changed_at, changed_by) = 3)
  );
  CREATE INDEX official_by_time ON official (since DESC, id DESC);
  CREATE FUNCTION official_works(given text) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT NOT EXISTS (SELECT FROM official WHERE subject = given AND standing = 'suspended')
  $$;
  -- For policies: whether the one who acts is not an official who was suspended.
  CREATE FUNCTION acting_works() RETURNS boolean LANGUAGE sql STABLE
    RETURN acting_kind() <> 'official' OR official_works(acting_id());

  CREATE TABLE court_order (
    id uuid PRIMARY KEY,
    client_id uuid NOT NULL REFERENCES client,
    organisation_id uuid NOT NULL REFERENCES organisation,
    ground text NOT NULL CHECK (ground IN ('curatele', 'bewind', 'mentorschap', 'provisional')),
    position text NOT NULL CHECK (position IN ('sole', 'additional', 'successor')),
    state text NOT NULL CHECK (state IN ('registered', 'in-verification', 'supplement-requested', 'rejected',
                                         'withdrawn', 'verified')),
    court text NOT NULL,
    case_number text NOT NULL CHECK (case_number ~ '^[ -~]{3,40}$'),
    ecli text,
    given_on date NOT NULL,
    sent_on date CHECK (sent_on >= given_on),
    starts_on date CHECK (starts_on >= given_on),
    until_day date,
    partial boolean NOT NULL,
    divided boolean NOT NULL,
    senders text[],
    categories text[],
    reference text,
    -- What the office said of the ward, for the officials to compare with the evidence; gone when they are done.
    claimed_birth_date date,
    registered_at timestamptz NOT NULL,
    submitted_by uuid NOT NULL REFERENCES employee,
    submitter text NOT NULL,
    -- Since when it waits for the officials, and how often: what approved an earlier version does not count.
    waits_since timestamptz,
    round int NOT NULL DEFAULT 0,
    -- What the register of persons and that of the judiciary made of it.
    person text NOT NULL DEFAULT 'unasked'
      CHECK (person IN ('unasked', 'matches', 'does-not-match', 'does-not-answer')),
    register text NOT NULL DEFAULT 'unasked'
      CHECK (register IN ('unasked', 'confirms', 'does-not-know', 'contradicts', 'does-not-answer')),
    register_asked_at timestamptz,
    differs text[] NOT NULL DEFAULT '{}',
    -- What an official last said to the office: what is missing, or why not.
    answer text,
    -- R32: whose place the guardian takes, when there is more than one.
    replaces uuid REFERENCES mandate,
    verified_at timestamptz,
    verified_by text CHECK (verified_by IN ('officials', 'register')),
    CHECK ((state = 'verified') = (verified_at IS NOT NULL) AND num_nonnulls(verified_at, verified_by) <> 1),
    CHECK (state = 'registered' OR round > 0 OR state = 'withdrawn'),
    CHECK (NOT partial OR ground = 'bewind')                                                          -- R24
  );
  CREATE UNIQUE INDEX court_order_once
    ON court_order (organisation_id, client_id, ground, lower(court), case_number)
    WHERE state NOT IN ('rejected', 'withdrawn');
  CREATE INDEX court_order_by_client ON court_order (client_id, registered_at DESC, id DESC);
  CREATE INDEX court_order_by_office ON court_order (organisation_id, registered_at DESC, id DESC);
  CREATE INDEX court_order_by_time ON court_order (registered_at DESC, id DESC);
  CREATE INDEX court_order_waiting ON court_order (waits_since, id) WHERE state = 'in-verification';
  CREATE INDEX court_order_by_case ON court_order (lower(court), case_number);

  -- Sealed: an order tells why somebody cannot look after himself.
  CREATE TABLE court_order_evidence (
    order_id uuid NOT NULL REFERENCES court_order,
    id uuid NOT NULL,
    media_type text NOT NULL,
    size int NOT NULL,
    sha256 text NOT NULL,
    sealed bytea NOT NULL,
    added_at timestamptz NOT NULL,
    added_by uuid NOT NULL REFERENCES employee,
    PRIMARY KEY (order_id, id)
  );
  ALTER TABLE court_order_evidence ALTER COLUMN sealed SET STORAGE EXTERNAL;

  -- R21: nobody counts twice.
  CREATE TABLE court_order_approval (
    order_id uuid NOT NULL REFERENCES court_order,
    round int NOT NULL,
    official text NOT NULL REFERENCES official (subject),
    at timestamptz NOT NULL,
    reason text NOT NULL,
    PRIMARY KEY (order_id, round, official)
  );

  -- R31: urgent acts after the end of a mandate: off, unless an official allows it in this one case.
  CREATE TABLE urgent_act (
    id uuid PRIMARY KEY,
    mandate_id uuid NOT NULL REFERENCES mandate,
    client_id uuid NOT NULL,
    organisation_id uuid NOT NULL,
    state text NOT NULL CHECK (state IN ('requested', 'allowed', 'refused')),
    reason text NOT NULL,
    until_day date NOT NULL,
    asked_by uuid NOT NULL REFERENCES employee,
    asker text NOT NULL,
    asked_at timestamptz NOT NULL,
    decided_by text CHECK (decided_by <> asker),
    decided_at timestamptz,
    answer text,
    CHECK ((state = 'requested') = (num_nonnulls(decided_by, decided_at, answer) = 0)
           AND num_nonnulls(decided_by, decided_at, answer) IN (0, 3))
  );
  CREATE UNIQUE INDEX urgent_act_once ON urgent_act (mandate_id) WHERE state = 'requested';
  CREATE INDEX urgent_act_by_time ON urgent_act (asked_at DESC, id DESC);
  CREATE INDEX urgent_act_by_mandate ON urgent_act (mandate_id);

  ALTER TABLE mandate ADD CONSTRAINT mandate_by_order FOREIGN KEY (court_order_id) REFERENCES court_order;
  CREATE UNIQUE INDEX mandate_of_order ON mandate (court_order_id)
    WHERE court_order_id IS NOT NULL AND ground <> 'urgent-acts';

  -- R21, R31, by the database: no measure works without an order that was verified, on its ground, of its client, for
  -- its guardian; and nobody acts after the end without leave. Also for the functions of the house, and for whoever
  -- administers the server.
  CREATE FUNCTION keep_to_the_order() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  BEGIN
    IF NOT (CASE NEW.ground
      WHEN 'urgent-acts' THEN EXISTS (
        SELECT FROM urgent_act u WHERE u.mandate_id = NEW.predecessor AND u.state = 'allowed'
           AND u.client_id = NEW.client_id AND u.organisation_id = NEW.organisation_id
           AND u.until_day >= NEW.until_day)
      ELSE EXISTS (
        SELECT FROM court_order o WHERE o.id = NEW.court_order_id AND o.state = 'verified'
           AND o.client_id = NEW.client_id AND o.organisation_id = NEW.organisation_id AND o.ground = NEW.ground) END)
    THEN RAISE EXCEPTION 'a measure works by an order that was verified' USING ERRCODE = 'check_violation'; END IF;
    RETURN NEW;
  END $$;
  CREATE TRIGGER mandate_order BEFORE INSERT ON mandate FOR EACH ROW
    WHEN (NEW.ground <> 'voluntary') EXECUTE FUNCTION keep_to_the_order();

  -- Contract between rooms: by which number the judiciary knows a guardian. For who asks the registers.
  CREATE FUNCTION guardian_number(office uuid, OUT kvk text, OUT person uuid)
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  BEGIN
    IF acting_kind() NOT IN ('official', 'job') OR NOT acting_works() THEN RETURN; END IF;
    SELECT o.kvk, o.person INTO kvk, person FROM organisation o WHERE o.id = office;
  END $$;

  -- Who may see an order: officials, the guardian's office, and its client once it was verified.
  CREATE FUNCTION sees_order(whose uuid, office uuid, asked_by uuid, verified timestamptz) RETURNS boolean
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  DECLARE own_role text;
  BEGIN
    CASE acting_kind()
      WHEN 'citizen' THEN RETURN whose = acting_client() AND verified IS NOT NULL;
      WHEN 'job' THEN RETURN true;
      WHEN 'official' THEN RETURN assurance_suffices('substantial') AND acting_works();               -- R5
      WHEN 'employee' THEN
        IF NOT assurance_suffices('substantial') OR office <> acting_organisation() THEN RETURN false; END IF;
        own_role := acting_role(true);
        RETURN own_role IS NOT NULL
           AND (own_role = 'administrator' OR asked_by = acting_employee() OR acting_handles(whose));
      ELSE RETURN false;
    END CASE;
  END $$;

  -- The table of moves once more, and the four eyes (R21).
  CREATE FUNCTION keep_order_life() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
  DECLARE
    said_old text := (OLD.ground, OLD.position, OLD.court, OLD.case_number, OLD.ecli, OLD.given_on, OLD.sent_on,
                      OLD.starts_on, OLD.until_day, OLD.partial, OLD.divided, OLD.senders, OLD.categories)::text;
    said_new text := (NEW.ground, NEW.position, NEW.court, NEW.case_number, NEW.ecli, NEW.given_on, NEW.sent_on,
                      NEW.starts_on, NEW.until_day, NEW.partial, NEW.divided, NEW.senders, NEW.categories)::text;
  BEGIN
    IF pg_has_role(current_user, 'volmacht_owner', 'MEMBER') THEN RETURN NEW; END IF;
    IF (NEW.id, NEW.client_id, NEW.organisation_id, NEW.registered_at, NEW.submitted_by, NEW.submitter)
       IS DISTINCT FROM
       (OLD.id, OLD.client_id, OLD.organisation_id, OLD.registered_at, OLD.submitted_by, OLD.submitter)
    THEN RAISE EXCEPTION 'who handed in what never changes' USING ERRCODE = 'check_violation'; END IF;
    IF OLD.state IN ('rejected', 'withdrawn', 'verified') AND NEW.state <> OLD.state
    THEN RAISE EXCEPTION 'this order is settled' USING ERRCODE = 'check_violation'; END IF;
    IF said_new <> said_old AND NOT (acting_kind() = 'employee' AND OLD.state = 'supplement-requested')
    THEN RAISE EXCEPTION 'what an order says changes by a supplement' USING ERRCODE = 'check_violation'; END IF;
    IF NEW.round <> OLD.round + (NEW.state = 'in-verification' AND OLD.state <> NEW.state)::int
    THEN RAISE EXCEPTION 'each time that it waits is a round' USING ERRCODE = 'check_violation'; END IF;
    IF NEW.state <> OLD.state AND NOT (CASE OLD.state || ' ' || NEW.state
         WHEN 'registered in-verification' THEN acting_kind() = 'job'
           AND EXISTS (SELECT FROM court_order_evidence e WHERE e.order_id = NEW.id)
         WHEN 'supplement-requested in-verification' THEN acting_kind() = 'employee'
         WHEN 'registered withdrawn' THEN acting_kind() = 'employee'
         WHEN 'in-verification withdrawn' THEN acting_kind() = 'employee'
         WHEN 'supplement-requested withdrawn' THEN acting_kind() = 'employee'
         WHEN 'in-verification supplement-requested' THEN acting_kind() = 'official'
         WHEN 'in-verification rejected' THEN acting_kind() = 'official'
         WHEN 'in-verification verified' THEN NEW.person = 'matches' AND CASE NEW.verified_by
           WHEN 'register' THEN acting_kind() = 'job' AND NEW.register = 'confirms'
           ELSE acting_kind() = 'official' AND (
             SELECT count(*) >= 2 FROM court_order_approval a
              WHERE a.order_id = NEW.id AND a.round = NEW.round AND a.official <> NEW.submitter
                AND official_works(a.official)) END
         ELSE false END)
    THEN RAISE EXCEPTION 'this is not a move of a court order' USING ERRCODE = 'check_violation'; END IF;
    RETURN NEW;
  END $$;
  CREATE TRIGGER court_order_life BEFORE UPDATE ON court_order FOR EACH ROW EXECUTE FUNCTION keep_order_life();

  -- R21: an official approves in his own name what lies there now, and never what he handed in himself.
  CREATE FUNCTION keep_four_eyes() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
  BEGIN
    IF pg_has_role(current_user, 'volmacht_owner', 'MEMBER') THEN RETURN NEW; END IF;
    IF NEW.official IS DISTINCT FROM acting_id() OR NEW.at IS DISTINCT FROM acting_now() OR NOT EXISTS (
      SELECT FROM court_order o WHERE o.id = NEW.order_id AND o.state = 'in-verification'
         AND o.round = NEW.round AND o.submitter <> NEW.official)
    THEN RAISE EXCEPTION 'nobody approves for another, or his own request' USING ERRCODE = 'check_violation'; END IF;
    RETURN NEW;
  END $$;
  CREATE TRIGGER court_order_four_eyes BEFORE INSERT ON court_order_approval
    FOR EACH ROW EXECUTE FUNCTION keep_four_eyes();

  -- R31: an official decides in his own name, once, and not about what he asked for himself.
  CREATE FUNCTION keep_urgent_act() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
  BEGIN
    IF pg_has_role(current_user, 'volmacht_owner', 'MEMBER') THEN RETURN NEW; END IF;
    IF OLD.state <> 'requested' OR acting_kind() <> 'official' OR NEW.decided_by IS DISTINCT FROM acting_id()
       OR NEW.decided_at IS DISTINCT FROM acting_now()
    THEN RAISE EXCEPTION 'an official decides once, in his own name' USING ERRCODE = 'check_violation'; END IF;
    RETURN NEW;
  END $$;
  CREATE TRIGGER urgent_act_decided BEFORE UPDATE ON urgent_act FOR EACH ROW EXECUTE FUNCTION keep_urgent_act();

  -- The facts of one question, with the order, official or urgent act that it names, and the standing of an official
  -- who asks.
  CREATE FUNCTION access_facts(
    who uuid, office uuid, asked_organisation uuid, asked_client uuid, asked_mandate uuid, asked_message uuid,
    asked_run uuid, asked_order uuid, asked_official uuid, asked_act uuid
  ) RETURNS jsonb
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  DECLARE
    known court_order;
    known_act urgent_act;
    answer jsonb;
  BEGIN
    IF asked_order IS NOT NULL THEN SELECT * INTO known FROM court_order WHERE id = asked_order; END IF;
    IF asked_act IS NOT NULL THEN SELECT * INTO known_act FROM urgent_act WHERE id = asked_act; END IF;
    answer := access_facts(
      who, office, coalesce(asked_organisation, known.organisation_id, known_act.organisation_id),
      coalesce(asked_client, known.client_id, known_act.client_id), asked_mandate, asked_message, asked_run);
    IF known.id IS NOT NULL THEN
      answer := answer || jsonb_build_object('order', jsonb_build_object(
        'client', known.client_id, 'organisation', known.organisation_id, 'submittedBy', known.submitted_by,
        'submitter', known.submitter, 'verified', known.verified_at IS NOT NULL,
        'approvedBy', (SELECT coalesce(jsonb_agg(a.official), '[]') FROM court_order_approval a
                        WHERE a.order_id = known.id AND a.round = known.round)));
    END IF;
    IF known_act.id IS NOT NULL THEN
      answer := answer || jsonb_build_object('urgentAct', jsonb_build_object(
        'client', known_act.client_id, 'mandate', known_act.mandate_id, 'asker', known_act.asker));
    END IF;
    IF asked_official IS NOT NULL THEN
      answer := answer || jsonb_build_object('colleague', (
        SELECT jsonb_build_object('subject', o.subject) FROM official o WHERE o.id = asked_official));
    END IF;
    IF acting_kind() = 'official' THEN
      answer := answer || jsonb_build_object('official', jsonb_build_object(
        'standing', CASE WHEN official_works(acting_id()) THEN 'active' ELSE 'suspended' END));
    END IF;
    RETURN answer;
  END $$;
  REVOKE EXECUTE ON FUNCTION access_facts(uuid, uuid, uuid, uuid, uuid, uuid, uuid) FROM volmacht_app;

  DO $policies$
  DECLARE guarded text;
  BEGIN
    FOREACH guarded IN ARRAY ARRAY['official', 'court_order', 'court_order_evidence', 'court_order_approval',
                                   'urgent_act'] LOOP
      EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', guarded);
      EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', guarded);
      EXECUTE format('CREATE POLICY %I ON %I TO volmacht_owner USING (true) WITH CHECK (true)',
                     guarded || '_owner', guarded);
    END LOOP;
    -- A suspended official sees and changes nothing, here and elsewhere. What he tried stays on the record.
    FOREACH guarded IN ARRAY ARRAY['official', 'mandate', 'scope_line', 'client', 'employee', 'court_order'] LOOP
      EXECUTE format('CREATE POLICY %I ON %I AS RESTRICTIVE TO volmacht_app USING ((SELECT acting_works()))',
                     guarded || '_works', guarded);
    END LOOP;
  END $policies$;
  CREATE POLICY trail_works ON trail AS RESTRICTIVE FOR SELECT TO volmacht_app USING ((SELECT acting_works()));
  CREATE POLICY organisation_works ON organisation AS RESTRICTIVE FOR UPDATE TO volmacht_app
    USING ((SELECT acting_works()));
  CREATE POLICY sender_works ON sender AS RESTRICTIVE FOR UPDATE TO volmacht_app USING ((SELECT acting_works()));
  CREATE POLICY sender_register_works ON sender AS RESTRICTIVE FOR INSERT TO volmacht_app
    WITH CHECK ((SELECT acting_works()));

  CREATE POLICY official_read ON official FOR SELECT TO volmacht_app
    USING (acting_kind() = 'official' AND assurance_suffices('substantial'));
  CREATE POLICY official_enter ON official FOR INSERT TO volmacht_app
    WITH CHECK (acting_kind() = 'official' AND assurance_suffices('substantial') AND standing = 'active');
  -- Nobody decides about himself.
  CREATE POLICY official_change ON official FOR UPDATE TO volmacht_app
    USING (acting_kind() = 'official' AND assurance_suffices('substantial') AND subject <> acting_id())
    WITH CHECK (changed_by = acting_id() AND changed_at = acting_now());
  GRANT SELECT, INSERT ON official TO volmacht_app;
  GRANT UPDATE (standing, reason, changed_at, changed_by) ON official TO volmacht_app;

  CREATE POLICY court_order_party ON court_order TO volmacht_app
    USING (sees_order(client_id, organisation_id, submitted_by, verified_at))
    WITH CHECK (sees_order(client_id, organisation_id, submitted_by, verified_at) AND acting_kind() <> 'citizen');
  CREATE POLICY court_order_begin ON court_order AS RESTRICTIVE FOR INSERT TO volmacht_app
    WITH CHECK (acting_kind() = 'employee' AND state = 'registered' AND submitted_by = acting_employee()
                AND submitter = (SELECT e.subject FROM employee e WHERE e.id = acting_employee()));
  GRANT SELECT, INSERT, UPDATE ON court_order TO volmacht_app;

  CREATE POLICY evidence_read ON court_order_evidence FOR SELECT TO volmacht_app
    USING (acting_kind() <> 'citizen' AND EXISTS (SELECT FROM court_order o WHERE o.id = order_id));
  CREATE POLICY evidence_add ON court_order_evidence FOR INSERT TO volmacht_app
    WITH CHECK (acting_kind() = 'employee' AND added_by = acting_employee() AND EXISTS (
      SELECT FROM court_order o WHERE o.id = order_id AND o.state IN ('registered', 'supplement-requested')));
  GRANT SELECT, INSERT ON court_order_evidence TO volmacht_app;

  CREATE POLICY approval_read ON court_order_approval FOR SELECT TO volmacht_app
    USING (acting_kind() IN ('official', 'job') AND EXISTS (SELECT FROM court_order o WHERE o.id = order_id));
  CREATE POLICY approval_give ON court_order_approval FOR INSERT TO volmacht_app
    WITH CHECK (acting_kind() = 'official' AND EXISTS (SELECT FROM court_order o WHERE o.id = order_id));
  GRANT SELECT, INSERT ON court_order_approval TO volmacht_app;

  -- Within the office as \`sees_mandate\` says; the ward sees the mandate itself, once it is allowed.
  CREATE POLICY urgent_act_read ON urgent_act FOR SELECT TO volmacht_app
    USING (acting_kind() IN ('official', 'employee', 'job')
           AND EXISTS (SELECT FROM mandate m WHERE m.id = mandate_id));
  CREATE POLICY urgent_act_ask ON urgent_act FOR INSERT TO volmacht_app
    WITH CHECK (acting_kind() = 'employee' AND state = 'requested' AND asked_by = acting_employee()
                AND asker = (SELECT e.subject FROM employee e WHERE e.id = acting_employee())
                AND EXISTS (SELECT FROM mandate m WHERE m.id = mandate_id AND m.client_id = urgent_act.client_id
                               AND m.organisation_id = urgent_act.organisation_id));
  CREATE POLICY urgent_act_decide ON urgent_act FOR UPDATE TO volmacht_app
    USING (acting_kind() = 'official' AND assurance_suffices('substantial') AND (SELECT acting_works()));
  GRANT SELECT, INSERT ON urgent_act TO volmacht_app;
  GRANT UPDATE (state, decided_by, decided_at, answer) ON urgent_act TO volmacht_app;

  REVOKE EXECUTE ON FUNCTION official_works, sees_order, guardian_number, keep_to_the_order FROM PUBLIC;
  REVOKE EXECUTE ON FUNCTION access_facts(uuid, uuid, uuid, uuid, uuid, uuid, uuid, uuid, uuid, uuid) FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION official_works, sees_order, guardian_number TO volmacht_app;
  GRANT EXECUTE ON FUNCTION access_facts(uuid, uuid, uuid, uuid, uuid, uuid, uuid, uuid, uuid, uuid) TO volmacht_app;
  `,
  `
  GRANT EXECUTE ON FUNCTION access_facts(uuid, uuid, uuid, uuid, uuid, uuid, uuid) TO volmacht_app;
  DROP FUNCTION access_facts(uuid, uuid, uuid, uuid, uuid, uuid, uuid, uuid, uuid, uuid);
  DROP POLICY sender_register_works ON sender;
  DROP POLICY sender_works ON sender;
  DROP POLICY organisation_works ON organisation;
  DROP POLICY trail_works ON trail;
  DROP POLICY employee_works ON employee;
  DROP POLICY client_works ON client;
  DROP POLICY scope_line_works ON scope_line;
  DROP POLICY mandate_works ON mandate;
  DROP TRIGGER mandate_order ON mandate;
  DROP INDEX mandate_of_order;
  ALTER TABLE mandate DROP CONSTRAINT mandate_by_order;
  DROP TABLE urgent_act, court_order_approval, court_order_evidence, court_order, official CASCADE;
  DROP FUNCTION keep_urgent_act, keep_four_eyes, keep_order_life, keep_to_the_order, sees_order, guardian_number, acting_works, official_works CASCADE;
  `,
);
