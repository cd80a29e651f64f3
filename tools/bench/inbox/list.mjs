import { permit } from './session.mjs';

const built = (file) => import(`../../../dist/src/${file}`);

/** The questions that the product's own list store answers, ready to be asked. */
export async function lists(session) {
  const { ClientPagesStore } = await built('inbox/office-list/client-pages.store.js');
  const { countNames } = await built('inbox/office-list/inbox-counts.request.js');
  const { InboxCountsService } = await built('inbox/office-list/inbox-counts.service.js');
  const { InboxCountsStore } = await built('inbox/office-list/inbox-counts.store.js');
  const { OfficeListStore } = await built('inbox/office-list/office-list.store.js');
  const { conditionsOf } = await built('inbox/office-list/inbox-conditions.js');
  const store = new OfficeListStore();
  const wanted = ({ filter = {}, sort = 'newest', after, rows = 51 }) => ({
    ...{
      conditions: conditionsOf(filter, session.now),
      ...{ sort, after, rows, ofOne: filter.client !== undefined, text: filter.text },
    },
  });
  const desk = { demand: async () => permit };
  const counts = (work) =>
    new InboxCountsService({ disclose: (_, use) => use(work) }, desk, store, new InboxCountsStore());
  const counting = {
    'the whole panel': (actor) => (work) => counts(work).panel(actor, {}),
    'by sender': (actor) => (work) => counts(work).bySender(actor, { unread: true }),
    ...Object.fromEntries(
      countNames.map((only) => [`one: ${only}`, (actor) => (work) => counts(work).panel(actor, { only })]),
    ),
  };
  const pages = new ClientPagesStore();
  const doing = (question) => (work) => store.page(work, permit, wanted(question));
  const clientsOf = (filter, after) => async (work) => {
    const whom = (await store.fewClientsOf(work, permit)) ?? 'everybody';
    const conditions = conditionsOf(filter, session.now);
    return pages.page(work, permit, whom, { conditions, after, rows: 51 });
  };
  const once = ({ filter }) => filter?.text === undefined;
  return {
    /** A page: `{ result, milliseconds }`. */
    page: (person, question = {}) => session.act(person.actor, doing(question), once(question)),
    statements: (person, question = {}) => session.statements(person.actor, doing(question), once(question)),
    counting: Object.keys(counting),
    /** A counter or several: `{ result, milliseconds }`. */
    count: (person, what) => session.act(person.actor, counting[what](person.actor)),
    countStatements: (person, what) => session.statements(person.actor, counting[what](person.actor)),
    /** A page of clients with messages that match. */
    clients: (person, filter = {}, after = undefined) => session.act(person.actor, clientsOf(filter, after)),
    clientStatements: (person, filter) => session.statements(person.actor, clientsOf(filter)),
    /** A client of whom there are messages. */
    async someone(person) {
      const { result } = await session.act(person.actor, doing({}));
      return result[0].client;
    },
    /** The position behind which page `number` begins, found by walking there. */
    async before(person, number, question = {}) {
      const { result } = await session.act(person.actor, (work) =>
        store.page(work, permit, wanted({ ...question, rows: (number - 1) * 50 })),
      );
      const last = result.at(-1);
      return result.length < (number - 1) * 50 ? undefined : { at: last.deliveredAt, id: last.id };
    },
  };
}
