import { Injectable } from '@nestjs/common';
import type { Work } from '../../audit/work.ts';
import type { Permit } from '../../domain/decision.ts';
import type { ClientId, OrganisationId } from '../../domain/ids.ts';

/** On what a client's representatives act, as the mandates room tells. */
@Injectable()
export class ShieldGroundsStore {
  /** The grounds of what runs between a client and a representative. */
  async of(
    work: Work,
    _permit: Permit<'shield.make'>,
    client: ClientId,
    organisation: OrganisationId,
  ): Promise<readonly string[]> {
    const rows = await work.query<{ ground: string }>(
      'SELECT DISTINCT ground FROM client_mandate WHERE client_id = $1 AND organisation_id = $2 AND running',
      [client, organisation],
    );
    return rows.map(({ ground }) => ground);
  }
}
