import { sqlMigration } from './as-owner.ts';

/** Senders with their message types, messages with their attachments, and each reader's own marks (R35). */
export const Inbox = sqlMigration(
  'Inbox',
  1795478400006,
  `
  CREATE TABLE sender (
    oin text PRIMARY KEY CHECK (oin ~ '^[0-9]{20}$'),
    name_nl text NOT NULL,
    name_en text NOT NULL,
    assurance text NOT NULL CHECK (assurance IN ('low', 'substantial', 'high')),
    since timestamptz NOT NULL
  );
  CREATE TABLE message_type (
    sender text NOT NULL REFERENCES sender,
    code text NOT NULL CHECK (code ~ '^[a-z0-9][a-z0-9-]{0,63}$'),
    name_nl text NOT NULL,
    name_en text NOT NULL,
    category text NOT NULL CHECK (category IN ('financial', 'care', 'other')),
    assurance text NOT NULL CHECK (assurance IN ('low', 'substantial', 'high')),
    PRIMARY KEY (sender, code)
  );
  GRANT SELECT, INSERT, UPDATE ON sender, message_type TO volmacht_app;

  -- The client leads every key, so that these tables can be distributed by client without a rewrite.
  CREATE TABLE message (
    client_id uuid NOT NULL,
    id uuid NOT NULL,
    sender text NOT NULL REFERENCES sender,
    type text,
    category text CHECK (category IN ('financial', 'care', 'other')),
    assurance text NOT NULL CHECK (assurance IN ('low', 'substantial', 'high')),
    subject text NOT NULL,
    body text NOT NULL,
    delivered_at timestamptz NOT NULL,
    PRIMARY KEY (client_id, id)
  );
  CREATE INDEX message_by_id ON message (id);
  CREATE INDEX message_by_delivery ON message (client_id, delivered_at DESC, id DESC);

  CREATE TABLE attachment (
    client_id uuid NOT NULL,
    message_id uuid NOT NULL,
    id uuid NOT NULL,
    name text NOT NULL,
    media_type text NOT NULL,
    size int NOT NULL,
    sha256 text NOT NULL,
    PRIMARY KEY (client_id, message_id, id),
    FOREIGN KEY (client_id, message_id) REFERENCES message
  );
  CREATE TABLE attachment_part (
    client_id uuid NOT NULL,
    message_id uuid NOT NULL,
    attachment_id uuid NOT NULL,
    place int NOT NULL,
    bytes bytea NOT NULL,
    PRIMARY KEY (client_id, message_id, attachment_id, place),
    FOREIGN KEY (client_id, message_id, attachment_id) REFERENCES attachment
  );
  ALTER TABLE attachment_part ALTER COLUMN bytes SET STORAGE EXTERNAL;

  -- R35: a mark belongs to its reader: the client, or one employee.
  CREATE TABLE message_mark (
    client_id uuid NOT NULL,
    message_id uuid NOT NULL,
    reader text NOT NULL,
    read_at timestamptz,
    archived_at timestamptz,
    PRIMARY KEY (client_id, message_id, reader),
    FOREIGN KEY (client_id, message_id) REFERENCES message
  );

  -- decide() in the dialect of a query: may the acting party do this with such a message of this client?
  -- 'any' asks whether some action is granted. A test holds this and decide() equal.
  CREATE FUNCTION may_do(wanted text, whose uuid, from_sender text, about text, needed text) RETURNS boolean
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  BEGIN
    IF NOT assurance_suffices(needed) THEN RETURN false; END IF;                                  -- R6
    IF acting_kind() = 'citizen' THEN RETURN whose = acting_client(); END IF;
    IF acting_kind() <> 'employee' OR NOT assurance_suffices('substantial') THEN RETURN false; END IF; -- R5
    RETURN acting_role(false) IS NOT NULL
      AND (wanted <> 'archive' OR acting_role(false) <> 'reader')
      AND EXISTS (
        SELECT FROM mandate m JOIN scope_line l ON l.mandate_id = m.id
         WHERE m.client_id = whose AND m.organisation_id = acting_organisation()
           AND m.state = 'active' AND m.from_day <= acting_day() AND acting_day() < m.until_day
           AND l.ended_at IS NULL
           AND l.sender = from_sender AND (l.category = 'all' OR l.category = about)                -- R36
           AND (wanted = 'any' OR wanted = ANY (l.actions)))
      AND acting_handles(whose)                                                                      -- R33
      AND NOT EXISTS (SELECT FROM client c WHERE c.id = whose AND c.died_on IS NOT NULL);            -- R30
  END $$;

  DO $policies$
  DECLARE guarded text;
  BEGIN
    FOREACH guarded IN ARRAY ARRAY['message', 'attachment', 'attachment_part', 'message_mark'] LOOP
      EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', guarded);
      EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', guarded);
      EXECUTE format('CREATE POLICY %I ON %I TO volmacht_owner USING (true) WITH CHECK (true)',
                     guarded || '_owner', guarded);
      EXECUTE format('GRANT SELECT, INSERT ON %I TO volmacht_app', guarded);
    END LOOP;
  END $policies$;
  GRANT UPDATE ON message_mark TO volmacht_app;

  CREATE POLICY message_read ON message FOR SELECT TO volmacht_app
    USING (sender = acting_sender() OR may_do('any', client_id, sender, category, assurance));
  CREATE POLICY message_deliver ON message FOR INSERT TO volmacht_app WITH CHECK (sender = acting_sender());
  CREATE POLICY attachment_read ON attachment FOR SELECT TO volmacht_app
    USING (EXISTS (SELECT FROM message m WHERE m.client_id = attachment.client_id AND m.id = message_id));
  CREATE POLICY attachment_deliver ON attachment FOR INSERT TO volmacht_app
    WITH CHECK (EXISTS (SELECT FROM message m WHERE m.client_id = attachment.client_id AND m.id = message_id
                           AND m.sender = acting_sender()));
  CREATE POLICY part_read ON attachment_part FOR SELECT TO volmacht_app
    USING (EXISTS (SELECT FROM message m WHERE m.client_id = attachment_part.client_id AND m.id = message_id));
  CREATE POLICY part_deliver ON attachment_part FOR INSERT TO volmacht_app
    WITH CHECK (EXISTS (SELECT FROM message m WHERE m.client_id = attachment_part.client_id AND m.id = message_id
                           AND m.sender = acting_sender()));
  CREATE POLICY mark_own ON message_mark TO volmacht_app
    USING (reader = current_setting('app.actor'))
    WITH CHECK (reader = current_setting('app.actor')
                AND EXISTS (SELECT FROM message m WHERE m.client_id = message_mark.client_id AND m.id = message_id));
  `,
  `
  DROP TABLE message_mark, attachment_part, attachment, message, message_type, sender CASCADE;
  DROP FUNCTION may_do;
  `,
);
