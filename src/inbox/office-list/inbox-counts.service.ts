import { Injectable } from '@nestjs/common';
import { Desk } from '../../access/desk.ts';
import { UnitOfWork } from '../../audit/unit-of-work.ts';
import type { Work } from '../../audit/work.ts';
import type { Actor } from '../../domain/actor.ts';
import type { Permit } from '../../domain/decision.ts';
import { type Conditions, conditionsOf } from './inbox-conditions.ts';
import type { ClientCountsJson, CountJson, CountsJson, SenderCountsJson } from './inbox-counts.json.ts';
import {
  type CountedClients,
  type CountedMessages,
  type CountName,
  countNames,
} from './inbox-counts.request.ts';
import { InboxCountsStore, most, type Whom } from './inbox-counts.store.ts';
import type { InboxFilter } from './inbox-filter.request.ts';
import { OfficeListStore } from './office-list.store.ts';
import { ShownClientsService } from './shown-clients.service.ts';

/** What each number of the panel counts, on top of the filter that is given. */
const panel: Readonly<Record<CountName, InboxFilter>> = {
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

type Numbers = Partial<Record<CountName, number>>;

/** Of a number that is full, a number that counts this and more is full as well. */
const parts: Partial<Record<CountName, CountName>> = { replyWithinWeek: 'overdue' };

/** What few messages are, an index names: to look among others first is in vain. */
const isRare = (filter: InboxFilter): boolean =>
  filter.attached === true ||
  filter.overdue === true ||
  filter.replyWithin !== undefined ||
  filter.holder === 'me' ||
  filter.sender !== undefined ||
  filter.client !== undefined ||
  (filter.category !== undefined && filter.category !== 'financial');

/** What both ask for. */
function both(filter: InboxFilter, more: InboxFilter, now: Date): Conditions {
  const values: unknown[] = [];
  return { sql: [filter, more].flatMap((each) => conditionsOf(each, now, values).sql), values };
}

/** A number as it goes on the wire. */
export const countJson = (found: number): CountJson => ({ count: Math.min(found, most), more: found > most });

/** The numbers beside the list, for an employee: of exactly what the list would show him (R34). */
@Injectable()
export class InboxCountsService {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly desk: Desk,
    private readonly lists: OfficeListStore,
    private readonly store: InboxCountsStore,
    private readonly shown: ShownClientsService,
  ) {}

  /** A number for each filter, or only one. A filter that is given already narrows each of them. */
  panel(actor: Actor, { only, ...filter }: CountedMessages): Promise<CountsJson> {
    return this.counting(actor, filter, async (work, permit, whom) => {
      const names = only ? [only] : countNames;
      const near = await this.near(work, permit, whom, { filter, asked: names });
      const numbers: Numbers = {};
      for (const name of names) {
        const looked = near.found[name];
        const part = parts[name] && numbers[parts[name]];
        if (looked !== undefined && (near.complete || looked > most)) numbers[name] = looked;
        else if (part !== undefined && part > most) numbers[name] = part;
        else {
          const conditions = both(filter, panel[name], work.now);
          numbers[name] = await this.store.number(work, permit, await whom(), conditions);
        }
      }
      return Object.fromEntries(Object.entries(numbers).map(([name, found]) => [name, countJson(found)]));
    });
  }

  /** What frequent numbers are full of soon, by name. One number that is rare is counted by itself at once. */
  private async near(
    work: Work,
    permit: Permit<'inbox.count'>,
    whom: () => Promise<Whom>,
    { filter, asked }: { readonly filter: InboxFilter; readonly asked: readonly CountName[] },
  ): Promise<{ readonly found: Numbers; readonly complete: boolean }> {
    const names = asked.filter((name) => !isRare(panel[name]));
    const narrow = isRare(filter);
    if (names.length === 0 || (narrow && names.length === 1)) return { found: {}, complete: false };
    const values: unknown[] = [];
    const { sql } = conditionsOf(filter, work.now, values);
    const wishes = names.map((name) => conditionsOf(panel[name], work.now, values).sql);
    // One number is walked to by itself.
    const alone = { filter: [...sql, ...wishes.flat()], wishes: [[]], values };
    const looked = names.length === 1 ? alone : { filter: sql, wishes, values };
    const { numbers, complete } = await this.store.near(
      work,
      permit,
      narrow ? await whom() : 'first',
      looked,
    );
    return { found: Object.fromEntries(names.map((name, place) => [name, numbers[place]])), complete };
  }

  /** A number for each sender that has any. */
  bySender(actor: Actor, filter: InboxFilter): Promise<SenderCountsJson> {
    return this.counting(actor, filter, async (work, permit, whom) => {
      const conditions = conditionsOf(filter, work.now);
      const found = await this.store.bySender(work, permit, await whom(), conditions);
      return { items: found.map(({ found: number, ...sender }) => ({ ...sender, ...countJson(number) })) };
    });
  }

  /** A number for each client that is named. Who has any finds in his trail that they were counted (R35). */
  byClient(actor: Actor, { clients, ...filter }: CountedClients): Promise<ClientCountsJson> {
    return this.counting(actor, filter, async (work, permit) => {
      const found = await this.store.byClient(work, permit, clients, conditionsOf(filter, work.now));
      work.note(await this.shown.lines(work, permit, found));
      const numbers = new Map(found.map((each) => [each.client, each.found]));
      return { items: clients.map((client) => ({ client, ...countJson(numbers.get(client) ?? 0) })) };
    });
  }

  private counting<Counted>(
    actor: Actor,
    { client }: InboxFilter,
    count: (work: Work, permit: Permit<'inbox.count'>, whom: () => Promise<Whom>) => Promise<Counted>,
  ): Promise<Counted> {
    const act = async (work: Work): Promise<Counted> => {
      const permit = await this.desk.demand(work, { action: 'inbox.count' });
      // Of one client a number tells as much as a list does, so it is asked for like one and in his trail (R35).
      if (client) await this.desk.demand(work, { action: 'inbox.list', client });
      let asked: Promise<Whom> | undefined;
      const whom = async (): Promise<Whom> => (await this.lists.fewClientsOf(work, permit)) ?? 'everybody';
      return count(work, permit, () => (asked ??= whom()));
    };
    return this.unit.disclose(actor, act, 'once');
  }
}
