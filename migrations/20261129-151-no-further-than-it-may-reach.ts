import { sqlMigration } from './as-owner.ts';
import { type Change, undone, withinAll } from './within.ts';

const narrower: readonly Change[] = [
  [
    `whose uuid;
  BEGIN`,
    `whose uuid;
    senders text[] := (SELECT c.senders FROM decision_caller c WHERE c.oin = acting_id());
    reach text[];
  BEGIN`,
  ],
  [
    `CASE wanted`,
    `reach := ARRAY(SELECT DISTINCT l.sender FROM mandate m JOIN scope_line l ON l.mandate_id = m.id
                    WHERE m.organisation_id = office AND m.client_id = whose AND m.activated_at IS NOT NULL);
    CASE wanted`,
  ],
  [
    `WHERE m.organisation_id = office AND m.activated_at IS NOT NULL AND m.ended_at IS NULL`,
    `WHERE m.organisation_id = office AND m.activated_at IS NOT NULL AND m.ended_at IS NULL
           AND (senders IS NULL OR EXISTS (SELECT FROM scope_line l
                 WHERE l.mandate_id = m.id AND (l.sender = '*' OR l.sender = ANY (senders))))`,
  ],
  [`OR m.client_id = citizen)`, `OR m.client_id = citizen AND m.offered_at IS NOT NULL)`],
  [
    `WHERE g.client_id = coalesce(whose, citizen)`,
    `WHERE g.client_id = coalesce(whose, citizen) AND (senders IS NULL OR g.sender = ANY (senders))
           AND (g.client_id = citizen OR '*' = ANY (reach) OR g.sender = ANY (reach))`,
  ],
  [
    `WHERE m.client_id = whose`,
    `WHERE m.client_id = whose AND CASE WHEN asked ->> 'mandate' IS NULL
                THEN m.activated_at IS NOT NULL ELSE m.id = (asked ->> 'mandate')::uuid END`,
  ],
];

/**
 * How far a search came, what it used up and how many pages it needed say how much there was to decide about. So it is not
 * led past what no answer can open: messages of senders about whom a system may not ask or of whom the office has no
 * mandate, mandates that a client was not offered, offices that a client never authorised.
 */
export const NoFurtherThanItMayReach = sqlMigration(
  'NoFurtherThanItMayReach',
  1795910400151,
  withinAll('decision_candidates', narrower),
  withinAll('decision_candidates', undone(narrower)),
);
