import { officeClient } from './20261128-56-a-reference-is-of-its-request.ts';
import { sqlMigration } from './as-owner.ts';
import { foundClients, saidOf } from './found-clients.ts';

/** What the client never gave: `wasGiven` of src/domain/mandate.ts in the dialect of a query. */
const never = `state IN ('requested', 'offered', 'declined', 'lapsed', 'withdrawn')`;
/** Who asked, as far as that lets him see a mandate: until it is given, and in the act by which it is. */
const asker = `CASE WHEN ${never} OR activated_at = acting_now() THEN requested_by END`;
/** To an office a request is nobody's, unless it goes on with what somebody gave. */
const ofNobody = `CASE WHEN acting_kind() <> 'employee' OR predecessor IS NOT NULL OR NOT ${never} THEN client_id END`;

const seenBy = (whose: string): string => `
  ALTER POLICY mandate_party ON mandate
    USING (sees_mandate(${whose}, organisation_id, ${asker}, offered_at))
    WITH CHECK (sees_mandate(${whose}, organisation_id, ${asker}, offered_at));`;

/**
 * R3: what an office asked of a BSN makes nobody its client and is shown to nobody who handles one, so that neither lists
 * and numbers nor a colleague tell whose BSN it is. How many it asked is counted by what it named itself.
 */
export const WhoWasAskedIsNoClient = sqlMigration(
  'WhoWasAskedIsNoClient',
  1795910400066,
  `
  ${seenBy(ofNobody)}
  ${officeClient(' AND m.activated_at IS NOT NULL', ' AND m.activated_at IS NOT NULL')}
  DROP FUNCTION described_clients, found_clients;
  ${foundClients(false, true, true, true)}
  CREATE FUNCTION people_asked() RETURNS int
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  BEGIN
    IF acting_role(false) IS DISTINCT FROM 'administrator' OR NOT assurance_suffices('substantial') THEN RETURN 0; END IF;
    -- What came before there was such a key counts by itself.
    RETURN (SELECT count(DISTINCT coalesce(m.birth_key, m.id::text)) FROM mandate m
             WHERE m.organisation_id = acting_organisation() AND m.state IN ('requested', 'offered')
               AND m.predecessor IS NULL AND acting_day() < m.answer_by);
  END $$;
  REVOKE EXECUTE ON FUNCTION people_asked FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION people_asked TO volmacht_app;
  `,
  `
  DROP FUNCTION people_asked, described_clients, found_clients;
  ${foundClients(true, true, true)}
  ${officeClient(' AND m.activated_at IS NOT NULL', ` AND ${saidOf('m')}`)}
  ${seenBy('client_id')}
  `,
);
