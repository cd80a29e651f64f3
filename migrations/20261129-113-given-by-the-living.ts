import { sqlMigration } from './as-owner.ts';

/** The function that carries out a life event, with another line at its start. */
const applying = (from: string, to: string): string => `
  DO $apply$ BEGIN
    EXECUTE replace(pg_get_functiondef('apply_life_event'::regproc), $a$${from}$a$, $a$${to}$a$);
  END $apply$;`;
const finding = 'SELECT e.client_id INTO whose FROM life_event e';
const holding = `IF effect->>'kind' = 'death' THEN -- before any row: who gives holds this lock before he holds a row
      PERFORM hold_people((SELECT e.client_id FROM life_event e WHERE e.id = which), NULL);
    END IF;
    ${finding}`;

/**
 * R18, R30: a mandate that begins and a death pass one after the other, whichever of the two sides died and by whichever way
 * the mandate came. After a death nothing begins; what began before it ends with it.
 */
export const GivenByTheLiving = sqlMigration(
  'GivenByTheLiving',
  1795910400113,
  `
  -- Both sides of a mandate, until the end of the work. Of two people in one order for all, as \`join_clients\` has it.
  CREATE FUNCTION hold_people(whose uuid, office uuid) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  DECLARE one uuid;
  BEGIN
    FOR one IN
      SELECT DISTINCT p FROM unnest(ARRAY[whose, (SELECT o.person FROM organisation o WHERE o.id = office)]) p
       WHERE p IS NOT NULL ORDER BY p
    LOOP PERFORM pg_advisory_xact_lock(hashtextextended(one::text, 13)); END LOOP;
  END $$;

  -- R31: urgent acts follow a death of the client; from a representative who died nobody expects any.
  CREATE FUNCTION keep_to_the_living() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  BEGIN
    -- Who sets a scene past every policy has no instant.
    IF coalesce(current_setting('app.now', true), '') = '' THEN RETURN NEW; END IF;
    PERFORM hold_people(NEW.client_id, NEW.organisation_id);
    -- A snapshot from before the lock would not show who died meanwhile.
    IF current_setting('transaction_isolation') <> 'read committed'
       OR (NEW.ground <> 'urgent-acts' AND has_died(NEW.client_id))
       OR has_died((SELECT o.person FROM organisation o WHERE o.id = NEW.organisation_id))
    THEN RAISE EXCEPTION 'nobody gives or has authority after his death'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'mandate_of_the_living'; END IF;
    RETURN NEW;
  END $$;
  -- By their names these come first: what else is asked of a new mandate is asked after the lock.
  CREATE TRIGGER alive_to_give BEFORE INSERT ON mandate FOR EACH ROW
    WHEN (NEW.activated_at IS NOT NULL) EXECUTE FUNCTION keep_to_the_living();
  CREATE TRIGGER alive_to_consent BEFORE UPDATE ON mandate FOR EACH ROW
    WHEN (OLD.activated_at IS NULL AND NEW.activated_at IS NOT NULL) EXECUTE FUNCTION keep_to_the_living();
  REVOKE EXECUTE ON FUNCTION hold_people, keep_to_the_living FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION hold_people TO volmacht_app;
  ${applying(finding, holding)}
  `,
  `
  ${applying(holding, finding)}
  DROP TRIGGER alive_to_consent ON mandate;
  DROP TRIGGER alive_to_give ON mandate;
  DROP FUNCTION keep_to_the_living, hold_people;
  `,
);
