import { trailOf } from '../inbox/scene.ts';
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

  it('nothing is opened in the past: that is answered of now, also with the time of the standard’s example', async () => {
    expect(await ask('1985-10-26T01:22-07:00')).toMatchObject({ decision: true });
    await scene.house.as(people.yasmina).post(`/v1/mandates/${scene.mandate}/revocation`, {}).expect(200);
    expect(await ask(at(-7))).toMatchObject({ decision: false, context: { reason: 'mandate-revoked' } });
  });

  it('a time without its zone is said to be wrong', async () => {
    for (const time of ['2027-01-31T12:00:00', '31-01-2027', 5, '2027-13-01T12:00:00Z']) {
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
