import { Injectable } from '@nestjs/common';
import type { Work } from '../../audit/work.ts';
import type { KvkNumber, Oin } from '../../domain/identifiers.ts';
import type { OrganisationId } from '../../domain/ids.ts';
import type { SenderNames } from './paper-mandate.view.ts';

/** Who is named on paper, through the views that other rooms publish. */
@Injectable()
export class PaperNamesStore {
  /** The names of these senders; who is not registered is not among them. */
  async senders(work: Work, wanted: readonly Oin[]): Promise<SenderNames> {
    const rows = await work.query<{ oin: Oin; nameNl: string; nameEn: string }>(
      'SELECT oin, name_nl AS "nameNl", name_en AS "nameEn" FROM sender_name WHERE oin = ANY ($1)',
      [wanted],
    );
    return new Map(rows.map(({ oin, ...names }) => [oin, names]));
  }

  /** The office with this KvK number. */
  async office(work: Work, kvk: KvkNumber): Promise<OrganisationId | undefined> {
    const [row] = await work.query<{ id: OrganisationId }>(
      'SELECT id FROM organisation_name WHERE kvk = $1',
      [kvk],
    );
    return row?.id;
  }
}
