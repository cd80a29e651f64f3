import { citizen } from '../support/cast.ts';
import { bsns, cast, openScene, type Scene } from './scene.ts';

let scene: Scene;
beforeEach(async () => void (scene = await openScene()));
afterEach(() => scene.close());

describe('What the ward sees', () => {
  it('keeps his own inbox, and sees who is his guardian, since when and about what', async () => {
    const message = await scene.world.message(scene.pieter);
    await scene.verified({ ground: 'curatele' });
    expect(await scene.opens(message, cast.pieter)).toBe('opens');
    const { items } = (await scene.as(cast.pieter).get('/v1/court-orders')).body as {
      items: { words: { nl: string; en: string } }[];
    };
    expect(items[0]?.words).toEqual({
      nl: expect.stringMatching(
        /^De Haven is uw curator sinds .+\. De Haven mag al uw berichten lezen\. U houdt uw eigen inbox\.$/,
      ),
      en: expect.stringMatching(
        /^De Haven is your guardian \(curator\) since .+\. De Haven may read all your messages\. You keep your own inbox\.$/,
      ),
    });
  });

  it('sees what his guardian did, counted and in words', async () => {
    const order = await scene.verified();
    const message = await scene.world.message(scene.pieter);
    for (const _ of [1, 2]) await scene.opens(message);
    const { deeds } = await scene.see(cast.pieter, order);
    expect(deeds).toEqual(
      expect.arrayContaining([
        {
          ...{ action: 'inbox.read', times: 2, last: expect.any(String) },
          words: {
            nl: expect.stringMatching(/^2 keer een bericht geopend\. De laatste keer was op /),
            en: expect.stringMatching(/^2 times opened a message\. The last time was on /),
          },
        },
      ]),
    );
  });

  it.each([
    ['a start to come', {}, { startsOn: 30 }, 'wordt uw bewindvoerder'],
    ['a suspension that lapses', { kind: 'suspended' }, {}, 'is geschorst als uw bewindvoerder'],
    ['an end', { kind: 'lifted' }, {}, 'is niet meer uw bewindvoerder'],
  ])(
    'reads in plain Dutch of %s',
    async (_, change: { kind?: string }, said: { startsOn?: number }, words) => {
      const more = said.startsOn === undefined ? {} : { startsOn: scene.world.day(said.startsOn) };
      const order = await scene.verified(more);
      if (change.kind) await scene.expecting(200, scene.change(order, change.kind, scene.today()));
      expect((await scene.see(cast.pieter, order)).words.nl).toContain(words);
    },
  );

  it('sees no evidence, no officials, and nothing of others', async () => {
    const order = await scene.verified();
    const seen = await scene.see(cast.pieter, order);
    for (const member of ['evidence', 'checks', 'answer', 'reference']) expect(seen[member]).toBeUndefined();
    const [copy] = (await scene.see(cast.gerda, order)).evidence as { id: string }[];
    const path = `/v1/court-orders/${order.id}`;
    expect((await scene.as(cast.pieter).get(`${path}/evidence/${copy?.id}`)).body.code).toBe(
      'wrong-kind-of-actor',
    );
    expect((await scene.as(citizen(bsns.willem)).get(path)).status).toBe(404);
  });

  it('cannot revoke or narrow it, and neither can the office lay it down by itself', async () => {
    const order = await scene.verified();
    const path = `/v1/mandates/${order.authority?.mandate}`;
    for (const [who, move, body] of [
      [cast.pieter, 'revocation', undefined],
      [cast.pieter, 'narrowing', { until: scene.world.day(3) }],
      [cast.gerda, 'renunciation', undefined],
    ] as const)
      expect((await scene.as(who).post(`${path}/${move}`, body)).status).toBe(409);
    expect((await scene.see(cast.gerda, order)).state).toBe('active');
  });
});
