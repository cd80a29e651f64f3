import { runOf } from '../world/rows.upkeep.mjs';
import { permit } from './session.mjs';

const built = (file) => import(`../../../dist/src/${file}`);

/**
 * The questions that the other lists of an office ask, as its own stores ask them: clients, the yearly review, notices,
 * the rows of a file. `inside` says which statement of a function's own is the one to look at.
 */
export async function roomQuestions({ session, cast, list }) {
  const { DueCountsStore } = await built('inbox/work/due-counts.store.js');
  const { OfficeClientStore } = await built('representative-organisations/office-client.store.js');
  const { ReviewStore } = await built('mandates/upkeep/review.store.js');
  const { NoticeStore } = await built('mandates/upkeep/notice.store.js');
  const { BulkResultStore } = await built('mandates/bulk/bulk-result.store.js');
  const { OfficeListStore } = await built('inbox/office-list/office-list.store.js');
  const { addDays, dayOf } = await built('domain/day.js');
  const [due, clients, reviews, notices, rows, feed] = [
    ...[new DueCountsStore(), new OfficeClientStore(), new ReviewStore(), new NoticeStore()],
    ...[new BulkResultStore(), new OfficeListStore()],
  ];
  const much = cast.everyone[2];
  const little = cast.few.findLast(({ role }) => role === 'handler');
  const chief = cast.few.find(({ role }) => role === 'administrator');
  const today = dayOf(session.now);
  const urgent = async (work) => {
    const few = await feed.fewClientsOf(work, permit);
    return due.byHolder(work, permit, few, { today, week: addDays(today, 7), most: 250 });
  };
  const office = (wish) => (work) => clients.list(work, permit, { limit: 50, ...wish });
  const review = (wish) => (work) => reviews.page(work, permit, { sort: 'due', ...wish }, undefined, 51);
  const notice = (wish) => (work) => notices.list(work, permit, wish, undefined, 51);
  const asks = (name, person, doing, inside) => [
    ...[name, person, () => session.statements(person.actor, doing)],
    inside,
  ];
  const ofOffice = /FROM mandate s\b|FROM assignment s\b/;
  return [
    ['clients-with-unread', much, () => list.clientStatements(much, { unread: true })],
    [
      'clients-with-unread-50-of-50000-clients',
      little,
      () => list.clientStatements(little, { unread: true }),
    ],
    asks('count-due', much, urgent),
    asks('count-due-50-of-50000-clients', little, urgent),
    asks('office-clients', much, office({}), ofOffice),
    asks('office-clients-50-of-50000-clients', little, office({}), ofOffice),
    asks('office-clients-administrator-of-50000', chief, office({}), ofOffice),
    asks('office-clients-without-handler-of-50000', chief, office({ withoutHandler: true }), ofOffice),
    asks('office-clients-search-of-50000', chief, office({ words: 'jan' }), ofOffice),
    asks('reviews', much, review({})),
    asks('reviews-due-within-30-days', much, review({ sort: 'end', endsWithinDays: 30 })),
    asks('reviews-50-of-50000-clients', little, review({})),
    asks('reviews-administrator-of-50000', chief, review({})),
    asks('notices', much, notice({})),
    asks('notices-50-of-50000-clients', little, notice({})),
    asks('notices-administrator-of-50000', chief, notice({})),
    asks('bulk-rows', much, (work) =>
      rows.page(work, permit, runOf(much.actor.organisation), Math.floor(much.clients / 2), 51),
    ),
    asks('bulk-rows-refused', much, (work) =>
      rows.page(work, permit, runOf(much.actor.organisation), 0, 51, 'refused'),
    ),
  ];
}
