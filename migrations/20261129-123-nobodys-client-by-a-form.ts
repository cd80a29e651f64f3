import { sqlMigration } from './as-owner.ts';

/**
 * Decision 82: nobody becomes a client by a form alone. Whom an official proposes becomes one, and stands with the case from
 * then on; another official confirms it.
 */
export const NobodysClientByAForm = sqlMigration(
  'NobodysClientByAForm',
  1795910400123,
  `
  CREATE POLICY identity_candidate_propose ON identity_candidate FOR INSERT TO volmacht_app
    WITH CHECK (acting_kind() = 'official' AND acting_on_identities() AND proved_by IS NULL
                AND ground IN ('stated', 'source')
                AND EXISTS (SELECT FROM identity_case c
                             WHERE c.id = case_id AND c.kind = 'onboarding' AND c.state = 'waiting'));
  `,
  `DROP POLICY identity_candidate_propose ON identity_candidate;`,
);
