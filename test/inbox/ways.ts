import type { Work } from '../../src/audit/work.ts';
import type { Permit } from '../../src/domain/decision.ts';
import { ClientPagesStore } from '../../src/inbox/office-list/client-pages.store.ts';
import { conditionsOf } from '../../src/inbox/office-list/inbox-conditions.ts';
import { InboxCountsStore, type Whom } from '../../src/inbox/office-list/inbox-counts.store.ts';
import type { Wanted } from '../../src/inbox/office-list/office-list.statements.ts';
import { OfficeListStore } from '../../src/inbox/office-list/office-list.store.ts';
import { newId } from '../../src/platform/ids.ts';

/** What the stores ask for as proof that the desk decided: here they are asked past it. */
export const permit = {} as Permit<'inbox.list'> & Permit<'inbox.count'>;
export const lists = new OfficeListStore();
const counts = new InboxCountsStore();
const clients = new ClientPagesStore();
const all = { filter: [], wishes: [[]], values: [] };

/** How many messages the counter tells, and how many it sees with the first clients, when those are all. */
export async function counted(work: Work, whom: Whom): Promise<readonly [number, number | undefined]> {
  const { numbers, complete } = await counts.near(work, permit, 'first', all);
  return [
    await counts.number(work, permit, whom, conditionsOf({}, work.now)),
    complete ? numbers[0] : undefined,
  ];
}

/** What each way of listing shows, by name. */
export async function shownTo(work: Work): Promise<Record<string, readonly string[]>> {
  const idsOf = async (text: string | undefined, ofOne: boolean, sort: 'newest' | 'reply-by') =>
    (
      await lists.page(work, permit, {
        ...{ conditions: conditionsOf({}, work.now), sort, rows: 100, ofOne, text },
      })
    )
      .map(({ id }) => id)
      .toSorted();
  const all = { conditions: conditionsOf({}, work.now), sort: 'newest', ofOne: false } as const;
  const pageByPage: string[] = [];
  for (let after: Wanted['after'], rows = 2, size = rows; size === rows;) {
    const page = await lists.page(work, permit, { ...all, rows, after });
    pageByPage.push(...page.map(({ id }) => id));
    size = page.length;
    const last = page.at(-1);
    after = last && { at: last.deliveredAt, id: last.id };
  }
  const oldest = { at: new Date(0), id: newId(), back: true };
  const upwards = await lists.page(work, permit, { ...all, rows: 100, after: oldest });
  return {
    'walked along the feed': await idsOf(undefined, true, 'newest'),
    'laid side by side': await idsOf(undefined, false, 'newest'),
    'laid side by side, page by page': pageByPage.toSorted(),
    'looked for client by client, from the oldest up': upwards.map(({ id }) => id).toSorted(),
    searched: await idsOf('aanslagen', false, 'newest'),
    'searched by the index of words': await idsOf('aanslagen', true, 'newest'),
    'by day to reply': await idsOf(undefined, false, 'reply-by'),
  };
}

/** How many of each client the pages of clients tell. */
export async function toldOfClients(work: Work, whom: Whom): Promise<ReadonlyMap<string, number>> {
  const told: [string, number][] = [];
  for (let more = true, after: Wanted['after']; more;) {
    const wanted = { conditions: conditionsOf({}, work.now), after, rows: 2 };
    const { rows } = await clients.page(work, permit, whom, wanted);
    told.push(...rows.map(({ client, found }): [string, number] => [client, found]));
    after = rows.at(-1);
    more = rows.length === 2;
  }
  expect(new Map(told).size).toBe(told.length);
  return new Map(told);
}
