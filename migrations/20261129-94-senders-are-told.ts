import { sqlMigration } from './as-owner.ts';

/** The senders that a line speaks of: the one that it names; or who wrote to this client about it, when it names none. */
const spokenOf = `
  CREATE FUNCTION senders_of_line(line scope_line) RETURNS SETOF text
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT line.sender WHERE line.sender <> '*'
     UNION SELECT g.sender FROM message g
            WHERE line.sender = '*' AND g.client_id = line.client_id AND line.category IN ('all', g.category)
  $$;`;

/**
 * R17, R30: a sender is told, by the same act that ends a mandate or takes a line from it. What it is told waits until the
 * sender acknowledges it. Why a court or a register ended it is not the sender's affair, but for a death.
 */
export const SendersAreTold = sqlMigration(
  'SendersAreTold',
  1795910400094,
  `
  CREATE TABLE sender_event (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    sender text NOT NULL CHECK (sender ~ '^[0-9]{20}$'),
    client_id uuid NOT NULL REFERENCES client,
    mandate_id uuid NOT NULL REFERENCES mandate,
    kind text NOT NULL CHECK (kind IN ('mandate-ended', 'mandate-narrowed')),
    why text NOT NULL CHECK (why IN ('revoked', 'renounced', 'narrowed', 'client-died', 'ended')),
    -- What the mandate gave about this sender's messages and gives no more: category and actions.
    lines jsonb NOT NULL CHECK (jsonb_array_length(lines) > 0),
    made_at timestamptz NOT NULL,
    acknowledged_at timestamptz
  );
  COMMENT ON TABLE sender_event IS 'What senders are told of mandates, until they acknowledge it (R17, R30).';
  CREATE INDEX sender_event_waiting ON sender_event (sender, made_at, id) WHERE acknowledged_at IS NULL;
  CREATE INDEX sender_event_by_client ON sender_event (client_id);
  ALTER TABLE sender_event ENABLE ROW LEVEL SECURITY;
  ALTER TABLE sender_event FORCE ROW LEVEL SECURITY;
  CREATE POLICY sender_event_owner ON sender_event TO volmacht_owner USING (true) WITH CHECK (true);
  CREATE POLICY sender_event_see ON sender_event FOR SELECT TO volmacht_app USING (sender = acting_sender());
  CREATE POLICY sender_event_take ON sender_event FOR UPDATE TO volmacht_app
    USING (sender = acting_sender()) WITH CHECK (acknowledged_at = acting_now());
  GRANT SELECT, UPDATE (acknowledged_at) ON sender_event TO volmacht_app;
  ${spokenOf}

  CREATE FUNCTION tell_senders_of_an_end() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  BEGIN
    INSERT INTO sender_event (sender, client_id, mandate_id, kind, why, lines, made_at)
    SELECT s, NEW.client_id, NEW.id, 'mandate-ended',
           CASE WHEN NEW.state IN ('revoked', 'renounced') THEN NEW.state
                WHEN NEW.end_reason = 'death' AND has_died(NEW.client_id) THEN 'client-died' ELSE 'ended' END,
           jsonb_agg(jsonb_build_object('category', l.category, 'actions', l.actions) ORDER BY l.category, l.id),
           NEW.ended_at
      FROM scope_line l, senders_of_line(l) s
     WHERE l.mandate_id = NEW.id AND l.ended_at IS NULL GROUP BY s;
    RETURN NULL;
  END $$;
  CREATE TRIGGER mandate_end_told AFTER UPDATE OF state ON mandate FOR EACH ROW
    WHEN (OLD.state IN ('active', 'suspended') AND OLD.ended_at IS NULL AND NEW.ended_at IS NOT NULL)
    EXECUTE FUNCTION tell_senders_of_an_end();

  CREATE FUNCTION tell_senders_of_a_narrowing() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  BEGIN
    INSERT INTO sender_event (sender, client_id, mandate_id, kind, why, lines, made_at)
    SELECT s, NEW.client_id, NEW.mandate_id, 'mandate-narrowed', 'narrowed',
           jsonb_build_array(jsonb_build_object('category', OLD.category, 'actions', (
             SELECT jsonb_agg(action) FROM unnest(OLD.actions) action
              WHERE NEW.ended_at IS NOT NULL OR action <> ALL (NEW.actions)))),
           coalesce(NEW.ended_at, current_setting('app.now', true)::timestamptz, now())
      FROM mandate m, senders_of_line(OLD) s
     WHERE m.id = NEW.mandate_id AND m.state IN ('active', 'suspended');
    RETURN NULL;
  END $$;
  CREATE TRIGGER line_end_told AFTER UPDATE OF ended_at, actions ON scope_line FOR EACH ROW
    WHEN (OLD.ended_at IS NULL AND (NEW.ended_at IS NOT NULL OR NOT NEW.actions @> OLD.actions))
    EXECUTE FUNCTION tell_senders_of_a_narrowing();

  -- What waits for the sender that asks, oldest first, with what it knows the client by: the sealed BSN.
  CREATE FUNCTION told_to_sender(many int)
  RETURNS TABLE (id uuid, kind text, why text, mandate uuid, lines jsonb, "madeAt" timestamptz,
                 client uuid, sealed text, office jsonb)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT e.id, e.kind, e.why, e.mandate_id, e.lines, e.made_at, now_is.id, now_is.bsn_sealed,
           jsonb_build_object('id', o.id, 'name', o.name, 'kvk', o.kvk)
      FROM sender_event e
      JOIN client c ON c.id = e.client_id JOIN client now_is ON now_is.id = coalesce(c.joined_into, c.id)
      JOIN mandate m ON m.id = e.mandate_id JOIN organisation o ON o.id = m.organisation_id
     WHERE e.sender = acting_sender() AND e.acknowledged_at IS NULL
     ORDER BY e.made_at, e.id LIMIT many
  $$;
  REVOKE EXECUTE ON FUNCTION senders_of_line, tell_senders_of_an_end, tell_senders_of_a_narrowing, told_to_sender
    FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION told_to_sender TO volmacht_app;
  `,
  `
  DROP TRIGGER line_end_told ON scope_line;
  DROP TRIGGER mandate_end_told ON mandate;
  DROP FUNCTION told_to_sender, tell_senders_of_a_narrowing, tell_senders_of_an_end, senders_of_line;
  DROP TABLE sender_event;
  `,
);
