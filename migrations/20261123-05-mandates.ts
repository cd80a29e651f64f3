import { sqlMigration } from './as-owner.ts';

/** Mandates with their scope lines, and the letters that offer them. */
export const Mandates = sqlMigration(
  'Mandates',
  1795478400005,
  `
  CREATE TABLE mandate (
    id uuid PRIMARY KEY,
    client_id uuid NOT NULL REFERENCES client,
    organisation_id uuid NOT NULL REFERENCES organisation,
    state text NOT NULL CHECK (state IN ('requested', 'offered', 'active', 'suspended', 'declined', 'lapsed',
                                         'withdrawn', 'revoked', 'renounced', 'expired', 'ended')),
    from_day date NOT NULL,
    until_day date NOT NULL,
    answer_by date NOT NULL,
    requested_at timestamptz NOT NULL,
    requested_by uuid REFERENCES employee,
    claimed_birth_date date,
    reference text,
    offered_at timestamptz,
    activated_at timestamptz,
    ended_at timestamptz,
    end_reason text,
    predecessor uuid REFERENCES mandate,
    wrong_codes int NOT NULL DEFAULT 0 CHECK (wrong_codes BETWEEN 0 AND 5),
    code_hash text,
    code_until date,
    CHECK (until_day > from_day),                                                     -- R8
    CHECK (until_day <= from_day + interval '5 years'),                               -- R8
    CHECK (state NOT IN ('active', 'suspended', 'revoked', 'renounced') OR activated_at IS NOT NULL),  -- R9
    CHECK ((ended_at IS NOT NULL) = (state NOT IN ('requested', 'offered', 'active', 'suspended')))
  );
  CREATE INDEX mandate_by_client ON mandate (client_id, requested_at DESC, id DESC);
  CREATE INDEX mandate_by_organisation ON mandate (organisation_id, requested_at DESC, id DESC);
  CREATE INDEX mandate_by_pair ON mandate (organisation_id, client_id);
  CREATE INDEX mandate_running ON mandate (organisation_id, client_id) WHERE state = 'active';
  CREATE INDEX mandate_by_time ON mandate (requested_at DESC, id DESC);

  CREATE TABLE scope_line (
    id uuid PRIMARY KEY,
    mandate_id uuid NOT NULL REFERENCES mandate,
    client_id uuid NOT NULL,
    organisation_id uuid NOT NULL,
    sender text NOT NULL CHECK (sender ~ '^[0-9]{20}$'),
    category text NOT NULL CHECK (category IN ('financial', 'care', 'other', 'all')),
    actions text[] NOT NULL CHECK (actions <@ ARRAY['read','acknowledge','reply','archive','download','forward']
                                   AND cardinality(actions) > 0),                     -- R7
    period daterange NOT NULL,
    ended_at timestamptz,
    -- Whether the line still claims its scope; false once it or its mandate is over.
    claims boolean NOT NULL,
    -- R14: one open or active mandate per client, organisation, sender and category at a time.
    CONSTRAINT one_claim_at_a_time EXCLUDE USING gist
      (client_id WITH =, organisation_id WITH =, sender WITH =, category WITH =, period WITH &&) WHERE (claims)
  );
  CREATE INDEX scope_line_by_mandate ON scope_line (mandate_id);
  CREATE INDEX scope_line_by_pair ON scope_line (organisation_id, client_id);

  CREATE TABLE letter (
    id uuid PRIMARY KEY,
    mandate_id uuid NOT NULL REFERENCES mandate,
    client_id uuid NOT NULL REFERENCES client,
    -- Sealed until the letter is handed to the printer, then gone: only its hash stays (R10).
    code_sealed text,
    queued_at timestamptz NOT NULL,
    printed_at timestamptz
  );
  CREATE INDEX letter_by_mandate ON letter (mandate_id);

  -- Who may see a mandate at all: its two parties, an official, a job. Not yet offered: not the client (R3).
  CREATE FUNCTION sees_mandate(whose uuid, office uuid, asked_by uuid, offered timestamptz) RETURNS boolean
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  DECLARE own_role text;
  BEGIN
    CASE acting_kind()
      WHEN 'citizen' THEN RETURN whose = acting_client() AND offered IS NOT NULL;
      WHEN 'job' THEN RETURN true;
      WHEN 'official' THEN RETURN assurance_suffices('substantial');                              -- R5
      WHEN 'employee' THEN
        IF NOT assurance_suffices('substantial') THEN RETURN false; END IF;                       -- R5
        IF office <> acting_organisation() THEN RETURN false; END IF;
        own_role := acting_role(true);
        RETURN own_role IS NOT NULL
           AND (own_role = 'administrator' OR asked_by = acting_employee() OR acting_handles(whose));
      ELSE RETURN false;
    END CASE;
  END $$;

  -- R14 looks at all mandates between an office and a client, also those that this employee may not see.
  -- Only for one of the two, and only what it takes to see that something is asked for already.
  CREATE FUNCTION claims_between(office uuid, whose uuid)
  RETURNS TABLE (mandate uuid, state text, from_day text, until_day text, answer_by text, offered_at timestamptz,
                 line uuid, sender text, category text, line_ended_at timestamptz)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT m.id, m.state, m.from_day::text, m.until_day::text, m.answer_by::text, m.offered_at,
           l.id, l.sender, l.category, l.ended_at
      FROM mandate m JOIN scope_line l ON l.mandate_id = m.id
     WHERE m.organisation_id = office AND m.client_id = whose AND m.ended_at IS NULL
       AND (office = acting_organisation() OR whose = acting_client())
     ORDER BY m.requested_at, m.id, l.id
  $$;
  -- What lapsed by the clock gives up its claim when somebody asks anew: the move 'lapse', by the clock. So does a
  -- request that the client never heard of, when he gives that mandate himself.
  CREATE FUNCTION release_claims(office uuid, whose uuid, unheard uuid[]) RETURNS void
  LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    WITH lapsed AS (
      UPDATE mandate SET state = 'lapsed', ended_at = acting_now()
       WHERE organisation_id = office AND client_id = whose AND state IN ('requested', 'offered')
         AND (office = acting_organisation() OR whose = acting_client())
         AND (answer_by <= acting_day()
              OR (id = ANY (unheard) AND offered_at IS NULL AND whose = acting_client()))
       RETURNING id)
    UPDATE scope_line SET claims = false WHERE mandate_id IN (SELECT id FROM lapsed)
  $$;
  REVOKE EXECUTE ON FUNCTION claims_between, release_claims FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION claims_between, release_claims TO volmacht_app;

  ALTER TABLE mandate ENABLE ROW LEVEL SECURITY;
  ALTER TABLE mandate FORCE ROW LEVEL SECURITY;
  ALTER TABLE scope_line ENABLE ROW LEVEL SECURITY;
  ALTER TABLE scope_line FORCE ROW LEVEL SECURITY;
  ALTER TABLE letter ENABLE ROW LEVEL SECURITY;
  ALTER TABLE letter FORCE ROW LEVEL SECURITY;
  CREATE POLICY mandate_owner ON mandate TO volmacht_owner USING (true) WITH CHECK (true);
  CREATE POLICY mandate_party ON mandate TO volmacht_app
    USING (sees_mandate(client_id, organisation_id, requested_by, offered_at))
    WITH CHECK (sees_mandate(client_id, organisation_id, requested_by, offered_at));
  CREATE POLICY scope_line_owner ON scope_line TO volmacht_owner USING (true) WITH CHECK (true);
  CREATE POLICY scope_line_party ON scope_line TO volmacht_app
    USING (EXISTS (SELECT FROM mandate m WHERE m.id = mandate_id))
    WITH CHECK (EXISTS (SELECT FROM mandate m WHERE m.id = mandate_id));
  CREATE POLICY letter_owner ON letter TO volmacht_owner USING (true) WITH CHECK (true);
  CREATE POLICY letter_job ON letter TO volmacht_app
    USING (acting_kind() = 'job') WITH CHECK (acting_kind() = 'job');
  GRANT SELECT, INSERT, UPDATE ON mandate, scope_line, letter TO volmacht_app;

  -- A client is seen by himself, and by an office once he gave it a mandate that this employee may see.
  CREATE POLICY client_app ON client TO volmacht_app
    USING (id = acting_client() OR acting_kind() IN ('official', 'job')
           OR (acting_kind() = 'employee' AND EXISTS (
                 SELECT FROM mandate m WHERE m.client_id = client.id AND m.organisation_id = acting_organisation()
                    AND m.activated_at IS NOT NULL)))
    WITH CHECK (acting_kind() = 'job');
  CREATE POLICY trail_read ON trail FOR SELECT TO volmacht_app
    USING (CASE acting_kind()
             WHEN 'official' THEN assurance_suffices('substantial')                               -- R5
             -- What was asked before the offer does not name the client (R3); once offered, it is his to see.
             WHEN 'citizen' THEN client_id = acting_client()
                              OR (outcome = 'permitted' AND EXISTS (SELECT FROM mandate m WHERE m.id = mandate_id))
             -- An offer shows that the person exists: the office hears of it once he answered (R3).
             WHEN 'employee' THEN outcome = 'permitted' AND EXISTS (
               SELECT FROM mandate m WHERE m.id = mandate_id
                  AND (action <> 'mandate.offer' OR m.activated_at IS NOT NULL OR m.state = 'declined'))
             ELSE false END);
  `,
  `
  DROP POLICY trail_read ON trail;
  DROP POLICY client_app ON client;
  DROP TABLE letter, scope_line, mandate CASCADE;
  DROP FUNCTION sees_mandate, claims_between, release_claims;
  `,
);
