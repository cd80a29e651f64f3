import { sqlMigration } from './as-owner.ts';

/** What every use case needs before there is any subject: the record, repeated answers, work to do, limits. */
export const TrailAnswersJobsAndAllowances = sqlMigration(
  'TrailAnswersJobsAndAllowances',
  1795478400002,
  `
  -- Append-only by privilege: the application may insert and select, nobody may update or delete (R40).
  -- Followers read up to the oldest running transaction, so each line keeps its transaction.
  CREATE TABLE trail (
    id uuid PRIMARY KEY,
    position bigint GENERATED ALWAYS AS IDENTITY,
    transaction xid8 NOT NULL DEFAULT pg_current_xact_id(),
    at timestamptz NOT NULL,
    action text NOT NULL,
    outcome text NOT NULL CHECK (outcome IN ('permitted', 'refused')),
    reason text CHECK ((reason IS NULL) = (outcome = 'permitted')),
    actor_kind text NOT NULL,
    actor_id text NOT NULL,
    assurance text NOT NULL,
    organisation_id uuid,
    organisation_name text,
    organisation_kvk text,
    client_id uuid,
    mandate_id uuid,
    object_kind text,
    object_id text,
    ground text,
    details jsonb NOT NULL DEFAULT '{}',
    trace text
  );
  CREATE INDEX trail_by_client ON trail (client_id, at DESC, id DESC) WHERE client_id IS NOT NULL;
  CREATE INDEX trail_by_mandate ON trail (mandate_id, at, id) WHERE mandate_id IS NOT NULL;
  CREATE INDEX trail_by_organisation ON trail (organisation_id, at DESC, id DESC) WHERE organisation_id IS NOT NULL;
  CREATE INDEX trail_by_actor ON trail (actor_id, at DESC, id DESC);
  CREATE INDEX trail_by_time ON trail (at DESC, id DESC);
  ALTER TABLE trail ENABLE ROW LEVEL SECURITY;
  ALTER TABLE trail FORCE ROW LEVEL SECURITY;
  CREATE POLICY trail_owner ON trail TO volmacht_owner USING (true) WITH CHECK (true);
  CREATE POLICY trail_append ON trail FOR INSERT TO volmacht_app WITH CHECK (true);
  CREATE POLICY trail_auditor ON trail FOR SELECT TO volmacht_auditor, volmacht_sealer USING (true);
  GRANT SELECT, INSERT ON trail TO volmacht_app;
  GRANT SELECT ON trail TO volmacht_auditor, volmacht_sealer;

  -- The answer to a change, kept so that a repeated request has one effect. Sealed: answers hold personal data.
  CREATE TABLE answer (
    actor text NOT NULL,
    route text NOT NULL,
    key text NOT NULL CHECK (length(key) BETWEEN 1 AND 255),
    fingerprint text NOT NULL,
    sealed text NOT NULL,
    at timestamptz NOT NULL,
    PRIMARY KEY (actor, route, key)
  );
  CREATE INDEX answer_by_age ON answer (at);
  ALTER TABLE answer ENABLE ROW LEVEL SECURITY;
  ALTER TABLE answer FORCE ROW LEVEL SECURITY;
  CREATE POLICY answer_owner ON answer TO volmacht_owner USING (true) WITH CHECK (true);
  CREATE POLICY answer_own ON answer TO volmacht_app
    USING (actor = current_setting('app.actor') OR acting_kind() = 'job')
    WITH CHECK (actor = current_setting('app.actor'));
  GRANT SELECT, INSERT, DELETE ON answer TO volmacht_app;

  -- Work to do after the transaction that asked for it; taken with SKIP LOCKED under a lease.
  CREATE TABLE job (
    id uuid PRIMARY KEY,
    kind text NOT NULL,
    payload jsonb NOT NULL,
    due_at timestamptz NOT NULL,
    attempts int NOT NULL DEFAULT 0,
    leased_until timestamptz,
    failure text,
    given_up boolean NOT NULL DEFAULT false
  );
  CREATE INDEX job_due ON job (kind, due_at) WHERE NOT given_up;
  GRANT SELECT, INSERT, UPDATE, DELETE ON job TO volmacht_app;

  -- How often one party did something in a window. Unlogged: a crash may forget it.
  CREATE UNLOGGED TABLE allowance (
    party text NOT NULL,
    what text NOT NULL,
    starts timestamptz NOT NULL,
    used int NOT NULL,
    PRIMARY KEY (party, what, starts)
  );
  GRANT SELECT, INSERT, UPDATE, DELETE ON allowance TO volmacht_app;
  `,
  `DROP TABLE allowance, job, answer, trail;`,
);
