import { Injectable } from '@nestjs/common';
import { Desk } from '../../access/desk.ts';
import { Once, type OnceKey } from '../../access/once.ts';
import { UnitOfWork } from '../../audit/unit-of-work.ts';
import type { Actor } from '../../domain/actor.ts';
import { confirmRun } from '../../domain/bulk.ts';
import { Problem } from '../../domain/errors.ts';
import type { BulkRunId } from '../../domain/ids.ts';
import { QueueStore } from '../../platform/queue.store.ts';
import type { BulkRunJson } from './bulk.json.ts';
import { BulkExecutionStore } from './bulk-execution.store.ts';
import { BulkViewService } from './bulk-view.service.ts';

/** Says yes to what a dry run showed. */
@Injectable()
export class BulkConfirmService {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly desk: Desk,
    private readonly once: Once,
    private readonly runs: BulkExecutionStore,
    private readonly view: BulkViewService,
    private readonly queue: QueueStore,
  ) {}

  /**
   * From here on the run is carried out in the name of the acting employee. What was stopped goes on where it was.
   * Renouncing is open to an office that was suspended, too (R16).
   * @throws Problem `move-not-possible` when it is not checked or stopped, such as while it runs; `nothing-to-confirm`
   *   when no row of it can be carried out.
   */
  confirm(actor: Actor, id: BulkRunId, once: OnceKey): Promise<BulkRunJson> {
    return this.unit.run(actor, (work) =>
      this.once.act(work, once, async () => {
        const run = await this.runs.lock(work, id);
        const leaving = run?.kind === 'renunciation';
        const action = leaving ? 'bulk.confirm-leaving' : 'bulk.confirm';
        const permit = await this.desk.demand(work, { action, bulkRun: id });
        if (!run) throw new Problem('not-found');
        confirmRun(run, work.now);
        await this.runs.confirm(work, permit, id);
        await this.queue.enqueue(work, 'run-bulk', { run: id }, { lane: 'run', party: run.organisation });
        work.remark({ details: { kind: run.kind, rows: run.left } });
        return this.view.run(work, permit, id);
      }),
    );
  }
}
