import { sqlMigration } from './as-owner.ts';

/** What the acting employee has in hand, message by message. */
export const actingHeld = `
  -- What the acting employee has in hand. It narrows, and no more: whom he does not handle now does not pass the guard.
  -- A reader has nothing in hand.
  CREATE FUNCTION acting_held() RETURNS TABLE (client_id uuid, delivered_at timestamptz, message_id uuid)
  LANGUAGE sql STABLE ROWS 100 SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT w.client_id, g.delivered_at, w.message_id
      FROM message_work w JOIN message g ON g.client_id = w.client_id AND g.id = w.message_id
     WHERE w.organisation_id = acting_organisation() AND w.holder = acting_employee() AND w.state = 'taken'
       AND acting_role(false) <> 'reader'
  $$;`;

/**
 * What somebody has in hand is named message by message, so that the guard is asked about nothing else. Whether some
 * clients are few depends on how many the office has.
 */
export const QuickNumbers = sqlMigration(
  'QuickNumbers',
  1795910400037,
  `
  ${actingHeld}
  -- Whether the acting employee's office has so many mandates in force. Counted no further.
  CREATE FUNCTION acting_office_has(many int) RETURNS boolean
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  BEGIN
    RETURN (SELECT count(*) FROM (SELECT FROM mandate m
             WHERE m.organisation_id = (SELECT acting_organisation()) AND m.state = 'active' LIMIT many) AS counted) = many;
  END $$;
  REVOKE EXECUTE ON FUNCTION acting_held, acting_office_has FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION acting_held, acting_office_has TO volmacht_app;
  DROP FUNCTION acting_held_clients;

  -- Where to look first for the newest behind a place. For who handles a handful of clients, or of these clients: their
  -- newest messages laid side by side, so many of each, as far back as nothing is missing between them. For who handles
  -- more: so many of the office. \`complete\` when that is all there are. It narrows, and no more: who may not read one
  -- of them is told so by the guard.
  CREATE FUNCTION foremost(
    whom uuid[], handful int, each int, walk int, at timestamptz, id uuid,
    OUT places timestamptz[], OUT messages uuid[], OUT complete boolean
  )
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  DECLARE office uuid := acting_organisation(); edge timestamptz;
  BEGIN
    whom := coalesce(whom, acting_few_clients(handful));
    at := coalesce(at, 'infinity');
    id := coalesce(id, 'ffffffff-ffff-ffff-ffff-ffffffffffff');
    IF whom IS NULL THEN
      SELECT array_agg(f.delivered_at), array_agg(f.message_id), count(*) < walk INTO places, messages, complete
        FROM (SELECT delivered_at, message_id FROM feed
               WHERE organisation_id = office AND (delivered_at, message_id) < (at, id)
               ORDER BY delivered_at DESC, message_id DESC LIMIT walk) f;
      RETURN;
    END IF;
    WITH laid AS MATERIALIZED (
      SELECT one.* FROM unnest(whom) AS v (client_id) CROSS JOIN LATERAL (
        SELECT f.delivered_at, f.message_id, f.client_id FROM feed f
         WHERE f.organisation_id = office AND f.client_id = v.client_id AND (f.delivered_at, f.message_id) < (at, id)
         ORDER BY f.delivered_at DESC, f.message_id DESC LIMIT each) one),
    cut AS (SELECT max(oldest) AS edge
              FROM (SELECT min(delivered_at) AS oldest FROM laid GROUP BY client_id HAVING count(*) = each) cut_off)
    SELECT array_agg(f.delivered_at), array_agg(f.message_id), (SELECT cut.edge FROM cut)
      INTO places, messages, edge
      FROM (SELECT * FROM laid WHERE delivered_at > (SELECT coalesce(cut.edge, '-infinity') FROM cut)
             ORDER BY delivered_at DESC, message_id DESC) f;
    complete := edge IS NULL;
  END $$;
  REVOKE EXECUTE ON FUNCTION foremost FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION foremost TO volmacht_app;
  REVOKE EXECUTE ON FUNCTION acting_few_clients FROM volmacht_app;
  DROP FUNCTION newest_of;
  `,
  `
  CREATE FUNCTION newest_of(
    whom uuid[], most int, at timestamptz, id uuid,
    OUT places timestamptz[], OUT messages uuid[], OUT clients uuid[], OUT complete boolean
  )
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  DECLARE edge timestamptz;
  BEGIN
    WITH laid AS MATERIALIZED (
      SELECT one.* FROM unnest(whom) AS v (client_id) CROSS JOIN LATERAL (
        SELECT f.delivered_at, f.message_id, f.client_id FROM feed f
         WHERE f.organisation_id = (SELECT acting_organisation()) AND f.client_id = v.client_id
           AND (f.delivered_at, f.message_id)
               < (coalesce(at, 'infinity'), coalesce(id, 'ffffffff-ffff-ffff-ffff-ffffffffffff'))
         ORDER BY f.delivered_at DESC, f.message_id DESC LIMIT most) one),
    cut AS (SELECT max(oldest) AS edge
              FROM (SELECT min(delivered_at) AS oldest FROM laid GROUP BY client_id HAVING count(*) = most) each)
    SELECT array_agg(l.delivered_at), array_agg(l.message_id), array_agg(l.client_id), (SELECT cut.edge FROM cut)
      INTO places, messages, clients, edge
      FROM (SELECT * FROM laid WHERE delivered_at > (SELECT coalesce(cut.edge, '-infinity') FROM cut)
             ORDER BY delivered_at DESC, message_id DESC) l;
    complete := edge IS NULL;
  END $$;
  REVOKE EXECUTE ON FUNCTION newest_of FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION newest_of, acting_few_clients TO volmacht_app;
  DROP FUNCTION foremost;
  CREATE FUNCTION acting_held_clients() RETURNS uuid[]
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  BEGIN
    RETURN coalesce((SELECT array_agg(DISTINCT client_id) FROM message_work
                      WHERE organisation_id = acting_organisation() AND holder = acting_employee()
                        AND state = 'taken'), '{}');
  END $$;
  REVOKE EXECUTE ON FUNCTION acting_held_clients FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION acting_held_clients TO volmacht_app;
  DROP FUNCTION acting_office_has, acting_held;
  `,
);
