import { Injectable } from '@nestjs/common';
import { Desk } from '../../access/desk.ts';
import { UnitOfWork } from '../../audit/unit-of-work.ts';
import { OwnTime } from '../../clients/own-time.ts';
import type { Actor } from '../../domain/actor.ts';
import type { Day } from '../../domain/day.ts';
import { csvParts, type ExportPage, exportPageSize } from '../../platform/csv.answer.ts';
import { type OwnClockColumn, ownClockColumns } from '../../platform/deadline.ts';
import type { Language } from '../../platform/language.ts';
import { mandateJson } from '../mandate.view.ts';
import { MandateListStore } from '../mandate-list.store.ts';
import { MandateNamesStore } from '../mandate-names.store.ts';
import { cellsOf } from './mandate-export.cells.ts';
import type { ExportMandates } from './mandate-export.request.ts';
import { words } from './mandate-export.words.ts';

/** The list of mandates as a file. */
@Injectable()
export class MandateExportService {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly desk: Desk,
    private readonly lists: MandateListStore,
    private readonly names: MandateNamesStore,
    private readonly ownTime: OwnTime,
  ) {}

  /** The mandates that this actor may see, newest first. Each page is asked for, and on the record, by itself. */
  async open(actor: Actor, wish: ExportMandates, language: Language): Promise<AsyncIterable<string>> {
    let own: readonly OwnClockColumn[] = [];
    const page = (cursor?: string): Promise<ExportPage> =>
      this.unit.disclose(actor, async (work) => {
        const permit = await this.desk.demand(work, { action: 'mandate.export' });
        if (cursor === undefined) own = ownClockColumns(language, await this.ownTime.zone(work));
        const { items, next } = await this.lists.page(work, permit, {
          ...wish,
          limit: exportPageSize,
          cursor,
        });
        const namesOf = await this.names.of(work, items);
        work.remark({ details: { mandates: items.length } });
        const shown = items.map((mandate) => mandateJson(mandate, namesOf(mandate), actor, work.now));
        const rows = shown.map((mandate) => [
          ...cellsOf(mandate, language),
          ...own.map(({ cell }) => cell(mandate.period.until as Day | undefined)),
        ]);
        return { rows, next };
      });
    const first = await page();
    return csvParts(language, [...words[language].columns, ...own.map(({ head }) => head)], first, page);
  }
}
