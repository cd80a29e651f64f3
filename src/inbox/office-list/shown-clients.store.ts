import { Injectable } from '@nestjs/common';
import type { Work } from '../../audit/work.ts';
import type { Permit } from '../../domain/decision.ts';
import type { ClientId } from '../../domain/ids.ts';

/** Reads how the acting employee comes to handle clients. */
@Injectable()
export class ShownClientsStore {
  /**
   * Of these, those whom he handles only because he stands in for a colleague (R33). They were shown to him: whom
   * somebody handles, and not he, he sees in a colleague's place. Most stand in for nobody, and ask no further.
   */
  async covered(
    work: Work,
    _permit: Permit<'inbox.list' | 'inbox.count'>,
    clients: readonly ClientId[],
  ): Promise<readonly ClientId[]> {
    if (clients.length === 0) return [];
    const rows = await work.named<{ client: ClientId }>(
      'covered-clients',
      `SELECT shown.client FROM unnest($1::uuid[]) AS shown (client)
         CROSS JOIN LATERAL handling_of(acting_organisation(), acting_employee(), shown.client) h
        WHERE cardinality(acting_as()) > 1 AND h.handled AND NOT h.assigned`,
      [clients],
    );
    return rows.map(({ client }) => client);
  }
}
