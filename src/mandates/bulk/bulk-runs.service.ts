import { Injectable } from '@nestjs/common';
import { Desk } from '../../access/desk.ts';
import { Once, type OnceKey } from '../../access/once.ts';
import { UnitOfWork } from '../../audit/unit-of-work.ts';
import type { Actor } from '../../domain/actor.ts';
import { settleRun } from '../../domain/bulk.ts';
import { Problem } from '../../domain/errors.ts';
import type { BulkRunId } from '../../domain/ids.ts';
import type { Page } from '../../platform/cursor.ts';
import type { BulkRunJson } from './bulk.json.ts';
import type { BulkRowJson } from './bulk-row.json.ts';
import type { ListRows, ListRuns } from './bulk.request.ts';
import { BulkResultStore } from './bulk-result.store.ts';
import { BulkRowStore } from './bulk-row.store.ts';
import { BulkRunStore } from './bulk-run.store.ts';
import { BulkViewService, rowJson } from './bulk-view.service.ts';
import { numberCursor, numberOf } from './row-cursor.ts';

/** Looking at runs, and ending them. */
@Injectable()
export class BulkRunsService {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly desk: Desk,
    private readonly once: Once,
    private readonly runs: BulkRunStore,
    private readonly rows: BulkRowStore,
    private readonly results: BulkResultStore,
    private readonly view: BulkViewService,
  ) {}

  /** The runs that this employee may see: his own, and for an administrator those of the office. */
  list(actor: Actor, wish: ListRuns): Promise<Page<BulkRunJson>> {
    return this.unit.disclose(actor, async (work) => {
      const permit = await this.desk.demand(work, { action: 'bulk.list' });
      const { items, next } = await this.runs.page(work, permit, wish);
      return { items: await this.view.each(work, permit, items), next };
    });
  }

  /** @throws Problem `not-found` */
  see(actor: Actor, id: BulkRunId): Promise<BulkRunJson> {
    return this.unit.disclose(actor, async (work) => {
      const permit = await this.desk.demand(work, { action: 'bulk.see', bulkRun: id });
      return this.view.run(work, permit, id);
    });
  }

  /** The rows of a run in the order of the file. @throws Problem `not-found` */
  listRows(actor: Actor, id: BulkRunId, { limit, cursor, state }: ListRows): Promise<Page<BulkRowJson>> {
    return this.unit.disclose(actor, async (work) => {
      const permit = await this.desk.demand(work, { action: 'bulk.see', bulkRun: id });
      const run = await this.runs.find(work, permit, id);
      if (!run) throw new Problem('not-found');
      const found = await this.results.page(work, permit, id, numberOf(cursor), limit + 1, state);
      const shown = found.slice(0, limit);
      const last = shown.at(-1);
      const clients = shown.filter(({ client }) => client !== null).length;
      if (clients > 0) work.remark({ details: { clients } }); // whom it named
      return {
        items: shown.map((row) => rowJson(row, run)),
        next: found.length > limit && last ? numberCursor(last.number) : undefined,
      };
    });
  }

  /**
   * Ends a run: one that was not confirmed is cancelled and its persons are forgotten; one that is under way stops
   * where it is, and can be confirmed again or cancelled. What was carried out before stands, and its letters go out.
   * @throws Problem `not-found`, `move-not-possible`
   */
  cancel(actor: Actor, id: BulkRunId, once: OnceKey): Promise<BulkRunJson> {
    return this.unit.run(actor, (work) =>
      this.once.act(work, once, async () => {
        const run = await this.runs.lock(work, id);
        const permit = await this.desk.demand(work, { action: 'bulk.cancel', bulkRun: id });
        if (!run) throw new Problem('not-found');
        const state = settleRun(run, run.state === 'running' ? 'stop' : 'cancel', work.now);
        await this.runs.end(work, id, state, 'stopped-by-hand');
        if (state === 'cancelled') await this.rows.forgetPersons(work, id, 'all');
        work.remark({ details: { from: run.state, to: state } });
        const [json] = await this.view.each(work, permit, [{ ...run, state, ...endOf(state, work.now) }]);
        if (!json) throw new Error('a run has one view');
        return json;
      }),
    );
  }
}

const endOf = (state: string, now: Date) => ({
  stopReason: 'stopped-by-hand',
  finishedAt: state === 'cancelled' ? now : null,
});
