import request from 'supertest';
import { people } from '../scene.ts';
import { context, type Fixture, openFixture, read } from './fixture.ts';

let scene: Fixture;
beforeEach(async () => (scene = await openFixture()));
afterEach(() => scene.house.close());

const question = () => ({ subject: scene.alice, action: read, resource: scene.record, context });
const raw = (type: string, body: string, path = '/access/v1/evaluation') =>
  scene.house.as(people.system).post(path).set('Content-Type', type).send(body);

describe('A body that cannot be read (c-2-4, c-5)', () => {
  it.each(['evaluation', 'evaluations', 'search/subject', 'search/resource', 'search/action'])(
    'of %s: another type, broken JSON, nothing, a list: 400',
    async (place) => {
      const path = `/access/v1/${place}`;
      for (const [type, body] of [
        ['text/plain', JSON.stringify(question())],
        ['application/x-www-form-urlencoded', 'subject=alice'],
        ['application/json', '{"subject": {"type":'],
        ['application/json', ''],
        ['application/json', '[]'],
      ] as const)
        expect([type, body, (await raw(type, body, path)).status]).toEqual([type, body, 400]);
    },
  );

  it('gets an answer that is like every other: with its headers, and a trace', async () => {
    const { headers, body } = await raw('text/plain', 'x');
    expect(headers).toMatchObject({
      'cache-control': 'no-store',
      'api-version': expect.any(String),
      'content-security-policy': expect.stringContaining("default-src 'none'"),
    });
    expect((body as { instance: string }).instance).toMatch(/^urn:volmacht:trace:[0-9a-f]{32}$/);
  });

  it('names its character set, and is read', async () => {
    expect((await raw('application/json; charset=utf-8', JSON.stringify(question()))).body).toMatchObject({
      decision: true,
    });
  });

  it('is UTF-8, whatever it says of itself (§10.1.1)', async () => {
    for (const charset of ['iso-8859-1', 'utf-16', '"utf-7"'])
      expect((await raw(`application/json; charset=${charset}`, JSON.stringify(question()))).status).toBe(
        400,
      );
    const latin = Buffer.from(JSON.stringify({ ...question(), note: 'caf\u00e9' }), 'latin1');
    const sent = request(scene.house.app.getHttpServer())
      .post('/access/v1/evaluation')
      .set('Content-Type', 'application/json')
      .set('Authorization', `Bearer ${await scene.house.issuer.sign(people.system)}`);
    sent.write(latin);
    const { status, body } = await sent;
    expect([status, body]).toMatchObject([400, { detail: expect.stringContaining('UTF-8') }]);
  });

  it('may hold fields with names that every object has: they are ignored like all that is not known', async () => {
    const odd = { constructor: 1, toString: { a: 1 }, hasOwnProperty: null };
    const properties = { ...odd, valueOf: 1 };
    const asked = {
      ...question(),
      ...odd,
      subject: { ...scene.alice, properties },
      action: { ...read, properties },
    };
    expect((await scene.send('evaluation', asked)).body).toMatchObject({ decision: true });
    const batch = { ...question(), evaluations: [odd, {}] };
    expect((await scene.send('evaluations', batch)).body).toMatchObject({
      evaluations: [{ decision: true }, { decision: true }],
    });
  });
});

describe('Who does not sign in (c-5, §12.3)', () => {
  it.each([
    ['application/json', '{'],
    ['text/plain', 'x'],
    ['application/json', JSON.stringify({ long: 'x'.repeat(1_200_000) })],
    ['application/json', ''],
  ])('is told so, whatever is wrong with what he sends: %s', async (type, body) => {
    const { status, headers } = await scene.house
      .as('nobody')
      .post('/access/v1/evaluation')
      .set('Content-Type', type)
      .send(body);
    expect([status, headers['www-authenticate']]).toEqual([401, 'Bearer realm="volmacht"']);
  });

  it('hears of a token that is not good (RFC 6750)', async () => {
    const { status, headers } = await scene.house
      .as('nobody')
      .post('/access/v1/evaluation')
      .set('Authorization', 'Bearer x')
      .send(question());
    expect([status, headers['www-authenticate']]).toEqual([
      401,
      'Bearer realm="volmacht", error="invalid_token"',
    ]);
  });
});

describe('The id of a request comes back (c-2-5, §10.1)', () => {
  const id = 'bfe9eb29-ab87-4ca3-be83-a1d5d8305716';

  it.each(['evaluation', 'evaluations', 'search/action'])('with the answer of %s', async (path) => {
    expect((await scene.send(path, question(), { 'X-Request-ID': id })).headers['x-request-id']).toBe(id);
    expect((await scene.send(path, question())).status).toBe(200);
  });

  it('with any text in it', async () => {
    for (const given of ['a b, c', `"${'x'.repeat(1000)}"`]) {
      const { headers } = await scene.send('evaluation', question(), { 'X-Request-ID': given });
      expect(headers['x-request-id']).toBe(given);
    }
  });

  it('also to who is not known, not registered, asks too often, or cannot be understood', async () => {
    const asking = (who: unknown) =>
      scene.house
        .as(who as never)
        .post('/access/v1/evaluation', question())
        .set('X-Request-ID', id);
    const answers = [
      await asking('nobody'),
      await asking(people.town),
      await asking(people.yasmina),
      await raw('text/plain', 'x').set('X-Request-ID', id),
      await raw('application/json', '{').set('X-Request-ID', id),
      await scene.send('evaluation', {}, { 'X-Request-ID': id }),
    ];
    expect(
      answers.map(({ status, headers }) => [status, (headers as Record<string, string>)['x-request-id']]),
    ).toEqual([401, 403, 403, 400, 400, 400].map((status) => [status, id]));
  });

  it('and nowhere else in this service', async () => {
    const { headers } = await scene.house.as(people.yasmina).get('/v1/me').set('X-Request-ID', id);
    expect(headers).not.toHaveProperty('x-request-id');
  });
});

describe('Where the decision point is (c-6, §9)', () => {
  it('anybody may know, and each address that is told answers', async () => {
    const { status, headers, body } = await scene.house
      .as('nobody')
      .get('/.well-known/authzen-configuration')
      .set('X-Request-ID', 'd-1');
    expect([status, headers['content-type'], headers['x-request-id']]).toEqual([
      ...[200, expect.stringMatching(/^application\/json/), 'd-1'],
    ]);
    const { policy_decision_point: base, ...places } = body as Record<string, string>;
    expect(Object.keys(places).toSorted()).toEqual([
      ...['access_evaluation_endpoint', 'access_evaluations_endpoint'],
      ...['search_action_endpoint', 'search_resource_endpoint', 'search_subject_endpoint'],
    ]);
    for (const place of Object.values(places)) {
      expect(place.startsWith(`${base}/access/v1/`)).toBe(true);
      expect((await scene.house.as(people.system).post(new URL(place).pathname, {})).status).toBe(400);
    }
  });
});
