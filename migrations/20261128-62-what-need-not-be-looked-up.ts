import { assigned } from './20261128-30-quicker-inbox.ts';
import { assignedAtOnce, hand, marks } from './20261128-49-whose-hand.ts';
import { sqlMigration } from './as-owner.ts';
import { feedUnlessGivenUnderGuardianship, feedWithMarks } from './in-force.feed.ts';
import { inboxFeedThatLooksUpWho, whereToLook } from './in-force.inbox.ts';
import { inboxFeedUnlessShieldedForGood } from './in-force.shields.ts';

const officeRead = `
  coalesce(
      CASE WHEN NEW.read_at IS NOT NULL THEN office_read_at END, NEW.read_at,
      (SELECT min(k.read_at) FROM message_mark k
        WHERE k.client_id = NEW.client_id AND k.message_id = NEW.message_id
          AND k.reader LIKE 'employee:%:' || office))`;

/** R35: each reader has his own mark; the office knows whether anybody of it has read, or has marked it at all. */
const feedMarked = (more = ''): string => `
  CREATE OR REPLACE FUNCTION feed_marked() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  DECLARE office uuid := split_part(NEW.reader, ':', 3)::uuid;
  BEGIN
    -- Always written: of two readers at once the second sees the first, or has to try again.
    UPDATE feed SET office_read_at = ${officeRead}${more}
     WHERE organisation_id = office AND client_id = NEW.client_id AND message_id = NEW.message_id;
    RETURN NULL;
  END $$;`;

/** What a row of the feed says of the work on it, and how. */
export const feedWorked = (states: Readonly<Record<string, string>>): string => {
  const columns = Object.entries(states);
  return `
  CREATE OR REPLACE FUNCTION feed_worked() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  BEGIN
    UPDATE feed SET ${columns.map(([name, state]) => `${name} = (NEW.state = '${state}')`).join(', ')}
     WHERE organisation_id = NEW.organisation_id AND client_id = NEW.client_id AND message_id = NEW.message_id
       AND (${columns.map(([name, state]) => `${name} <> (NEW.state = '${state}')`).join(' OR ')});
    RETURN NULL;
  END $$;`;
};

/** The view as `WhatEndedStaysEnded` left it. */
const inboxFeedBefore = inboxFeedUnlessShieldedForGood.replace(assigned, assignedAtOnce).replace(marks, hand);

/** As `QuickerInbox` and `QuickNumbers` made them. */
const whereToLookBefore = `
  CREATE FUNCTION acting_few_clients(most int) RETURNS uuid[]
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  DECLARE
    mine uuid[] := acting_as();
    teams uuid[] := ARRAY(SELECT tm.team_id FROM team_member tm WHERE tm.employee_id = ANY (mine));
    found uuid[];
  BEGIN
    IF EXISTS (SELECT FROM employee e WHERE e.id = acting_employee() AND e.role = 'administrator') THEN RETURN NULL; END IF;
    found := ARRAY(
      (SELECT a.client_id FROM assignment a WHERE a.employee_id = ANY (mine) AND a.ended_at IS NULL LIMIT most + 1)
      UNION ALL
      (SELECT a.client_id FROM assignment a WHERE a.team_id = ANY (teams) AND a.ended_at IS NULL LIMIT most + 1));
    IF cardinality(found) > most THEN RETURN NULL; END IF;
    RETURN ARRAY(SELECT DISTINCT client_id FROM unnest(found) AS one (client_id));
  END $$;
  REVOKE EXECUTE ON FUNCTION acting_few_clients FROM PUBLIC;
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
  GRANT EXECUTE ON FUNCTION foremost TO volmacht_app;`;

/**
 * Two of the ten look-ups of a row were mostly of what is not there: a mark of the reader, work of a colleague. The feed
 * says when there is one; and numbers begin with the clients whom somebody handles, side by side.
 */
export const WhatNeedNotBeLookedUp = sqlMigration(
  'WhatNeedNotBeLookedUp',
  1795910400062,
  `
  ALTER TABLE feed
    ADD COLUMN marked boolean NOT NULL DEFAULT false,
    ADD COLUMN taken boolean NOT NULL DEFAULT false;
  COMMENT ON COLUMN feed.marked IS 'Whether somebody of the office has a mark on it. It is looked up only then.';
  COMMENT ON COLUMN feed.taken IS 'Whether the office has it in hand. By whom is looked up only then.';
  UPDATE feed f SET marked = true
    FROM (SELECT DISTINCT client_id, message_id, split_part(reader, ':', 3)::uuid AS office
            FROM message_mark WHERE reader LIKE 'employee:%') k
   WHERE f.organisation_id = k.office AND f.client_id = k.client_id AND f.message_id = k.message_id;
  UPDATE feed f SET taken = true FROM message_work w
   WHERE w.state = 'taken' AND f.organisation_id = w.organisation_id AND f.client_id = w.client_id
     AND f.message_id = w.message_id;
  ${feedMarked(', marked = true')}
  ${feedWorked({ handled: 'handled', taken: 'taken' })}
  ${feedWithMarks}
  DROP VIEW inbox_feed;
  ${inboxFeedThatLooksUpWho}

  DROP FUNCTION foremost, acting_few_clients;
  ${whereToLook}
  -- Of arrays nothing is known before, so nothing is gained by planning anew for each.
  ALTER FUNCTION acting_handlers SET plan_cache_mode = 'force_generic_plan';
  ALTER FUNCTION acting_clients SET plan_cache_mode = 'force_generic_plan';
  `,
  `
  ALTER FUNCTION acting_clients RESET plan_cache_mode;
  ALTER FUNCTION acting_handlers RESET plan_cache_mode;
  DROP FUNCTION foremost, acting_first_clients;
  ${whereToLookBefore}
  DROP VIEW inbox_feed;
  ${inboxFeedBefore}
  COMMENT ON VIEW inbox_feed IS 'The messages that the acting employee may read now, of all clients of his office.';
  GRANT SELECT ON inbox_feed TO volmacht_app;
  ${feedUnlessGivenUnderGuardianship}
  ${feedWorked({ handled: 'handled' })}
  ${feedMarked()}
  ALTER TABLE feed DROP COLUMN marked, DROP COLUMN taken;
  `,
);
