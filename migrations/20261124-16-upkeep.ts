import { sqlMigration } from './as-owner.ts';

// What counts as using a mandate (R19). The same list as `usesOfMandate` in src/domain/due.ts; a test holds them equal.
const isUse = `outcome = 'permitted' AND action IN ('inbox.read', 'inbox.mark', 'inbox.archive', 'inbox.download')`;
const used = `FROM trail t WHERE t.mandate_id = m.id AND t.${isUse.replace('AND ', 'AND t.')}`;

/** Keeping mandates in order: the yearly look at them, what is made of time going by, and what people hear of it. */
export const Upkeep = sqlMigration(
  'Upkeep',
  1795564800016,
  `
  -- When the office last said that it still needs the mandate, and who said so. Earlier times stand in the trail.
  -- The day from which it is asked again is \`reviewDue\` in src/domain/due.ts; a test holds them equal.
  ALTER TABLE mandate
    ADD COLUMN confirmed_at timestamptz,
    ADD COLUMN confirmed_by uuid REFERENCES employee,
    ADD CONSTRAINT mandate_confirmed CHECK (num_nonnulls(confirmed_at, confirmed_by) <> 1),
    ADD COLUMN review_due date GENERATED ALWAYS AS
      (((coalesce(confirmed_at, activated_at) AT TIME ZONE 'Europe/Amsterdam')::date + interval '1 year')::date) STORED;
  CREATE INDEX mandate_by_review ON mandate (organisation_id, review_due, id) WHERE state = 'active';
  CREATE INDEX mandate_by_end ON mandate (organisation_id, until_day, id) WHERE state = 'active';
  CREATE INDEX mandate_by_requester ON mandate (requested_by) WHERE requested_by IS NOT NULL;
  CREATE INDEX mandate_successor ON mandate (predecessor) WHERE predecessor IS NOT NULL;
  CREATE INDEX mandate_active ON mandate (id) WHERE state = 'active';

  -- The second line: an employee confirms, in his own name, what is active.
  CREATE FUNCTION keep_confirmation() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
  BEGIN
    IF (NEW.confirmed_at, NEW.confirmed_by) IS DISTINCT FROM (OLD.confirmed_at, OLD.confirmed_by)
       AND NOT pg_has_role(current_user, 'volmacht_owner', 'MEMBER')
       AND (acting_kind() <> 'employee' OR NEW.confirmed_by IS DISTINCT FROM acting_employee()
            OR NEW.confirmed_at IS DISTINCT FROM acting_now() OR NEW.state <> 'active')
    THEN RAISE EXCEPTION 'only who acts confirms, and what is active' USING ERRCODE = 'check_violation'; END IF;
    RETURN NEW;
  END $$;
  CREATE TRIGGER mandate_confirmation BEFORE UPDATE OF confirmed_at, confirmed_by ON mandate
    FOR EACH ROW EXECUTE FUNCTION keep_confirmation();

  -- When a mandate was last used is one step in this index, however often it was.
  CREATE INDEX trail_of_use ON trail (mandate_id, at DESC) WHERE ${isUse};

  -- Whose clients an employee of the acting office handles: himself, by a team, or for whom he stands in (R33).
  CREATE FUNCTION clients_handled_by(who uuid) RETURNS SETOF uuid
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    WITH place AS MATERIALIZED (
      SELECT unnest(places_of(acting_organisation(), who)) AS employee_id
       WHERE (SELECT acting_role(true)) IS NOT NULL)
    SELECT a.client_id FROM place p
      JOIN assignment a ON a.employee_id = p.employee_id AND a.ended_at IS NULL
     WHERE a.organisation_id = acting_organisation()
    UNION
    SELECT a.client_id FROM place p JOIN team_member tm ON tm.employee_id = p.employee_id
      JOIN assignment a ON a.team_id = tm.team_id AND a.ended_at IS NULL
     WHERE a.organisation_id = acting_organisation()
  $$;
  CREATE FUNCTION mandates_asked_by_me() RETURNS SETOF uuid
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT m.id FROM mandate m
     WHERE m.requested_by = acting_employee() AND m.organisation_id = acting_organisation()
       AND (SELECT acting_role(true)) IS NOT NULL
  $$;
  REVOKE EXECUTE ON FUNCTION clients_handled_by, mandates_asked_by_me FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION clients_handled_by, mandates_asked_by_me TO volmacht_app;

  -- The contract between the trail and the room of mandates: the mandates in force of the acting employee's office
  -- that he may see, with how they are used. \`sees_mandate\` in the dialect of a set: what it asks of the actor is
  -- asked once, so that an office of 50,000 is walked in order. A test holds them equal; whoever shows a row reads
  -- it under row-level security again.
  -- \`uses\` counts the twelve months up to now, and stops at 1,001: who counts that far need not know more.
  CREATE VIEW mandate_review AS
    SELECT m.id AS mandate_id, m.organisation_id, m.client_id, m.until_day, m.review_due, m.activated_at, m.from_day,
           m.confirmed_at, m.confirmed_by,
           (SELECT t.at ${used} ORDER BY t.at DESC LIMIT 1) AS last_used,
           (SELECT count(*)::int FROM (
              SELECT ${used}
                 AND t.at >= (acting_day() - interval '12 months') AT TIME ZONE 'Europe/Amsterdam'
               LIMIT 1001) AS counted) AS uses
      FROM mandate m
     WHERE m.organisation_id = (SELECT acting_organisation())
       AND m.state = 'active' AND m.from_day <= (SELECT acting_day()) AND (SELECT acting_day()) < m.until_day
       AND (SELECT assurance_suffices('substantial'))                                                -- R5
       AND ((SELECT acting_role(true)) = 'administrator'
            OR m.client_id IN (SELECT clients_handled_by(acting_employee()))                         -- R33
            OR m.id IN (SELECT mandates_asked_by_me()));
  COMMENT ON VIEW mandate_review IS 'Contract between rooms: mandates in force that the acting employee may see, and their use.';
  GRANT SELECT ON mandate_review TO volmacht_app;

  -- Contract between rooms: what colleagues are called. Row-level security of \`employee\` holds.
  CREATE VIEW colleague_name WITH (security_invoker = true) AS SELECT id, name FROM employee;
  GRANT SELECT ON colleague_name TO volmacht_app;

  -- What people are to hear without having asked. The sending comes later: whoever sends reads what has no
  -- \`sent_at\`, in the order of (made_at, id), leaves out what does not hold any more, and writes \`sent_at\`.
  CREATE TABLE notice (
    id uuid PRIMARY KEY,
    kind text NOT NULL CHECK (kind IN ('ending-90', 'ending-30', 'ending-7', 'unused-warning', 'unused-ended',
                                       'review-due')),
    client_id uuid NOT NULL,
    organisation_id uuid NOT NULL,
    mandate_id uuid NOT NULL REFERENCES mandate,
    recipient text NOT NULL CHECK (recipient IN ('client', 'organisation')),
    due_on date NOT NULL,
    about date NOT NULL,
    made_at timestamptz NOT NULL,
    sent_at timestamptz,
    CONSTRAINT notice_once UNIQUE (mandate_id, kind, due_on, recipient)                              -- R18
  );
  CREATE INDEX notice_by_client ON notice (client_id, made_at DESC, id DESC) WHERE recipient = 'client';
  CREATE INDEX notice_by_office ON notice (organisation_id, made_at DESC, id DESC) WHERE recipient = 'organisation';
  CREATE INDEX notice_waiting ON notice (made_at, id) WHERE sent_at IS NULL;

  -- How far the scan of a day is. Its row is locked for a part of the scan, so that of two processes one does it.
  CREATE TABLE mandate_scan (
    day date PRIMARY KEY,
    after uuid,
    seen int NOT NULL DEFAULT 0,
    notices int NOT NULL DEFAULT 0,
    ended int NOT NULL DEFAULT 0,
    started_at timestamptz NOT NULL,
    finished_at timestamptz
  );

  -- The next part of a scan: the id of the last mandate of it, how many there are, and those that may have something
  -- coming. It narrows, the rules of src/domain/notice.ts decide; a test holds them equal. For the job alone.
  CREATE FUNCTION mandates_to_watch(scan_after uuid, most int, OUT last_id uuid, OUT seen int, OUT candidates jsonb)
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  DECLARE today date := acting_day();
  BEGIN
    IF acting_kind() <> 'job' THEN RETURN; END IF;
    WITH part AS MATERIALIZED (
      SELECT m.id, m.client_id, m.from_day, m.until_day, m.review_due, m.confirmed_at,
             greatest((m.activated_at AT TIME ZONE 'Europe/Amsterdam')::date, m.from_day) AS usable
        FROM mandate m WHERE m.state = 'active' AND (scan_after IS NULL OR m.id > scan_after)
       ORDER BY m.id LIMIT most),
    dated AS (
      SELECT p.*, CASE WHEN today >= p.until_day - 7 THEN 7 WHEN today >= p.until_day - 30 THEN 30
                       WHEN today >= p.until_day - 90 THEN 90 END AS days
        FROM part p WHERE p.from_day <= today AND today < p.until_day),
    noticed AS (
      SELECT d.*, u.last_used, coalesce((u.last_used AT TIME ZONE 'Europe/Amsterdam')::date, d.usable) AS since,
             -- A successor that begins after an end that was narrowed leaves a gap: then nobody went on.
             EXISTS (SELECT FROM mandate s WHERE s.predecessor = d.id AND s.activated_at IS NOT NULL
                        AND s.from_day <= d.until_day AND s.state IN ('active', 'suspended')) AS renewed
        FROM dated d LEFT JOIN LATERAL (
          -- Only what could be used for so long can be unused for so long.
          SELECT (SELECT t.at ${used.replace('m.id', 'd.id')} ORDER BY t.at DESC LIMIT 1) AS last_used
           WHERE (d.usable + interval '23 months')::date <= today) u ON true),
    due AS (
      SELECT n.* FROM noticed n
       WHERE (SELECT c.died_on FROM client c WHERE c.id = n.client_id) IS NULL                       -- R30
         AND ((n.days IS NOT NULL AND n.until_day - n.days > n.usable AND NOT n.renewed AND NOT EXISTS (
                 SELECT FROM notice x WHERE x.mandate_id = n.id AND x.kind = 'ending-' || n.days
                    AND x.due_on = n.until_day - n.days))
           OR ((n.since + interval '23 months')::date <= today AND NOT EXISTS (
                 -- Warned, and nothing to do until the end comes.
                 SELECT FROM notice x WHERE x.mandate_id = n.id AND x.kind = 'unused-warning'
                    AND x.due_on = (n.since + interval '23 months')::date
                    AND NOT ((n.since + interval '24 months')::date <= today
                             AND ((x.made_at AT TIME ZONE 'Europe/Amsterdam')::date + interval '1 month')::date <= today)))
           OR (n.review_due <= today AND NOT EXISTS (
                 SELECT FROM notice x WHERE x.mandate_id = n.id AND x.kind = 'review-due'
                    AND x.due_on = n.review_due))))
    SELECT (SELECT id FROM part ORDER BY id DESC LIMIT 1), (SELECT count(*) FROM part),
           (SELECT coalesce(jsonb_agg(jsonb_build_object(
                     'id', d.id, 'lastUsedAt', d.last_used, 'confirmedAt', d.confirmed_at, 'renewed', d.renewed,
                     'made', (SELECT coalesce(jsonb_agg(jsonb_build_object(
                                'kind', x.kind, 'dueOn', x.due_on,
                                'madeOn', (x.made_at AT TIME ZONE 'Europe/Amsterdam')::date)), '[]')
                                FROM notice x WHERE x.mandate_id = d.id AND x.recipient = 'organisation'))
                   ORDER BY d.id), '[]') FROM due d)
      INTO last_id, seen, candidates;
  END $$;
  REVOKE EXECUTE ON FUNCTION mandates_to_watch FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION mandates_to_watch TO volmacht_app;

  DO $policies$
  DECLARE guarded text;
  BEGIN
    FOREACH guarded IN ARRAY ARRAY['notice', 'mandate_scan'] LOOP
      EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', guarded);
      EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', guarded);
      EXECUTE format('CREATE POLICY %I ON %I TO volmacht_owner USING (true) WITH CHECK (true)',
                     guarded || '_owner', guarded);
    END LOOP;
  END $policies$;
  CREATE POLICY mandate_scan_job ON mandate_scan TO volmacht_app
    USING (acting_kind() = 'job') WITH CHECK (acting_kind() = 'job');
  CREATE POLICY notice_made ON notice FOR INSERT TO volmacht_app WITH CHECK (acting_kind() = 'job');
  CREATE POLICY notice_sent ON notice FOR UPDATE TO volmacht_app
    USING (acting_kind() = 'job') WITH CHECK (acting_kind() = 'job');
  -- Each side reads its own; within the office as \`sees_mandate\` says, asked once for the whole list.
  CREATE POLICY notice_read ON notice FOR SELECT TO volmacht_app
    USING ((SELECT acting_kind()) = 'job'
           OR (recipient = 'client' AND client_id = (SELECT acting_client()))
           OR (recipient = 'organisation' AND organisation_id = (SELECT acting_organisation())
               AND (SELECT assurance_suffices('substantial'))                                        -- R5
               AND ((SELECT acting_role(true)) = 'administrator'
                    OR client_id IN (SELECT clients_handled_by(acting_employee()))                   -- R33
                    OR mandate_id IN (SELECT mandates_asked_by_me()))));
  GRANT SELECT, INSERT ON notice TO volmacht_app;
  GRANT UPDATE (sent_at) ON notice TO volmacht_app;
  GRANT SELECT, INSERT, UPDATE ON mandate_scan TO volmacht_app;
  `,
  `
  DROP TABLE notice;
  DROP FUNCTION mandates_to_watch;
  DROP TABLE mandate_scan;
  DROP VIEW colleague_name, mandate_review;
  DROP FUNCTION clients_handled_by, mandates_asked_by_me;
  DROP INDEX trail_of_use, mandate_active, mandate_successor, mandate_by_requester, mandate_by_end, mandate_by_review;
  DROP TRIGGER mandate_confirmation ON mandate;
  DROP FUNCTION keep_confirmation;
  ALTER TABLE mandate DROP COLUMN review_due, DROP COLUMN confirmed_by, DROP COLUMN confirmed_at;
  `,
);
