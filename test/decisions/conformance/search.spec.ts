import { context, decisions, type Entity, type Fixture, openFixture, read, write } from './fixture.ts';

let scene: Fixture;
beforeEach(async () => (scene = await openFixture()));
afterEach(() => scene.house.close());

type Found = { readonly name?: string } & Partial<Entity>;
interface Page {
  readonly results: readonly Found[];
  readonly page: { readonly next_token: string; readonly count: number };
}
const search = async (what: string, body: Record<string, unknown>): Promise<Page> => {
  const { status, headers, body: found } = await scene.send(`search/${what}`, { context, ...body });
  expect([status, headers['content-type']]).toEqual([200, expect.stringMatching(/^application\/json/)]);
  return found as unknown as Page;
};
const employees = { type: 'employee' };
/** All pages of one search, and how many there were. */
const pages = async (what: string, body: Record<string, unknown>, limit: number) => {
  const found: Found[] = [];
  let [many, token] = [0, ''];
  do {
    const page: Record<string, unknown> = token === '' ? { limit } : { limit, token };
    const next = await search(what, { ...body, page });
    expect(next.results.length).toBeLessThanOrEqual(limit);
    expect(next.page.count).toBe(next.results.length);
    found.push(...next.results);
    token = next.page.next_token;
    many++;
  } while (token !== '');
  return { found, many };
};

describe('Whoever certifies the decision point searches (c-4)', () => {
  it('c-4-2-1: who may read this: Joris and Gerda among them, all of that kind', async () => {
    const { results } = await search('subject', { subject: employees, action: read, resource: scene.record });
    expect(results).toEqual(expect.arrayContaining([scene.alice, scene.bob]));
    expect(new Set(results.map(({ type }) => type))).toEqual(new Set(['employee']));
  });

  it('c-4-2-3, §8.4: an id of who is looked for is ignored, whatever it is', async () => {
    const about = { action: read, resource: scene.record };
    const usual = await search('subject', { subject: employees, ...about });
    for (const id of ['nobody', scene.bob.id, 7])
      expect(await search('subject', { subject: { ...employees, id }, ...about })).toEqual(usual);
  });

  it('c-4-2-4: who may download this, as its properties describe it', async () => {
    const about = { subject: employees, action: write, resource: scene.described('care') };
    expect((await search('subject', about)).results).toEqual([scene.bob]);
  });

  it('c-4-3-1, c-4-3-3: with what may she do this, also who is known by properties', async () => {
    const { record, alice, bobElsewhere } = scene;
    const messages = { type: 'message', properties: { client: scene.yasmina } };
    const found = await search('resource', { subject: alice, action: read, resource: messages });
    expect(found.results).toEqual([{ type: 'message', id: record.id }]);
    const inboxes = { type: 'inbox' };
    const theirs = await search('resource', { subject: bobElsewhere, action: read, resource: inboxes });
    expect(theirs.results).toEqual([{ type: 'inbox', id: scene.yasmina }]);
  });

  it('c-4-4-1, c-4-4-3: what may she do with this; an action in the question is ignored', async () => {
    const { alice: subject, bobElsewhere, record: resource } = scene;
    const alice = await search('action', { subject, resource });
    expect(alice.results).toEqual([read, write]);
    expect(await search('action', { subject, resource, action: 7 })).toEqual(alice);
    const bob = await search('action', { subject: bobElsewhere, resource: scene.described('care') });
    expect(bob.results).toEqual([read, write]);
  });

  it('§8.1: each one found is a yes when it is asked about by itself', async () => {
    const { record: resource, alice: subject } = scene;
    const subjects = await search('subject', { subject: employees, action: read, resource });
    const actions = await search('action', { subject, resource });
    const evaluations = [
      ...subjects.results.map((found) => ({ subject: found, action: read, resource })),
      ...actions.results.map((action) => ({ subject, action, resource })),
    ];
    const answer = decisions(await scene.send('evaluations', { context, evaluations }));
    expect([...new Set(answer), answer.length]).toEqual([true, 5]);
  });
});

describe('What was found comes page by page (c-4-5, §8.2)', () => {
  it.each<[string, () => Record<string, unknown>, number]>([
    ['subject', () => ({ subject: employees, action: read, resource: scene.record }), 3],
    ['action', () => ({ subject: scene.alice, resource: scene.record }), 2],
  ])('c-4-5-1, c-4-5-2: %ss one at a time are all of them, each once', async (what, body, many) => {
    const whole = await search(what, body());
    expect(whole.page).toEqual({ next_token: '', count: many });
    expect(await pages(what, body(), 1)).toEqual({ found: whole.results, many });
  });

  it('§8.2.1: a limit of nothing is nothing yet, and where to begin', async () => {
    for (const [what, more] of [
      ['subject', { subject: employees, action: read }],
      ['action', { subject: scene.alice }],
    ] as const) {
      const body = { ...more, resource: scene.record };
      const { results, page } = await search(what, { ...body, page: { limit: 0 } });
      expect([results, page.count]).toEqual([[], 0]);
      const all = await search(what, body);
      expect(await search(what, { ...body, page: { token: page.next_token } })).toEqual(all);
    }
  });

  it('§8.2.1: of nothing that is found there is no next page, whatever the limit', async () => {
    const body = {
      subject: scene.alice,
      action: read,
      resource: { type: 'message', properties: { client: '0193f0a2-7b1c-7d3e-9f55-2f6f2f0c9a11' } },
    };
    for (const limit of [0, 1, undefined])
      expect(await search('resource', { ...body, page: { limit } })).toEqual({
        page: { next_token: '', count: 0 },
        results: [],
      });
  });

  it('§8.2.1: a token goes on with the same search, however its members are ordered', async () => {
    const [one, other] = [
      { a: 1, b: { c: 2, d: [3] } },
      { b: { d: [3], c: 2 }, a: 1 },
    ];
    const body = { context, subject: employees, action: read };
    const first = { ...body, resource: { ...scene.record, properties: one } };
    const { page } = await search('subject', { ...first, page: { limit: 1 } });
    const next = { ...body, resource: { properties: other, ...scene.record } };
    expect((await scene.send('search/subject', { ...next, page: { token: page.next_token } })).status).toBe(
      200,
    );
    const changed = { ...scene.record, properties: { ...other, a: 2 } };
    expect(
      (await scene.send('search/subject', { ...body, resource: changed, page: { token: page.next_token } }))
        .status,
    ).toBe(400);
  });

  it('§8.2.1: a token goes on with the same search, which may name another limit, and with no other', async () => {
    const body = { subject: employees, action: read, resource: scene.record };
    const { results, page } = await search('subject', { ...body, page: { limit: 1 } });
    const rest = await search('subject', { ...body, page: { token: page.next_token } });
    expect([results.length, rest.results.length, rest.page]).toEqual([1, 2, { next_token: '', count: 2 }]);
    const other = { ...body, context, action: write, page: { token: page.next_token } };
    expect((await scene.send('search/subject', other)).status).toBe(400);
  });

  it.each([[-1], [1.5], ['1']])('§8.2.1: a limit of %j is none', async (limit) => {
    const body = { subject: employees, action: read, resource: scene.record, page: { limit } };
    expect((await scene.send('search/subject', body)).status).toBe(400);
  });
});

describe('A search that finds nobody, or is not right', () => {
  it.each<[string, string, () => Record<string, unknown>]>([
    [
      'c-4-6-1: nobody by that id',
      'action',
      () => ({ subject: { type: 'employee', id: 'nonexistent-user' } }),
    ],
    ['c-4-6-1: nobody of that kind', 'action', () => ({ subject: { type: 'user', id: 'alice' } })],
    ['c-4-6-2: a kind of people', 'subject', () => ({ subject: { type: 'spaceship' }, action: read })],
    [
      'c-4-6-2: a kind of things',
      'resource',
      () => ({ subject: scene.alice, action: read, resource: { type: 'record' } }),
    ],
    ['c-4-6: an action', 'subject', () => ({ subject: employees, action: { name: 'can_read' } })],
  ])('%s that is not known: nothing, and no error', async (_, what, body) => {
    expect(await search(what, { resource: scene.record, ...body() })).toEqual({
      page: { next_token: '', count: 0 },
      results: [],
    });
  });

  it.each<[string, () => Record<string, unknown>, string]>([
    ['subject', () => ({ subject: employees, resource: scene.record }), '#/action'],
    [
      'resource',
      () => ({ action: read, resource: { type: 'message', properties: { client: scene.yasmina } } }),
      '#/subject',
    ],
    ['action', () => ({ subject: scene.alice }), '#/resource'],
    ['subject', () => ({ subject: employees, action: read, resource: { type: 'message' } }), '#/resource/id'],
    ['resource', () => ({ subject: employees, action: read, resource: { type: 'inbox' } }), '#/subject/id'],
    ['resource', () => ({ subject: scene.alice, action: read, resource: {} }), '#/resource/type'],
  ])('c-4-7: of %ss, in which something is missing: 400', async (what, body, pointer) => {
    const { status, body: problem } = await scene.send(`search/${what}`, body());
    const errors = problem.errors as { location: object }[];
    expect([status, errors.map(({ location }) => location)]).toEqual([
      400,
      expect.arrayContaining([{ pointer }]),
    ]);
  });
});
