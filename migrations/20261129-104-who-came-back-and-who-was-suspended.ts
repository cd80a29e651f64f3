import { sqlMigration } from './as-owner.ts';

/** The facts of a paper, with another answer to whether who entered it still counts. */
const paperFacts = (from: string, to: string): string => `
  DO $facts$ BEGIN
    EXECUTE replace(pg_get_functiondef('paper_mandate_facts'::regproc), $a$${from}$a$, $a$${to}$a$);
  END $facts$;`;
const works = `'stillWorks', official_works(p.entered_by)`;
const worked = `${works} AND NOT p.entrant_suspended`;

/**
 * Decision 68 for who somebody is and for paper: what an official proposed or entered counts no more once he was
 * suspended, also when he is back. And by way of paper opens nothing of who came back to the Netherlands, as an event told.
 */
export const WhoCameBackAndWhoWasSuspended = sqlMigration(
  'WhoCameBackAndWhoWasSuspended',
  1795910400104,
  `
  ALTER TABLE paper_mandate ADD COLUMN entrant_suspended boolean NOT NULL DEFAULT false;
  UPDATE paper_mandate SET entrant_suspended = true WHERE state = 'waiting' AND NOT official_works(entered_by);
  DELETE FROM identity_proposal p USING identity_case c
   WHERE c.id = p.case_id AND c.state = 'waiting' AND NOT official_works(substr(p.proposed_by, length('official:') + 1));
  ${paperFacts(works, worked)}

  CREATE FUNCTION forget_proposals() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  BEGIN
    DELETE FROM identity_proposal p USING identity_case c
     WHERE p.proposed_by = 'official:' || NEW.subject AND c.id = p.case_id AND c.state = 'waiting';
    UPDATE paper_mandate SET entrant_suspended = true WHERE entered_by = NEW.subject AND state = 'waiting';
    RETURN NULL;
  END $$;
  CREATE TRIGGER official_proposals AFTER INSERT OR UPDATE OF standing ON official FOR EACH ROW
    WHEN (NEW.standing = 'suspended') EXECUTE FUNCTION forget_proposals();

  CREATE FUNCTION keep_paper_entrant() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
  BEGIN
    IF pg_has_role(current_user, 'volmacht_owner', 'MEMBER') THEN RETURN NEW; END IF;
    RAISE EXCEPTION 'what somebody entered who was suspended since begins nothing' USING ERRCODE = 'check_violation',
      CONSTRAINT = 'paper_entrant_suspended';
  END $$;
  CREATE TRIGGER paper_mandate_entrant BEFORE UPDATE OF state ON paper_mandate FOR EACH ROW
    WHEN (NEW.state = 'confirmed' AND OLD.entrant_suspended) EXECUTE FUNCTION keep_paper_entrant();

  CREATE FUNCTION keep_paper_way_abroad() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  BEGIN
    IF EXISTS (SELECT FROM client c JOIN client_life l ON l.client_id = c.id AND l.residence_since IS NOT NULL
                WHERE c.id = NEW.client_id AND NOT c.abroad)
    THEN RAISE EXCEPTION 'who lives in the Netherlands has a letter at home' USING ERRCODE = 'check_violation',
           CONSTRAINT = 'case_client_abroad'; END IF;
    RETURN NEW;
  END $$;
  CREATE TRIGGER identity_case_abroad BEFORE UPDATE OF state ON identity_case FOR EACH ROW
    WHEN (NEW.kind = 'onboarding' AND OLD.state = 'waiting' AND NEW.state = 'granted')
    EXECUTE FUNCTION keep_paper_way_abroad();

  REVOKE EXECUTE ON FUNCTION forget_proposals, keep_paper_way_abroad FROM PUBLIC;
  `,
  `
  DROP TRIGGER identity_case_abroad ON identity_case;
  DROP TRIGGER paper_mandate_entrant ON paper_mandate;
  DROP TRIGGER official_proposals ON official;
  DROP FUNCTION keep_paper_way_abroad, keep_paper_entrant, forget_proposals;
  ${paperFacts(worked, works)}
  ALTER TABLE paper_mandate DROP COLUMN entrant_suspended;
  `,
);
