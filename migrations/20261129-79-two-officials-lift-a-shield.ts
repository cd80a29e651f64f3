import { sqlMigration } from './as-owner.ts';

/**
 * What a judge shields ends when two officials entered the same decision of a judge (`secondLook` of
 * src/domain/shield.ts): what the first one entered stands here, and stays when the shield is over.
 */
export const TwoOfficialsLiftAShield = sqlMigration(
  'TwoOfficialsLiftAShield',
  1795910400079,
  `
  CREATE TABLE shield_lifting (
    shield_id uuid PRIMARY KEY REFERENCES shield,
    client_id uuid NOT NULL REFERENCES client,
    case_number text NOT NULL,
    decided_on date NOT NULL,
    entered_by text NOT NULL,
    entered_at timestamptz NOT NULL
  );
  CREATE INDEX shield_lifting_by_client ON shield_lifting (client_id);
  ALTER TABLE shield_lifting ENABLE ROW LEVEL SECURITY;
  ALTER TABLE shield_lifting FORCE ROW LEVEL SECURITY;
  CREATE POLICY shield_lifting_owner ON shield_lifting TO volmacht_owner USING (true) WITH CHECK (true);
  CREATE POLICY shield_lifting_see ON shield_lifting FOR SELECT TO volmacht_app
    USING (client_id = acting_client()
           OR (acting_kind() = 'official' AND assurance_suffices('substantial') AND (SELECT acting_works())));
  CREATE POLICY shield_lifting_enter ON shield_lifting FOR INSERT TO volmacht_app
    WITH CHECK (acting_kind() = 'official' AND assurance_suffices('substantial') AND (SELECT acting_works())
                AND entered_by = acting_id() AND entered_at = acting_now()
                AND EXISTS (SELECT FROM shield s WHERE s.id = shield_id AND s.client_id = shield_lifting.client_id
                               AND s.shielded_by = 'court' AND s.ended_at IS NULL));
  CREATE POLICY shield_lifting_anew ON shield_lifting FOR UPDATE TO volmacht_app
    USING (acting_kind() = 'official' AND assurance_suffices('substantial') AND (SELECT acting_works())
           AND EXISTS (SELECT FROM shield s WHERE s.id = shield_id AND s.ended_at IS NULL))
    WITH CHECK (entered_by = acting_id() AND entered_at = acting_now());
  GRANT SELECT, INSERT ON shield_lifting TO volmacht_app;
  GRANT UPDATE (case_number, decided_on, entered_by, entered_at) ON shield_lifting TO volmacht_app;

  CREATE FUNCTION keep_judges_shield() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
  BEGIN
    IF pg_has_role(current_user, 'volmacht_owner', 'MEMBER') THEN RETURN NEW; END IF;
    IF OLD.shielded_by = 'court' AND NOT EXISTS (
         SELECT FROM shield_lifting l WHERE l.shield_id = OLD.id AND l.entered_by <> NEW.ended_by
            AND official_works(l.entered_by))
    THEN RAISE EXCEPTION 'two officials enter that a judge ended it' USING ERRCODE = 'check_violation',
           CONSTRAINT = 'shield_two_officials'; END IF;
    RETURN NEW;
  END $$;
  CREATE TRIGGER shield_judges BEFORE UPDATE OF ended_at ON shield FOR EACH ROW EXECUTE FUNCTION keep_judges_shield();
  `,
  `
  DROP TRIGGER shield_judges ON shield;
  DROP FUNCTION keep_judges_shield;
  DROP TABLE shield_lifting;
  `,
);
