import { sqlMigration } from './as-owner.ts';
import { foundClients, saidOf } from './found-clients.ts';

/** Contract between rooms: the clients of an office by these mandates, with the references of which this holds. */
export const officeClient = (which: string, by = ''): string => `
  CREATE OR REPLACE VIEW office_client WITH (security_invoker = true) AS
    SELECT m.organisation_id, m.client_id,
           CASE WHEN bool_or(m.activated_at IS NOT NULL)
                THEN (SELECT c.name FROM client c WHERE c.id = m.client_id) END AS name,
           (array_agg(m.reference ORDER BY m.requested_at DESC) FILTER (WHERE m.reference IS NOT NULL${which}))[1]
             AS reference
      FROM mandate m
     WHERE is_running(m)${by}
     GROUP BY m.organisation_id, m.client_id;
`;

/**
 * What an office wrote on a request says nothing of the client who gave it a mandate: neither who has his BSN alone,
 * nor who mistyped a date of birth, finds his reference beside the name (R3).
 */
export const AReferenceIsOfItsRequest = sqlMigration(
  'AReferenceIsOfItsRequest',
  1795910400056,
  `
  ${officeClient(` AND ${saidOf('m')}`)}
  DROP FUNCTION described_clients, found_clients;
  ${foundClients(true, true)}
  `,
  `
  DROP FUNCTION described_clients, found_clients;
  ${foundClients(true)}
  ${officeClient('')}
  `,
);
