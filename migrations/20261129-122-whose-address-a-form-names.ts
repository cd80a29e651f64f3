import { sqlMigration } from './as-owner.ts';

/** The kinds of notices that were there before: as `noticeKinds` in src/domain/notice.ts, but the one that comes. */
const before = [
  ...['ending-90', 'ending-30', 'ending-7', 'unused-warning', 'unused-ended', 'review-due'],
  ...['client-died', 'representative-died', 'moved-abroad', 'came-back', 'moved', 'name-changed'],
  ...['came-of-age', 'curatele-reported'],
  ...['guardianship-began', 'guardianship-suspended', 'guardianship-resumed', 'guardianship-ended'],
  ...['ended-by-guardianship', 'narrowed-by-guardianship', 'urgent-acts-allowed', 'urgent-acts-refused'],
  ...['revoked', 'renounced', 'renewal-declined', 'renewal-withdrawn', 'given-on-paper', 'cover-lapsed'],
  ...['guardianship-shared', 'guardianship-shut'],
];
const ofKinds = (kinds: readonly string[]): string => `
  ALTER TABLE notice DROP CONSTRAINT notice_kind_check,
    ADD CONSTRAINT notice_kind_check CHECK (kind IN (${kinds.map((kind) => `'${kind}'`).join(', ')}));`;

/** What a notice is about: a cover, a mandate, or a client himself. */
const ofWhat = (himself: string): string => `
  ALTER TABLE notice DROP CONSTRAINT notice_of_what,
    ADD CONSTRAINT notice_of_what CHECK (CASE WHEN kind = 'cover-lapsed'
      THEN recipient = 'organisation' AND num_nonnulls(cover_id, employee_id, organisation_id) = 3
           AND num_nonnulls(client_id, mandate_id, life_event_id) = 0
      ELSE client_id IS NOT NULL AND num_nonnulls(cover_id, employee_id) = 0
           AND num_nonnulls(mandate_id, organisation_id) <> 1
           AND (mandate_id IS NOT NULL OR (recipient = 'client' AND ${himself})) END);`;

/**
 * Decision 82: the address of a form is used for its own letter, and is that of the account which the form opened as soon as
 * its code was used. And whose account a means is added to hears of it there too.
 */
export const WhoseAddressAFormNames = sqlMigration(
  'WhoseAddressAFormNames',
  1795910400122,
  `
  -- By which form the address came: it counts once the code of its letter was used, as long as that is not undone.
  ALTER TABLE client_contact ADD COLUMN address_case uuid REFERENCES identity_case;

  ALTER TABLE notice ADD COLUMN identity_case_id uuid REFERENCES identity_case;
  CREATE UNIQUE INDEX notice_of_identity_case ON notice (identity_case_id) WHERE identity_case_id IS NOT NULL;
  ${ofKinds([...before, 'means-added'])}
  ${ofWhat('num_nonnulls(life_event_id, identity_case_id) = 1')}
  CREATE FUNCTION tell_of_means(new_id uuid, given_case uuid) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  BEGIN
    IF acting_kind() <> 'job'
    THEN RAISE EXCEPTION 'only a job tells' USING ERRCODE = 'insufficient_privilege'; END IF;
    INSERT INTO notice (id, kind, client_id, recipient, due_on, about, made_at, identity_case_id)
      SELECT new_id, 'means-added', c.client_id, 'client', acting_day(), acting_day(), acting_now(), c.id
        FROM identity_case c WHERE c.id = given_case AND c.state = 'granted' AND c.client_id IS NOT NULL
      ON CONFLICT DO NOTHING;
  END $$;
  REVOKE EXECUTE ON FUNCTION tell_of_means FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION tell_of_means TO volmacht_app;
  `,
  `
  DELETE FROM notice WHERE kind = 'means-added';
  DROP FUNCTION tell_of_means;
  ${ofWhat('life_event_id IS NOT NULL')}
  ${ofKinds(before)}
  ALTER TABLE notice DROP COLUMN identity_case_id;
  ALTER TABLE client_contact DROP COLUMN address_case;
  `,
);
