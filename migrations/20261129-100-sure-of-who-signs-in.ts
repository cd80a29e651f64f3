import { sqlMigration } from './as-owner.ts';

/**
 * What opens an inbox to a means is as sure as an account is, and the source alone takes nobody's means away
 * (src/domain/identity-case.ts, decision 77).
 */
export const SureOfWhoSignsIn = sqlMigration(
  'SureOfWhoSignsIn',
  1795910400100,
  `
  CREATE FUNCTION keep_case_sure() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
  BEGIN
    IF pg_has_role(current_user, 'volmacht_owner', 'MEMBER') THEN RETURN NEW; END IF;
    IF TG_OP = 'INSERT' THEN
      IF NEW.means_kind = 'eidas' AND NOT assurance_suffices('substantial')
      THEN RAISE EXCEPTION 'a European means of level low opens nothing' USING ERRCODE = 'check_violation',
             CONSTRAINT = 'case_means_sure'; END IF;
    ELSIF NEW.kind = 'rebinding' AND OLD.state = 'checking' AND NEW.state = 'granted'
          AND NOT EXISTS (SELECT FROM identity_candidate k
                           WHERE k.case_id = NEW.id AND k.client_id = NEW.client_id AND k.ground = 'proved')
    THEN RAISE EXCEPTION 'without proof a re-binding is for officials' USING ERRCODE = 'check_violation',
           CONSTRAINT = 'rebinding_proved'; END IF;
    RETURN NEW;
  END $$;
  CREATE TRIGGER identity_case_sure BEFORE INSERT OR UPDATE ON identity_case
    FOR EACH ROW EXECUTE FUNCTION keep_case_sure();
  `,
  `
  DROP TRIGGER identity_case_sure ON identity_case;
  DROP FUNCTION keep_case_sure;
  `,
);
