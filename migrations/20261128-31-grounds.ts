import { sqlMigration } from './as-owner.ts';
import { asItWas, type Giving, withGrounds } from './in-force.ts';
import { feedFilling } from './in-force.feed.ts';
import {
  bulkClaims,
  handlersOf,
  isRunning,
  mandateReview,
  mandateScope,
  mandatesToWatch,
} from './in-force.mandates.ts';
import { inboxFeed, mayDo } from './in-force.reading.ts';

/** Every statement that asks whether a mandate and a line give something. */
const asking = (giving: Giving): string =>
  [
    ...[mayDo, inboxFeed, mandateScope, isRunning, mandateReview, mandatesToWatch, handlersOf, bulkClaims],
    feedFilling,
  ]
    .map((statement) => statement(giving))
    .join('');

/** The facts of a mandate, with these more of it and of each of its lines. */
const authorityFacts = (ofMandate: string, ofLine: string): string => `
  CREATE OR REPLACE FUNCTION authority_facts(given mandate) RETURNS jsonb
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT jsonb_build_object(
      'id', given.id, 'client', given.client_id, 'organisation', given.organisation_id, 'state', given.state,
      'from', given.from_day, 'until', given.until_day, 'answerBy', given.answer_by,
      'requestedBy', given.requested_by, 'offeredAt', given.offered_at, 'endedAt', given.ended_at${ofMandate},
      'lines', (SELECT coalesce(jsonb_agg(jsonb_build_object(
                  'id', l.id, 'sender', l.sender, 'category', l.category, 'actions', l.actions,
                  'endedAt', l.ended_at${ofLine}) ORDER BY l.id), '[]')
                  FROM scope_line l WHERE l.mandate_id = given.id))
  $$;`;

/** R14: what is asked for or given between an office and a client, with these more columns, and of these mandates. */
const claimsBetween = (columns: string, values: string, which: string): string => `
  DROP FUNCTION claims_between;
  CREATE FUNCTION claims_between(office uuid, whose uuid)
  RETURNS TABLE (mandate uuid, state text, from_day text, until_day text, answer_by text, offered_at timestamptz,
                 line uuid, sender text, category text, line_ended_at timestamptz${columns})
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT m.id, m.state, m.from_day::text, m.until_day::text, m.answer_by::text, m.offered_at,
           l.id, l.sender, l.category, l.ended_at${values}
      FROM mandate m JOIN scope_line l ON l.mandate_id = m.id
     WHERE m.organisation_id = office AND m.client_id = whose AND m.ended_at IS NULL${which}
       AND (office = acting_organisation() OR whose = acting_client())
     ORDER BY m.requested_at, m.id, l.id
  $$;
  REVOKE EXECUTE ON FUNCTION claims_between FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION claims_between TO volmacht_app;`;

const guardIndexes = (ofLine: string, ofMandate: string): string => `
  DROP INDEX scope_line_to_read, mandate_in_force;
  CREATE INDEX scope_line_to_read ON scope_line (client_id, organisation_id, mandate_id)
    INCLUDE (sender, category${ofLine}) WHERE ended_at IS NULL AND 'read' = ANY (actions);
  CREATE INDEX mandate_in_force ON mandate (id) INCLUDE (from_day, until_day${ofMandate}) WHERE state = 'active';`;

/** Who begins which mandate (R9): the parties one of their own will, officials and jobs what a court ordered. */
const begin = (voluntary: string, others: string): string => `
  ALTER POLICY mandate_begin ON mandate WITH CHECK (CASE acting_kind()
      WHEN 'employee' THEN state = 'requested' AND requested_by = acting_employee()
                       AND organisation_id = acting_organisation() AND offered_at IS NULL AND activated_at IS NULL
                       ${voluntary}
      WHEN 'citizen' THEN state = 'active' AND client_id = acting_client() AND requested_by IS NULL
                       AND offered_at IS NOT NULL AND activated_at IS NOT NULL ${voluntary}
      ${others}ELSE false END);`;

/**
 * Grounds: a mandate can rest on a court measure instead of the client's will, and still is a mandate with lines, so
 * that lists, counts, searches and decisions have one truth. The law ends it from a day on, also one to come; the
 * clock does the rest. Constraints keep what each ground may say.
 */
export const Grounds = sqlMigration(
  'Grounds',
  1795910400031,
  `
  ALTER TABLE mandate
    ADD COLUMN ground text NOT NULL DEFAULT 'voluntary' CHECK (ground IN
      ('voluntary', 'curatele', 'bewind', 'mentorschap', 'provisional', 'urgent-acts')),
    ADD COLUMN court_order_id uuid,
    ADD COLUMN ends_on date,
    ADD COLUMN suspended daterange CHECK (suspended IS NULL OR lower(suspended) IS NOT NULL),
    ADD CONSTRAINT mandate_of_ground UNIQUE (id, ground),
    DROP CONSTRAINT mandate_check1,
    -- R8, R31. A court measure lasts as long as the court says, or until 'infinity'.
    ADD CONSTRAINT mandate_length CHECK (CASE ground
      WHEN 'voluntary' THEN until_day <= from_day + interval '5 years'
      WHEN 'urgent-acts' THEN until_day <= from_day + interval '1 year' ELSE true END),
    -- Nobody asks for it or offers it: its client sees it from the beginning.
    ADD CONSTRAINT mandate_by_law CHECK (ground = 'voluntary' OR (
      state IN ('active', 'suspended', 'ended') AND offered_at IS NOT NULL AND activated_at IS NOT NULL
      AND CASE ground WHEN 'urgent-acts' THEN predecessor IS NOT NULL ELSE court_order_id IS NOT NULL END));
  COMMENT ON COLUMN mandate.ends_on IS 'By law it gives nothing from this day on, which may lie in the future.';
  COMMENT ON COLUMN mandate.suspended IS 'The days on which the judge suspended it (R28).';

  ALTER TABLE scope_line
    ADD COLUMN ground text NOT NULL DEFAULT 'voluntary',
    ADD COLUMN ends_on date,
    DROP CONSTRAINT scope_line_mandate_id_fkey,
    ADD CONSTRAINT scope_line_of_mandate FOREIGN KEY (mandate_id, ground) REFERENCES mandate (id, ground),
    DROP CONSTRAINT scope_line_sender_check,
    ADD CONSTRAINT scope_line_sender CHECK (sender ~ '^[0-9]{20}$' OR (sender = '*' AND ground <> 'voluntary')),
    ADD CONSTRAINT scope_line_of_ground CHECK (CASE ground
      WHEN 'bewind' THEN category = 'financial'                                                       -- R23
      WHEN 'mentorschap' THEN category = 'care'                                                       -- R23
      WHEN 'urgent-acts' THEN actions = ARRAY['read'] ELSE true END),                                 -- R31
    -- R14 is about what is asked for: a court can order what somebody has already.
    ADD CONSTRAINT scope_line_claims CHECK (ground = 'voluntary' OR NOT claims);
  -- What the guard asks of a row is in indexes alone.
  ${guardIndexes(', ends_on, ground', ', ends_on, suspended, ground')}
  COMMENT ON COLUMN scope_line.sender IS 'An OIN, or * for every sender.';
  COMMENT ON COLUMN scope_line.ground IS 'Of its mandate.';
  COMMENT ON COLUMN scope_line.ends_on IS 'By law the line gives nothing from this day on (R27).';

  -- What the law ends claims nothing from that day on (R14).
  CREATE FUNCTION claim_until_the_end() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  BEGIN
    SELECT daterange(m.from_day, greatest(m.from_day, least(m.until_day, m.ends_on, NEW.ends_on)))
      INTO NEW.period FROM mandate m WHERE m.id = NEW.mandate_id;
    RETURN NEW;
  END $$;
  CREATE TRIGGER scope_line_ends BEFORE UPDATE OF ends_on ON scope_line FOR EACH ROW
    WHEN (NEW.ground = 'voluntary') EXECUTE FUNCTION claim_until_the_end();
  CREATE FUNCTION lines_claim_until_the_end() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  BEGIN
    UPDATE scope_line SET ends_on = ends_on WHERE mandate_id = NEW.id;
    RETURN NULL;
  END $$;
  CREATE TRIGGER mandate_ends AFTER UPDATE OF ends_on ON mandate FOR EACH ROW
    WHEN (NEW.ends_on IS DISTINCT FROM OLD.ends_on) EXECUTE FUNCTION lines_claim_until_the_end();
  REVOKE EXECUTE ON FUNCTION claim_until_the_end, lines_claim_until_the_end FROM PUBLIC;

  -- The second line: what a mandate rests on never changes; neither its client nor the office ends or changes what a
  -- court ordered; and only who acts by law says from which day on the law ends something.
  CREATE FUNCTION keep_ground() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
  BEGIN
    IF pg_has_role(current_user, 'volmacht_owner', 'MEMBER') THEN RETURN NEW; END IF;
    IF (NEW.ground, NEW.court_order_id) IS DISTINCT FROM (OLD.ground, OLD.court_order_id)
    THEN RAISE EXCEPTION 'what a mandate rests on never changes' USING ERRCODE = 'check_violation'; END IF;
    IF acting_kind() NOT IN ('official', 'job')
       AND ((NEW.ends_on, NEW.suspended) IS DISTINCT FROM (OLD.ends_on, OLD.suspended)
            OR (OLD.ground <> 'voluntary'
                AND (NEW.state, NEW.until_day) IS DISTINCT FROM (OLD.state, OLD.until_day)))
    THEN RAISE EXCEPTION 'the law ends this, and not a party' USING ERRCODE = 'check_violation'; END IF;
    RETURN NEW;
  END $$;
  CREATE TRIGGER mandate_ground BEFORE UPDATE ON mandate FOR EACH ROW EXECUTE FUNCTION keep_ground();
  ${begin(
    `AND ground = 'voluntary'`,
    `WHEN 'official' THEN ground <> 'voluntary' AND state = 'active'
      WHEN 'job' THEN ground <> 'voluntary' AND state = 'active'
      `,
  )}
  ${authorityFacts(
    `,
      'ground', given.ground, 'endsOn', given.ends_on, 'predecessor', given.predecessor,
      'suspended', CASE WHEN given.suspended IS NOT NULL THEN jsonb_build_object(
        'from', lower(given.suspended), 'until', coalesce(upper(given.suspended), 'infinity')) END`,
    `, 'endsOn', l.ends_on`,
  )}
  ${claimsBetween(
    ', ends_on text, line_ends_on text',
    ', m.ends_on::text, l.ends_on::text',
    ` AND m.ground = 'voluntary'`,
  )}
  ${asking(withGrounds)}
  `,
  `
  ${asking(asItWas)}
  ${claimsBetween('', '', '')}
  ${authorityFacts('', '')}
  ${begin('', '')}
  ${guardIndexes('', '')}
  DROP TRIGGER mandate_ground ON mandate;
  DROP TRIGGER mandate_ends ON mandate;
  DROP TRIGGER scope_line_ends ON scope_line;
  DROP FUNCTION keep_ground, lines_claim_until_the_end, claim_until_the_end;
  ALTER TABLE scope_line
    DROP CONSTRAINT scope_line_of_mandate,
    ADD CONSTRAINT scope_line_mandate_id_fkey FOREIGN KEY (mandate_id) REFERENCES mandate,
    DROP CONSTRAINT scope_line_sender,
    ADD CONSTRAINT scope_line_sender_check CHECK (sender ~ '^[0-9]{20}$'),
    DROP COLUMN ground, DROP COLUMN ends_on;
  ALTER TABLE mandate
    DROP CONSTRAINT mandate_length,
    ADD CONSTRAINT mandate_check1 CHECK (until_day <= from_day + interval '5 years'),
    DROP CONSTRAINT mandate_by_law, DROP CONSTRAINT mandate_of_ground,
    DROP COLUMN ground, DROP COLUMN court_order_id, DROP COLUMN ends_on, DROP COLUMN suspended;
  `,
);
