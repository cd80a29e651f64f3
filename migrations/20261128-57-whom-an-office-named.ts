import { officeClient } from './20261128-56-a-reference-is-of-its-request.ts';
import { sqlMigration } from './as-owner.ts';
import { foundClients, saidOf } from './found-clients.ts';
import { withGrounds } from './in-force.ts';
import { bulkClaims } from './in-force.mandates.ts';

/** R14: what is asked for or given between an office and a client, with these more columns, for these. */
const claimsBetween = (columns: string, values: string, others: string): string => `
  DROP FUNCTION claims_between;
  CREATE FUNCTION claims_between(office uuid, whose uuid)
  RETURNS TABLE (mandate uuid, state text, from_day text, until_day text, answer_by text, offered_at timestamptz,
                 line uuid, sender text, category text, line_ended_at timestamptz, ends_on text,
                 line_ends_on text${columns})
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT m.id, m.state, m.from_day::text, m.until_day::text, m.answer_by::text, m.offered_at,
           l.id, l.sender, l.category, l.ended_at, m.ends_on::text, l.ends_on::text${values}
      FROM mandate m JOIN scope_line l ON l.mandate_id = m.id
     WHERE m.organisation_id = office AND m.client_id = whose AND m.ended_at IS NULL AND m.ground = 'voluntary'
       AND (office = acting_organisation() OR whose = acting_client()${others})
     ORDER BY m.requested_at, m.id, l.id
  $$;
  REVOKE EXECUTE ON FUNCTION claims_between FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION claims_between TO volmacht_app;`;

/** What lapsed by the clock gives up its claim: with these parameters, for these, and these requests as well. */
const releaseClaims = (parameters: string, others: string, also: string): string => `
  DROP FUNCTION release_claims;
  CREATE FUNCTION release_claims(office uuid, whose uuid${parameters}) RETURNS void
  LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    WITH lapsed AS (
      UPDATE mandate SET state = 'lapsed', ended_at = acting_now()
       WHERE organisation_id = office AND client_id = whose AND state IN ('requested', 'offered')
         AND (office = acting_organisation() OR whose = acting_client()${others})
         AND (answer_by <= acting_day()${also})
       RETURNING id)
    UPDATE scope_line SET claims = false WHERE mandate_id IN (SELECT id FROM lapsed)
  $$;
  REVOKE EXECUTE ON FUNCTION release_claims FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION release_claims TO volmacht_app;`;

/** `areOfOne` of src/domain/mandate-request.ts for a row of a file: whom it names, or whom the mandate it renews named. */
const ofOne = `
       AND (m.birth_key IS NOT DISTINCT FROM named.birth_key
            OR (named.birth_key IS NULL AND m.offered_at IS NOT NULL))`;
const named = `CROSS JOIN LATERAL (
        SELECT CASE WHEN t.id IS NULL THEN r.person_index ELSE t.birth_key END AS birth_key) named
      `;
/** The duplicates of rows of a file. */
export const claimsOfOne = bulkClaims(withGrounds, ofOne).replace(
  'JOIN mandate m ON',
  `${named}JOIN mandate m ON`,
);

/**
 * R3, R14: whether something was asked or given already is judged by what the office itself named, BSN and date of birth;
 * and a request that the client never heard of claims nothing. So nobody learns of a person by naming a wrong date. Nor from
 * the list of clients: a request is not tied there to who gave a mandate before.
 */
export const WhomAnOfficeNamed = sqlMigration(
  'WhomAnOfficeNamed',
  1795910400057,
  `
  ALTER TABLE mandate ADD birth_key text;
  COMMENT ON COLUMN mandate.birth_key IS 'A keyed hash of BSN and date of birth. As bulk_row.person_index.';
  ${claimsBetween(', birth_key text', ', m.birth_key', ` OR acting_kind() = 'job'`)}
  ${releaseClaims('', ` OR acting_kind() = 'job'`, '')}
  ${claimsOfOne}
  ${officeClient(' AND m.activated_at IS NOT NULL', ` AND ${saidOf('m')}`)}
  DROP FUNCTION described_clients, found_clients;
  ${foundClients(true, true, true)}
  UPDATE scope_line SET claims = false FROM mandate m
   WHERE m.id = mandate_id AND m.state = 'requested' AND m.offered_at IS NULL AND claims;
  -- Whom older mandates are about, the register tells.
  INSERT INTO job (id, kind, payload, due_at, lane, party)
    SELECT gen_random_uuid(), 'name-client', jsonb_build_object('mandate', m.id), now(), 2, m.organisation_id::text
      FROM mandate m
     WHERE m.ground = 'voluntary' AND m.offered_at IS NOT NULL AND m.ended_at IS NULL;
  `,
  `
  DROP FUNCTION described_clients, found_clients;
  ${foundClients(true, true)}
  ${officeClient(` AND ${saidOf('m')}`)}
  ${bulkClaims(withGrounds)}
  ${releaseClaims(
    ', unheard uuid[]',
    '',
    `
              OR (id = ANY (unheard) AND offered_at IS NULL AND whose = acting_client())`,
  )}
  ${claimsBetween('', '', '')}
  ALTER TABLE mandate DROP birth_key;
  `,
);
