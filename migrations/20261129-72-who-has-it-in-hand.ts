import { feedWorked } from './20261128-62-what-need-not-be-looked-up.ts';
import { actingHeld } from './20261128-37-quick-numbers.ts';
import { sqlMigration } from './as-owner.ts';
import { feedWithHolders, feedWithMarks } from './in-force.feed.ts';
import { inboxFeed, inboxFeedThatLooksUpWho } from './in-force.inbox.ts';

/** The feed says who has a message in hand, so that what is in somebody's hand is a walk along an index. */
export const WhoHasItInHand = sqlMigration(
  'WhoHasItInHand',
  1795910400072,
  `
  ALTER TABLE feed ADD COLUMN taken_by uuid;
  COMMENT ON COLUMN feed.taken_by IS 'Who has it in hand. Whether he still handles the client is looked up each time.';
  UPDATE feed f SET taken_by = w.holder FROM message_work w
   WHERE w.holder IS NOT NULL AND f.organisation_id = w.organisation_id AND f.client_id = w.client_id
     AND f.message_id = w.message_id;
  CREATE INDEX feed_taken ON feed (organisation_id, taken_by, delivered_at, message_id) WHERE taken_by IS NOT NULL;
  CREATE OR REPLACE FUNCTION feed_worked() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  BEGIN
    UPDATE feed SET handled = (NEW.state = 'handled'), taken_by = NEW.holder
     WHERE organisation_id = NEW.organisation_id AND client_id = NEW.client_id AND message_id = NEW.message_id
       AND (handled, taken_by) IS DISTINCT FROM (NEW.state = 'handled', NEW.holder);
    RETURN NULL;
  END $$;
  ${feedWithHolders}
  DROP VIEW inbox_feed;
  ${inboxFeed}
  DROP FUNCTION acting_held;
  ALTER TABLE feed DROP COLUMN taken;
  `,
  `
  ALTER TABLE feed ADD COLUMN taken boolean NOT NULL DEFAULT false;
  COMMENT ON COLUMN feed.taken IS 'Whether the office has it in hand. By whom is looked up only then.';
  UPDATE feed SET taken = true WHERE taken_by IS NOT NULL;
  ${actingHeld}
  REVOKE EXECUTE ON FUNCTION acting_held FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION acting_held TO volmacht_app;
  DROP VIEW inbox_feed;
  ${inboxFeedThatLooksUpWho}
  ${feedWithMarks}
  ${feedWorked({ handled: 'handled', taken: 'taken' })}
  ALTER TABLE feed DROP COLUMN taken_by;
  `,
);
