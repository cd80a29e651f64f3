import { deliver, people, type Scene, setScene } from './scene.ts';

type Listed = { items: { id: string; subject: string }[]; next?: string; prev?: string };

let scene: Scene;
beforeAll(async () => {
  scene = await setScene();
  const { world } = scene.house;
  const lines = [{ category: 'all', actions: ['read', 'archive'] }];
  for (const client of [scene.yasmina, scene.pieter])
    await world.mandate({ client, organisation: scene.vermeer, lines });
  for (const [place, subject] of ['A', 'B', 'C'].entries())
    await deliver(scene.house, { subject, reply: { by: world.day(10 - place), kind: 'payment' } });
});
afterAll(() => scene.house.close());

const get = (path: string) => scene.house.as(people.joris).get(path);
const page = async (query: string) => (await get(`/v1/messages?${query}`).expect(200)).body as Listed;
const names = ({ items }: Listed) => items.map(({ subject }) => subject);
const refused = async (path: string) => {
  const { status, body } = await get(path);
  return [status, body.code, body.errors?.[0]?.location];
};
const no = [400, 'invalid-input', { name: 'cursor' }];

describe('A cursor', () => {
  it('outside what a calendar holds is none of ours', async () => {
    const { next } = await page('limit=1');
    const ours = Buffer.from(next ?? '', 'base64url').toString();
    for (const year of ['-000044', '-100000', '0001', '1899', '+010000', '+275760']) {
      const cursor = Buffer.from(ours.replace(/\d{4}(?=-)/, year)).toString('base64url');
      expect(await refused(`/v1/messages?cursor=${cursor}`)).toEqual(no);
    }
  });

  it('is of one list in one order: others refuse it', async () => {
    const newest = (await page('limit=1')).next;
    const urgent = (await page('limit=1&sort=reply-by')).next;
    expect((await page(`limit=1&cursor=${newest}`)).items).toHaveLength(1);
    expect((await page(`limit=1&sort=newest&cursor=${newest}`)).items).toHaveLength(1);
    expect((await page(`limit=1&replyWithin=30&cursor=${urgent}`)).items).toHaveLength(1);
    expect(await refused(`/v1/messages?sort=reply-by&cursor=${newest}`)).toEqual(no);
    expect(await refused(`/v1/messages?replyWithin=30&cursor=${newest}`)).toEqual(no);
    expect(await refused(`/v1/messages?cursor=${urgent}`)).toEqual(no);
    for (const path of [
      '/v1/mandates',
      '/v1/inbox-views',
      '/v1/notices',
      '/v1/bulk-runs',
      '/v1/scope-templates',
    ])
      expect([path, ...(await refused(`${path}?cursor=${newest}`))]).toEqual([path, ...no]);
    const body = { text: 'assessment', cursor: urgent };
    const sought = await scene.house.as(people.joris).post('/v1/messages/_search', body);
    expect([sought.status, sought.body.errors?.[0]?.location]).toEqual([400, { pointer: '#/cursor' }]);
  });
});

describe('A page that turns out empty', () => {
  // What is archived meanwhile is not on the list any more.
  const archive = async (subjects: readonly string[], away: boolean) => {
    for (const { id, subject } of (await page('')).items) {
      const mark = `/v1/messages/${id}/archive-mark`;
      const joris = scene.house.as(people.joris);
      if (subjects.includes(subject)) await (away ? joris.put(mark) : joris.delete(mark)).expect(204);
    }
  };

  it.each(['newest', 'reply-by'])('leads back to what is left, in the order of %s', async (sort) => {
    const wish = `limit=1&archived=false&sort=${sort}`;
    const first = await page(wish);
    expect(names(first)).toEqual(['C']);
    await archive(['A', 'B'], true);
    const beyond = await page(`${wish}&cursor=${first.next}`);
    expect([names(beyond), beyond.next]).toEqual([[], undefined]);
    const back = await page(`${wish}&cursor=${beyond.prev}`);
    expect(names(back)).toEqual(['C']);
    await archive(['A', 'B'], false);
  });

  it.each(['newest', 'reply-by'])('leads on to what is left, in the order of %s', async (sort) => {
    const wish = `limit=1&archived=false&sort=${sort}`;
    const second = await page(`${wish}&cursor=${(await page(wish)).next}`);
    expect(names(second)).toEqual(['B']);
    await archive(['C'], true);
    const before = await page(`${wish}&cursor=${second.prev}`);
    expect([names(before), before.prev]).toEqual([[], undefined]);
    const on = await page(`${wish}&cursor=${before.next}`);
    expect(names(on)).toEqual(['B']);
    await archive(['C'], false);
  });

  it('of a list that has nothing at all leads nowhere', async () => {
    expect(await page(`client=${scene.pieter}`)).toEqual({ items: [] });
  });
});

describe('Words that say nothing', () => {
  it('are refused in one way: of an employee, of a citizen, and in a view that is kept', async () => {
    const { house } = scene;
    for (const who of [people.joris, people.yasmina]) {
      const { status, body } = await house.as(who).post('/v1/messages/_search', { text: 'de het een' });
      expect([status, body.errors]).toEqual([
        400,
        [expect.objectContaining({ location: { pointer: '#/text' }, code: 'words' })],
      ]);
    }
    const said = async (text: string) =>
      (await house.as(people.joris).post('/v1/messages/_search', { text })).body.errors[0].detail;
    expect(await said('de het een')).toContain('not as common as "de" or "het"');
    for (const signs of ['%', '_', '"%"', '-'])
      expect(await said(signs)).toBe(
        'Write at least one letter or digit. Signs alone, such as % or _, are not looked for.',
      );
    const joris = house.as(people.joris);
    const view = { name: 'Common words', filter: { text: 'de' } };
    const kept = await joris.post('/v1/inbox-views', view);
    expect([kept.status, kept.body.errors]).toEqual([
      400,
      [expect.objectContaining({ location: { pointer: '#/filter/text' }, code: 'words' })],
    ]);
    const { body } = await joris.post('/v1/inbox-views', { ...view, filter: { text: 'aanslag' } });
    expect((await joris.put(`/v1/inbox-views/${body.id}`, view)).status).toBe(400);
  });
});
