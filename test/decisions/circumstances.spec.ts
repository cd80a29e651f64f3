import { trailOf } from '../inbox/scene.ts';
import { newTraceId } from '../../src/platform/ids.ts';
import { bsns, type Decisions, openDecisions, people } from './scene.ts';

let scene: Decisions;
beforeEach(async () => (scene = await openDecisions()));
afterEach(() => scene.house.close());

const at = (days: number) => new Date(scene.house.clock.now().getTime() + days * 86_400_000).toISOString();
const ask = (time: string) => scene.ask({ context: { assurance: 'substantial', time } });

describe('Under which circumstances: when', () => {
  it('a hearing next week is a yes, one after the term of her mandate (R8) is a no that says why', async () => {
    expect(await ask(at(7))).toMatchObject({ decision: true });
    expect(await ask(at(800))).toMatchObject({ decision: false, context: { reason: 'mandate-expired' } });
  });

  it('what is a no now is no yes later: a mandate that is still to begin opens nothing (R17)', async () => {
    const { world } = scene.house;
    const client = await world.client(bsns.henk);
    await world.mandate({
      ...{ client, organisation: scene.vermeer, from: world.day(30) },
      lines: [{ category: 'financial', actions: ['read'] }],
    });
    await world.assign(scene.vermeer, client, { employee: scene.jorisId });
    expect(
      await scene.ask({
        resource: { ...scene.inbox(), id: client },
        context: { assurance: 'substantial', time: at(60) },
      }),
    ).toMatchObject({ decision: false, context: { reason: 'not-yet-started' } });
  });

  it('who stands in for a colleague may until the last day of that, or of the next, or of the colleague (R33)', async () => {
    const { world, database } = scene.house;
    const [sam, eva] = [
      await world.employee(scene.vermeer, 'sam'),
      await world.employee(scene.vermeer, 'eva'),
    ];
    const team = await world.team(scene.vermeer, 'Care', [eva]);
    await world.assign(scene.vermeer, scene.yasmina, { team });
    const covers = (absent: string, from: number, until: number) =>
      database.admin.query(
        `INSERT INTO cover (id, organisation_id, absent, substitute, from_day, until_day, since, arranged_by)
         VALUES (gen_random_uuid(), $1, $2, $3, $4, $5, now(), $2)`,
        [scene.vermeer, absent, sam, world.day(from), world.day(until)],
      );
    const may = async (days: number) =>
      (
        await scene.ask({
          subject: { type: 'employee', id: sam },
          context: { assurance: 'substantial', time: at(days) },
        })
      ).decision;
    await covers(eva, 2, 4);
    expect([await may(0), await may(3)]).toEqual([false, false]); // what is a no now is no yes later
    await covers(scene.jorisId, -1, 2);
    await covers(eva, 6, 20);
    expect([await may(0), await may(1), await may(2), await may(3)]).toEqual([true, true, true, true]);
    expect([await may(4), await may(5), await may(6), await may(19), await may(20)]).toEqual([
      ...[false, false, true, true, false],
    ]);
    await database.admin.query('UPDATE employee SET until_day = $2 WHERE id = $1', [eva, world.day(8)]);
    expect([await may(7), await may(8)]).toEqual([true, false]);
    const { body } = await scene.post('search/resource', {
      ...{ subject: { type: 'employee', id: sam }, action: { name: 'read' }, resource: { type: 'inbox' } },
      context: { assurance: 'substantial', time: at(8) },
    });
    expect(body).toMatchObject({ results: [] });
  });

  it('nothing is opened in the past: that is answered of now, also with the time of the standard’s example', async () => {
    expect(await ask('1985-10-26T01:22-07:00')).toMatchObject({ decision: true });
    await scene.house.as(people.yasmina).post(`/v1/mandates/${scene.mandate}/revocation`, {}).expect(200);
    expect(await ask(at(-7))).toMatchObject({ decision: false, context: { reason: 'mandate-revoked' } });
  });

  it('a time without its zone, or that does not exist, is said to be wrong', async () => {
    for (const time of [
      ...['2027-01-31T12:00:00', '31-01-2027', 5, '2027-13-01T12:00:00Z', '2026-02-30T00:00:00Z'],
      ...[
        '2026-02-29T12:00:00+01:00',
        '2026-11-29T24:00:00Z',
        '2026-11-29T12:60Z',
        '9999-12-31T23:30:00-01:00',
      ],
    ]) {
      const { status, body } = await scene.post(
        'evaluation',
        scene.question({ context: { assurance: 'substantial', time } }),
      );
      expect([status, (body as { errors: object[] }).errors[0]]).toEqual([
        400,
        expect.objectContaining({ location: { pointer: '#/context/time' } }),
      ]);
    }
  });

  it('a search for later finds only whom she may act for then', async () => {
    const search = async (time: string) =>
      (
        await scene.post('search/resource', {
          ...{ subject: scene.joris, action: { name: 'read' }, resource: { type: 'inbox' } },
          context: { assurance: 'substantial', time },
        })
      ).body as { results: unknown[] };
    expect((await search(at(7))).results).toHaveLength(1);
    expect((await search(at(800))).results).toHaveLength(0);
  });
});

describe('Under which circumstances: for what', () => {
  it('the purpose is on the record beside the answer, without a BSN that stood in it', async () => {
    await scene.ask({
      context: { assurance: 'substantial', time: at(7), purpose: 'Counter 3, about 999990019' },
    });
    const [line] = await trailOf(scene.house, 'decision.ask');
    expect(line?.details).toMatchObject({
      purpose: expect.stringMatching(/^Counter 3, about (?!999990019)/),
    });
    expect(line?.details).toHaveProperty('at');
  });

  it('is a text, and not a long one', async () => {
    for (const purpose of [5, '', 'x'.repeat(201)]) {
      const { status } = await scene.post('evaluation', scene.question({ context: { purpose } }));
      expect(status).toBe(400);
    }
  });
});

describe('Under which circumstances: in which trace (AuthZEN NLGov)', () => {
  const [ofRequest, ofQuestion] = [newTraceId(), newTraceId()];
  const written = (trace: string) => `00-${trace}-00f067aa0ba902b7-01`;
  const context = (traceparent?: unknown) => ({ assurance: 'substantial', traceparent });
  const traces = async (action: 'decision.ask' | 'decision.search') =>
    (await trailOf(scene.house, action)).map(({ trace }) => trace);

  it('a question that names its trace stands in that one, another in that of its request; a malformed one counts for nothing', async () => {
    const evaluations = [
      { context: context(written(ofQuestion)) },
      {},
      ...['00-0-0-00', written('0'.repeat(32)), `00-${ofQuestion}-${'0'.repeat(16)}-01`, 5].map((wrong) => ({
        context: context(wrong),
      })),
      { context: context(`${written(ofQuestion)}-of-no-version`) },
      { context: context(`01${written(ofQuestion).slice(2)}-of-a-later-version`) },
      { context: context(written(ofQuestion)), subject: 5 },
    ];
    const { status } = await scene
      .post('evaluations', { ...scene.question({ context: context() }), evaluations })
      .set('traceparent', written(ofRequest));
    expect(status).toBe(200);
    expect(await traces('decision.ask')).toEqual([
      ofQuestion,
      ...Array<string>(6).fill(ofRequest),
      ...[ofQuestion, ofQuestion],
    ]);
    const [named, other] = await trailOf(scene.house, 'decision.ask');
    expect([named?.details, other?.details]).toEqual([
      expect.objectContaining({ requestTrace: ofRequest }),
      expect.not.objectContaining({ requestTrace: expect.anything() }),
    ]);
  });

  it('so does a search, of which each page may have another', async () => {
    const search = async (trace: string, page: object) =>
      (
        await scene.post('search/action', {
          ...scene.question({ context: context(written(trace)) }),
          page,
        })
      ).body as { page: { next_token: string }; results: unknown[] };
    const first = await search(ofQuestion, { limit: 1 });
    const next = await search(ofRequest, { token: first.page.next_token });
    expect([first.results.length, next.results.length > 0]).toEqual([1, true]);
    expect(new Set(await traces('decision.search'))).toEqual(new Set([ofQuestion, ofRequest]));
  });

  it('a refusal is found by the trace that its answer names', async () => {
    await scene.register({ searches: false });
    const body = scene.question({ context: context(written(ofQuestion)) });
    const answer = await scene.post('search/action', body).set('traceparent', written(ofRequest));
    expect([answer.status, (answer.body as { instance: string }).instance]).toEqual([
      403,
      `urn:volmacht:trace:${ofRequest}`,
    ]);
    expect(await traces('decision.search')).toEqual([ofRequest]);
  });
});
