import { Injectable } from '@nestjs/common';
import type { Work } from '../audit/work.ts';
import type { Permit } from '../domain/decision.ts';
import type { ClientId, EmployeeId, OrganisationId, TeamId } from '../domain/ids.ts';
import { type Page, pageOf, positionOf } from '../platform/cursor.ts';
import { placeOf } from './by-id.ts';
import type { HandlerJson, OfficeClientJson } from './office-client.json.ts';

/** Which clients of an office to list. */
export interface SoughtClients {
  readonly organisation: OrganisationId;
  readonly withoutHandler?: boolean | undefined;
  readonly employee?: EmployeeId | undefined;
  readonly team?: TeamId | undefined;
  readonly limit: number;
  readonly cursor?: string | undefined;
}

interface Found {
  client: ClientId;
  name: string | null;
  reference: string | null;
  handled: boolean;
  assignments: HandlerJson[];
}

/**
 * Reads which clients an office has, through the view `office_client` that the room of mandates keeps for it.
 *
 * R33, R34: an administrator finds all of them, anyone else those assigned to himself or his team. So a client
 * who is assigned to nobody who works here now is seen by nobody but administrators, also not by the one who
 * asked for the mandate. The query keeps to it, in an office that is recognised; row-level security is behind it.
 */
@Injectable()
export class OfficeClientStore {
  /** A page of clients, in the order of their pseudonyms. */
  async list(
    work: Work,
    _permit: Permit<'clients.see'>,
    wish: SoughtClients,
  ): Promise<Page<OfficeClientJson>> {
    const rows = await work.query<Found>(
      `SELECT oc.client_id AS client, oc.name, oc.reference, h.handled,
              coalesce((SELECT jsonb_agg(jsonb_strip_nulls(jsonb_build_object(
                                 'id', a.id, 'employee', a.employee_id, 'team', a.team_id,
                                 'name', coalesce(e.name, t.name))) ORDER BY a.id)
                          FROM assignment a LEFT JOIN employee e ON e.id = a.employee_id
                          LEFT JOIN team t ON t.id = a.team_id
                         WHERE a.organisation_id = oc.organisation_id AND a.client_id = oc.client_id
                           AND a.ended_at IS NULL), '[]') AS assignments
         FROM office_client oc
        CROSS JOIN LATERAL handling_of(oc.organisation_id, acting_employee(), oc.client_id) h
        WHERE oc.organisation_id = $1
          AND (SELECT acting_role(false)) IS NOT NULL
          AND ((SELECT acting_role(false)) = 'administrator' OR h.assigned)
          AND ($2::boolean IS NULL OR h.handled <> $2)
          AND ($3::uuid IS NULL OR EXISTS (
                SELECT FROM assignment a LEFT JOIN team_member tm ON tm.team_id = a.team_id
                 WHERE a.organisation_id = oc.organisation_id AND a.client_id = oc.client_id
                   AND a.ended_at IS NULL AND $3 IN (a.employee_id, tm.employee_id)))
          AND ($4::uuid IS NULL OR EXISTS (
                SELECT FROM assignment a
                 WHERE a.organisation_id = oc.organisation_id AND a.client_id = oc.client_id
                   AND a.ended_at IS NULL AND a.team_id = $4))
          AND ($5::uuid IS NULL OR oc.client_id > $5)
        ORDER BY oc.client_id LIMIT $6`,
      [
        ...[wish.organisation, wish.withoutHandler ?? null, wish.employee ?? null, wish.team ?? null],
        ...[positionOf(wish.cursor)?.id ?? null, wish.limit + 1],
      ],
    );
    return pageOf(rows, wish.limit, ({ client }) => placeOf(client), officeClientJson);
  }

  /** Whether this is a client of the office, as far as the acting party may see. */
  async has(
    work: Work,
    _permit: Permit<'clients.assign'>,
    organisation: OrganisationId,
    client: ClientId,
  ): Promise<boolean> {
    const found = await work.query(
      'SELECT 1 FROM office_client WHERE organisation_id = $1 AND client_id = $2',
      [organisation, client],
    );
    return found.length > 0;
  }
}

const officeClientJson = ({ client, name, reference, handled, assignments }: Found): OfficeClientJson => ({
  client,
  ...(name === null ? {} : { name }),
  ...(reference === null ? {} : { reference }),
  handled,
  assignments,
});
