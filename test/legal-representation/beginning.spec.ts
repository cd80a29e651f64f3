import type { Claims } from '../support/house.ts';
import { cast, oins, openScene, type Scene } from './scene.ts';

let scene: Scene;
beforeEach(async () => void (scene = await openScene()));
afterEach(() => scene.close());

const given = (lines: object[], more: object = {}) =>
  scene.world.mandate({ client: scene.pieter, organisation: scene.vermeer, lines, ...more });
const foresee = async (order: { id: string }, who: Claims = cast.olga) =>
  (await scene.as(who).get(`/v1/court-orders/${order.id}/consequences`)).body as {
    consequences: { kind: string; mandate: string; on?: string; words: { nl: string; en: string } }[];
    obstacles: { kind: string }[];
    complete: boolean;
    words: { nl: string; en: string };
  };
const approveTwice = async (order: { id: string }) => {
  await scene.expecting(200, scene.approve(cast.olga, order));
  return scene.expecting(200, scene.approve(cast.otto, order));
};

describe('R26: curatele ends all the rest, from the day pronounced', () => {
  it('shows before what it ends, and then does just that', async () => {
    const [tax, town] = [
      await given([{ sender: oins.tax }]),
      await given([{ sender: oins.town, category: 'care' }]),
    ];
    const bewind = await scene.world.mandate({
      ...{ client: scene.pieter, organisation: scene.vermeer, ground: 'bewind' },
    });
    const order = await scene.waiting({ ground: 'curatele' });
    const before = await foresee(order);
    expect(before.words).toEqual({
      nl: 'Goedkeuren van deze curatele beëindigt 3 machtigingen: Kantoor Vermeer.',
      en: 'Verifying this curatele ends 3 authorisations: Kantoor Vermeer.',
    });
    expect(before.consequences.map(({ mandate }) => mandate).toSorted()).toEqual(
      [tax, town, bewind].toSorted(),
    );
    const message = await scene.world.message(scene.pieter);
    expect(await scene.opens(message, cast.joris)).toBe('opens');
    await approveTwice(order);
    expect(await scene.opens(message, cast.joris)).toBe('mandate-ended-by-law');
    for (const id of [tax, town, bewind])
      expect(await scene.mandate(id)).toMatchObject({ state: 'ended', end_reason: 'curatele' });
  });

  it('ends and tells nothing when its term was over before it was verified', async () => {
    const tax = await given([{ sender: oins.tax }]);
    const order = await scene.verified({ ground: 'curatele', givenOn: '2020-01-01', until: '2021-01-01' });
    expect(order.state).toBe('ended');
    expect(await scene.mandate(tax)).toMatchObject({ state: 'active', ends_on: null });
    for (const kind of ['guardianship-began', 'ended-by-guardianship'])
      for (const who of [cast.pieter, cast.gerda, cast.joris])
        expect(await scene.notices(who, kind)).toEqual([]);
  });

  it('leaves its lines in the trail, in one act, and in the history of what ended', async () => {
    const tax = await given([{}]);
    const order = await scene.verified({ ground: 'curatele' });
    const [ended] = await scene.trail('mandate.end');
    expect(ended).toMatchObject({
      mandate_id: tax,
      client_id: scene.pieter,
      details: { to: 'ended', reason: 'curatele' },
    });
    const [began] = await scene.trail('mandate.begin');
    expect(began).toMatchObject({ mandate_id: order.authority?.mandate, details: { to: 'active' } });
    expect(began?.transaction).toBe(ended?.transaction);
    const history = await scene.as(cast.joris).get(`/v1/mandates/${tax}/history`);
    expect(history.body.items.at(-1)).toMatchObject({ move: 'end', by: { party: 'official' }, to: 'ended' });
  });

  it('does not bring back what it ended, when it is lifted itself (R18)', async () => {
    const tax = await given([{}]);
    const order = await scene.verified({ ground: 'curatele' });
    await scene.expecting(200, scene.change(order, 'lifted', scene.today()));
    const message = await scene.world.message(scene.pieter);
    expect(await scene.opens(message, cast.joris)).not.toBe('opens');
    expect(await scene.mandate(tax)).toMatchObject({ state: 'ended' });
  });

  it('ends a provisional measure on the day on which the curator begins', async () => {
    const provisional = await scene.world.mandate({
      ...{ client: scene.pieter, organisation: scene.vermeer, ground: 'provisional' },
    });
    await scene.verified({ ground: 'curatele', givenOn: scene.today() });
    expect(await scene.mandate(provisional)).toMatchObject({ state: 'active', end_reason: 'curatele' });
    const tomorrow = scene.world.day(1);
    expect((await foreseen(provisional)).endsOn).toBe(tomorrow);
    scene.clock.moveTo(tomorrow);
    expect((await foreseen(provisional)).state).toBe('ended');
  });
  const foreseen = async (mandate: string) =>
    (await scene.as(cast.olga).get(`/v1/mandates/${mandate}`)).body as { state: string; endsOn: string };
});

describe('R27: bewind ends what is voluntary and about money', () => {
  it('narrows, leaves the rest, and asks to look again', async () => {
    const money = await given([{ sender: oins.tax }]);
    const wide = await given([{ sender: oins.svb, category: 'all', actions: ['read', 'reply'] }]);
    const care = await given([{ sender: oins.town, category: 'care' }]);
    const order = await scene.waiting();
    expect((await foresee(order)).consequences.map(({ kind, mandate }) => [mandate, kind])).toEqual(
      expect.arrayContaining([
        [money, 'ends'],
        [wide, 'narrows'],
        [care, 'stays'],
      ]),
    );
    await approveTwice(order);
    const messages = {
      money: await scene.world.message(scene.pieter),
      'svb money': await scene.world.message(scene.pieter, { sender: oins.svb }),
      'svb care': await scene.world.message(scene.pieter, {
        sender: oins.svb,
        type: 'support',
        category: 'care',
      }),
      'svb unknown': await scene.world.message(scene.pieter, {
        sender: oins.svb,
        type: null,
        category: null,
      }),
      care: await scene.world.message(scene.pieter, { sender: oins.town, type: 'support', category: 'care' }),
    };
    const open = async (who: Claims) =>
      (
        await Promise.all(
          Object.entries(messages).map(async ([name, id]) =>
            (await scene.opens(id, who)) === 'opens' ? [name] : [],
          ),
        )
      ).flat();
    expect(await open(cast.joris)).toEqual(['svb care', 'care']);
    expect(await open(cast.gerda)).toEqual(['money', 'svb money']);
    const review = await scene.notices(cast.joris, 'review-due');
    expect(review.map(({ mandate }) => mandate).toSorted()).toEqual([wide, care].toSorted());
    const toReview = async () =>
      (
        (await scene.as(cast.joris).get('/v1/mandate-reviews?due=true')).body as {
          items: { mandate: string }[];
        }
      ).items.map(({ mandate }) => mandate);
    expect((await toReview()).toSorted()).toEqual([wide, care].toSorted());
    scene.clock.moveTo(scene.world.day(1));
    await scene.expecting(
      200,
      scene.as(cast.joris).post('/v1/mandate-reviews/_confirm', { mandates: [wide, care] }),
    );
    expect(await toReview()).toEqual([]);
  });

  it('works from its first day, which may be to come', async () => {
    const money = await given([{ sender: oins.tax }]);
    const message = await scene.world.message(scene.pieter);
    await scene.verified({ startsOn: scene.world.day(10) });
    expect(await scene.mandate(money)).toMatchObject({ state: 'active', end_reason: 'bewind' });
    expect(await scene.opens(message, cast.joris)).toBe('opens');
    expect(await scene.opens(message)).toBe('not-found');
    scene.clock.moveTo(scene.world.day(10));
    expect(await scene.opens(message, cast.joris)).toBe('mandate-ended-by-law');
    expect(await scene.opens(message)).toBe('opens');
  });
});

describe('Who is told, and who sees what before', () => {
  it('tells ward, guardian and the office that loses something, in two languages', async () => {
    await given([{}]);
    await scene.verified({ ground: 'curatele' });
    const [began] = await scene.notices(cast.pieter, 'guardianship-began');
    expect(began?.words).toEqual({
      nl: expect.stringContaining('Een rechter besloot dat De Haven u vertegenwoordigt.'),
      en: expect.stringContaining('A judge decided that De Haven represents you.'),
    });
    expect(await scene.notices(cast.gerda, 'guardianship-began')).toHaveLength(1);
    for (const who of [cast.joris, cast.pieter])
      expect(await scene.notices(who, 'ended-by-guardianship')).toHaveLength(1);
    expect(await scene.notices(cast.gerda, 'ended-by-guardianship')).toHaveLength(0);
  });

  it('shows an office what concerns its own mandates, and nothing of others', async () => {
    await given([{}]);
    const own = await scene.world.mandate({ client: scene.pieter, organisation: scene.haven });
    const order = await scene.waiting({ ground: 'curatele' });
    const seen = await foresee(order, cast.gerda);
    expect(seen).toMatchObject({ complete: false, obstacles: [] });
    expect(seen.consequences.map(({ mandate }) => mandate)).toEqual([own]);
    expect(JSON.stringify(seen)).not.toContain('Vermeer');
    expect((await foresee(order)).complete).toBe(true);
  });

  it('says what stands in the way before anybody approves', async () => {
    await scene.world.mandate({ client: scene.pieter, organisation: scene.vermeer, ground: 'curatele' });
    const order = await scene.waiting();
    expect((await foresee(order)).obstacles.map(({ kind }) => kind)).toEqual(['under-curatele']);
    expect((await foresee(order, cast.gerda)).obstacles).toEqual([]);
  });
});
