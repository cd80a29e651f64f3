import { sqlMigration } from './as-owner.ts';

const onIdentities = (more: string): string => `
  CREATE OR REPLACE FUNCTION acting_on_identities() RETURNS boolean LANGUAGE sql STABLE
    RETURN acting_kind() = 'job' OR (acting_kind() = 'official' AND assurance_suffices('substantial')${more});   -- R5`;

/** Who is suspended as an official is refused everywhere, and so where it is found out who somebody is. */
export const SuspendedOfficials = sqlMigration(
  'SuspendedOfficials',
  1795910400053,
  `
  ${onIdentities(' AND acting_works()')}
  CREATE POLICY identity_case_works ON identity_case AS RESTRICTIVE FOR INSERT TO volmacht_app
    WITH CHECK ((SELECT acting_works()));

  -- Who entered the case, and the standing of the official who asks about it.
  CREATE OR REPLACE FUNCTION identity_case_facts(asked uuid) RETURNS jsonb
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT jsonb_build_object(
      'identityCase', (SELECT jsonb_build_object('enteredBy',
          CASE WHEN made_by LIKE 'official:%' THEN substr(made_by, length('official:') + 1) END)
        FROM identity_case WHERE id = asked),
      'official', CASE WHEN acting_kind() = 'official' THEN jsonb_build_object(
        'standing', CASE WHEN official_works(acting_id()) THEN 'active' ELSE 'suspended' END) END)
  $$;
  `,
  `
  CREATE OR REPLACE FUNCTION identity_case_facts(asked uuid) RETURNS jsonb
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT jsonb_build_object('enteredBy',
             CASE WHEN made_by LIKE 'official:%' THEN substr(made_by, length('official:') + 1) END)
      FROM identity_case WHERE id = asked
  $$;
  DROP POLICY identity_case_works ON identity_case;
  ${onIdentities('')}
  `,
);
