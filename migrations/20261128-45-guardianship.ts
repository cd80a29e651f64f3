import { sqlMigration } from './as-owner.ts';

/** Those that were there before, and those of this room: as `noticeKinds` in src/domain/notice.ts. */
const before = [
  ...['ending-90', 'ending-30', 'ending-7', 'unused-warning', 'unused-ended', 'review-due'],
  ...['client-died', 'representative-died', 'moved-abroad', 'came-back', 'moved', 'name-changed'],
  ...['came-of-age', 'curatele-reported'],
];
const kinds = [
  ...['guardianship-began', 'guardianship-suspended', 'guardianship-resumed', 'guardianship-ended'],
  ...['ended-by-guardianship', 'narrowed-by-guardianship', 'urgent-acts-allowed', 'urgent-acts-refused'],
];
const listed = (some: readonly string[]): string => some.map((kind) => `'${kind}'`).join(', ');

/**
 * What a verified order does: the contract by which the room of court orders begins, ends and changes mandates, which
 * are another room's. Each function asks once more whether the order was verified and who acts. And what the
 * judiciary's register tells of it later.
 */
export const Guardianship = sqlMigration(
  'Guardianship',
  1795910400045,
  `
  -- The order by which somebody may act now: verified, and he is an official at work or a job.
  CREATE FUNCTION order_at_work(asked uuid) RETURNS court_order
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  DECLARE known court_order;
  BEGIN
    SELECT * INTO known FROM court_order WHERE id = asked AND state = 'verified';
    IF NOT FOUND OR acting_kind() NOT IN ('official', 'job') OR NOT acting_works()
       OR NOT assurance_suffices('substantial')
    THEN RAISE EXCEPTION 'nobody acts by this order' USING ERRCODE = 'insufficient_privilege'; END IF;
    RETURN known;
  END $$;

  -- R21–R25: the mandate that an order gives. Its lines are as the rules of src/domain/court-order-scope.ts say.
  CREATE FUNCTION begin_by_order(asked uuid, new_id uuid, starts date, ends date, lines jsonb, after uuid) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  DECLARE o court_order := order_at_work(asked);
  BEGIN
    INSERT INTO mandate (id, client_id, organisation_id, ground, court_order_id, state, from_day, until_day, answer_by,
                         requested_at, requested_by, reference, offered_at, activated_at, predecessor)
      VALUES (new_id, o.client_id, o.organisation_id, o.ground, o.id, 'active', starts, ends, acting_day(),
              o.registered_at, o.submitted_by, o.reference, acting_now(), acting_now(), after);
    INSERT INTO scope_line (id, mandate_id, client_id, organisation_id, ground, sender, category, actions, period, claims)
      SELECT l.id, new_id, o.client_id, o.organisation_id, o.ground, l.sender, l.category, l.actions,
             daterange(starts, ends), false
        FROM jsonb_to_recordset(lines) AS l(id uuid, sender text, category text, actions text[]);
  END $$;

  -- R26, R27, R32: ends a mandate of the same client, on its day by the clock, or now when that day has come: what is
  -- written as ended is never in the future (decision 12). Tells in which state it was.
  CREATE FUNCTION end_by_order(asked uuid, which uuid, on_day date, why text) RETURNS text
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  DECLARE
    o court_order := order_at_work(asked);
    before mandate;
    due boolean := on_day <= acting_day();
  BEGIN
    SELECT * INTO before FROM mandate
     WHERE id = which AND client_id = o.client_id AND state IN ('active', 'suspended') FOR UPDATE;
    IF NOT FOUND OR before.ends_on < on_day THEN RETURN NULL; END IF;
    UPDATE mandate SET ends_on = on_day, end_reason = why, state = CASE WHEN due THEN 'ended' ELSE state END,
                       ended_at = CASE WHEN due THEN acting_now() END
     WHERE id = which;
    IF due THEN UPDATE scope_line SET claims = false WHERE mandate_id = which; END IF;
    RETURN before.state;
  END $$;

  -- R27: ends lines of a mandate, and adds what remains of them. Only lines that are a part of one that ends: nothing
  -- widens (R20).
  CREATE FUNCTION narrow_by_order(asked uuid, which uuid, on_day date, ending uuid[], instead jsonb) RETURNS text
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  DECLARE
    o court_order := order_at_work(asked);
    before mandate;
    due boolean := on_day <= acting_day();
  BEGIN
    SELECT * INTO before FROM mandate
     WHERE id = which AND client_id = o.client_id AND ground = 'voluntary' AND state IN ('active', 'suspended')
       FOR UPDATE;
    IF NOT FOUND THEN RETURN NULL; END IF;
    -- They end first: what takes their place must not give what the measure covers.
    UPDATE scope_line SET ends_on = on_day, ended_at = CASE WHEN due THEN acting_now() END, claims = claims AND NOT due
     WHERE mandate_id = which AND id = ANY (ending) AND ended_at IS NULL;
    INSERT INTO scope_line (id, mandate_id, client_id, organisation_id, sender, category, actions, period, claims)
      SELECT n.id, which, before.client_id, before.organisation_id, n.sender, n.category, n.actions,
             daterange(before.from_day, before.until_day), true
        FROM jsonb_to_recordset(instead) AS n(id uuid, sender text, category text, actions text[])
       WHERE EXISTS (SELECT FROM scope_line l
                      WHERE l.mandate_id = which AND l.id = ANY (ending) AND (l.ended_at IS NULL OR l.ended_at = acting_now())
                        AND l.sender = n.sender AND l.category IN ('all', n.category) AND l.actions @> n.actions)
      ON CONFLICT DO NOTHING;
    RETURN before.state;
  END $$;

  -- R28, R29: what became of the measure itself. What ended stays ended; an end that was known afterwards is nearer.
  CREATE FUNCTION change_by_order(asked uuid, ends date, law_ends date, why text, pause daterange) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  DECLARE
    o court_order := order_at_work(asked);
    due boolean := law_ends <= acting_day();
  BEGIN
    UPDATE mandate SET until_day = ends, ends_on = law_ends, end_reason = why, suspended = pause,
                       state = CASE WHEN due THEN 'ended' ELSE state END,
                       ended_at = CASE WHEN due THEN coalesce(ended_at, acting_now()) END
     WHERE court_order_id = o.id AND ground = o.ground AND (ended_at IS NULL OR law_ends < ends_on);
    IF NOT FOUND THEN RAISE EXCEPTION 'this measure is over' USING ERRCODE = 'check_violation'; END IF;
  END $$;

  -- R31: the mandate that an official's leave gives: of the ended one's scope, to read only.
  CREATE FUNCTION begin_urgent_acts(act uuid, new_id uuid, lines jsonb) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  DECLARE u urgent_act; before mandate;
  BEGIN
    SELECT * INTO u FROM urgent_act
     WHERE id = act AND state = 'allowed' AND decided_by = acting_id() AND decided_at = acting_now();
    IF NOT FOUND OR acting_kind() <> 'official'
    THEN RAISE EXCEPTION 'nobody allowed these acts' USING ERRCODE = 'insufficient_privilege'; END IF;
    SELECT * INTO before FROM mandate WHERE id = u.mandate_id;
    INSERT INTO mandate (id, client_id, organisation_id, ground, court_order_id, state, from_day, until_day, answer_by,
                         requested_at, requested_by, reference, offered_at, activated_at, predecessor)
      VALUES (new_id, u.client_id, u.organisation_id, 'urgent-acts', before.court_order_id, 'active', acting_day(),
              u.until_day, acting_day(), u.asked_at, u.asked_by, before.reference, acting_now(), acting_now(), before.id);
    INSERT INTO scope_line (id, mandate_id, client_id, organisation_id, ground, sender, category, actions, period, claims)
      SELECT l.id, new_id, u.client_id, u.organisation_id, 'urgent-acts', l.sender, l.category, ARRAY['read'],
             daterange(acting_day(), u.until_day), false
        FROM jsonb_to_recordset(lines) AS l(id uuid, sender text, category text);
  END $$;

  -- What became of a measure, and who told it: what the ward reads, and what an end or a suspension rests on.
  CREATE TABLE court_order_change (
    id uuid PRIMARY KEY,
    order_id uuid NOT NULL REFERENCES court_order,
    kind text NOT NULL,
    on_day date NOT NULL,
    earlier_on date,
    heard boolean,
    told_by text NOT NULL CHECK (told_by IN ('official', 'register', 'clock')),
    official text,
    report_id uuid,
    reason text,
    at timestamptz NOT NULL,
    CHECK ((told_by = 'official') = (official IS NOT NULL AND reason IS NOT NULL))
  );
  CREATE INDEX court_order_change_by_order ON court_order_change (order_id, at, id);
  -- What the clock did is recorded once, however many processes look.
  CREATE UNIQUE INDEX court_order_change_by_clock ON court_order_change (order_id, kind, on_day) WHERE told_by = 'clock';

  -- What the judiciary's register told, each once, whatever the order in which it came. What cannot be carried out
  -- waits for an official. No person stands in it: it names a case.
  CREATE TABLE court_register_report (
    id uuid PRIMARY KEY,
    event_id text NOT NULL,
    fingerprint text NOT NULL,
    received_at timestamptz NOT NULL,
    court text NOT NULL,
    case_number text NOT NULL,
    kvk text,
    kind text NOT NULL,
    on_day date NOT NULL,
    earlier_on date,
    heard boolean,
    outcome text NOT NULL CHECK (outcome IN ('new', 'applied', 'known', 'waits', 'set-aside')),
    why text,
    settled_at timestamptz,
    settled_by text,
    reason text,
    UNIQUE (event_id, fingerprint),
    CHECK ((outcome = 'waits') = (why IS NOT NULL AND settled_at IS NULL))
  );
  CREATE INDEX court_register_report_by_case ON court_register_report (lower(court), case_number);
  CREATE INDEX court_register_report_waiting ON court_register_report (received_at, id) WHERE outcome = 'waits';
  -- How far the register was followed, when it is asked for what is new.
  CREATE TABLE court_register_cursor (only_one boolean PRIMARY KEY DEFAULT true CHECK (only_one), cursor text, at timestamptz);

  -- Takes a report in. 'new', 'known' when it was told before, 'other' when this event was told otherwise before.
  CREATE FUNCTION take_report(new_id uuid, told jsonb, print text) RETURNS text
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  DECLARE other boolean;
  BEGIN
    IF acting_kind() NOT IN ('system', 'job')
    THEN RAISE EXCEPTION 'only the register reports' USING ERRCODE = 'insufficient_privilege'; END IF;
    PERFORM pg_advisory_xact_lock(hashtextextended(told->>'eventId', 34));
    IF EXISTS (SELECT FROM court_register_report WHERE event_id = told->>'eventId' AND fingerprint = print)
    THEN RETURN 'known'; END IF;
    other := EXISTS (SELECT FROM court_register_report WHERE event_id = told->>'eventId');
    INSERT INTO court_register_report (id, event_id, fingerprint, received_at, court, case_number, kvk, kind, on_day,
                                       earlier_on, heard, outcome, why)
      VALUES (new_id, told->>'eventId', print, acting_now(), told->>'court', told->>'caseNumber', told->>'kvk',
              told->>'kind', (told->>'on')::date, (told->>'earlierOn')::date, (told->>'heard')::boolean,
              CASE WHEN other THEN 'waits' ELSE 'new' END, CASE WHEN other THEN 'told-otherwise' END);
    RETURN CASE WHEN other THEN 'other' ELSE 'new' END;
  END $$;

  -- What concerned parties are to hear, from whichever room notices it. Each once; tells how many are new.
  CREATE FUNCTION tell(notices jsonb) RETURNS int
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  DECLARE added int;
  BEGIN
    IF acting_kind() NOT IN ('official', 'job')
    THEN RAISE EXCEPTION 'not one who tells' USING ERRCODE = 'insufficient_privilege'; END IF;
    INSERT INTO notice (id, kind, client_id, organisation_id, mandate_id, recipient, due_on, about, made_at)
      SELECT n.id, n.kind, m.client_id, m.organisation_id, m.id, n.recipient, n."dueOn", n.about, acting_now()
        FROM jsonb_to_recordset(notices)
          AS n(id uuid, kind text, mandate uuid, recipient text, "dueOn" date, about date)
        JOIN mandate m ON m.id = n.mandate
      ON CONFLICT ON CONSTRAINT notice_once DO NOTHING;
    GET DIAGNOSTICS added = ROW_COUNT;
    RETURN added;
  END $$;
  ALTER TABLE notice DROP CONSTRAINT notice_kind_check,
    ADD CONSTRAINT notice_kind_check CHECK (kind IN (${listed([...before, ...kinds])}));

  -- Contracts between rooms. What is there already between a client and any office, for who verifies an order; an
  -- employee sees what is his to see.
  CREATE VIEW client_mandate WITH (security_invoker = true) AS
    SELECT m.id AS mandate_id, m.client_id, m.organisation_id, o.name AS office, m.ground, m.court_order_id, m.state,
           m.from_day, m.until_day, m.ends_on, m.end_reason, m.suspended, m.ended_at, m.predecessor, m.answer_by,
           (m.state IN ('active', 'suspended') AND acting_day() < least(m.until_day, m.ends_on)) AS running,
           (SELECT coalesce(jsonb_agg(jsonb_build_object(
                     'id', l.id, 'sender', l.sender, 'category', l.category, 'actions', l.actions,
                     'endedAt', l.ended_at, 'endsOn', l.ends_on) ORDER BY l.id), '[]')
              FROM scope_line l WHERE l.mandate_id = m.id) AS lines
      FROM mandate m JOIN organisation o ON o.id = m.organisation_id;
  -- What was done by a mandate, and how often, as far as the one who asks may read the trail.
  CREATE VIEW mandate_deed WITH (security_invoker = true) AS
    SELECT t.mandate_id, t.action, count(*)::int AS times, max(t.at) AS last
      FROM trail t WHERE t.outcome = 'permitted' AND t.actor_kind = 'employee' AND t.mandate_id IS NOT NULL
     GROUP BY t.mandate_id, t.action;
  GRANT SELECT ON client_mandate, mandate_deed TO volmacht_app;

  DO $policies$
  DECLARE guarded text;
  BEGIN
    FOREACH guarded IN ARRAY ARRAY['court_order_change', 'court_register_report', 'court_register_cursor'] LOOP
      EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', guarded);
      EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', guarded);
      EXECUTE format('CREATE POLICY %I ON %I TO volmacht_owner USING (true) WITH CHECK (true)',
                     guarded || '_owner', guarded);
    END LOOP;
  END $policies$;
  CREATE POLICY order_change_read ON court_order_change FOR SELECT TO volmacht_app
    USING (EXISTS (SELECT FROM court_order o WHERE o.id = order_id));
  CREATE POLICY order_change_write ON court_order_change FOR INSERT TO volmacht_app
    WITH CHECK (at = acting_now() AND CASE told_by WHEN 'official' THEN acting_kind() = 'official' AND official = acting_id()
                                                   ELSE acting_kind() IN ('official', 'job') END);
  GRANT SELECT, INSERT ON court_order_change TO volmacht_app;
  CREATE POLICY report_read ON court_register_report FOR SELECT TO volmacht_app
    USING (acting_kind() = 'job'
           OR (acting_kind() = 'official' AND assurance_suffices('substantial') AND (SELECT acting_works())));
  CREATE POLICY report_settle ON court_register_report FOR UPDATE TO volmacht_app
    USING (acting_kind() = 'job' OR (acting_kind() = 'official' AND assurance_suffices('substantial')
                                     AND (SELECT acting_works()) AND settled_at IS NULL))
    WITH CHECK (acting_kind() = 'job' OR (outcome = 'set-aside' AND settled_by = acting_id() AND settled_at = acting_now()));
  GRANT SELECT ON court_register_report TO volmacht_app;
  GRANT UPDATE (outcome, why, settled_at, settled_by, reason) ON court_register_report TO volmacht_app;
  CREATE POLICY register_cursor_job ON court_register_cursor TO volmacht_app USING (acting_kind() = 'job');
  GRANT SELECT, INSERT, UPDATE ON court_register_cursor TO volmacht_app;

  -- A suspended official sees nothing of people's lives either.
  CREATE OR REPLACE FUNCTION acting_on_lives() RETURNS boolean LANGUAGE sql STABLE
    RETURN acting_kind() = 'job'
        OR (acting_kind() = 'official' AND assurance_suffices('substantial') AND acting_works());         -- R5

  REVOKE EXECUTE ON FUNCTION order_at_work, begin_by_order, end_by_order, narrow_by_order, change_by_order,
    begin_urgent_acts, take_report, tell FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION begin_by_order, end_by_order, narrow_by_order, change_by_order, begin_urgent_acts,
    take_report, tell TO volmacht_app;
  `,
  `
  CREATE OR REPLACE FUNCTION acting_on_lives() RETURNS boolean LANGUAGE sql STABLE
    RETURN acting_kind() = 'job' OR (acting_kind() = 'official' AND assurance_suffices('substantial'));   -- R5
  DROP VIEW mandate_deed, client_mandate;
  DROP TABLE court_register_cursor, court_register_report, court_order_change;
  DROP FUNCTION tell, take_report, begin_urgent_acts, change_by_order, narrow_by_order, end_by_order, begin_by_order,
    order_at_work;
  DELETE FROM notice WHERE kind IN (${listed(kinds)});
  ALTER TABLE notice DROP CONSTRAINT notice_kind_check,
    ADD CONSTRAINT notice_kind_check CHECK (kind IN (${listed(before)}));
  `,
);
