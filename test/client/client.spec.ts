import { Volmacht } from '../../client/volmacht.ts';
import { VolmachtProblem, VolmachtSilent } from '../../client/volmacht.errors.ts';
import { trailOf } from '../inbox/scene.ts';
import { people } from '../decisions/scene.ts';
import { type Balancer, placeBalancer } from './balancer.ts';
import { type ClientScene, joris, message, openClient } from './scene.ts';
import { mayRead } from './examples/question.ts';

let scene: ClientScene;
let balancer: Balancer;
let volmacht: Volmacht;
beforeEach(async () => {
  scene = await openClient();
  balancer = await placeBalancer(scene.url);
  volmacht = scene.volmacht({ url: balancer.url });
});
afterEach(async () => {
  await balancer.close();
  await scene.house.close();
});

const as = async (who: keyof typeof people) => {
  const token = await scene.house.issuer.sign(people[who]);
  return new Volmacht({ url: balancer.url, token: () => token, timeout: 5_000 });
};
const question = () => mayRead(joris, message(scene));
const json = { 'Content-Type': 'application/json' };
/** Why a request gave nothing. */
const fate = (asked: Promise<unknown>): Promise<unknown> =>
  asked.then(
    () => 'it was answered',
    (error: unknown) => {
      if (error instanceof VolmachtSilent) return error.why;
      if (error instanceof VolmachtProblem) return error.problem.code;
      return error;
    },
  );

describe('A program asks with the client', () => {
  it('about one, about many, and searches page by page; the trace is that of who it asks for', async () => {
    const trace = '0af7651916cd43dd8448eb211c80319c';
    const traceparent = `00-${trace}-b7ad6b7169203331-01`;
    expect(await volmacht.evaluate(question(), { traceparent })).toMatchObject({ decision: true });
    expect((await trailOf(scene.house, 'decision.ask')).map((line) => line.trace)).toEqual([trace]);
    const { subject, action, context, resource } = question();
    const elsewhere = { ...resource, properties: { ...resource.properties, category: 'care' } };
    const answers = await volmacht.evaluateMany({
      ...{ subject, action, ...(context ? { context } : {}) },
      evaluations: [{ resource }, { resource: elsewhere }],
    });
    expect(answers.map(({ decision }) => decision)).toEqual([true, false]);
    await scene.house.world.mandate({
      ...{ client: scene.pieter, organisation: scene.vermeer },
      lines: [{ category: 'financial', actions: ['read'] }],
    });
    const found: unknown[] = [];
    const whose = { subject, action, ...(context ? { context } : {}), resource: { type: 'inbox' } };
    for await (const each of volmacht.searchAll('resource', { ...whose, page: { limit: 1 } }))
      found.push(each.id);
    expect(found.toSorted()).toEqual([scene.yasmina, scene.pieter].toSorted());
    expect(balancer.seen.filter(({ path }) => path.endsWith('/search/resource')).length).toBeGreaterThan(1);
  });

  it('any other route, typed; what is no JSON comes as it is', async () => {
    const yasmina = await as('yasmina');
    const { items } = await yasmina.call('GET /v1/mandates', { query: { state: 'active', limit: 5 } });
    expect(items.map(({ id }) => id)).toEqual([scene.mandate]);
    const one = await yasmina.call('GET /v1/mandates/{mandate}', { path: { mandate: scene.mandate } });
    expect(one.state).toBe('active');
    const file = await (await as('anna')).call('GET /v1/mandates/_export');
    expect(file.headers.get('Content-Type')).toMatch(/^text\/csv/);
    expect(await file.text()).toMatch(/\w/);
  });

  it('and cannot be led to another route by what it fills in', async () => {
    for (const mandate of ['..', '.', ''])
      await expect(volmacht.call('GET /v1/mandates/{mandate}', { path: { mandate } })).rejects.toThrow(
        TypeError,
      );
    await fate(volmacht.call('GET /v1/mandates/{mandate}', { path: { mandate: '../me?x#y' } }));
    expect(balancer.seen.map(({ path }) => path)).toEqual(['/v1/mandates/..%2Fme%3Fx%23y']);
  });

  it('and reads a problem as what it is: its code, each fault, when to try again', async () => {
    const error = await volmacht.evaluate({ subject: {} } as never).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(VolmachtProblem);
    const { problem } = error as VolmachtProblem;
    expect(problem).toMatchObject({ status: 400, code: 'invalid-input' });
    expect(problem.errors?.length).toBeGreaterThan(1);
    balancer.sayNext(503, { 'Retry-After': '120' }, 'busy');
    const later = await volmacht.evaluate(question()).catch((thrown: unknown) => thrown);
    expect(later).toMatchObject({ problem: { status: 503, code: 'http-503' }, retryAfter: 120 });
  });

  it.each([
    ['a text', 200, json, '"yes"'],
    ['nothing', 200, json, 'null'],
    ['half an answer', 200, json, '{"decision":tr'],
    ['a yes that is no boolean', 200, json, '{"decision":"true"}'],
    ['a page of a proxy', 200, { 'Content-Type': 'text/html' }, '<p>{"decision":true}</p>'],
    ['nothing at all', 204, {}, ''],
    ['a part of a yes', 206, json, '{"decision":true}'],
    ['a yes that made something', 201, json, '{"decision":true}'],
  ])('and takes %s for no answer', async (_title, status, headers, body) => {
    balancer.sayNext(status, headers, body);
    expect(await fate(volmacht.evaluate(question()))).toBe('malformed');
  });

  it('and takes fewer answers than it asked for no answer, unless it let them stop early', async () => {
    const { subject, action, resource } = question();
    const batch = { subject, action, evaluations: [{ resource }, { resource }] };
    balancer.sayNext(200, json, '{"evaluations":[{"decision":true}]}');
    expect(await fate(volmacht.evaluateMany(batch))).toBe('malformed');
    const options = { evaluations_semantic: 'deny_on_first_deny' as const };
    expect(await volmacht.evaluateMany({ ...batch, options })).toHaveLength(1);
  });

  it('and follows nobody elsewhere with its token', async () => {
    balancer.sayNext(307, { Location: `${scene.url}/access/v1/evaluation` });
    balancer.sayNext(307, { Location: `${scene.url}/access/v1/evaluation` });
    expect(await fate(volmacht.evaluate(question()))).toBe('unreachable');
  });
});

describe('What is sent again', () => {
  const busy = () => balancer.sayNext(503, { 'Retry-After': '0' });

  it('a question, once, when Volmacht says that it is busy', async () => {
    busy();
    expect(await volmacht.evaluate(question())).toMatchObject({ decision: true });
    busy();
    busy();
    expect(await fate(volmacht.evaluate(question()))).toBe('http-503');
    expect(balancer.seen).toHaveLength(4);
  });

  it('not sooner than Volmacht asks, and not at all when that is too late', async () => {
    balancer.sayNext(429, { 'Retry-After': '1' });
    const began = performance.now();
    expect(await volmacht.evaluate(question())).toMatchObject({ decision: true });
    expect(performance.now() - began).toBeGreaterThanOrEqual(990);
    balancer.sayNext(429, { 'Retry-After': '9' });
    expect(await fate(volmacht.evaluate(question()))).toBe('http-429');
    expect(balancer.seen).toHaveLength(3);
  });

  it('not a no, and not what is wrong', async () => {
    await volmacht.evaluate({ ...question(), context: {} });
    await fate(volmacht.evaluate({} as never));
    expect(balancer.seen).toHaveLength(2);
  });

  it('a change only under an idempotency key', async () => {
    const yasmina = await as('yasmina');
    const revoke = (headers: object) =>
      yasmina.call('POST /v1/mandates/{mandate}/revocation', {
        ...{ path: { mandate: scene.mandate }, body: {}, headers: headers as { 'Idempotency-Key': string } },
      });
    busy();
    expect(await fate(revoke({}))).toBe('http-503');
    expect(balancer.seen).toHaveLength(1);
    busy();
    expect(await revoke({ 'Idempotency-Key': 'revoke-1' })).toMatchObject({ state: 'revoked' });
    expect(balancer.seen).toHaveLength(3);
  });

  it('with another token, once, when the one it had is refused', async () => {
    const old = await scene.house.issuer.sign({ ...people.system, exp: 1 });
    const asked: (string | undefined)[] = [];
    const token = (refused?: string) => (asked.push(refused), refused ? scene.token : old);
    expect(await scene.volmacht({ token }).evaluate(question())).toMatchObject({ decision: true });
    expect(asked).toEqual([undefined, old]);
    expect(await fate(scene.volmacht({ token: () => old }).evaluate(question()))).toBe('sign-in-required');
  });

  it('and nothing without a token, or after who asked has gone', async () => {
    const none = scene.volmacht({ token: () => Promise.reject(new Error('the key is lost')) });
    expect(await fate(none.evaluate(question()))).toBe('no-token');
    const odd = await scene
      .volmacht({ token: () => 'two\nlines' })
      .evaluate(question())
      .catch(String);
    expect(odd).toMatch(/no access token/);
    const never = scene.volmacht({ token: () => new Promise<string>(() => undefined), timeout: 50 });
    expect(await fate(never.evaluate(question()))).toBe('timeout');
    expect(await fate(volmacht.evaluate(question(), { signal: AbortSignal.abort() }))).toBe('given-up');
    expect(balancer.seen).toEqual([]);
  });
});
