import { sqlMigration } from './as-owner.ts';

/**
 * The feed: for each office the messages of its clients in the order in which they came, so that one inbox over
 * thousands of clients is a walk along an index. It is an index and no authority: rows of a mandate that ended stay,
 * and fail the guard of `inbox_feed` (the next migration). Only triggers write it, in the transaction of the
 * delivery or the consent. Messages may ask for a reply; what an office does with a message is its own.
 */
export const Feed = sqlMigration(
  'Feed',
  1795564800013,
  `
  ALTER TABLE message
    ADD COLUMN attachments int NOT NULL DEFAULT 0,
    ADD COLUMN reply_by date,
    ADD COLUMN reply_kind text CHECK (reply_kind IN ('objection', 'payment', 'information')),
    ADD CHECK ((reply_by IS NULL) = (reply_kind IS NULL));
  UPDATE message m SET attachments = (
    SELECT count(*) FROM attachment a WHERE a.client_id = m.client_id AND a.message_id = m.id);

  -- Words of a message as people look for them in Dutch: stemmed, without accents. The first 100,000 characters.
  CREATE EXTENSION IF NOT EXISTS unaccent;
  CREATE EXTENSION IF NOT EXISTS btree_gin;
  CREATE TEXT SEARCH CONFIGURATION volmacht (COPY = dutch);
  ALTER TEXT SEARCH CONFIGURATION volmacht
    ALTER MAPPING FOR hword, hword_part, word WITH unaccent, dutch_stem;
  -- Only letters and digits are words, whatever stands between them and however the server was made: "aanslag/premie",
  -- “aanslag”, 2025/2026. What is invisible within a word is left out.
  CREATE FUNCTION plain_words(given text, kept text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN regexp_replace(
      regexp_replace(normalize(given, NFKC), '[\\u00AD\\u200B-\\u200D\\u2060\\uFEFF]', '', 'g'),
      '[^0-9A-Za-z\\u00AA\\u00B5\\u00BA\\u00C0-\\u1FFF\\u2C00-\\uD7FF\\uF900-\\uFFFD\\U00010000-\\U0010FFFF'
        || kept || ']+', ' ', 'g');
  CREATE FUNCTION words_of(subject text, body text) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN to_tsvector('volmacht'::regconfig, plain_words(subject || ' ' || left(body, 100000), ''));
  -- What somebody looks for: quotes hold words together, a minus before a word leaves it out.
  CREATE FUNCTION wanted_words(given text) RETURNS tsquery LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN websearch_to_tsquery('volmacht'::regconfig, regexp_replace(
      plain_words(translate(given, '“”„«»', '"""""'), '"-'), '(?<=[^ "])-', ' ', 'g'));

  CREATE TABLE feed (
    organisation_id uuid NOT NULL,
    delivered_at timestamptz NOT NULL,
    message_id uuid NOT NULL,
    client_id uuid NOT NULL,
    sender text NOT NULL,
    category text,
    assurance text NOT NULL,
    attachments int NOT NULL,
    reply_by date,
    reply_kind text,
    -- When somebody of the office first read it, and whether the office is done with it.
    office_read_at timestamptz,
    handled boolean NOT NULL DEFAULT false,
    -- Filled behind the delivery (fill_words). Until then a search looks into the message itself.
    words tsvector,
    PRIMARY KEY (organisation_id, delivered_at, message_id)
  );
  CREATE INDEX feed_of_client ON feed (organisation_id, client_id, delivered_at, message_id);
  CREATE INDEX feed_of_sender ON feed (organisation_id, sender, delivered_at, message_id);
  CREATE INDEX feed_of_category ON feed (organisation_id, category, delivered_at, message_id);
  CREATE INDEX feed_unread ON feed (organisation_id, delivered_at, message_id) WHERE office_read_at IS NULL;
  CREATE INDEX feed_due ON feed (organisation_id, reply_by, message_id) WHERE reply_by IS NOT NULL AND NOT handled;
  CREATE INDEX feed_attached ON feed (organisation_id, delivered_at, message_id) WHERE attachments > 0;
  CREATE INDEX feed_words ON feed USING gin (organisation_id, words);
  CREATE INDEX feed_wordless ON feed (organisation_id, delivered_at, message_id) WHERE words IS NULL;

  -- What an office does with a message: who has it in hand, and whether it is done. Other offices do not see it.
  CREATE TABLE message_work (
    organisation_id uuid NOT NULL REFERENCES organisation,
    message_id uuid NOT NULL,
    client_id uuid NOT NULL,
    state text NOT NULL CHECK (state IN ('open', 'taken', 'handled')),
    holder uuid,
    note text,
    changed_by uuid NOT NULL REFERENCES employee,
    changed_at timestamptz NOT NULL,
    version int NOT NULL DEFAULT 1,
    PRIMARY KEY (organisation_id, message_id),
    FOREIGN KEY (client_id, message_id) REFERENCES message,
    FOREIGN KEY (holder, organisation_id) REFERENCES employee (id, organisation_id),
    CHECK ((state = 'taken') = (holder IS NOT NULL))
  );
  CREATE INDEX message_work_by_holder ON message_work (organisation_id, holder) WHERE state = 'taken';

  -- A delivery and a consent for one client do not pass each other unseen: deliveries share the lock, a consent has
  -- it alone. Each statement of these functions sees what was committed before it got the lock.
  CREATE FUNCTION feed_delivered() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  BEGIN
    PERFORM pg_advisory_xact_lock_shared(hashtextextended(NEW.client_id::text, 13));
    INSERT INTO feed (organisation_id, delivered_at, message_id, client_id, sender, category, assurance, attachments,
                      reply_by, reply_kind)
      SELECT office, NEW.delivered_at, NEW.id, NEW.client_id, NEW.sender, NEW.category, NEW.assurance,
             NEW.attachments, NEW.reply_by, NEW.reply_kind
        FROM (SELECT DISTINCT l.organisation_id FROM scope_line l JOIN mandate m ON m.id = l.mandate_id
               WHERE l.client_id = NEW.client_id AND l.sender = NEW.sender
                 AND (l.category = 'all' OR l.category = NEW.category) AND l.ended_at IS NULL
                 AND m.activated_at IS NOT NULL AND m.ended_at IS NULL) AS given (office);
    RETURN NULL;
  END $$;
  CREATE TRIGGER feed_delivered AFTER INSERT ON message FOR EACH ROW EXECUTE FUNCTION feed_delivered();

  -- Consent opens history too: what is in scope enters the feed in the transaction of the consent.
  CREATE FUNCTION open_feed(opened uuid, whose uuid) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  BEGIN
    PERFORM pg_advisory_xact_lock(hashtextextended(whose::text, 13));
    INSERT INTO feed (organisation_id, delivered_at, message_id, client_id, sender, category, assurance, attachments,
                      reply_by, reply_kind)
      SELECT m.organisation_id, g.delivered_at, g.id, g.client_id, g.sender, g.category, g.assurance, g.attachments,
             g.reply_by, g.reply_kind
        FROM mandate m JOIN message g ON g.client_id = m.client_id
       WHERE m.id = opened AND m.activated_at IS NOT NULL AND m.ended_at IS NULL
         AND EXISTS (SELECT FROM scope_line l WHERE l.mandate_id = m.id AND l.ended_at IS NULL
                        AND l.sender = g.sender AND (l.category = 'all' OR l.category = g.category))
      ON CONFLICT DO NOTHING;
  END $$;
  CREATE FUNCTION feed_consented() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  BEGIN
    PERFORM open_feed(NEW.id, NEW.client_id);
    RETURN NULL;
  END $$;
  CREATE TRIGGER feed_consented AFTER UPDATE OF state ON mandate FOR EACH ROW
    WHEN (OLD.activated_at IS NULL AND NEW.activated_at IS NOT NULL) EXECUTE FUNCTION feed_consented();
  -- A mandate that a client gives himself is active before it has lines.
  CREATE FUNCTION feed_granted() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  BEGIN
    IF EXISTS (SELECT FROM mandate m WHERE m.id = NEW.mandate_id AND m.activated_at IS NOT NULL) THEN
      PERFORM open_feed(NEW.mandate_id, NEW.client_id);
    END IF;
    RETURN NULL;
  END $$;
  CREATE TRIGGER feed_granted AFTER INSERT ON scope_line FOR EACH ROW EXECUTE FUNCTION feed_granted();

  -- R35: each reader has his own mark; the office knows whether anybody of it has read.
  CREATE FUNCTION feed_marked() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  DECLARE office uuid := split_part(NEW.reader, ':', 3)::uuid;
  BEGIN
    -- Always written: of two readers at once the second sees the first, or has to try again.
    UPDATE feed SET office_read_at = coalesce(
      CASE WHEN NEW.read_at IS NOT NULL THEN office_read_at END, NEW.read_at,
      (SELECT min(k.read_at) FROM message_mark k
        WHERE k.client_id = NEW.client_id AND k.message_id = NEW.message_id
          AND k.reader LIKE 'employee:%:' || office))
     WHERE organisation_id = office AND client_id = NEW.client_id AND message_id = NEW.message_id;
    RETURN NULL;
  END $$;
  CREATE TRIGGER feed_marked AFTER INSERT OR UPDATE OF read_at ON message_mark FOR EACH ROW
    WHEN (NEW.reader LIKE 'employee:%') EXECUTE FUNCTION feed_marked();
  CREATE FUNCTION feed_worked() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  BEGIN
    UPDATE feed SET handled = (NEW.state = 'handled')
     WHERE organisation_id = NEW.organisation_id AND client_id = NEW.client_id AND message_id = NEW.message_id
       AND handled <> (NEW.state = 'handled');
    RETURN NULL;
  END $$;
  CREATE TRIGGER feed_worked AFTER INSERT OR UPDATE OF state ON message_work FOR EACH ROW
    EXECUTE FUNCTION feed_worked();
  -- The words of so many messages that have none yet; tells of how many. Two at once take different ones.
  CREATE FUNCTION fill_words(most int) RETURNS int
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  DECLARE filled int;
  BEGIN
    WITH due AS (
      SELECT organisation_id, delivered_at, message_id, client_id FROM feed WHERE words IS NULL
       LIMIT most FOR UPDATE SKIP LOCKED)
    UPDATE feed f SET words = words_of(g.subject, g.body)
      FROM due JOIN message g ON g.client_id = due.client_id AND g.id = due.message_id
     WHERE f.organisation_id = due.organisation_id AND f.delivered_at = due.delivered_at
       AND f.message_id = due.message_id;
    GET DIAGNOSTICS filled = ROW_COUNT;
    RETURN filled;
  END $$;
  REVOKE EXECUTE ON FUNCTION fill_words FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION fill_words TO volmacht_app;
  REVOKE EXECUTE ON FUNCTION open_feed, feed_delivered, feed_consented, feed_granted, feed_marked, feed_worked
    FROM PUBLIC;

  -- What is there already.
  DO $fill$
  DECLARE running mandate;
  BEGIN
    FOR running IN SELECT * FROM mandate WHERE activated_at IS NOT NULL AND ended_at IS NULL LOOP
      PERFORM open_feed(running.id, running.client_id);
    END LOOP;
    UPDATE feed f SET office_read_at = (
      SELECT min(k.read_at) FROM message_mark k WHERE k.client_id = f.client_id AND k.message_id = f.message_id
         AND k.reader LIKE 'employee:%:' || f.organisation_id);
  END $fill$;
  `,
  `
  DROP TABLE message_work, feed CASCADE;
  DROP TRIGGER feed_marked ON message_mark;
  DROP TRIGGER feed_granted ON scope_line;
  DROP TRIGGER feed_consented ON mandate;
  DROP TRIGGER feed_delivered ON message;
  DROP FUNCTION fill_words, feed_worked, feed_marked, feed_granted, feed_consented, open_feed, feed_delivered, wanted_words, words_of, plain_words;
  DROP TEXT SEARCH CONFIGURATION volmacht;
  ALTER TABLE message DROP COLUMN attachments, DROP COLUMN reply_by, DROP COLUMN reply_kind;
  `,
);
