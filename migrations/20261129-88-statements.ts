import { sqlMigration } from './as-owner.ts';
import { withGrounds } from './in-force.ts';

const { inForce, running } = withGrounds;

/**
 * Statements of mandates that were made, by the place in a status list that each was given by chance. What a list says
 * is asked of the mandates each time; nothing of that is kept.
 */
export const Statements = sqlMigration(
  'Statements',
  1795910400088,
  `
  CREATE TABLE mandate_statement (
    list int NOT NULL CHECK (list > 0),
    place int NOT NULL CHECK (place >= 0),
    mandate_id uuid NOT NULL REFERENCES mandate,
    -- What it states: the actions of each line by its id, and the first day on which it ends.
    lines jsonb NOT NULL CHECK (jsonb_typeof(lines) = 'object' AND lines <> '{}'),
    until_day date NOT NULL,
    -- From this day on a line gives less than is stated: by law, or because somebody made it smaller (then: long ago).
    holds_until date NOT NULL,
    expires_at timestamptz NOT NULL,
    PRIMARY KEY (list, place)
  );
  CREATE INDEX mandate_statement_by_mandate ON mandate_statement (mandate_id);
  CREATE INDEX mandate_statement_by_expiry ON mandate_statement (expires_at);
  COMMENT ON TABLE mandate_statement IS 'Statements of mandates that travel and are not over yet.';
  -- The application reaches it by the two functions below and in no other way.
  ALTER TABLE mandate_statement ENABLE ROW LEVEL SECURITY;
  ALTER TABLE mandate_statement FORCE ROW LEVEL SECURITY;
  CREATE POLICY mandate_statement_owner ON mandate_statement TO volmacht_owner USING (true) WITH CHECK (true);

  -- \`isOpen\` of src/domain/scope.ts for all that is stated at once, and that no action was taken away (R20).
  CREATE FUNCTION statement_holds_until(stated uuid, stated_lines jsonb) RETURNS date
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT CASE WHEN count(*) = (SELECT count(*) FROM jsonb_object_keys(stated_lines))
                THEN coalesce(min(l.ends_on), 'infinity') ELSE '-infinity' END
      FROM scope_line l
     WHERE l.mandate_id = stated AND l.ended_at IS NULL AND to_jsonb(l.actions) @> (stated_lines -> l.id::text)
  $$;
  -- To ask this of each statement when a list is made would take ten times as long as all the rest.
  CREATE FUNCTION keep_statements() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  BEGIN
    UPDATE mandate_statement s SET holds_until = statement_holds_until(s.mandate_id, s.lines)
     WHERE s.mandate_id = NEW.mandate_id;
    RETURN NULL;
  END $$;
  CREATE TRIGGER keep_statements AFTER UPDATE ON scope_line FOR EACH ROW
    WHEN ((OLD.actions, OLD.ended_at, OLD.ends_on) IS DISTINCT FROM (NEW.actions, NEW.ended_at, NEW.ends_on))
    EXECUTE FUNCTION keep_statements();

  -- Gives a statement by a party to the mandate the first free one of these places; when none is free, one in a new list.
  CREATE FUNCTION state_mandate(
    stated uuid, stated_lines jsonb, stated_until date, ends timestamptz, places int[], OUT list int, OUT place int
  ) LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  DECLARE
    newest int;
  BEGIN
    IF acting_kind() NOT IN ('citizen', 'employee') OR NOT assurance_suffices('substantial')
       OR NOT EXISTS (SELECT FROM mandate_in_sight v JOIN mandate m ON m.id = v.id
                       WHERE v.id = stated AND ${inForce('m', 'acting_day()')})
    THEN RAISE EXCEPTION 'only a party states a mandate, and only while it is in force'
      USING ERRCODE = 'insufficient_privilege'; END IF;
    -- Whoever changes a line meanwhile waits, and then finds this statement.
    PERFORM FROM scope_line l WHERE l.mandate_id = stated ORDER BY l.id FOR SHARE;
    -- What is over makes room, a little at a time.
    DELETE FROM mandate_statement s WHERE (s.list, s.place) IN (
      SELECT o.list, o.place FROM mandate_statement o WHERE o.expires_at <= acting_now()
       ORDER BY o.expires_at LIMIT 20 FOR UPDATE SKIP LOCKED);
    SELECT coalesce(max(s.list), 1) INTO newest FROM mandate_statement s;
    FOR tried IN newest .. newest + 1 LOOP
      list := tried;
      FOREACH place IN ARRAY places LOOP
        INSERT INTO mandate_statement
          VALUES (tried, state_mandate.place, stated, stated_lines, stated_until,
                  statement_holds_until(stated, stated_lines), ends)
          ON CONFLICT DO NOTHING;
        IF FOUND THEN RETURN; END IF;
      END LOOP;
    END LOOP;
    RAISE EXCEPTION 'there is no place left for a statement';
  END $$;

  -- The places of a list of which the statement does not hold at an instant: for now, or for good. \`canBeStated\` of
  -- src/domain/statement.ts in the dialect of a query, and that what is stated was not made smaller (R20). For anyone: it
  -- tells places and no more. Nothing, when there is no such list.
  CREATE FUNCTION status_list(asked int, at timestamptz, OUT known boolean, OUT suspended int[], OUT invalid int[])
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  DECLARE today date := (at AT TIME ZONE 'Europe/Amsterdam')::date;
  BEGIN
    known := EXISTS (SELECT FROM mandate_statement s WHERE s.list >= asked AND asked > 0);
    SELECT array_agg(judged.place) FILTER (WHERE judged.stands), array_agg(judged.place) FILTER (WHERE NOT judged.stands)
      INTO suspended, invalid
      FROM (
        SELECT s.place, ${inForce('m', 'today')} AND o.standing = 'recognised' AS works,
               ${running('m', 'today')} AND m.until_day >= s.until_day
               AND (m.ends_on IS NULL OR m.ends_on >= s.until_day)
               AND today < s.holds_until AS stands
          FROM mandate_statement s
          JOIN mandate m ON m.id = s.mandate_id
          JOIN organisation o ON o.id = m.organisation_id
         WHERE s.list = asked AND s.expires_at > at) AS judged
     WHERE NOT (judged.works AND judged.stands);
  END $$;
  REVOKE EXECUTE ON FUNCTION state_mandate, status_list, statement_holds_until, keep_statements FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION state_mandate, status_list TO volmacht_app;
  `,
  `
  DROP TRIGGER keep_statements ON scope_line;
  DROP FUNCTION status_list, state_mandate, keep_statements, statement_holds_until;
  DROP TABLE mandate_statement;
  `,
);
