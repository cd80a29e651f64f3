import { Injectable } from '@nestjs/common';
import type { Work } from '../audit/work.ts';
import type { Permit } from '../domain/decision.ts';
import type { ClientId, EmployeeId, OrganisationId, TeamId } from '../domain/ids.ts';
import { type Page, pageOf, type Position } from '../platform/cursor.ts';
import { placeOf } from './by-id.ts';
import type { HandlerJson, OfficeClientJson } from './office-client.json.ts';

/** Which clients of the acting employee's office to list. */
export interface SoughtClients {
  /** Beginnings of words of the name or the office's reference, with a letter or digit in them. */
  readonly words?: string | undefined;
  readonly withoutHandler?: boolean | undefined;
  readonly employee?: EmployeeId | undefined;
  readonly team?: TeamId | undefined;
  readonly limit: number;
  readonly after?: Position | undefined;
}

interface Found {
  client: ClientId;
  name: string | null;
  reference: string | null;
  handled: boolean;
  assignments: HandlerJson[];
}

/**
 * Reads which clients an office has: who gave it a mandate that runs. What it asked of a BSN makes nobody its client, and
 * the BSN of nobody can be told from here (R3, decision 62).
 *
 * R33, R34: an administrator finds all of them, anyone else those assigned to himself or his team, or to whom he
 * stands in for. So a client who is assigned to nobody who works here now is seen by nobody but administrators, also
 * not by the one who asked for the mandate. The function `described_clients` keeps to it, in the office of the acting
 * party and no other, once for a page: asked in each row it took seconds (decision 19).
 */
@Injectable()
export class OfficeClientStore {
  /** A page of clients, in the order of their pseudonyms. */
  async list(
    work: Work,
    _permit: Permit<'clients.see'>,
    { words, withoutHandler, employee, team, limit, after }: SoughtClients,
  ): Promise<Page<OfficeClientJson>> {
    const handled = withoutHandler === undefined ? null : !withoutHandler;
    const rows = await work.named<Found>(
      'office-clients',
      `SELECT client, name, reference, is_handled AS handled, assignments
         FROM described_clients($1, $2, $3, $4, $5, $6) ORDER BY client`,
      [handled, employee ?? null, team ?? null, words ?? null, after?.id ?? null, limit + 1],
    );
    return pageOf('clients', rows, limit, ({ client }) => placeOf(client), officeClientJson);
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

const officeClientJson = ({ client, name, reference, ...rest }: Found): OfficeClientJson => ({
  client,
  ...(name === null ? {} : { name }),
  ...(reference === null ? {} : { reference }),
  ...rest,
});
