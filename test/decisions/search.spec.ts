import { deliver, trailOf } from '../inbox/scene.ts';
import { kvks, manyBsns } from '../support/cast.ts';
import { type Decision, type Decisions, oins, openDecisions, people } from './scene.ts';

let scene: Decisions;
beforeEach(async () => (scene = await openDecisions()));
afterEach(() => scene.house.close());

interface Found {
  readonly page: { readonly next_token: string; readonly count: number };
  readonly results: readonly { readonly id?: string; readonly type?: string; readonly name?: string }[];
}
const search = async (what: string, body: unknown): Promise<Found> => {
  const answer = await scene.post(`search/${what}`, body);
  if (answer.status !== 200) throw new Error(`${answer.status} ${JSON.stringify(answer.body)}`);
  return answer.body as Found;
};
const about = { sender: oins.tax, category: 'financial' };
const inboxes = () => ({ ...scene.question(), resource: { type: 'inbox', properties: about } });

describe('A search', () => {
  it('counts as a hundred decisions of what a system may ask', async () => {
    const about = { subject: scene.joris, context: { assurance: 'substantial' } };
    await scene.register({ perMinute: 100 });
    await scene.ask();
    scene.earlyInAMinute();
    const actions = { ...about, resource: scene.inbox() };
    expect((await search('action', actions)).results.map(({ name }) => name)).toEqual(['read', 'download']);
    const { status, headers } = await scene.post('evaluation', scene.question());
    expect(status).toBe(429);
    expect(headers['retry-after']).toMatch(/^5\d$/);
  });

  it('finds whom Joris may act for, and nobody whom he may not', async () => {
    expect(await search('resource', inboxes())).toEqual({
      page: { next_token: '', count: 1 },
      results: [{ type: 'inbox', id: scene.yasmina }],
    });
    await scene.house.as(people.yasmina).post(`/v1/mandates/${scene.mandate}/revocation`);
    expect((await search('resource', inboxes())).results).toEqual([]);
  });

  it('finds who may read this: the client, her office, the employees to whom she is assigned', async () => {
    const money = await deliver(scene.house);
    const resource = { type: 'message', id: money };
    const who = async (type: string) =>
      (await search('subject', { ...scene.question(), subject: { type }, resource })).results.map(
        ({ id }) => id,
      );
    expect(await who('citizen')).toEqual([scene.yasmina]);
    expect(await who('organisation')).toEqual([scene.vermeer]);
    expect(await who('employee')).toHaveLength(2);
    expect(await who('employee')).toContain(scene.jorisId);
    expect(await who('robot')).toEqual([]);
  });

  it('finds people by our own ids, also when it is said where they sign in; another office than said has nobody', async () => {
    const resource = { type: 'message', id: await deliver(scene.house) };
    const of = async (kvk: string) =>
      search('subject', {
        ...scene.question(),
        subject: { type: 'employee', properties: { issuer: 'simulator', kvk } },
        resource,
      });
    expect((await of(kvks.vermeer)).page.count).toBe(2);
    expect((await of(kvks.haven)).results).toEqual([]);
  });

  it('finds what she may do', async () => {
    const { action: _, ...question } = scene.question();
    expect((await search('action', question)).results).toEqual([{ name: 'read' }, { name: 'download' }]);
  });

  it('finds messages of a client, and asks to name him', async () => {
    const money = await deliver(scene.house);
    await deliver(scene.house, { type: 'support' });
    const resource = { type: 'message', properties: { client: scene.yasmina } };
    expect((await search('resource', { ...scene.question(), resource })).results).toEqual([
      { type: 'message', id: money },
    ]);
    const { status, body } = await scene.post('search/resource', {
      ...scene.question(),
      resource: { type: 'message' },
    });
    expect([status, body]).toMatchObject([
      400,
      { errors: [{ location: { pointer: '#/resource/properties/client' } }] },
    ]);
  });

  it('goes on page by page, and each one found is a yes when it is asked about', async () => {
    const { world } = scene.house;
    const clients = await Promise.all(manyBsns(7).map((bsn) => world.client(bsn)));
    for (const [place, client] of clients.entries()) {
      await world.mandate({
        ...{ client, organisation: scene.vermeer },
        lines: [{ category: place % 3 === 0 ? 'care' : 'financial', actions: ['read'] }],
      });
      if (place !== 1) await world.assign(scene.vermeer, client, { employee: scene.jorisId });
    }
    const found: string[] = [];
    for (let token = ''; ;) {
      const { page, results } = await search('resource', { ...inboxes(), page: { limit: 2, token } });
      expect(results.length).toBeLessThanOrEqual(2);
      found.push(...results.map(({ id = '' }) => id));
      token = page.next_token;
      if (token === '') break;
    }
    const evaluations = [...clients, scene.yasmina].map((id) => ({
      resource: { type: 'inbox', id, properties: about },
    }));
    const answers = (await scene.post('evaluations', { ...scene.question(), evaluations })).body as {
      evaluations: Decision[];
    };
    const yes = evaluations.filter((_, place) => answers.evaluations[place]?.decision);
    expect(found).toEqual(yes.map(({ resource: { id } }) => id).toSorted());
    expect(found).toHaveLength(4);
  });

  it('looks through hundreds for the one that may be read, and costs no more for it', async () => {
    await deliver(scene.house, { type: 'support' });
    const { admin } = scene.house.database;
    await admin.query(
      `INSERT INTO message SELECT (jsonb_populate_record(m, jsonb_build_object('id', gen_random_uuid()))).*
         FROM message m, generate_series(1, 349)`,
    );
    const money = await deliver(scene.house);
    await scene.register({ perMinute: 600 });
    scene.earlyInAMinute();
    const resource = { type: 'message', properties: { client: scene.yasmina } };
    expect(await search('resource', { ...scene.question(), resource, page: { limit: 5 } })).toEqual({
      page: { next_token: '', count: 1 },
      results: [{ type: 'message', id: money }],
    });
    const { rows } = await admin.query(`SELECT used FROM allowance WHERE what = 'decisions'`);
    expect(rows).toEqual([{ used: 100 }]);
    const [line, ...others] = await trailOf(scene.house, 'decision.search');
    expect([line?.details, others.length]).toMatchObject([{ decided: 351, found: 1 }, 1]);
  });

  it('takes a token of the same search alone, and only from who may search', async () => {
    const token = Buffer.from('made up').toString('base64url');
    expect((await scene.post('search/resource', { ...inboxes(), page: { token } })).status).toBe(400);
    await scene.register({ searches: false });
    const refused = await scene.post('search/resource', inboxes());
    expect([refused.status, refused.body]).toMatchObject([403, { code: 'caller-may-not-search' }]);
  });
});
