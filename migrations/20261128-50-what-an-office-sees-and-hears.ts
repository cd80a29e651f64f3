import { sqlMigration } from './as-owner.ts';
import { foundClients } from './found-clients.ts';
import { withGrounds } from './in-force.ts';
import { mandateReview, mandatesToWatch, readingOnly } from './in-force.mandates.ts';
import { mandateLife } from './mandate-life.ts';

// R19. The same list as `usesOfMandate` in src/domain/due.ts; a test holds them equal.
export const working = readingOnly.replace(')', ", 'inbox.take', 'inbox.handle')");

/** What counts as using a mandate, wherever it is asked. */
const uses = (isUse: string): string => `
  DROP INDEX trail_of_use;
  CREATE INDEX trail_of_use ON trail (mandate_id, at DESC) WHERE ${isUse};
  ${mandateReview(withGrounds, isUse)}
  ${mandatesToWatch(withGrounds, isUse)}`;

const never = `state IN ('requested', 'offered', 'declined', 'lapsed', 'withdrawn')`;
/** Who asked, as far as that lets him see a mandate: until it is given, and in the act by which it is. */
const asker = `CASE WHEN ${never} OR activated_at = acting_now() THEN requested_by END`;
const seenBy = (askedBy: string): string => `
  ALTER POLICY mandate_party ON mandate
    USING (sees_mandate(client_id, organisation_id, ${askedBy}, offered_at))
    WITH CHECK (sees_mandate(client_id, organisation_id, ${askedBy}, offered_at));`;

const askedByMe = (which: string): string => `
  CREATE OR REPLACE FUNCTION mandates_asked_by_me() RETURNS SETOF uuid
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT m.id FROM mandate m
     WHERE m.requested_by = acting_employee() AND m.organisation_id = acting_organisation()${which}
       AND (SELECT acting_role(true)) IS NOT NULL
  $$;`;

/** What one side of a mandate hears at once of what the other did, and which state it tells of. */
const heard = `CASE kind WHEN 'revoked' THEN 'revoked' WHEN 'renewal-declined' THEN 'declined'
                         WHEN 'renounced' THEN 'renounced' WHEN 'renewal-withdrawn' THEN 'withdrawn' END`;

/** The kinds of notices that were there before, and those of an end: as `noticeKinds` in src/domain/notice.ts. */
const before = [
  ...['ending-90', 'ending-30', 'ending-7', 'unused-warning', 'unused-ended', 'review-due'],
  ...['client-died', 'representative-died', 'moved-abroad', 'came-back', 'moved', 'name-changed'],
  ...['came-of-age', 'curatele-reported'],
  ...['guardianship-began', 'guardianship-suspended', 'guardianship-resumed', 'guardianship-ended'],
  ...['ended-by-guardianship', 'narrowed-by-guardianship', 'urgent-acts-allowed', 'urgent-acts-refused'],
];
const kinds = ['revoked', 'renounced', 'renewal-declined', 'renewal-withdrawn'];
const listed = (some: readonly string[]): string => some.map((kind) => `'${kind}'`).join(', ');

/**
 * What the people of an office see, keep and hear: who asked for a mandate sees it until it is given (R33); each note
 * stays with its act; who was only asked is no client yet (R3); each side hears at once when the other ends a mandate.
 */
export const WhatAnOfficeSeesAndHears = sqlMigration(
  'WhatAnOfficeSeesAndHears',
  1795910400050,
  `
  ${seenBy(asker)}
  ${askedByMe(` AND m.${never}`)}

  -- What was noted when a message was handled, by the line of the trail that records the act. The office's own.
  CREATE TABLE message_note (
    act uuid PRIMARY KEY,
    organisation_id uuid NOT NULL REFERENCES organisation,
    client_id uuid NOT NULL,
    message_id uuid NOT NULL,
    note text NOT NULL,
    made_by uuid NOT NULL REFERENCES employee,
    made_at timestamptz NOT NULL,
    -- Deferrable: a client who becomes another takes his messages along, and what is noted of them.
    FOREIGN KEY (client_id, message_id) REFERENCES message DEFERRABLE
  );
  INSERT INTO message_note (act, organisation_id, client_id, message_id, note, made_by, made_at)
    SELECT t.id, w.organisation_id, w.client_id, w.message_id, w.note, t.actor_id::uuid, t.at
      FROM message_work w CROSS JOIN LATERAL (
        SELECT t.id, t.actor_id, t.at FROM trail t
         WHERE t.object_id = w.message_id::text AND t.organisation_id = w.organisation_id
           AND t.action = 'inbox.handle' AND t.outcome = 'permitted'
         ORDER BY t.at DESC, t.id DESC LIMIT 1) t
     WHERE w.note IS NOT NULL;
  ALTER TABLE message_note ENABLE ROW LEVEL SECURITY;
  ALTER TABLE message_note FORCE ROW LEVEL SECURITY;
  CREATE POLICY message_note_owner ON message_note TO volmacht_owner USING (true) WITH CHECK (true);
  CREATE POLICY message_note_office ON message_note TO volmacht_app
    USING (organisation_id = acting_organisation() AND EXISTS (
             SELECT FROM message g WHERE g.client_id = message_note.client_id AND g.id = message_id
                AND may_do('read', g.client_id, g.id, g.sender, g.category, g.assurance, g.delivered_at)))
    WITH CHECK (organisation_id = acting_organisation() AND made_by = acting_employee() AND made_at = acting_now()
                AND acting_role(false) <> 'reader' AND EXISTS (
             SELECT FROM message g WHERE g.client_id = message_note.client_id AND g.id = message_id
                AND may_do('read', g.client_id, g.id, g.sender, g.category, g.assurance, g.delivered_at)));
  GRANT SELECT, INSERT ON message_note TO volmacht_app; -- kept as they were made

  DROP FUNCTION described_clients, found_clients;
  ${foundClients(true)}
  ${uses(working)}

  -- An official who enters a revocation for a client declines the request to renew it for him too (R16).
  ${mandateLife(`'citizen', 'official'`)}

  ALTER TABLE notice DROP CONSTRAINT notice_kind_check,
    ADD CONSTRAINT notice_kind_check CHECK (kind IN (${listed([...before, ...kinds])}));
  -- Told by who acts, in the act, to the other side, and of nothing else.
  CREATE POLICY notice_of_end ON notice FOR INSERT TO volmacht_app
    WITH CHECK (made_at = acting_now() AND sent_at IS NULL
                AND recipient = CASE WHEN kind IN ('revoked', 'renewal-declined') THEN 'organisation' ELSE 'client' END
                AND EXISTS (SELECT FROM mandate m WHERE m.id = mandate_id AND m.client_id = notice.client_id
                               AND m.organisation_id = notice.organisation_id AND m.ended_at = acting_now()
                               AND m.state = ${heard} AND (m.predecessor IS NOT NULL OR kind NOT LIKE 'renewal-%')));
  `,
  `
  DROP POLICY notice_of_end ON notice;
  DELETE FROM notice WHERE kind IN (${listed(kinds)});
  ALTER TABLE notice DROP CONSTRAINT notice_kind_check,
    ADD CONSTRAINT notice_kind_check CHECK (kind IN (${listed(before)}));
  ${mandateLife(`'citizen'`)}
  ${uses(readingOnly)}
  DROP FUNCTION described_clients, found_clients;
  ${foundClients(false)}
  DROP TABLE message_note;
  ${askedByMe('')}
  ${seenBy('requested_by')}
  `,
);
