import { assigned } from './20261128-30-quicker-inbox.ts';
import { assignedAtOnce, hand, marks } from './20261128-49-whose-hand.ts';
import { working } from './20261128-50-what-an-office-sees-and-hears.ts';
import { sqlMigration } from './as-owner.ts';
import { feedUnlessGivenUnderGuardianship, feedUnlessUnderGuardianship } from './in-force.feed.ts';
import {
  inboxFeedUnlessShielded,
  inboxFeedUnlessShieldedForGood,
  mayDoUnlessShielded,
  mayDoUnlessShieldedForGood,
} from './in-force.shields.ts';
import { withGrounds } from './in-force.ts';
import { mandateReview } from './in-force.mandates.ts';

/** As migration 49 laid it. */
const quick = (inboxFeed: string): string => inboxFeed.replace(assigned, assignedAtOnce).replace(marks, hand);
/** The inbox feed from here on. */
const inboxFeedForGood = quick(inboxFeedUnlessShieldedForGood);

/** Ends mandates by the move 'end' of src/domain/mandate.ts; `running` says which of them it finds. */
const endMandates = (running: string): string => `
  CREATE OR REPLACE FUNCTION end_mandates(which uuid[], why text)
  RETURNS TABLE (mandate uuid, client uuid, organisation uuid, before text, after text)
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  BEGIN
    RETURN QUERY
      WITH locked AS (
        SELECT m.id, m.state FROM mandate m
         WHERE m.id = ANY (which) AND ${running} ORDER BY m.id FOR NO KEY UPDATE),
      ended AS (
        UPDATE mandate m SET state = 'ended', ended_at = acting_now(), end_reason = why
          FROM locked l WHERE m.id = l.id
        RETURNING m.id, m.client_id, m.organisation_id, l.state AS was, m.state AS is_now),
      released AS (UPDATE scope_line s SET claims = false FROM ended e WHERE s.mandate_id = e.id AND s.claims)
      SELECT e.id, e.client_id, e.organisation_id, e.was, e.is_now FROM ended e ORDER BY e.id;
  END $$;`;

/** R28, R29: what became of a measure; `nearer` compares the end that is told with the one that is known. */
const changeByOrder = (nearer: string): string => `
  CREATE OR REPLACE FUNCTION change_by_order(asked uuid, ends date, law_ends date, why text, pause daterange) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  DECLARE
    o court_order := order_at_work(asked);
    due boolean := law_ends <= acting_day();
  BEGIN
    UPDATE mandate SET until_day = ends, ends_on = law_ends, end_reason = why, suspended = pause,
                       state = CASE WHEN due THEN 'ended' ELSE state END,
                       ended_at = CASE WHEN due THEN coalesce(ended_at, acting_now()) END
     WHERE court_order_id = o.id AND ground = o.ground AND (ended_at IS NULL OR ${nearer});
    IF NOT FOUND THEN RAISE EXCEPTION 'this measure is over' USING ERRCODE = 'check_violation'; END IF;
  END $$;`;

/** From which day a mandate is to be looked at: a year on, or at once when a measure left it alone and nobody did yet. */
const reviewDue = (m: string): string => `
  CASE WHEN ${m}review_asked_at > ${m}confirmed_at OR ${m}confirmed_at IS NULL
       THEN least(${m}review_due, (${m}review_asked_at AT TIME ZONE 'Europe/Amsterdam')::date)
       ELSE ${m}review_due END`;
const byReview = (due: string): string => `
  DROP INDEX mandate_by_review;
  CREATE INDEX mandate_by_review ON mandate (organisation_id, ${due}, id) WHERE state = 'active';`;

/**
 * R18: what ran out stays as it ended, and no death or curatele ends it once more. An earlier end that is known
 * afterwards is nearer than whatever ended the measure, also when that was a death (R29, R30). And what a client shielded
 * from who acted by his will stays shielded when something has to be finished after the end (R31). What an order leaves of
 * a mandate is not given anew, so that no measure stands in the way of that, and what it leaves alone is to be looked at
 * (R27).
 */
export const WhatEndedStaysEnded = sqlMigration(
  'WhatEndedStaysEnded',
  1795910400055,
  `
  ${endMandates(withGrounds.running('m', 'acting_day()'))}
  ${changeByOrder(`law_ends < least(until_day, ends_on, (ended_at AT TIME ZONE 'Europe/Amsterdam')::date)`)}
  ${feedUnlessGivenUnderGuardianship}
  ${mayDoUnlessShieldedForGood}
  ${inboxFeedForGood}

  ALTER TABLE mandate ADD COLUMN review_asked_at timestamptz;
  ${byReview(`(${reviewDue('')})`)}
  ${mandateReview(withGrounds, working, `(${reviewDue('m.')}) AS review_due`)}
  CREATE FUNCTION ask_review_by_order(asked uuid, which uuid) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  DECLARE o court_order := order_at_work(asked);
  BEGIN
    UPDATE mandate SET review_asked_at = acting_now()
     WHERE id = which AND client_id = o.client_id AND ground = 'voluntary' AND state IN ('active', 'suspended');
  END $$;
  REVOKE EXECUTE ON FUNCTION ask_review_by_order FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION ask_review_by_order TO volmacht_app;
  `,
  `
  DROP FUNCTION ask_review_by_order;
  ${mandateReview(withGrounds, working)}
  ${byReview('review_due')}
  ALTER TABLE mandate DROP COLUMN review_asked_at;
  ${endMandates(`m.state IN ('active', 'suspended')`)}
  ${changeByOrder('law_ends < ends_on')}
  ${feedUnlessUnderGuardianship}
  ${mayDoUnlessShielded}
  ${quick(inboxFeedUnlessShielded)}
  `,
);
