import { sqlMigration } from './as-owner.ts';

/**
 * Work on many mandates at once: a file is read and judged into rows (a dry run), somebody confirms, and a job carries
 * out what was ready. And the office's own templates of scope lines.
 */
export const BulkRuns = sqlMigration(
  'BulkRuns',
  1795564800014,
  `
  -- What an office asks again and again, under a name of its own: "income tax, private person".
  CREATE TABLE scope_template (
    id uuid PRIMARY KEY,
    organisation_id uuid NOT NULL REFERENCES organisation,
    name text NOT NULL CHECK (length(name) BETWEEN 1 AND 80),
    lines jsonb NOT NULL CHECK (jsonb_typeof(lines) = 'array' AND jsonb_array_length(lines) > 0),   -- R7
    since timestamptz NOT NULL,
    ended_at timestamptz
  );
  CREATE UNIQUE INDEX scope_template_once ON scope_template (organisation_id, lower(name)) WHERE ended_at IS NULL;

  CREATE TABLE bulk_run (
    id uuid PRIMARY KEY,
    organisation_id uuid NOT NULL REFERENCES organisation,
    started_by uuid NOT NULL REFERENCES employee,
    kind text NOT NULL CHECK (kind IN ('request', 'renewal', 'renunciation')),
    source text NOT NULL CHECK (source IN ('csv', 'json')),
    state text NOT NULL CHECK (state IN ('reading', 'checked', 'running', 'done', 'stopped', 'cancelled')),
    -- What the columns are called in the file, for the sentences about its faults.
    columns jsonb NOT NULL DEFAULT '{}',
    -- R13: the same key and body find the same run. Both keyed: some will make a key of a BSN.
    key text,
    fingerprint text,
    total int NOT NULL DEFAULT 0,
    faulty int NOT NULL DEFAULT 0,
    ready int NOT NULL DEFAULT 0,
    done int NOT NULL DEFAULT 0,
    refused int NOT NULL DEFAULT 0,
    -- What confirming would send: how many mandates, and of which senders.
    sending jsonb,
    created_at timestamptz NOT NULL,
    checked_at timestamptz,
    confirmed_at timestamptz,
    -- Who confirmed, and how sure his sign-in was: the execution acts as him, and asks again for every chunk.
    confirmed_by uuid REFERENCES employee,
    confirmed_assurance text CHECK (confirmed_assurance IN ('low', 'substantial', 'high')),
    finished_at timestamptz,
    stop_reason text,
    -- When its rows stopped to tell of anybody (BDO 12-14).
    forgotten_at timestamptz,
    UNIQUE (id, organisation_id),
    CHECK (num_nonnulls(key, fingerprint) <> 1 OR state = 'reading'),
    CHECK (done >= 0 AND refused >= 0 AND done + refused <= ready),
    CHECK (state = 'reading' OR total = faulty + ready),
    CHECK ((state IN ('running', 'done', 'stopped')) <= (num_nonnulls(confirmed_at, confirmed_by, confirmed_assurance) = 3)),
    CHECK ((state IN ('done', 'cancelled')) = (finished_at IS NOT NULL)),
    CHECK ((state = 'stopped') <= (stop_reason IS NOT NULL))
  );
  CREATE UNIQUE INDEX bulk_run_once ON bulk_run (started_by, key) WHERE key IS NOT NULL;
  CREATE INDEX bulk_run_to_forget ON bulk_run (created_at) WHERE forgotten_at IS NULL;
  CREATE INDEX bulk_run_by_office ON bulk_run (organisation_id, created_at DESC, id DESC);

  CREATE TABLE bulk_row (
    run_id uuid NOT NULL,
    -- Its place among the rows, from 1; and the line on which it starts in the file.
    number int NOT NULL,
    organisation_id uuid NOT NULL,
    line int NOT NULL,
    state text NOT NULL CHECK (state IN ('faulty', 'ready', 'done', 'refused')),
    -- R15: the first ready row of the same client. One mandate and one letter hold the lines of all its rows.
    leader int,
    -- BSN and date of birth, sealed and bound to this row; gone as soon as they are not needed.
    sealed text,
    -- Keyed: finds rows of one client, and rows that say the same of him.
    bsn_index text,
    person_index text,
    lines jsonb,
    from_day date,
    until_day date,
    reference text,
    -- What a renewal or renunciation is about; what a request became.
    mandate_id uuid,
    faults jsonb NOT NULL DEFAULT '[]',
    -- Why it was refused when it was carried out.
    problem text,
    PRIMARY KEY (run_id, number),
    FOREIGN KEY (run_id, organisation_id) REFERENCES bulk_run (id, organisation_id) ON DELETE CASCADE,
    CHECK ((state = 'faulty') <= (faults <> '[]')),
    CHECK (state IN ('faulty', 'ready') OR sealed IS NULL)
  );
  CREATE INDEX bulk_row_by_state ON bulk_row (run_id, state, number);
  CREATE INDEX bulk_row_by_person ON bulk_row (run_id, bsn_index, number) WHERE bsn_index IS NOT NULL;
  CREATE INDEX bulk_row_by_leader ON bulk_row (run_id, leader, number) WHERE leader IS NOT NULL;

  -- A run's life, once more: what is not here cannot happen.
  CREATE FUNCTION keep_bulk_life() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
  BEGIN
    IF (NEW.id, NEW.organisation_id, NEW.started_by, NEW.kind) IS DISTINCT FROM
       (OLD.id, OLD.organisation_id, OLD.started_by, OLD.kind)
    THEN RAISE EXCEPTION 'what a run is about never changes' USING ERRCODE = 'check_violation'; END IF;
    IF NEW.state <> OLD.state AND OLD.state || ' ' || NEW.state NOT IN (
         'reading checked', 'checked running', 'stopped running', 'running done', 'running stopped',
         'checked cancelled', 'stopped cancelled')
    THEN RAISE EXCEPTION 'this is not a move of a run' USING ERRCODE = 'check_violation'; END IF;
    RETURN NEW;
  END $$;
  CREATE TRIGGER bulk_life BEFORE UPDATE ON bulk_run FOR EACH ROW EXECUTE FUNCTION keep_bulk_life();

  -- Who sees a run: who started it, and the administrators of his office; and the job that carries it out.
  CREATE FUNCTION sees_run(office uuid, starter uuid) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT CASE acting_kind()
      WHEN 'job' THEN true
      WHEN 'employee' THEN office = acting_organisation() AND assurance_suffices('substantial')            -- R5
                       AND coalesce(acting_role(true) = 'administrator'
                                    OR (starter = acting_employee() AND acting_role(true) IS NOT NULL), false)
      ELSE false END
  $$;
  -- The same as a list, so that a policy on thousands of rows asks once.
  CREATE FUNCTION acting_runs() RETURNS uuid[]
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT coalesce(array_agg(r.id), '{}') FROM bulk_run r
     WHERE r.organisation_id = acting_organisation() AND sees_run(r.organisation_id, r.started_by)
  $$;

  -- R14: what the office asked or was given before and that claims the same, for the rows from one number to another.
  -- It looks past row-level security at claims of the own office only, and tells nothing of a person else (R3).
  CREATE FUNCTION bulk_claims(run uuid, first_number int, last_number int)
  RETURNS TABLE (number int, mandate uuid)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT DISTINCT ON (r.number) r.number, m.id
      FROM bulk_row r
      JOIN bulk_run u ON u.id = r.run_id AND u.organisation_id = acting_organisation()
                     AND sees_run(u.organisation_id, u.started_by)
      LEFT JOIN client c ON c.bsn_index = r.bsn_index
      LEFT JOIN mandate t ON t.id = r.mandate_id AND t.organisation_id = u.organisation_id
      JOIN mandate m ON m.organisation_id = u.organisation_id AND m.client_id = coalesce(t.client_id, c.id)
       AND m.ended_at IS NULL AND m.from_day < r.until_day AND r.from_day < m.until_day
       AND acting_day() < CASE WHEN m.state IN ('requested', 'offered') THEN m.answer_by ELSE m.until_day END
      JOIN scope_line l ON l.mandate_id = m.id AND l.ended_at IS NULL
      JOIN LATERAL jsonb_to_recordset(r.lines) AS wanted(sender text, category text)
        ON wanted.sender = l.sender AND ('all' IN (wanted.category, l.category) OR wanted.category = l.category)
     WHERE r.run_id = run AND r.number BETWEEN first_number AND last_number AND r.lines IS NOT NULL
     ORDER BY r.number, m.requested_at, m.id
  $$;
  REVOKE EXECUTE ON FUNCTION sees_run, acting_runs, bulk_claims FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION sees_run, acting_runs, bulk_claims TO volmacht_app;

  DO $policies$
  DECLARE guarded text;
  BEGIN
    FOREACH guarded IN ARRAY ARRAY['scope_template', 'bulk_run', 'bulk_row'] LOOP
      EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', guarded);
      EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', guarded);
      EXECUTE format('CREATE POLICY %I ON %I TO volmacht_owner USING (true) WITH CHECK (true)',
                     guarded || '_owner', guarded);
      EXECUTE format('GRANT SELECT, INSERT, UPDATE ON %I TO volmacht_app', guarded);
    END LOOP;
  END $policies$;
  CREATE POLICY scope_template_own_office ON scope_template TO volmacht_app
    USING (organisation_id = acting_organisation() AND (SELECT acting_role(true)) IS NOT NULL
           AND (SELECT assurance_suffices('substantial')))                                            -- R5
    WITH CHECK (organisation_id = acting_organisation() AND acting_role(true) = 'administrator'
                AND assurance_suffices('substantial'));
  CREATE POLICY bulk_run_app ON bulk_run TO volmacht_app
    USING (sees_run(organisation_id, started_by)) WITH CHECK (sees_run(organisation_id, started_by));
  CREATE POLICY bulk_run_begin ON bulk_run AS RESTRICTIVE FOR INSERT TO volmacht_app
    WITH CHECK (state = 'reading' AND started_by = acting_employee());
  CREATE POLICY bulk_row_app ON bulk_row TO volmacht_app
    USING ((SELECT acting_kind()) = 'job' OR run_id = ANY ((SELECT acting_runs())::uuid[]))
    WITH CHECK ((SELECT acting_kind()) = 'job' OR run_id = ANY ((SELECT acting_runs())::uuid[]));
  -- Only what was never answered is taken away as if it had not been: a file that could not be read to its end.
  GRANT DELETE ON bulk_run TO volmacht_app;
  CREATE POLICY bulk_run_unread ON bulk_run AS RESTRICTIVE FOR DELETE TO volmacht_app USING (state = 'reading');
  `,
  `
  DROP TABLE bulk_row, bulk_run, scope_template CASCADE;
  DROP FUNCTION bulk_claims, acting_runs, sees_run, keep_bulk_life CASCADE;
  `,
);
