import { Injectable } from '@nestjs/common';
import { Desk } from '../../access/desk.ts';
import { UnitOfWork } from '../../audit/unit-of-work.ts';
import type { Work } from '../../audit/work.ts';
import type { Actor } from '../../domain/actor.ts';
import type { Permit } from '../../domain/decision.ts';
import { conditionsOf } from './inbox-conditions.ts';
import type { ClientCountsJson, CountJson, CountsJson, SenderCountsJson } from './inbox-counts.json.ts';
import type { CountedClients } from './inbox-counts.request.ts';
import { InboxCountsStore, most, type Whom } from './inbox-counts.store.ts';
import type { InboxFilter } from './inbox-filter.request.ts';
import { linesOf } from './office-list.service.ts';
import { OfficeListStore } from './office-list.store.ts';

/** What each number of the panel counts, on top of the filter that is given. */
const panel: Readonly<Record<keyof CountsJson, InboxFilter>> = {
  all: {},
  unread: { unread: true },
  unreadByOffice: { unreadByOffice: true },
  overdue: { overdue: true },
  replyWithinWeek: { replyWithin: 7 },
  heldByMe: { holder: 'me' },
  heldByNobody: { holder: 'nobody' },
  attached: { attached: true },
  financial: { category: 'financial' },
  care: { category: 'care' },
  other: { category: 'other' },
};

const countJson = (found: number): CountJson => ({ count: Math.min(found, most), more: found > most });

/** The numbers beside the list, for an employee: of exactly what the list would show him (R34). */
@Injectable()
export class InboxCountsService {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly desk: Desk,
    private readonly lists: OfficeListStore,
    private readonly store: InboxCountsStore,
  ) {}

  /** A number for each filter. A filter that is given already narrows each of them. */
  panel(actor: Actor, filter: InboxFilter): Promise<CountsJson> {
    return this.counting(actor, filter, async (work, permit, whom) => {
      const values: unknown[] = [];
      const wishes = Object.values(panel).map((own) =>
        [filter, own].flatMap((each) => conditionsOf(each, work.now, values).sql),
      );
      const parts = conditionsOf(filter, work.now).sql.length;
      const numbers = await this.store.panel(work, permit, whom, { wishes, values, parts });
      const names = Object.keys(panel) as (keyof CountsJson)[];
      return Object.fromEntries(
        names.map((name, place) => [name, countJson(numbers[place] ?? 0)]),
      ) as unknown as CountsJson;
    });
  }

  /** A number for each sender that has any. */
  bySender(actor: Actor, filter: InboxFilter): Promise<SenderCountsJson> {
    return this.counting(actor, filter, async (work, permit, whom) => {
      const found = await this.store.bySender(work, permit, whom, conditionsOf(filter, work.now));
      return { items: found.map(({ found: number, ...sender }) => ({ ...sender, ...countJson(number) })) };
    });
  }

  /** A number for each client that is named. Who has any finds in his trail that they were counted (R35). */
  byClient(actor: Actor, { clients, ...filter }: CountedClients): Promise<ClientCountsJson> {
    return this.counting(actor, filter, async (work, permit) => {
      const found = await this.store.byClient(work, permit, clients, conditionsOf(filter, work.now));
      work.note(linesOf(found));
      const numbers = new Map(found.map((each) => [each.client, each.found]));
      return { items: clients.map((client) => ({ client, ...countJson(numbers.get(client) ?? 0) })) };
    });
  }

  private counting<Counted>(
    actor: Actor,
    { client }: InboxFilter,
    count: (work: Work, permit: Permit<'inbox.count'>, whom: Whom) => Promise<Counted>,
  ): Promise<Counted> {
    return this.unit.disclose(actor, async (work) => {
      const permit = await this.desk.demand(work, { action: 'inbox.count' });
      // Of one client a number tells as much as a list does, so it is asked for like one and in his trail (R35).
      if (client) await this.desk.demand(work, { action: 'inbox.list', client });
      return count(work, permit, (await this.lists.fewClientsOf(work, permit)) ?? 'everybody');
    });
  }
}
