import { Injectable } from '@nestjs/common';
import { Desk } from '../../access/desk.ts';
import { UnitOfWork } from '../../audit/unit-of-work.ts';
import type { Actor } from '../../domain/actor.ts';
import { addDays, dayOf } from '../../domain/day.ts';
import { fewClients, OfficeListStore } from '../office-list/office-list.store.ts';
import type { DueCountJson, DueCountsJson } from './due-counts.json.ts';
import { type DueCount, DueCountsStore } from './due-counts.store.ts';

/** Of so many messages, the most urgent, it is told who has them. */
const most = 1_000;

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
    return this.unit.disclose(actor, async (work) => {
      const permit = await this.desk.demand(work, { action: 'inbox.count' });
      const clients = await this.lists.clientsOf(work, permit);
      const today = dayOf(work.now);
      const found = await this.counts.byHolder(
        work,
        permit,
        clients.length > fewClients ? undefined : clients,
        { today, week: addDays(today, 7), most },
      );
      const total = found.reduce((sum, one) => sum + one.overdue + one.today + one.thisWeek + one.later, 0);
      return { items: found.map(jsonOf), more: total === most };
    });
  }
}

const jsonOf = ({ holder, holderName, ...counts }: DueCount): DueCountJson => ({
  ...(holder && { holder: { id: holder, name: holderName ?? '' } }),
  ...counts,
});
