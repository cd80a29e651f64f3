import { sqlMigration } from './as-owner.ts';

/** A function as it is there, with other words in it; both must be as they are expected. */
const reworded = (name: string, words: readonly (readonly [from: string, to: string])[]): string => `
  DO $reworded$
  DECLARE body text := pg_get_functiondef('${name}'::regproc);
  BEGIN
    ${words
      .map(
        ([
          from,
          to,
        ]) => `IF position($a$${from}$a$ IN body) = 0 THEN RAISE EXCEPTION '% says otherwise', '${name}'; END IF;
    body := replace(body, $a$${from}$a$, $a$${to}$a$);`,
      )
      .join('\n    ')}
    EXECUTE body;
  END $reworded$;`;

const found = 'SELECT * INTO asked FROM identity_case c WHERE c.reference = given_reference FOR UPDATE;';
const held = `PERFORM FROM client p WHERE p.id = (SELECT c.client_id FROM identity_case c WHERE c.reference = given_reference)
      FOR UPDATE; -- first: an event that voids the code holds him before the case
    ${found}`;
const inTime = 'AND acting_day() < asked.code_until';
const andOpen = `${inTime} AND asked.code_void_at IS NULL AND asked.undone_at IS NULL
       AND opens_by_letter(asked.client_id)`;
const returned = `EXISTS (SELECT FROM client c JOIN client_life l ON l.client_id = c.id AND l.residence_since IS NOT NULL
                WHERE c.id = NEW.client_id AND NOT c.abroad)`;

/**
 * Nothing opens by a letter of who died (R30) or came back to the Netherlands: what an event told closes at once what is
 * granted, and voids a code that was not used (decision 82).
 */
export const NoLetterForWhoDiedOrCameBack = sqlMigration(
  'NoLetterForWhoDiedOrCameBack',
  1795910400121,
  `
  ALTER TABLE identity_case ADD COLUMN code_void_at timestamptz,
    ADD CONSTRAINT identity_case_code_void CHECK (code_void_at IS NULL OR (reference IS NOT NULL AND redeemed_at IS NULL));
  GRANT UPDATE (code_void_at) ON identity_case TO volmacht_app;
  CREATE INDEX identity_case_letter ON identity_case (client_id) WHERE reference IS NOT NULL AND redeemed_at IS NULL;

  -- What events told of him; what the register says too, src/clients-abroad/cases/openable.ts asks.
  CREATE FUNCTION opens_by_letter(whom uuid) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT NOT EXISTS (SELECT FROM client c LEFT JOIN client_life l ON l.client_id = c.id
                        WHERE c.id = whom AND (c.died_on IS NOT NULL OR (l.residence_since IS NOT NULL AND NOT c.abroad)))
  $$;

  CREATE FUNCTION void_letter_codes() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  BEGIN
    UPDATE identity_case SET code_void_at = acting_now()
     WHERE client_id = NEW.id AND reference IS NOT NULL AND redeemed_at IS NULL AND code_void_at IS NULL;
    RETURN NULL;
  END $$;
  CREATE TRIGGER client_letter_codes AFTER UPDATE OF died_on, abroad ON client FOR EACH ROW
    WHEN (NEW.died_on IS NOT NULL OR NOT NEW.abroad) EXECUTE FUNCTION void_letter_codes();
  UPDATE identity_case i SET code_void_at = now()
   WHERE reference IS NOT NULL AND redeemed_at IS NULL AND NOT opens_by_letter(i.client_id);

  -- Whoever binds a means holds the client: a death that came a moment before is seen here.
  CREATE FUNCTION keep_from_the_dead() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  BEGIN
    IF EXISTS (SELECT FROM client c WHERE c.id = NEW.client_id AND c.died_on IS NOT NULL)
    THEN RAISE EXCEPTION 'nothing opens of who died' USING ERRCODE = 'serialization_failure'; END IF;
    RETURN NEW;
  END $$;
  CREATE TRIGGER client_means_of_the_living BEFORE INSERT ON client_means FOR EACH ROW
    EXECUTE FUNCTION keep_from_the_dead();

  ${reworded('keep_paper_way_abroad', [[returned, 'NOT opens_by_letter(NEW.client_id)']])}
  ${reworded('redeem_letter_code', [
    [found, held],
    [inTime, andOpen],
  ])}
  REVOKE EXECUTE ON FUNCTION opens_by_letter, void_letter_codes, keep_from_the_dead FROM PUBLIC;
  `,
  `
  ${reworded('redeem_letter_code', [
    [held, found],
    [andOpen, inTime],
  ])}
  ${reworded('keep_paper_way_abroad', [['NOT opens_by_letter(NEW.client_id)', returned]])}
  DROP TRIGGER client_means_of_the_living ON client_means;
  DROP TRIGGER client_letter_codes ON client;
  DROP FUNCTION keep_from_the_dead, void_letter_codes, opens_by_letter;
  ALTER TABLE identity_case DROP COLUMN code_void_at;
  DROP INDEX identity_case_letter;
  `,
);
