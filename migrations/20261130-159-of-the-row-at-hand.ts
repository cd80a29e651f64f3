import { sqlMigration } from './as-owner.ts';
import { type Change, undone, withinAll } from './within.ts';

/**
 * `OFFSET 0` keeps PostgreSQL from answering the question for all rows there are to answer it for one: with statistics that
 * are older than the data it thinks that cheaper, and then reads every mandate of an office for one client.
 */
const policies = (each: '' | ' OFFSET 0') => `
  ALTER POLICY client_app ON client
    USING (id = acting_client() OR acting_kind() IN ('official', 'job')
           OR (acting_kind() = 'employee' AND EXISTS (
                 SELECT FROM mandate m WHERE m.client_id = client.id AND m.organisation_id = acting_organisation()
                    AND m.activated_at IS NOT NULL${each})));
  ALTER POLICY scope_line_party ON scope_line
    USING (EXISTS (SELECT FROM mandate m WHERE m.id = mandate_id${each}));
  ALTER POLICY urgent_act_read ON urgent_act
    USING (acting_kind() IN ('official', 'employee', 'job')
           AND EXISTS (SELECT FROM mandate m WHERE m.id = mandate_id${each}));
  ALTER POLICY trail_read ON trail
    USING (CASE acting_kind()
             WHEN 'official' THEN assurance_suffices('substantial')                               -- R5
             WHEN 'citizen' THEN client_id = acting_client() OR (outcome = 'permitted' AND EXISTS (
               SELECT FROM mandate m WHERE m.id = mandate_id${each}))
             -- An offer shows that the person exists: the office hears of it once he answered (R3).
             WHEN 'employee' THEN outcome = 'permitted' AND EXISTS (
               SELECT FROM mandate m WHERE m.id = mandate_id
                  AND (action <> 'mandate.offer' OR m.activated_at IS NOT NULL OR m.state = 'declined')${each})
             ELSE false END);
  ALTER POLICY team_member_own_office ON team_member USING (EXISTS (SELECT FROM team t WHERE t.id = team_id${each}));
  ALTER POLICY attachment_read ON attachment
    USING (EXISTS (SELECT FROM message m WHERE m.client_id = attachment.client_id AND m.id = message_id${each}));
  ALTER POLICY part_read ON attachment_part
    USING (EXISTS (SELECT FROM message m WHERE m.client_id = attachment_part.client_id AND m.id = message_id${each}));
  ALTER POLICY approval_read ON court_order_approval
    USING (acting_kind() IN ('official', 'job') AND EXISTS (SELECT FROM court_order o WHERE o.id = order_id${each}));
  ALTER POLICY evidence_read ON court_order_evidence
    USING (acting_kind() <> 'citizen' AND EXISTS (SELECT FROM court_order o WHERE o.id = order_id${each}));
  ALTER POLICY order_change_read ON court_order_change
    USING (EXISTS (SELECT FROM court_order o WHERE o.id = order_id${each}));
  ALTER POLICY report_done_read ON court_register_report_done
    USING (EXISTS (SELECT FROM court_register_report r WHERE r.id = report_id${each}));
  ALTER POLICY shield_lifting_anew ON shield_lifting
    USING (acting_kind() = 'official' AND assurance_suffices('substantial') AND (SELECT acting_works())
           AND EXISTS (SELECT FROM shield s WHERE s.id = shield_id AND s.ended_at IS NULL${each}));
  ${['message_note', 'message_work']
    .map(
      (table) => `
  ALTER POLICY ${table}_office ON ${table}
    USING (organisation_id = acting_organisation() AND EXISTS (
      SELECT FROM message g WHERE g.client_id = ${table}.client_id AND g.id = message_id
         AND may_do('read', g.client_id, g.id, g.sender, g.category, g.assurance, g.delivered_at)${each}));`,
    )
    .join('')}
`;

const once = (asked: string): Change => [`ANY (${asked})`, `ANY ((SELECT ${asked})::uuid[])`];
const runOfRows: Change = [
  `bulk_row r
      JOIN bulk_run u ON u.id = r.run_id AND u.organisation_id = acting_organisation()
                     AND sees_run(u.organisation_id, u.started_by)`,
  `(SELECT * FROM bulk_run WHERE id = run AND organisation_id = acting_organisation()
                     AND sees_run(organisation_id, started_by) LIMIT 1) AS u
      JOIN bulk_row r ON r.run_id = u.id`,
];
/** The mandate that a row comes up against is looked for row by row, by its client; and its lines only when it is his. */
const ofTheRow: readonly Change[] = [
  ['SELECT DISTINCT ON (r.number) r.number', 'SELECT r.number'],
  [
    'JOIN mandate m ON m.organisation_id',
    `CROSS JOIN LATERAL (
        SELECT m.id FROM mandate m
         WHERE m.organisation_id`,
  ],
  [
    'JOIN scope_line l ON l.mandate_id = m.id AND',
    `AND EXISTS (
           SELECT FROM scope_line l CROSS JOIN jsonb_to_recordset(r.lines) AS wanted(sender text, category text)
            WHERE l.mandate_id = m.id AND`,
  ],
  [
    `
      JOIN LATERAL jsonb_to_recordset(r.lines) AS wanted(sender text, category text)
        ON wanted.sender = l.sender AND ('all' IN (wanted.category, l.category) OR wanted.category = l.category)
`,
    `
              AND wanted.sender = l.sender AND ('all' IN (wanted.category, l.category) OR wanted.category = l.category)
           OFFSET 0)
         ORDER BY m.requested_at, m.id LIMIT 1) AS m
`,
  ],
  ['ORDER BY r.number, m.requested_at, m.id', 'ORDER BY r.number'],
];
const runsOfColleagues: Change = [
  'AND sees_run(r.organisation_id, r.started_by)',
  `AND r.started_by = ANY (ARRAY(
       SELECT each.started_by
         FROM (SELECT DISTINCT u.started_by FROM bulk_run u
                WHERE u.organisation_id = acting_organisation() OFFSET 0) AS each
        WHERE sees_run(acting_organisation(), each.started_by)))`,
];
/** Who somebody is, acts as and may see is asked once, and not of each row that is compared with the answer. */
const askedOnce: Readonly<Record<string, readonly Change[]>> = {
  acting_teams: [once('acting_as()')],
  acting_staffed_teams: [once('acting_colleagues()')],
  acting_partings: [once('pseudonyms_of(acting_client())')],
  message_work_acts: [once('pseudonyms_of(whose)')],
  bulk_claims: [runOfRows, ...ofTheRow],
  acting_runs: [runsOfColleagues],
};
const functions = (changes: (of: readonly Change[]) => readonly Change[]) =>
  Object.entries(askedOnce)
    .map(([name, of]) => withinAll(name, changes(of)))
    .join('');

/** What a question costs does not hang on what PostgreSQL last knew of how much there is. */
export const OfTheRowAtHand = sqlMigration(
  'OfTheRowAtHand',
  1795996800159,
  `${policies(' OFFSET 0')}${functions((of) => of)}`,
  `${functions(undone)}${policies('')}`,
);
