import { sqlMigration } from './as-owner.ts';

/** The only place that holds a BSN: sealed, found by a keyed index, and named elsewhere by a random id. */
export const Clients = sqlMigration(
  'Clients',
  1795478400003,
  `
  CREATE TABLE client (
    id uuid PRIMARY KEY,
    bsn_index text NOT NULL UNIQUE,
    bsn_sealed text NOT NULL,
    name text,
    abroad boolean NOT NULL DEFAULT false,
    died_on date,
    since timestamptz NOT NULL
  );
  ALTER TABLE client ENABLE ROW LEVEL SECURITY;
  ALTER TABLE client FORCE ROW LEVEL SECURITY;
  CREATE POLICY client_owner ON client TO volmacht_owner USING (true) WITH CHECK (true);
  GRANT SELECT, UPDATE ON client TO volmacht_app;

  -- Finds the pseudonym of a BSN, or makes one. Tells nobody whether it was there before (R3).
  CREATE FUNCTION client_of(given_index text, given_sealed text, new_id uuid, at timestamptz) RETURNS uuid
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  DECLARE found uuid;
  BEGIN
    SELECT id INTO found FROM client WHERE bsn_index = given_index;
    IF found IS NULL THEN
      INSERT INTO client (id, bsn_index, bsn_sealed, since) VALUES (new_id, given_index, given_sealed, at)
        ON CONFLICT (bsn_index) DO NOTHING;
      SELECT id INTO found FROM client WHERE bsn_index = given_index;
    END IF;
    RETURN found;
  END $$;
  REVOKE EXECUTE ON FUNCTION client_of FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION client_of TO volmacht_app;
  `,
  `DROP FUNCTION client_of; DROP TABLE client;`,
);
