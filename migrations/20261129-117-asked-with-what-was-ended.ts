import { sqlMigration } from './as-owner.ts';

/** A function as it is there, with other words in it; they must be there. */
const reworded = (name: string, from: string, to: string): string => `
  DO $reworded$
  DECLARE body text := pg_get_functiondef('${name}'::regproc);
  BEGIN
    IF position($a$${from}$a$ IN body) = 0 THEN RAISE EXCEPTION '% says otherwise', '${name}'; END IF;
    EXECUTE replace(body, $a$${from}$a$, $a$${to}$a$);
  END $reworded$;`;

const rewordings = [
  [
    'keep_two_officials',
    `(NEW.kind = 'onboarding' AND opened_in_this_act(NEW.client_id))`,
    `((NEW.kind = 'onboarding' OR NEW.again) AND opened_in_this_act(NEW.client_id))`,
  ],
  [
    'bind_means',
    `(asked.kind = 'account' AND asked.state = 'waiting'`,
    `(asked.kind = 'account' AND NOT asked.again AND asked.state = 'waiting'`,
  ],
  [
    'own_identity_requests',
    `(c.kind = 'account' AND c.state = 'checking')`,
    `(c.kind = 'account' AND (c.state = 'checking' OR (c.again AND c.state = 'waiting')))`,
  ],
] as const;

/**
 * Who signs in with a means that was ended, or that was undone, may ask for an account anew (decision 81): of that only
 * officials decide, one such request at a time, and until then nothing opens.
 */
export const AskedWithWhatWasEnded = sqlMigration(
  'AskedWithWhatWasEnded',
  1795910400117,
  `
  ALTER TABLE identity_case ADD COLUMN again boolean NOT NULL DEFAULT false;
  CREATE UNIQUE INDEX identity_case_again ON identity_case (means_index)
    WHERE again AND state IN ('checking', 'waiting');

  -- Whoever asks does not say so himself: what is known of his means says it.
  CREATE FUNCTION keep_asked_again() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  BEGIN
    NEW.again := NEW.kind = 'account' AND NEW.means_index IS NOT NULL
      AND EXISTS (SELECT FROM client_means m WHERE m.means_index = NEW.means_index)
      AND NOT EXISTS (SELECT FROM client_means m WHERE m.means_index = NEW.means_index AND m.ended_at IS NULL);
    RETURN NEW;
  END $$;
  CREATE TRIGGER identity_case_asked_again BEFORE INSERT ON identity_case
    FOR EACH ROW EXECUTE FUNCTION keep_asked_again();

  CREATE FUNCTION keep_again_for_officials() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
  BEGIN
    IF pg_has_role(current_user, 'volmacht_owner', 'MEMBER') THEN RETURN NEW; END IF;
    RAISE EXCEPTION 'what was ended officials give back' USING ERRCODE = 'check_violation',
      CONSTRAINT = 'case_asked_again';
  END $$;
  CREATE TRIGGER identity_case_again BEFORE UPDATE OF state ON identity_case FOR EACH ROW
    WHEN (NEW.again AND OLD.state = 'checking' AND NEW.state NOT IN ('checking', 'waiting'))
    EXECUTE FUNCTION keep_again_for_officials();
  REVOKE EXECUTE ON FUNCTION keep_asked_again FROM PUBLIC;
  ${rewordings.map(([name, from, to]) => reworded(name, from, to)).join('')}
  `,
  `
  ${rewordings.map(([name, from, to]) => reworded(name, to, from)).join('')}
  DROP TRIGGER identity_case_again ON identity_case;
  DROP TRIGGER identity_case_asked_again ON identity_case;
  DROP FUNCTION keep_again_for_officials, keep_asked_again;
  DROP INDEX identity_case_again;
  ALTER TABLE identity_case DROP COLUMN again;
  `,
);
