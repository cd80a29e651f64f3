import { type Giving, withGrounds } from './in-force.ts';

/** What a row of the feed knows when it enters, besides the message `g`: columns, and where they come from. */
interface Known {
  readonly columns: string;
  readonly values: string;
  readonly joined: string;
}
const nothing: Known = { columns: '', values: '', joined: '' };
const marksAndWork = (column: string, value: string): Known => ({
  columns: `, office_read_at, marked, handled, ${column}`,
  values: `, k.read_at, k.marks > 0, w.state IS NOT DISTINCT FROM 'handled', ${value}`,
  joined: `
       CROSS JOIN LATERAL (SELECT min(k.read_at) AS read_at, count(*) AS marks FROM message_mark k
                            WHERE k.client_id = g.client_id AND k.message_id = g.id
                              AND k.reader LIKE 'employee:%:' || m.organisation_id) k
        LEFT JOIN message_work w ON w.organisation_id = m.organisation_id AND w.message_id = g.id`,
});

/** What a consent opens: what is in scope enters the feed in the transaction of the consent. */
const openFeed = ({ from }: Giving, unless = '', known = nothing): string => `
  CREATE OR REPLACE FUNCTION open_feed(opened uuid, whose uuid) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  BEGIN
    PERFORM pg_advisory_xact_lock(hashtextextended(whose::text, 13));${unless}
    INSERT INTO feed (organisation_id, delivered_at, message_id, client_id, sender, category, assurance, attachments,
                      reply_by, reply_kind${known.columns})
      SELECT m.organisation_id, g.delivered_at, g.id, g.client_id, g.sender, g.category, g.assurance, g.attachments,
             g.reply_by, g.reply_kind${known.values}
        FROM mandate m JOIN message g ON g.client_id = m.client_id${known.joined}
       WHERE m.id = opened AND m.activated_at IS NOT NULL AND m.ended_at IS NULL
         AND EXISTS (SELECT FROM scope_line l WHERE l.mandate_id = m.id AND l.ended_at IS NULL
                        AND ${from('l', 'g.sender')} AND (l.category = 'all' OR l.category = g.category))
      ON CONFLICT DO NOTHING;
  END $$;
`;

/** A delivered message, and what a consent opens, enter the feed of each office with a line that speaks of it. */
export const feedFilling = (giving: Giving): string => `
  CREATE OR REPLACE FUNCTION feed_delivered() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  BEGIN
    PERFORM pg_advisory_xact_lock_shared(hashtextextended(NEW.client_id::text, 13));
    INSERT INTO feed (organisation_id, delivered_at, message_id, client_id, sender, category, assurance, attachments,
                      reply_by, reply_kind)
      SELECT office, NEW.delivered_at, NEW.id, NEW.client_id, NEW.sender, NEW.category, NEW.assurance,
             NEW.attachments, NEW.reply_by, NEW.reply_kind
        FROM (SELECT DISTINCT l.organisation_id FROM scope_line l JOIN mandate m ON m.id = l.mandate_id
               WHERE l.client_id = NEW.client_id AND ${giving.from('l', 'NEW.sender')}
                 AND (l.category = 'all' OR l.category = NEW.category) AND l.ended_at IS NULL
                 AND m.activated_at IS NOT NULL AND m.ended_at IS NULL) AS given (office);
    RETURN NULL;
  END $$;
  ${openFeed(giving)}`;

/**
 * R26, R27: who is under guardianship, or will be, gives nothing of what that covers: `isTaken` of
 * `src/domain/guardianship.ts` once more, after the lock that whoever enters a measure takes as well. What the law ends
 * already is not given anew.
 */
const unlessUnderGuardianship = (gives: string, known = nothing): string =>
  openFeed(
    withGrounds,
    `
    -- Who sets a scene past every policy has no instant.
    IF coalesce(current_setting('app.now', true), '') <> ''${gives} THEN IF EXISTS (
      SELECT FROM mandate m
        JOIN scope_line l ON l.mandate_id = m.id AND l.ended_at IS NULL AND l.ends_on IS NULL
        JOIN mandate c ON c.client_id = m.client_id AND ${withGrounds.running('c', 'acting_day()')}
         AND (c.ground IN ('curatele', 'provisional')
              OR (c.ground = 'bewind' AND l.category IN ('financial', 'all')))
       WHERE m.id = opened AND m.ground = 'voluntary' AND m.ended_at IS NULL AND m.ends_on IS NULL)
    THEN RAISE EXCEPTION 'who is under guardianship gives nothing of what that covers'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'under_guardianship'; END IF; END IF;`,
    known,
  );

/** As it was first: also what an order left of a mandate counted as given. */
export const feedUnlessUnderGuardianship = unlessUnderGuardianship('');
/** Officials and jobs give nothing in somebody's name: what they leave of a mandate was there already (R27). */
const byWhoGives = ` AND acting_kind() NOT IN ('official', 'job')`;
export const feedUnlessGivenUnderGuardianship = unlessUnderGuardianship(byWhoGives);
/** The same; what enters brings along what the office did with it before, should it have been in the feed already. */
export const feedWithMarks = unlessUnderGuardianship(
  byWhoGives,
  marksAndWork('taken', `w.state IS NOT DISTINCT FROM 'taken'`),
);
/** The same, and who has it in hand. */
export const feedWithHolders = unlessUnderGuardianship(byWhoGives, marksAndWork('taken_by', 'w.holder'));
/**
 * The same, by the measure itself: it goes on when its guardian stops, and takes no more than its order names
 * (`MeasuresOutliveGuardians`).
 */
export const feedUnlessTaken = openFeed(
  withGrounds,
  `
    -- Who sets a scene past every policy has no instant.
    IF coalesce(current_setting('app.now', true), '') <> ''${byWhoGives} THEN IF EXISTS (
      SELECT FROM mandate m JOIN scope_line l ON l.mandate_id = m.id AND l.ended_at IS NULL AND l.ends_on IS NULL
       WHERE m.id = opened AND m.ground = 'voluntary' AND m.ended_at IS NULL AND m.ends_on IS NULL
         AND is_taken(m.client_id, l.sender, l.category))
    THEN RAISE EXCEPTION 'who is under guardianship gives nothing of what that covers'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'under_guardianship'; END IF; END IF;`,
  marksAndWork('taken_by', 'w.holder'),
);
