import { Injectable } from '@nestjs/common';
import { Desk } from '../../access/desk.ts';
import { UnitOfWork } from '../../audit/unit-of-work.ts';
import type { Work } from '../../audit/work.ts';
import type { Actor } from '../../domain/actor.ts';
import { Problem } from '../../domain/errors.ts';
import type { BulkRunId } from '../../domain/ids.ts';
import { csvParts, type ExportPage, exportPageSize } from '../../platform/csv.answer.ts';
import type { Language } from '../../platform/language.ts';
import { BulkResultStore } from './bulk-result.store.ts';
import { head, resultCells } from './bulk-result.words.ts';
import { BulkRunStore } from './bulk-run.store.ts';

/** What became of every row of a run, as a file for a spreadsheet. */
@Injectable()
export class BulkResultService {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly desk: Desk,
    private readonly runs: BulkRunStore,
    private readonly results: BulkResultStore,
  ) {}

  /**
   * The file, part by part. Its line in the trail is committed before the first part leaves; each later part is asked
   * for again.
   * @throws Problem `not-found`
   */
  async open(actor: Actor, run: BulkRunId, language: Language): Promise<AsyncIterable<string>> {
    const first = await this.unit.disclose(actor, async (work) => {
      const page = await this.page(work, run, 0, language);
      work.remark({ details: { result: true } });
      return page;
    });
    return csvParts(language, head[language], first, (after) =>
      this.unit.goOn(actor, (work) => this.page(work, run, Number(after), language)),
    );
  }

  private async page(work: Work, id: BulkRunId, after: number, language: Language): Promise<ExportPage> {
    const permit = await this.desk.demand(work, { action: 'bulk.see', bulkRun: id });
    const run = await this.runs.find(work, permit, id);
    if (!run) throw new Problem('not-found');
    const found = await this.results.page(work, permit, id, after, exportPageSize + 1);
    const rows = found.slice(0, exportPageSize);
    return {
      rows: rows.map((row) => resultCells(row, run, language)),
      next: found.length > rows.length ? String(rows.at(-1)?.number) : undefined,
    };
  }
}
