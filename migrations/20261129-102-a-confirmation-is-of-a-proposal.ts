import { sqlMigration } from './as-owner.ts';

/**
 * Decision 68 for an inbox: a confirmation is of the proposal that lay there, and of an official at work. Who proposes
 * otherwise makes another proposal, and of who was suspended nothing waits on.
 */
export const AConfirmationIsOfAProposal = sqlMigration(
  'AConfirmationIsOfAProposal',
  1795910400102,
  `
  ALTER TABLE identity_proposal ADD COLUMN id uuid NOT NULL UNIQUE DEFAULT gen_random_uuid();
  ALTER TABLE identity_proposal ALTER COLUMN id DROP DEFAULT;
  GRANT UPDATE (id) ON identity_proposal TO volmacht_app;
  -- Which proposal was confirmed: what the other official names.
  ALTER TABLE identity_case ADD COLUMN confirmed_proposal uuid;
  GRANT UPDATE (confirmed_proposal) ON identity_case TO volmacht_app;

  CREATE FUNCTION keep_the_proposal() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
  BEGIN
    IF pg_has_role(current_user, 'volmacht_owner', 'MEMBER') THEN RETURN NEW; END IF;
    IF TG_TABLE_NAME = 'identity_proposal' THEN
      IF NEW.id = OLD.id THEN RAISE EXCEPTION 'who proposes anew makes another proposal'
        USING ERRCODE = 'check_violation', CONSTRAINT = 'proposal_anew'; END IF;
    ELSIF OLD.state = 'waiting' AND NEW.state = 'granted'
          AND EXISTS (SELECT FROM identity_proposal p WHERE p.case_id = NEW.id AND p.client_id = NEW.client_id)
          AND NOT EXISTS (SELECT FROM identity_proposal p
                           WHERE p.case_id = NEW.id AND p.id = NEW.confirmed_proposal AND p.client_id = NEW.client_id)
    THEN RAISE EXCEPTION 'a confirmation is of the proposal that lies there' USING ERRCODE = 'check_violation',
           CONSTRAINT = 'proposal_confirmed';
    END IF;
    RETURN NEW;
  END $$;
  CREATE TRIGGER identity_proposal_anew BEFORE UPDATE OF proposed_by, proposed_at, reason ON identity_proposal
    FOR EACH ROW EXECUTE FUNCTION keep_the_proposal();
  CREATE TRIGGER identity_case_proposal BEFORE UPDATE ON identity_case
    FOR EACH ROW EXECUTE FUNCTION keep_the_proposal();
  `,
  `
  DROP TRIGGER identity_case_proposal ON identity_case;
  DROP TRIGGER identity_proposal_anew ON identity_proposal;
  DROP FUNCTION keep_the_proposal;
  ALTER TABLE identity_case DROP COLUMN confirmed_proposal;
  ALTER TABLE identity_proposal DROP COLUMN id;
  `,
);
