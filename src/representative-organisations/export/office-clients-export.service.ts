import { Injectable } from '@nestjs/common';
import { Desk } from '../../access/desk.ts';
import { UnitOfWork } from '../../audit/unit-of-work.ts';
import type { Actor } from '../../domain/actor.ts';
import { maskedBsns } from '../../domain/identifiers.ts';
import type { OrganisationId } from '../../domain/ids.ts';
import { type Cells, csvParts, type ExportPage, exportPageSize } from '../../platform/csv.answer.ts';
import { positionOf } from '../../platform/cursor.ts';
import type { Language } from '../../platform/language.ts';
import type { OfficeClientJson } from '../office-client.json.ts';
import { OfficeClientStore } from '../office-client.store.ts';
import type { ExportOfficeClients } from './office-clients-export.request.ts';

/** The words of a file with clients, column for column the same in both languages. */
export const words = {
  nl: {
    file: 'clienten',
    columns: ['Cliënt', 'Referentie', 'Wordt behandeld', 'Behandeld door', 'Pseudoniem'],
    yes: 'ja',
    no: 'nee',
  },
  en: {
    file: 'clients',
    columns: ['Client', 'Reference', 'Is handled', 'Handled by', 'Pseudonym'],
    yes: 'yes',
    no: 'no',
  },
} as const satisfies Record<Language, unknown>;

function cellsOf(
  { client, name, reference, handled, assignments }: OfficeClientJson,
  language: Language,
): Cells {
  const { yes, no } = words[language];
  const handlers = assignments.map((each) => each.name).join(', ');
  return [name, reference && maskedBsns(reference), handled ? yes : no, handlers, client];
}

/** The list of the clients of an office as a file. */
@Injectable()
export class OfficeClientsExportService {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly desk: Desk,
    private readonly clients: OfficeClientStore,
  ) {}

  /** The clients that this employee may see (R33). Each page is asked for, and on the record, by itself. */
  async open(
    actor: Actor,
    organisation: OrganisationId,
    wish: ExportOfficeClients,
    language: Language,
  ): Promise<AsyncIterable<string>> {
    const page = (cursor?: string): Promise<ExportPage> =>
      this.unit.disclose(actor, async (work) => {
        const permit = await this.desk.demand(work, { action: 'clients.see', organisation });
        const sought = { ...wish, limit: exportPageSize, after: positionOf('clients', cursor) };
        const { items, next } = await this.clients.list(work, permit, sought);
        work.remark({ details: { clients: items.length, file: 'csv' } });
        return { rows: items.map((client) => cellsOf(client, language)), next };
      });
    return csvParts(language, words[language].columns, await page(), page);
  }
}
