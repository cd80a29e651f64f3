import { WordsService } from '../../src/inbox/office-list/words.service.ts';
import { bsns, deliver, file, people, type Scene, setScene } from './scene.ts';

type Item = { id: string; subject: string; office?: Record<string, unknown>; reply?: unknown };
type Listed = { items: Item[]; next?: string; prev?: string };

let scene: Scene;

beforeEach(async () => {
  scene = await setScene();
  const { world } = scene.house;
  await world.mandate({
    ...{ client: scene.yasmina, organisation: scene.vermeer },
    lines: [{ category: 'all', actions: ['read', 'download'] }],
  });
  await world.mandate({
    ...{ client: scene.pieter, organisation: scene.vermeer },
    lines: [{ category: 'all', actions: ['read', 'download'] }],
  });
});
afterEach(() => scene.house.close());

const get = (who: object, query = '') => scene.house.as(who as never).get(`/v1/messages${query}`);
const subjects = async (who: object, query = ''): Promise<string[]> =>
  ((await get(who, query).expect(200)).body as Listed).items.map(({ subject }) => subject);
const search = async (who: object, text: string, more: object = {}) =>
  (
    (
      await scene.house
        .as(who as never)
        .post('/v1/messages/_search', { text, ...more })
        .expect(200)
    ).body as Listed
  ).items.map(({ subject }) => subject);
const toPieter = { recipient: { bsn: bsns.pieter } };

describe('The morning list of a bookkeeper', () => {
  it('has a delivered message at the next request, and an unread mark of each colleague and of the office (R35)', async () => {
    const first = await deliver(scene.house, { subject: 'First' });
    await deliver(scene.house, { ...toPieter, subject: 'Second' });
    expect(await subjects(people.joris)).toEqual(['Second', 'First']);
    await get(people.joris, `/${first}`).expect(200);
    expect(await subjects(people.joris, '?unread=true')).toEqual(['Second']);
    expect(await subjects(people.bob, '?unread=true')).toEqual(['Second', 'First']);
    expect(await subjects(people.bob, '?unreadByOffice=true')).toEqual(['Second']);
    expect(await subjects(people.bob, '?unreadByOffice=false')).toEqual(['First']);
    await scene.house.as(people.joris).delete(`/v1/messages/${first}/read-mark`).expect(204);
    expect(await subjects(people.bob, '?unreadByOffice=true')).toEqual(['Second', 'First']);
    expect(await subjects(people.yasmina, '?unread=true')).toEqual(['First']);
  });

  it('narrows by attachment, client, and by who handles the client', async () => {
    const { world } = scene.house;
    const clerk = await world.employee(scene.vermeer, 'clerk');
    const team = await world.team(scene.vermeer, 'Team', [scene.joris, clerk]);
    await deliver(scene.house, { subject: 'Bare' });
    await deliver(scene.house, { ...toPieter, subject: 'Full', attachments: [file('a.txt', 'hello')] });
    expect(await subjects(people.joris, '?attached=true')).toEqual(['Full']);
    expect(await subjects(people.joris, '?attached=false')).toEqual(['Bare']);
    expect(await subjects(people.joris, `?client=${scene.yasmina}`)).toEqual(['Bare']);
    expect(await subjects(people.joris, '?handler=me')).toEqual(['Full', 'Bare']);
    expect(await subjects(people.joris, '?handler=my-team')).toEqual([]);
    await world.assign(scene.vermeer, scene.pieter, { team });
    expect(await subjects(people.joris, '?handler=my-team')).toEqual(['Full']);
    const nobodys = await world.client(bsns.willem);
    await world.mandate({ client: nobodys, organisation: scene.vermeer });
    await deliver(scene.house, { recipient: { bsn: bsns.willem }, subject: 'Of nobody' });
    expect(await subjects(people.anna, '?handler=nobody')).toEqual(['Of nobody']); // R33: administrators only
    expect(await subjects(people.joris, '?handler=nobody')).toEqual([]);
  });

  it('puts what asks for a reply in order of the day, until it is handled', async () => {
    const { house } = scene;
    const day = (days: number) => house.world.day(days);
    await deliver(house, { subject: 'Objection', reply: { by: day(5), kind: 'objection' } });
    await deliver(house, { subject: 'No reply' });
    await deliver(house, { ...toPieter, subject: 'Payment', reply: { by: day(2), kind: 'payment' } });
    const far = await deliver(house, { subject: 'Far', reply: { by: day(40), kind: 'information' } });
    expect(await subjects(people.joris, '?sort=reply-by')).toEqual(['Payment', 'Objection', 'Far']);
    expect(await subjects(people.joris, '?replyWithin=7')).toEqual(['Payment', 'Objection']);
    expect(await subjects(people.joris, '?replyWithin=7&sort=newest')).toEqual(['Payment', 'Objection']);
    expect(await subjects(people.joris, '?replyKind=information')).toEqual(['Far']);
    expect(await subjects(people.joris, '?overdue=true')).toEqual([]);
    await house.as(people.joris).post(`/v1/messages/${far}/handling`, {}).expect(200);
    expect(await subjects(people.joris, '?sort=reply-by')).toEqual(['Payment', 'Objection']);
    house.clock.moveTo(day(3));
    expect(await subjects(people.joris, '?overdue=true')).toEqual(['Payment']);
    expect(await subjects(people.yasmina, '?replyWithin=7')).toEqual(['Objection']);
    const [payment] = ((await get(people.joris, '?overdue=true')).body as Listed).items;
    expect(payment?.reply).toEqual({ by: day(2), kind: 'payment' });
  });

  it('goes on to the next page and back, each message once, whatever the order', async () => {
    const { house } = scene;
    const names = ['A', 'B', 'C', 'D', 'E', 'F', 'G'];
    for (const [place, subject] of names.entries())
      await deliver(house, {
        ...(place % 2 ? toPieter : {}),
        ...{ subject, reply: { by: house.world.day(10 - place), kind: 'payment' } },
      });
    for (const sort of ['newest', 'reply-by']) {
      const forth: string[] = [];
      const back: string[] = [];
      const step = async (cursor?: string) =>
        (await get(people.joris, `?limit=2&sort=${sort}${cursor ? `&cursor=${cursor}` : ''}`).expect(200))
          .body as Listed;
      let page = await step();
      expect(page.prev).toBeUndefined();
      for (; ; page = await step(page.next)) {
        forth.push(...page.items.map(({ subject }) => subject));
        if (!page.next) break;
      }
      for (; ; page = await step(page.prev)) {
        back.unshift(...page.items.map(({ subject }) => subject));
        if (!page.prev) break;
      }
      expect(forth).toEqual(names.toReversed());
      expect(back).toEqual(forth);
    }
    const answer = await get(people.joris, '?limit=2');
    expect(answer.headers.link).toMatch(/^<\/v1\/messages\?.*>; rel="next"$/);
  });

  it('finds words in Dutch in subject and body, whatever the form and the accents', async () => {
    await deliver(scene.house, { subject: 'Aanslagen 2026', body: 'De heer Müller moet betalen.' });
    await deliver(scene.house, {
      ...toPieter,
      subject: 'Toeslag',
      body: 'U krijgt een voorlopige teruggaaf.',
    });
    expect(await search(people.joris, 'aanslag')).toEqual(['Aanslagen 2026']);
    await scene.house.app.get(WordsService).catchUp(); // found at once, and found when the words are ready
    expect(await search(people.joris, 'aanslag')).toEqual(['Aanslagen 2026']);
    expect(await search(people.joris, 'muller')).toEqual(['Aanslagen 2026']);
    expect(await search(people.joris, 'betaling')).toEqual(['Aanslagen 2026']);
    expect(await search(people.joris, '"voorlopige teruggaaf" or auto')).toEqual(['Toeslag']);
    expect(await search(people.joris, 'teruggaaf -toeslag')).toEqual([]);
    expect(await search(people.joris, 'toeslag', { client: scene.yasmina })).toEqual([]);
    expect(await search(people.yasmina, 'aanslag')).toEqual(['Aanslagen 2026']); // her own
    expect(await search(people.yasmina, 'toeslag')).toEqual([]);
    const empty = await scene.house.as(people.joris).post('/v1/messages/_search', { text: 'de het een' });
    expect([empty.status, empty.body.errors[0].location]).toEqual([400, { pointer: '#/text' }]);
  });

  it('refuses a day to reply in the past, and tells a client which filters are for offices', async () => {
    const late = await scene.house.as(people.tax).post('/v1/messages', {
      ...{ recipient: { bsn: bsns.yasmina }, subject: 'x', body: 'x' },
      reply: { by: scene.house.world.day(-1), kind: 'payment' },
    });
    expect([late.status, late.body.errors[0].location]).toEqual([400, { pointer: '#/reply/by' }]);
    const own = await get(people.yasmina, '?holder=me&work=open');
    expect(own.status).toBe(400);
    expect(own.body.errors).toMatchObject([{ location: { name: 'holder' } }, { location: { name: 'work' } }]);
  });
});
