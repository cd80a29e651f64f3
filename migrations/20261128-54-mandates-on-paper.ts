import { sqlMigration } from './as-owner.ts';
import { withGrounds } from './in-force.ts';

/** The kinds of notices that were there before: as `noticeKinds` in src/domain/notice.ts, but the one that comes. */
const before = [
  ...['ending-90', 'ending-30', 'ending-7', 'unused-warning', 'unused-ended', 'review-due'],
  ...['client-died', 'representative-died', 'moved-abroad', 'came-back', 'moved', 'name-changed'],
  ...['came-of-age', 'curatele-reported'],
  ...['guardianship-began', 'guardianship-suspended', 'guardianship-resumed', 'guardianship-ended'],
  ...['ended-by-guardianship', 'narrowed-by-guardianship', 'urgent-acts-allowed', 'urgent-acts-refused'],
  ...['revoked', 'renounced', 'renewal-declined', 'renewal-withdrawn'],
];
const noticeKinds = (kinds: readonly string[]): string => `
  ALTER TABLE notice DROP CONSTRAINT notice_kind_check,
    ADD CONSTRAINT notice_kind_check CHECK (kind IN (${kinds.map((kind) => `'${kind}'`).join(', ')}));`;

/** What is there between a client and any office, for other rooms; with these more columns. */
const clientMandate = (more: string): string => `
  CREATE VIEW client_mandate WITH (security_invoker = true) AS
    SELECT m.id AS mandate_id, m.client_id, m.organisation_id, o.name AS office, m.ground, m.court_order_id, m.state,
           m.from_day, m.until_day, m.ends_on, m.end_reason, m.suspended, m.ended_at, m.predecessor, m.answer_by,
           (m.state IN ('active', 'suspended') AND acting_day() < least(m.until_day, m.ends_on)) AS running,
           (SELECT coalesce(jsonb_agg(jsonb_build_object(
                     'id', l.id, 'sender', l.sender, 'category', l.category, 'actions', l.actions,
                     'endedAt', l.ended_at, 'endsOn', l.ends_on) ORDER BY l.id), '[]')
              FROM scope_line l WHERE l.mandate_id = m.id) AS lines${more}
      FROM mandate m JOIN organisation o ON o.id = m.organisation_id;
  GRANT SELECT ON client_mandate TO volmacht_app;`;

/**
 * What clients abroad give on paper: one official enters it with copies, another confirms it, and only then a mandate
 * begins, of the client's own will, with the paper as its evidence (src/domain/paper-mandate.ts).
 */
export const MandatesOnPaper = sqlMigration(
  'MandatesOnPaper',
  1795910400054,
  `
  CREATE TABLE paper_mandate (
    id uuid PRIMARY KEY,
    client_id uuid NOT NULL REFERENCES client,
    organisation_id uuid NOT NULL REFERENCES organisation,
    state text NOT NULL CHECK (state IN ('waiting', 'confirmed', 'rejected')),
    -- What was signed: sender, category and actions of each line, and the period.
    lines jsonb NOT NULL CHECK (jsonb_typeof(lines) = 'array' AND jsonb_array_length(lines) > 0),         -- R7
    from_day date NOT NULL,
    until_day date NOT NULL CHECK (until_day > from_day AND until_day <= from_day + interval '5 years'),  -- R8
    -- What came in, and when.
    note text NOT NULL,
    -- By which a letter of the client about it is found. It opens nothing.
    reference text NOT NULL UNIQUE,
    -- Keyed: the same paper is entered once at a time.
    fingerprint text NOT NULL,
    -- What stood on the paper, for the register and the officials to compare; gone when it is decided.
    claimed_birth_date date,
    person text NOT NULL DEFAULT 'unasked'
      CHECK (person IN ('unasked', 'matches', 'does-not-match', 'no-address')),
    entered_by text NOT NULL,
    entered_at timestamptz NOT NULL,
    decided_by text,
    decided_at timestamptz,
    reason text,
    -- The letter that tells the client what began.
    letter_id uuid,
    letter_printed_at timestamptz,
    CHECK ((state = 'waiting') = (num_nonnulls(decided_by, decided_at, reason) = 0)
           AND num_nonnulls(decided_by, decided_at, reason) IN (0, 3)),
    CHECK (state <> 'confirmed' OR (person = 'matches' AND letter_id IS NOT NULL)),
    -- Who entered it does not let it begin.
    CONSTRAINT paper_four_eyes CHECK (state <> 'confirmed' OR decided_by <> entered_by)
  );
  CREATE INDEX paper_mandate_by_time ON paper_mandate (entered_at DESC, id DESC);
  CREATE INDEX paper_mandate_waiting ON paper_mandate (entered_at, id) WHERE state = 'waiting';
  CREATE INDEX paper_mandate_by_client ON paper_mandate (client_id);
  CREATE UNIQUE INDEX paper_mandate_same ON paper_mandate (fingerprint) WHERE state = 'waiting';

  -- Sealed, like every copy of evidence. The paper is kept as long as the mandate may be asked about.
  CREATE TABLE paper_mandate_evidence (
    id uuid PRIMARY KEY,
    paper_id uuid NOT NULL REFERENCES paper_mandate,
    what text NOT NULL CHECK (what IN ('authorisation', 'identity')),
    place int NOT NULL,
    media_type text NOT NULL CHECK (media_type IN ('application/pdf', 'image/png', 'image/jpeg')),
    size int NOT NULL CHECK (size > 0),
    sha256 text NOT NULL,
    sealed bytea NOT NULL,
    UNIQUE (paper_id, place)
  );
  ALTER TABLE paper_mandate_evidence ALTER COLUMN sealed SET STORAGE EXTERNAL;

  DO $policies$
  DECLARE guarded text;
  BEGIN
    FOREACH guarded IN ARRAY ARRAY['paper_mandate', 'paper_mandate_evidence'] LOOP
      EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', guarded);
      EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', guarded);
      EXECUTE format('CREATE POLICY %I ON %I TO volmacht_owner USING (true) WITH CHECK (true)',
                     guarded || '_owner', guarded);
    END LOOP;
  END $policies$;
  -- Officials at work, and jobs. R5.
  CREATE POLICY paper_mandate_read ON paper_mandate FOR SELECT TO volmacht_app USING (acting_on_identities());
  CREATE POLICY paper_mandate_enter ON paper_mandate FOR INSERT TO volmacht_app
    WITH CHECK (acting_kind() = 'official' AND acting_on_identities() AND state = 'waiting' AND person = 'unasked'
                AND entered_by = acting_id() AND entered_at = acting_now());
  CREATE POLICY paper_mandate_change ON paper_mandate FOR UPDATE TO volmacht_app
    USING (acting_on_identities()) WITH CHECK (acting_on_identities());
  GRANT SELECT, INSERT ON paper_mandate TO volmacht_app;
  GRANT UPDATE (state, claimed_birth_date, person, decided_by, decided_at, reason, letter_id, letter_printed_at)
    ON paper_mandate TO volmacht_app;
  CREATE POLICY paper_evidence_read ON paper_mandate_evidence FOR SELECT TO volmacht_app
    USING (acting_on_identities());
  CREATE POLICY paper_evidence_add ON paper_mandate_evidence FOR INSERT TO volmacht_app
    WITH CHECK (acting_kind() = 'official' AND EXISTS (
      SELECT FROM paper_mandate p WHERE p.id = paper_id AND p.state = 'waiting' AND p.entered_by = acting_id()));
  CREATE POLICY paper_evidence_gone ON paper_mandate_evidence FOR DELETE TO volmacht_app
    USING (acting_kind() = 'job');
  GRANT SELECT, INSERT, DELETE ON paper_mandate_evidence TO volmacht_app;

  -- The table of moves once more, and the four eyes: another official at work than the one who entered it, who still
  -- works himself, and in his own name. What a register says of somebody, only a job writes.
  CREATE FUNCTION keep_paper_life() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
  BEGIN
    IF pg_has_role(current_user, 'volmacht_owner', 'MEMBER') THEN RETURN NEW; END IF;
    IF OLD.state <> 'waiting' AND (NEW.state, NEW.decided_by, NEW.decided_at, NEW.reason, NEW.letter_id)
         IS DISTINCT FROM (OLD.state, OLD.decided_by, OLD.decided_at, OLD.reason, OLD.letter_id)
    THEN RAISE EXCEPTION 'what was decided stays decided' USING ERRCODE = 'check_violation'; END IF;
    IF NEW.state <> OLD.state AND NOT (
         acting_kind() = 'official' AND NEW.decided_by = acting_id() AND NEW.decided_at = acting_now()
         AND (NEW.state = 'rejected' OR (OLD.person = 'matches' AND NEW.entered_by <> acting_id()
                                         AND official_works(NEW.entered_by))))
    THEN RAISE EXCEPTION 'another official decides, in his own name' USING ERRCODE = 'check_violation'; END IF;
    IF acting_kind() <> 'job'
       AND (NEW.person, NEW.letter_printed_at) IS DISTINCT FROM (OLD.person, OLD.letter_printed_at)
    THEN RAISE EXCEPTION 'only a job asks the register and prints' USING ERRCODE = 'check_violation'; END IF;
    RETURN NEW;
  END $$;
  CREATE TRIGGER paper_mandate_life BEFORE UPDATE ON paper_mandate FOR EACH ROW EXECUTE FUNCTION keep_paper_life();

  -- The paper that a mandate rests on. It never changes, and there is none without a paper that another official has
  -- just confirmed, of this client, for this office, and as long as it says.
  ALTER TABLE mandate
    ADD COLUMN paper_id uuid REFERENCES paper_mandate,
    ADD CONSTRAINT mandate_on_paper CHECK (paper_id IS NULL OR ground = 'voluntary');
  CREATE UNIQUE INDEX mandate_of_paper ON mandate (paper_id) WHERE paper_id IS NOT NULL;
  CREATE FUNCTION keep_to_the_paper() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  BEGIN
    IF TG_OP = 'INSERT' AND EXISTS (
      SELECT FROM paper_mandate p JOIN organisation o ON o.id = p.organisation_id AND o.standing = 'recognised'
        JOIN client c ON c.id = p.client_id AND c.abroad AND c.died_on IS NULL                            -- R30
                     AND c.id IS DISTINCT FROM o.person
       WHERE p.id = NEW.paper_id AND p.state = 'confirmed' AND p.client_id = NEW.client_id
         AND p.organisation_id = NEW.organisation_id AND p.decided_by <> p.entered_by AND p.decided_by = acting_id()
         AND p.decided_at = acting_now() AND acting_kind() = 'official' AND acting_works()
         AND (NEW.from_day, NEW.until_day) = (p.from_day, p.until_day))
    THEN RETURN NEW; END IF;
    RAISE EXCEPTION 'a mandate on paper begins by two officials' USING ERRCODE = 'check_violation';
  END $$;
  CREATE TRIGGER mandate_paper BEFORE INSERT ON mandate FOR EACH ROW
    WHEN (NEW.paper_id IS NOT NULL) EXECUTE FUNCTION keep_to_the_paper();
  CREATE TRIGGER mandate_paper_stays BEFORE UPDATE OF paper_id ON mandate FOR EACH ROW
    WHEN (NEW.paper_id IS DISTINCT FROM OLD.paper_id) EXECUTE FUNCTION keep_to_the_paper();

  -- Contracts between rooms. The mandate of a paper that the acting official has just confirmed.
  CREATE FUNCTION begin_on_paper(asked uuid, new_id uuid, line_ids uuid[]) RETURNS void
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
    IF EXISTS (
      SELECT FROM mandate c CROSS JOIN jsonb_array_elements(p.lines) AS l(line)
       WHERE c.client_id = p.client_id AND ${withGrounds.running('c', 'acting_day()')}
         AND (c.ground IN ('curatele', 'provisional')
              OR (c.ground = 'bewind' AND l.line->>'category' IN ('financial', 'all'))))
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
  -- R14, for an official: what is asked for or given between an office and a client. For who is to add to it the pair
  -- stays locked until the end of the work, and what lapsed by the clock gives up its claim.
  CREATE FUNCTION mandates_between(office uuid, whose uuid, to_add boolean) RETURNS SETOF jsonb
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  BEGIN
    IF acting_kind() <> 'official' OR NOT acting_on_identities()
    THEN RAISE EXCEPTION 'only an official asks so' USING ERRCODE = 'insufficient_privilege'; END IF;
    IF to_add THEN
      PERFORM pg_advisory_xact_lock(hashtextextended(office || ' ' || whose, 0));
      WITH lapsed AS (
        UPDATE mandate SET state = 'lapsed', ended_at = acting_now()
         WHERE organisation_id = office AND client_id = whose AND state IN ('requested', 'offered')
           AND answer_by <= acting_day()
         RETURNING id)
      UPDATE scope_line SET claims = false WHERE mandate_id IN (SELECT id FROM lapsed);
    END IF;
    RETURN QUERY SELECT authority_facts(m) FROM mandate m
      WHERE m.organisation_id = office AND m.client_id = whose AND m.ended_at IS NULL ORDER BY m.requested_at, m.id;
  END $$;
  DROP VIEW client_mandate;
  ${clientMandate(', m.paper_id')}

  -- Both sides hear that it began.
  ${noticeKinds([...before, 'given-on-paper'])}

  -- What a decision looks at: of a paper that lies there, or of the office and the client that are being entered.
  CREATE FUNCTION paper_mandate_facts(asked uuid, office uuid, whose uuid) RETURNS jsonb
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
      'measures', (SELECT coalesce(jsonb_agg(authority_facts(m)), '[]') FROM mandate m
                    WHERE m.client_id = whose AND m.ground NOT IN ('voluntary', 'urgent-acts') AND m.ended_at IS NULL),
      'diedOn', (SELECT c.died_on FROM client c WHERE c.id = whose),
      'official', CASE WHEN acting_kind() = 'official' THEN jsonb_build_object(
        'standing', CASE WHEN official_works(acting_id()) THEN 'active' ELSE 'suspended' END) END);
  END $$;

  REVOKE EXECUTE ON FUNCTION keep_to_the_paper, begin_on_paper, mandates_between, paper_mandate_facts FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION begin_on_paper, mandates_between, paper_mandate_facts TO volmacht_app;
  `,
  `
  DELETE FROM notice WHERE kind = 'given-on-paper';
  ${noticeKinds(before)}
  DROP VIEW client_mandate;
  ${clientMandate('')}
  DROP FUNCTION paper_mandate_facts, mandates_between, begin_on_paper;
  DROP TRIGGER mandate_paper_stays ON mandate;
  DROP TRIGGER mandate_paper ON mandate;
  ALTER TABLE mandate DROP CONSTRAINT mandate_on_paper, DROP COLUMN paper_id;
  DROP TABLE paper_mandate_evidence, paper_mandate;
  DROP FUNCTION keep_to_the_paper, keep_paper_life;
  `,
);
