import { sqlMigration } from './as-owner.ts';
import { withGrounds } from './in-force.ts';

/** What was done with one message, of lines that name its client so. */
const messageWorkActs = (ofThem: string): string => `
  CREATE OR REPLACE FUNCTION message_work_acts(
    whose uuid, which uuid, before_at timestamptz, before_id uuid, how_many int
  ) RETURNS TABLE (
    id uuid, at timestamptz, action text, organisation_id uuid, organisation_name text, organisation_kvk text,
    employee_id uuid, employee_name text, holder_id uuid, holder_name text
  )
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT t.id, t.at, t.action, t.organisation_id, t.organisation_name, t.organisation_kvk,
           e.id, e.name, h.id, h.name
      FROM trail t
      LEFT JOIN employee e ON e.organisation_id = acting_organisation() AND e.id = t.actor_id::uuid
      LEFT JOIN employee h ON h.organisation_id = acting_organisation() AND h.id = (t.details->>'holder')::uuid
     WHERE t.object_id = which::text AND ${ofThem} AND t.outcome = 'permitted'
       AND t.action IN ('inbox.take', 'inbox.give', 'inbox.let-go', 'inbox.handle', 'inbox.reopen')
       AND (acting_kind() = 'citizen' OR t.organisation_id = acting_organisation())
       AND (before_at IS NULL OR (t.at, t.id) < (before_at, before_id))
       AND EXISTS (SELECT FROM message m WHERE m.client_id = whose AND m.id = which
                      AND may_do('read', m.client_id, m.id, m.sender, m.category, m.assurance, m.delivered_at))
     ORDER BY t.at DESC, t.id DESC LIMIT how_many
  $$;`;

/**
 * Two pseudonyms of one person become one, and nothing of either is lost: a BSN that is issued later has a pseudonym
 * of its own, and so has an account that somebody opened with another means.
 */
export const JoinedClients = sqlMigration(
  'JoinedClients',
  1795910400039,
  `
  -- Every pseudonym of the person whom this one is of. Lines of the trail name the pseudonym of their time.
  CREATE FUNCTION pseudonyms_of(whose uuid) RETURNS uuid[]
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT coalesce(array_agg(c.id), ARRAY[whose]) FROM client c
     WHERE coalesce(c.joined_into, c.id) = coalesce((SELECT g.joined_into FROM client g WHERE g.id = whose), whose)
  $$;
  COMMENT ON FUNCTION pseudonyms_of IS 'Contract between rooms: every pseudonym of one person, for who reads the trail.';
  CREATE FUNCTION acting_pseudonyms() RETURNS uuid[] LANGUAGE sql STABLE
    RETURN CASE WHEN acting_kind() = 'citizen' THEN pseudonyms_of(acting_client()) ELSE '{}' END;
  CREATE POLICY trail_read_of_joined ON trail FOR SELECT TO volmacht_app
    USING (client_id = ANY ((SELECT acting_pseudonyms())::uuid[]));

  -- What a key holds beside the client moves with the client: such references wait until all of it moved.
  DO $defer$
  DECLARE reference record;
  BEGIN
    FOR reference IN
      SELECT c.conrelid::regclass AS place, c.conname AS name FROM pg_constraint c
        JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = ANY (c.conkey) AND a.attname = 'client_id'
       WHERE c.contype = 'f' AND c.connamespace = 'public'::regnamespace AND c.confrelid <> 'client'::regclass
    LOOP EXECUTE format('ALTER TABLE %s ALTER CONSTRAINT %I DEFERRABLE INITIALLY IMMEDIATE', reference.place, reference.name);
    END LOOP;
  END $defer$;

  -- Two pseudonyms of one person become one, in one transaction: every row of every table that names the client by
  -- \`client_id\` moves, the feed too; who represents others by himself has a BSN, so he is never the one that goes. The trail stays as it was written (pseudonyms_of). What both
  -- have of one kind is kept where it can be, and else that of the pseudonym that stays. A pseudonym of a BSN stays.
  -- What the one that stays forbids the other's mandates ends: death (R30), curatele (R26), bewind for money (R27).
  -- Tells which mandates that touched.
  CREATE FUNCTION join_clients(gone uuid, stays uuid)
  RETURNS TABLE (mandate uuid, organisation uuid, before text, after text, why text)
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  DECLARE place record; running uuid; measure text;
  BEGIN
    IF NOT acting_on_identities()
    THEN RAISE EXCEPTION 'only an official or a job joins clients' USING ERRCODE = 'insufficient_privilege'; END IF;
    -- Deliveries share these locks (feed_delivered); whatever refers to a client locks his row.
    PERFORM pg_advisory_xact_lock(hashtextextended(least(gone, stays)::text, 13));
    PERFORM pg_advisory_xact_lock(hashtextextended(greatest(gone, stays)::text, 13));
    PERFORM FROM client WHERE id IN (gone, stays) ORDER BY id FOR UPDATE;
    IF gone = stays
       OR NOT EXISTS (SELECT FROM client WHERE id = gone AND bsn_index IS NULL AND joined_into IS NULL)
       OR NOT EXISTS (SELECT FROM client WHERE id = stays AND joined_into IS NULL)
    THEN RAISE EXCEPTION 'these two cannot become one' USING ERRCODE = 'check_violation'; END IF;

    -- R14: where both gave one office the same, both mandates stay; one of them claims it.
    UPDATE scope_line g SET claims = false
     WHERE g.client_id = gone AND g.claims AND EXISTS (
       SELECT FROM scope_line s WHERE s.client_id = stays AND s.claims AND s.organisation_id = g.organisation_id
          AND s.sender = g.sender AND s.category = g.category AND s.period && g.period);
    UPDATE assignment g SET ended_at = acting_now()
     WHERE g.client_id = gone AND g.ended_at IS NULL AND EXISTS (
       SELECT FROM assignment s WHERE s.client_id = stays AND s.ended_at IS NULL
          AND s.organisation_id = g.organisation_id
          AND coalesce(s.team_id, s.employee_id) = coalesce(g.team_id, g.employee_id));
    UPDATE shield g SET ended_at = acting_now(), ended_by = acting_id()
     WHERE g.client_id = gone AND g.ended_at IS NULL AND EXISTS (
       SELECT FROM shield s WHERE s.client_id = stays AND s.ended_at IS NULL AND s.shielded_by = g.shielded_by
          AND (s.organisation_id, s.message_id, s.sender, s.category) IS NOT DISTINCT FROM
              (g.organisation_id, g.message_id, g.sender, g.category));
    DELETE FROM client_contact g WHERE g.client_id = gone
       AND (EXISTS (SELECT FROM client_contact s WHERE s.client_id = stays)
            OR EXISTS (SELECT FROM client s WHERE s.id = stays AND s.bsn_index IS NOT NULL));
    DELETE FROM client_preference g WHERE g.client_id = gone
       AND EXISTS (SELECT FROM client_preference s WHERE s.client_id = stays);
    DELETE FROM identity_candidate g WHERE g.client_id = gone
       AND EXISTS (SELECT FROM identity_candidate s WHERE s.case_id = g.case_id AND s.client_id = stays);

    IF (SELECT died_on IS NOT NULL FROM client WHERE id = stays) THEN
      RETURN QUERY SELECT e.mandate, e.organisation, e.before, e.after, 'death' FROM end_mandates_of_client(gone, 'death') e;
    END IF;
    FOR measure IN SELECT DISTINCT m.ground FROM mandate m
                    WHERE m.client_id = stays AND ${withGrounds.running('m', 'acting_day()')}
                      AND m.ground IN ('curatele', 'provisional', 'bewind')
    LOOP
      IF measure = 'bewind' THEN
        -- What was of everything goes on for what is not money.
        INSERT INTO scope_line (id, mandate_id, client_id, organisation_id, sender, category, actions, period, claims)
          SELECT gen_random_uuid(), l.mandate_id, l.client_id, l.organisation_id, l.sender, other.category, l.actions,
                 l.period, false
            FROM scope_line l JOIN mandate m ON m.id = l.mandate_id AND m.ground = 'voluntary' AND m.ended_at IS NULL
           CROSS JOIN (VALUES ('care'), ('other')) AS other (category)
           WHERE l.client_id = gone AND l.ended_at IS NULL AND l.category = 'all';
        RETURN QUERY
          WITH over AS (
            UPDATE scope_line l SET ended_at = acting_now(), claims = false FROM mandate m
             WHERE m.id = l.mandate_id AND m.client_id = gone AND m.ground = 'voluntary' AND m.ended_at IS NULL
               AND l.ended_at IS NULL AND l.category IN ('financial', 'all')
            RETURNING m.id, m.organisation_id, m.state)
          SELECT DISTINCT o.id, o.organisation_id, o.state, o.state, 'bewind' FROM over o;
        RETURN QUERY SELECT e.mandate, e.organisation, e.before, e.after, 'bewind' FROM end_mandates(ARRAY(
          SELECT m.id FROM mandate m WHERE m.client_id = gone AND m.ground = 'voluntary' AND NOT EXISTS (
            SELECT FROM scope_line l WHERE l.mandate_id = m.id AND l.ended_at IS NULL)), 'bewind') e;
      ELSE
        RETURN QUERY SELECT e.mandate, e.organisation, e.before, e.after, 'curatele' FROM end_mandates(ARRAY(
          SELECT m.id FROM mandate m WHERE m.client_id = gone AND m.ground = 'voluntary'), 'curatele') e;
      END IF;
    END LOOP;

    SET CONSTRAINTS ALL DEFERRED;
    FOR place IN
      SELECT t.oid::regclass AS name FROM pg_class t
        JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum > 0 AND NOT a.attisdropped
       WHERE t.relkind = 'r' AND t.relnamespace = 'public'::regnamespace AND t.oid <> 'trail'::regclass
         AND a.atttypid = 'uuid'::regtype AND a.attname = 'client_id'
    LOOP EXECUTE format('UPDATE %s SET client_id = $2 WHERE client_id = $1', place.name) USING gone, stays;
    END LOOP;
    UPDATE message_mark SET reader = 'citizen:' || stays WHERE client_id = stays AND reader = 'citizen:' || gone;
    UPDATE job SET payload = jsonb_set(payload, '{client}', to_jsonb(stays)) WHERE payload->>'client' = gone::text;
    UPDATE client SET joined_into = stays WHERE joined_into = gone;
    UPDATE client s SET name = coalesce(s.name, g.name), died_on = coalesce(s.died_on, g.died_on),
                        since = least(s.since, g.since)
      FROM client g WHERE s.id = stays AND g.id = gone;
    UPDATE client SET joined_into = stays, joined_at = acting_now(), name = NULL WHERE id = gone;
    -- What the mandates of either cover is now all of it in the feed of their offices.
    FOR running IN SELECT id FROM mandate WHERE client_id = stays AND activated_at IS NOT NULL AND ended_at IS NULL
    LOOP PERFORM open_feed(running, stays); END LOOP;
    SET CONSTRAINTS ALL IMMEDIATE;
  END $$;

  -- Who acted a moment ago under a pseudonym that is another's now, leaves nothing behind under it: he tries again.
  CREATE FUNCTION keep_off_the_joined() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  BEGIN
    IF TG_TABLE_NAME = 'message' THEN -- the lock is held: feed_delivered took it
      PERFORM FROM client WHERE id = NEW.client_id AND joined_into IS NOT NULL;
      IF NOT FOUND THEN RETURN NULL; END IF;
    ELSE
      PERFORM FROM client WHERE id = NEW.client_id AND joined_into IS NULL FOR KEY SHARE;
      IF FOUND THEN RETURN NEW; END IF;
    END IF;
    RAISE EXCEPTION 'this client became another' USING ERRCODE = 'serialization_failure';
  END $$;
  CREATE TRIGGER of_the_living AFTER INSERT ON message FOR EACH ROW EXECUTE FUNCTION keep_off_the_joined();
  CREATE TRIGGER of_the_living BEFORE INSERT ON mandate FOR EACH ROW EXECUTE FUNCTION keep_off_the_joined();
  CREATE TRIGGER of_the_living BEFORE INSERT ON assignment FOR EACH ROW EXECUTE FUNCTION keep_off_the_joined();
  CREATE TRIGGER of_the_living BEFORE INSERT ON client_preference FOR EACH ROW EXECUTE FUNCTION keep_off_the_joined();

  REVOKE EXECUTE ON FUNCTION pseudonyms_of, join_clients, keep_off_the_joined FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION pseudonyms_of, join_clients TO volmacht_app;

  -- What was done with a message, also before its client became the one he is.${messageWorkActs('t.client_id = ANY (pseudonyms_of(whose))')}
  `,
  `
${messageWorkActs('t.client_id = whose')}
  DO $defer$
  DECLARE reference record;
  BEGIN
    FOR reference IN
      SELECT c.conrelid::regclass AS place, c.conname AS name FROM pg_constraint c
        JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = ANY (c.conkey) AND a.attname = 'client_id'
       WHERE c.contype = 'f' AND c.connamespace = 'public'::regnamespace AND c.confrelid <> 'client'::regclass
    LOOP EXECUTE format('ALTER TABLE %s ALTER CONSTRAINT %I NOT DEFERRABLE', reference.place, reference.name);
    END LOOP;
  END $defer$;
  DROP TRIGGER of_the_living ON client_preference;
  DROP TRIGGER of_the_living ON assignment;
  DROP TRIGGER of_the_living ON mandate;
  DROP TRIGGER of_the_living ON message;
  DROP POLICY trail_read_of_joined ON trail;
  DROP FUNCTION keep_off_the_joined, join_clients, acting_pseudonyms, pseudonyms_of;
  `,
);
