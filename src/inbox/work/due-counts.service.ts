import { Injectable } from '@nestjs/common';
import { Desk } from '../../access/desk.ts';
import { UnitOfWork } from '../../audit/unit-of-work.ts';
import type { Work } from '../../audit/work.ts';
import type { Actor } from '../../domain/actor.ts';
import { addDays, dayOf } from '../../domain/day.ts';
import { OfficeListStore } from '../office-list/office-list.store.ts';
import { type DueCountJson, dueColumns, type DueCountsJson } from './due-counts.json.ts';
import { type DueCount, DueCountsStore } from './due-counts.store.ts';

/** Of so many messages in each column, the most urgent, it is told who has them. */
const most = 250;

/** Who has how much to reply to: for whoever divides the work. */
@Injectable()
export class DueCountsService {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly desk: Desk,
    private readonly lists: OfficeListStore,
    private readonly counts: DueCountsStore,
  ) {}

  /** Of exactly what the list would show this employee now (R34): two colleagues may see other numbers. */
  byHolder(actor: Actor): Promise<DueCountsJson> {
    const count = async (work: Work): Promise<DueCountsJson> => {
      const permit = await this.desk.demand(work, { action: 'inbox.count' });
      const clients = await this.lists.fewClientsOf(work, permit);
      const today = dayOf(work.now);
      const found = await this.counts.byHolder(work, permit, clients, {
        today,
        week: addDays(today, 7),
        most,
      });
      const full = dueColumns.filter((name) => found.reduce((sum, one) => sum + one[name], 0) === most);
      return { items: found.map(jsonOf), more: full };
    };
    return this.unit.disclose(actor, count, 'once');
  }
}

const jsonOf = ({ holder, holderName, ...counts }: DueCount): DueCountJson => ({
  ...(holder && { holder: { id: holder, name: holderName ?? '' } }),
  ...counts,
});
