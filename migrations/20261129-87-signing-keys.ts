import { sqlMigration } from './as-owner.ts';

/** The keys by which this service signs, shared by all its processes; the secret part is sealed. */
export const SigningKeys = sqlMigration(
  'SigningKeys',
  1795910400087,
  `
  CREATE TABLE signing_key (
    kid text PRIMARY KEY CHECK (kid ~ '^[A-Za-z0-9_-]{43}$'),
    public_jwk jsonb NOT NULL CHECK (NOT public_jwk ? 'd'),
    -- The secret part, encrypted. Nothing, when it has no use any more.
    sealed text,
    made_at timestamptz NOT NULL,
    made_by text NOT NULL,
    signs_from timestamptz NOT NULL UNIQUE,
    withdrawn_at timestamptz,
    withdrawn_by text,
    reason text,
    CHECK (num_nonnulls(withdrawn_at, withdrawn_by, reason) IN (0, 3)),
    CHECK (withdrawn_at IS NULL OR sealed IS NULL)
  );
  COMMENT ON TABLE signing_key IS 'Keys by which this service signs what travels (ES256).';
  ALTER TABLE signing_key ENABLE ROW LEVEL SECURITY;
  ALTER TABLE signing_key FORCE ROW LEVEL SECURITY;
  CREATE POLICY signing_key_owner ON signing_key TO volmacht_owner USING (true) WITH CHECK (true);
  -- Public keys are for anyone, also for who has not signed in.
  CREATE POLICY signing_key_see ON signing_key FOR SELECT TO volmacht_app USING (true);
  CREATE FUNCTION acting_on_keys() RETURNS boolean LANGUAGE sql STABLE
    RETURN acting_kind() = 'job'
        OR (acting_kind() = 'official' AND assurance_suffices('substantial') AND acting_works());   -- R5
  CREATE POLICY signing_key_make ON signing_key FOR INSERT TO volmacht_app
    WITH CHECK ((SELECT acting_on_keys()) AND made_by = current_setting('app.actor'));
  CREATE POLICY signing_key_change ON signing_key FOR UPDATE TO volmacht_app
    USING ((SELECT acting_on_keys())) WITH CHECK (true);
  GRANT SELECT, INSERT, UPDATE (sealed, withdrawn_at, withdrawn_by, reason) ON signing_key TO volmacht_app;
  `,
  `
  DROP TABLE signing_key;
  DROP FUNCTION acting_on_keys;
  `,
);
