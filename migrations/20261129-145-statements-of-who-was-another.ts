import { sqlMigration } from './as-owner.ts';
import { within } from './within.ts';

const stands = 'AND today < s.holds_until AS stands';
const standsOfWhomItWas = 'AND today < s.holds_until AND NOT s.of_another AS stands';

/**
 * Decision 81: a statement says who is represented. Once its mandate became another's, or two that were one by mistake are
 * two again, it does not hold, and never again.
 */
export const StatementsOfWhoWasAnother = sqlMigration(
  'StatementsOfWhoWasAnother',
  1795910400145,
  `
  ALTER TABLE mandate_statement ADD COLUMN of_another boolean NOT NULL DEFAULT false;
  UPDATE mandate_statement s SET of_another = true
    FROM mandate m, identity_join j WHERE m.id = s.mandate_id AND m.client_id IN (j.gone, j.stays);
  ${within('status_list', stands, standsOfWhomItWas)}

  CREATE FUNCTION void_statements() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  BEGIN
    UPDATE mandate_statement SET of_another = true WHERE mandate_id = NEW.id;
    RETURN NULL;
  END $$;
  CREATE TRIGGER void_statements AFTER UPDATE OF client_id ON mandate FOR EACH ROW
    WHEN (OLD.client_id IS DISTINCT FROM NEW.client_id) EXECUTE FUNCTION void_statements();

  -- Of who stays too: while two were one, his said the name or the number of the other. Who makes one holds the mandate.
  CREATE FUNCTION void_statements_of_both() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  BEGIN
    PERFORM FROM mandate m WHERE m.client_id = OLD.joined_into ORDER BY m.id FOR NO KEY UPDATE;
    UPDATE mandate_statement s SET of_another = true
      FROM mandate m WHERE m.client_id = OLD.joined_into AND s.mandate_id = m.id;
    RETURN NULL;
  END $$;
  CREATE TRIGGER void_statements_of_both AFTER UPDATE OF joined_into ON client FOR EACH ROW
    WHEN (OLD.joined_into IS NOT NULL AND NEW.joined_into IS NULL) EXECUTE FUNCTION void_statements_of_both();
  REVOKE EXECUTE ON FUNCTION void_statements, void_statements_of_both FROM PUBLIC;
  `,
  `
  DROP TRIGGER void_statements_of_both ON client;
  DROP TRIGGER void_statements ON mandate;
  DROP FUNCTION void_statements_of_both, void_statements;
  ${within('status_list', standsOfWhomItWas, stands)}
  ALTER TABLE mandate_statement DROP COLUMN of_another;
  `,
);
