import type { Claims } from '../support/house.ts';
import { cast, openScene, type Scene } from './scene.ts';

let scene: Scene;
beforeEach(async () => void (scene = await openScene()));
afterEach(() => scene.close());

const foresee = async (order: { id: string }, who: Claims = cast.olga) =>
  (await scene.as(who).get(`/v1/court-orders/${order.id}/consequences`)).body as {
    consequences: { kind: string; mandate: string; words: { en: string } }[];
    words: { nl: string; en: string };
  };
const words = async (who: Claims, kind: string) =>
  (await scene.notices(who, kind)).map(({ words }) => words as unknown as { nl: string; en: string });

describe('R25: a guardian who comes beside another', () => {
  it('leaves him all that he has, and that is said before, and told to him and the ward', async () => {
    const first = await scene.world.mandate({
      ...{ client: scene.pieter, organisation: scene.vermeer, ground: 'bewind' },
    });
    const order = await scene.waiting({ position: 'additional', divided: true, categories: ['financial'] });
    const { consequences, words: summary } = await foresee(order);
    expect(consequences).toMatchObject([{ kind: 'beside', mandate: first }]);
    expect(consequences[0]?.words.en).toContain('keeps everything, also when tasks are divided');
    expect(summary.nl).toContain('komt naast 1 machtiging: Kantoor Vermeer');
    await scene.expecting(200, scene.approve(cast.olga, order));
    await scene.expecting(200, scene.approve(cast.otto, order));
    for (const who of [cast.joris, cast.pieter])
      expect(await scene.notices(who, 'guardianship-shared')).toHaveLength(1);
    expect(await scene.mandate(first)).toMatchObject({ state: 'active', ends_on: null });
  });
});

it('R25: whose part a judge made smaller hands in that order in the place of his own', async () => {
  const first = await scene.verified({ givenOn: '2026-11-02' });
  const part = { divided: true, senders: ['00000099000000001000'] };
  const next = await scene.verified({ position: 'successor', ...part });
  expect(next.state).toBe('active');
  expect(await scene.mandate(first.authority?.mandate ?? '')).toMatchObject({
    ...{ state: 'ended', end_reason: 'replaced' },
  });
});

describe('What is said of an order', () => {
  it('R34: an office reads that it sees its own authorisations alone, though another’s becomes smaller', async () => {
    await scene.world.mandate({ client: scene.pieter, organisation: scene.vermeer });
    const order = await scene.waiting();
    const { words } = await foresee(order, cast.gerda);
    expect(words.nl).toContain(
      'verandert geen eigen machtiging. Dit gaat alleen over uw eigen machtigingen.',
    );
    expect(words.en).toContain('changes no authorisation of your own. This is about your own');
  });

  it('once it was verified: that it has happened, and not that it changes nothing', async () => {
    await scene.world.mandate({ client: scene.pieter, organisation: scene.vermeer });
    const order = await scene.verified({ ground: 'curatele' });
    const { consequences, words } = await foresee(order);
    expect(consequences).toEqual([]);
    expect(words.en).toContain('This order was verified on ');
    expect(words.nl).not.toContain('verandert geen');
  });

  it('does not call an office somebody else when it is the new guardian itself', async () => {
    await scene.world.mandate({ client: scene.pieter, organisation: scene.haven });
    await scene.verified({ ground: 'curatele' });
    const [ended] = await words(cast.pieter, 'ended-by-guardianship');
    expect(ended?.en).toContain(
      'A judge decided anew who represents you. So this authorisation of De Haven ends.',
    );
    expect(ended?.nl).not.toContain('iemand anders');
  });

  it('R26: names no first day without a mandate that lies before the mandate’s own first day', async () => {
    const from = scene.world.day(30);
    await scene.world.mandate({ client: scene.pieter, organisation: scene.vermeer, from });
    await scene.verified({ ground: 'curatele' });
    const [ended] = await scene.notices(cast.pieter, 'ended-by-guardianship');
    expect(ended).toMatchObject({ about: from });
  });

  it('R24: promises no reading by a bewind over named goods of which no senders are named', async () => {
    const order = await scene.verified({ partial: true });
    expect(await scene.notices(cast.pieter, 'guardianship-began')).toEqual([]);
    const [shut] = await words(cast.pieter, 'guardianship-shut');
    expect(shut?.en).toContain('De Haven can read no messages of yours');
    expect((await scene.see(cast.pieter, order)).words.nl).toContain('mag geen berichten van u lezen');
  });
});
