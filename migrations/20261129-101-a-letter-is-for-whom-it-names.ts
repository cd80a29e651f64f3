import { sqlMigration } from './as-owner.ts';

const bind = (more: { parameter: string; column: string; value: string; by: string }): string => `
  CREATE FUNCTION bind_means(
    new_id uuid, whose uuid, given_kind text, given_index text, given_sealed text, given_country text, replaces text${more.parameter}
  ) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  BEGIN
    IF NOT acting_on_identities()
    THEN RAISE EXCEPTION 'only an official or a job binds a means' USING ERRCODE = 'insufficient_privilege'; END IF;
    PERFORM FROM client WHERE id = whose AND joined_into IS NULL FOR UPDATE;
    IF NOT FOUND THEN RAISE EXCEPTION 'this client became another' USING ERRCODE = 'serialization_failure'; END IF;
    UPDATE client_means SET ended_at = greatest(acting_now(), since)${more.by}
     WHERE client_id = whose AND ended_at IS NULL AND kind = given_kind AND means_index <> given_index
       AND (replaces = '*' OR (replaces = 'own' AND country IS NOT DISTINCT FROM given_country));
    INSERT INTO client_means (id, client_id, kind, means_index, sealed, country, since${more.column})
      VALUES (new_id, whose, given_kind, given_index, given_sealed, given_country, acting_now()${more.value})
      ON CONFLICT (means_index) WHERE ended_at IS NULL DO NOTHING;
    IF NOT EXISTS (SELECT FROM client_means WHERE means_index = given_index AND ended_at IS NULL AND client_id = whose)
    THEN RAISE EXCEPTION 'this means is of another client' USING ERRCODE = 'check_violation'; END IF;
  END $$;
  REVOKE EXECUTE ON FUNCTION bind_means FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION bind_means TO volmacht_app;`;

const redeem = (more: {
  parameter: string;
  declared: string;
  returned: string;
  sure: string;
  fits: string;
  by: string;
  column: string;
  value: string;
  before: string;
  result: string;
  none: string;
}): string => `
  CREATE FUNCTION redeem_letter_code(
    given_reference text, given_hash text, means_id uuid, given_kind text, given_sealed text, given_country text${more.parameter}
  ) RETURNS TABLE (client uuid, case_id uuid, tries int${more.returned})
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  DECLARE asked identity_case;${more.declared}
  BEGIN
    IF acting_kind() <> 'unlinked'${more.sure}
    THEN RAISE EXCEPTION 'only a means of nobody can be bound' USING ERRCODE = 'insufficient_privilege'; END IF;
    PERFORM pg_advisory_xact_lock(hashtextextended(acting_id(), 38));
    SELECT * INTO asked FROM identity_case c WHERE c.reference = given_reference FOR UPDATE;
    IF asked.id IS NULL
       OR EXISTS (SELECT FROM client_means m WHERE m.means_index = acting_id() AND m.ended_at IS NULL)
    THEN RETURN; END IF;
    IF asked.code_hash = given_hash AND asked.wrong_codes < 5 AND asked.redeemed_at IS NULL
       AND acting_day() < asked.code_until${more.fits}
    THEN
      PERFORM FROM client c WHERE c.id = asked.client_id FOR UPDATE;${more.before}
      UPDATE client_means m SET ended_at = greatest(acting_now(), m.since)${more.by}
       WHERE m.client_id = asked.client_id AND m.ended_at IS NULL AND m.kind = given_kind;
      INSERT INTO client_means (id, client_id, kind, means_index, sealed, country, since${more.column})
        VALUES (means_id, asked.client_id, given_kind, acting_id(), given_sealed, given_country, acting_now()${more.value});
      UPDATE identity_case c SET redeemed_at = acting_now() WHERE c.id = asked.id;
      RETURN QUERY SELECT asked.client_id, asked.id, asked.wrong_codes${more.result};
    ELSIF asked.redeemed_at IS NULL AND asked.wrong_codes < 5 THEN
      UPDATE identity_case c SET wrong_codes = c.wrong_codes + 1 WHERE c.id = asked.id;
      RETURN QUERY SELECT NULL::uuid, asked.id, asked.wrong_codes + 1${more.none};
    END IF;
  END $$;
  REVOKE EXECUTE ON FUNCTION redeem_letter_code FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION redeem_letter_code TO volmacht_app;`;

/**
 * R10, decision 77: the code of a letter is brought with a means that shows who the letter is for, or with an account,
 * which shows nobody. And each means knows by which case it came, and by which another one took its place.
 */
export const ALetterIsForWhomItNames = sqlMigration(
  'ALetterIsForWhomItNames',
  1795910400101,
  `
  -- Keyed: date of birth, family name and first given name of who was granted (src/domain/same-person.ts).
  ALTER TABLE identity_case ADD COLUMN bearer_index text;
  GRANT UPDATE (bearer_index) ON identity_case TO volmacht_app;

  ALTER TABLE client_means ADD COLUMN bound_by uuid REFERENCES identity_case,
    ADD COLUMN replaced_by uuid REFERENCES identity_case;
  CREATE INDEX client_means_bound ON client_means (bound_by) WHERE bound_by IS NOT NULL;
  CREATE INDEX client_means_replaced ON client_means (replaced_by) WHERE replaced_by IS NOT NULL;
  UPDATE client_means m SET bound_by = c.id FROM identity_case c
   WHERE c.client_id = m.client_id AND c.state = 'granted'
     AND ((c.kind = 'onboarding' AND m.since = c.redeemed_at)
          OR (c.means_index = m.means_index AND m.since = c.decided_at));
  UPDATE client_means m SET replaced_by = n.bound_by FROM client_means n
   WHERE n.client_id = m.client_id AND n.kind = m.kind AND n.id <> m.id AND n.bound_by IS NOT NULL
     AND m.ended_how IS NULL AND m.ended_at = greatest(n.since, m.since);

  DROP FUNCTION bind_means, redeem_letter_code;
  ${bind({
    parameter: ', given_case uuid',
    column: ', bound_by',
    value: ', given_case',
    by: ', replaced_by = given_case',
  })}
  ${redeem({
    parameter: ', given_bearer text',
    declared: ' known boolean;',
    returned: ', was_known boolean',
    sure: `
       OR (given_kind = 'eidas' AND NOT assurance_suffices('substantial'))`,
    fits: `
       AND (given_kind = 'account' OR coalesce(given_bearer = asked.bearer_index, false))`,
    by: ', replaced_by = asked.id',
    column: ', bound_by',
    value: ', asked.id',
    before: `
      -- Whose account it was before this letter hears of it.
      known := EXISTS (SELECT FROM client c WHERE c.id = asked.client_id AND c.bsn_index IS NOT NULL)
            OR EXISTS (SELECT FROM client_means m WHERE m.client_id = asked.client_id);`,
    result: ', known',
    none: ', false',
  })}
  `,
  `
  DROP FUNCTION bind_means, redeem_letter_code;
  ${bind({ parameter: '', column: '', value: '', by: '' })}
  ${redeem({
    ...{
      parameter: '',
      declared: '',
      returned: '',
      sure: '',
      fits: '',
      by: '',
      column: '',
      value: '',
      before: '',
    },
    ...{ result: '', none: '' },
  })}
  ALTER TABLE client_means DROP COLUMN bound_by, DROP COLUMN replaced_by;
  ALTER TABLE identity_case DROP COLUMN bearer_index;
  `,
);
