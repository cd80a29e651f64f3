import { permit } from './session.mjs';

const built = (file) => import(`../../../dist/src/${file}`);

/** What else an office has on its desk: mandates and their file, runs, saved views, covers, the work on a message. */
export async function deskQuestions({ session, cast, list }) {
  const { MandateListStore } = await built('mandates/mandate-list.store.js');
  const { BulkRunStore } = await built('mandates/bulk/bulk-run.store.js');
  const { SavedViewStore } = await built('inbox/views/saved-view.store.js');
  const { CoverStore } = await built('representative-organisations/covers/cover.store.js');
  const { MessageWorkStore } = await built('inbox/work/message-work.store.js');
  const { exportPageSize } = await built('platform/csv.answer.js');
  const [mandates, runs, views, covers, works] = [
    ...[new MandateListStore(), new BulkRunStore(), new SavedViewStore(), new CoverStore()],
    new MessageWorkStore(),
  ];
  const much = cast.everyone[2];
  const most = cast.everyone.at(-1);
  const little = cast.few.findLast(({ role }) => role === 'handler');
  const chief = cast.few.find(({ role }) => role === 'administrator');
  const asks = (name, person, doing) => [name, person, () => session.statements(person.actor, doing)];
  const mandate =
    (wish = {}) =>
    (work) =>
      mandates.places(work, permit, { limit: 50, ...wish });
  const run = (work) => runs.page(work, permit, { limit: 50 });
  const revoked = { state: 'revoked' };
  const taxes = { sender: '00000099000000001000', state: 'active' };
  const ofMessage = (person, ask) => async () => {
    const { result } = await list.page(person, {});
    const [{ id, client }] = result;
    return session.statements(person.actor, (work) => ask(work, { ...permit, client }, id));
  };
  return [
    asks('mandates', much, mandate()),
    asks('mandates-50000-clients', most, mandate()),
    asks('mandates-revoked-50000-clients', most, mandate(revoked)),
    asks('mandates-of-a-sender', much, mandate(taxes)),
    asks('mandates-50-of-50000-clients', little, mandate()),
    asks('mandates-revoked-50-of-50000-clients', little, mandate(revoked)),
    asks('mandates-administrator-of-50000', chief, mandate()),
    asks('mandates-revoked-administrator-of-50000', chief, mandate(revoked)),
    asks('mandates-export', much, mandate({ limit: exportPageSize })),
    asks('mandates-export-50-of-50000-clients', little, mandate({ limit: exportPageSize })),
    asks('bulk-runs', much, run),
    asks('bulk-runs-50-of-50000-clients', little, run),
    asks('saved-views', much, (work) => views.list(work, permit, undefined, 51)),
    asks('covers', much, (work) =>
      covers.list(work, permit, { organisation: much.actor.organisation, past: false, limit: 50 }),
    ),
    ['work-on-a-message', much, ofMessage(much, (work, may, id) => works.find(work, may, id))],
    [
      'work-on-a-message-acts',
      much,
      ofMessage(much, (work, may, id) => works.acts(work, may, id, undefined, 51)),
    ],
  ];
}
