import { bsns, cast, kvks, oins, openScene, type Scene } from './scene.ts';
import { employee } from '../support/cast.ts';
import type { Claims } from '../support/house.ts';

let scene: Scene;
beforeEach(async () => void (scene = await openScene()));
afterEach(() => scene.close());

/** Which of these messages Gerda opens. */
async function sees(who: Claims = cast.gerda): Promise<string[]> {
  const kinds = {
    'tax money': { sender: oins.tax, category: 'financial' },
    'tax care': { sender: oins.tax, type: 'support', category: 'care' },
    'town money': { sender: oins.town, category: 'financial' },
    'town care': { sender: oins.town, type: 'support', category: 'care' },
    'town unknown': { sender: oins.town, type: null, category: null },
  };
  const messages = new Map<string, string>();
  for (const [name, more] of Object.entries(kinds))
    messages.set(await scene.world.message(scene.pieter, more), name);
  const seen: string[] = [];
  for (const [message, name] of messages) if ((await scene.opens(message, who)) === 'opens') seen.push(name);
  const { body } = await scene.as(who).get(`/v1/messages?client=${scene.pieter}&limit=100`);
  const listed = ((body as { items?: { id: string }[] }).items ?? []).flatMap(
    ({ id }) => messages.get(id) ?? [],
  );
  expect(listed.toSorted()).toEqual(seen.toSorted()); // R34: the list is what opening allows
  return seen;
}

describe('R23: what each measure is about', () => {
  it.each([
    ['curatele', ['tax money', 'tax care', 'town money', 'town care', 'town unknown']],
    ['bewind', ['tax money', 'town money']],
    ['mentorschap', ['tax care', 'town care']],
  ])('%s', async (ground, seen) => {
    await scene.verified({ ground });
    expect(await sees()).toEqual(seen);
  });

  it('provisional: what the order says', async () => {
    const startsOn = scene.today();
    await scene.verified({ ground: 'provisional', givenOn: startsOn, startsOn, categories: ['care'] });
    expect(await sees()).toEqual(['tax care', 'town care']);
  });
});

describe('R24: partial bewind', () => {
  it('is about the senders that are named', async () => {
    await scene.verified({ partial: true, senders: [oins.town] });
    expect(await sees()).toEqual(['town money']);
  });

  it('opens nothing when none is named', async () => {
    const order = await scene.verified({ partial: true });
    expect(order.state).toBe('active');
    expect(await sees()).toEqual([]);
  });
});

describe('R25: two guardians', () => {
  beforeEach(async () => {
    const other = await scene.world.organisation('90007777', { name: 'De Brug', kind: 'guardianship' });
    const wim = await scene.world.employee(other, 'wim', 'administrator');
    await scene.world.assign(other, scene.pieter, { employee: wim });
  });
  const wim = employee('wim', '90007777');

  it('each act alone, by an order of his own', async () => {
    await scene.verified();
    await scene.verified({ position: 'additional' }, wim);
    expect(await sees()).toEqual(['tax money', 'town money']);
    expect(await sees(wim)).toEqual(['tax money', 'town money']);
  });

  it('are each limited to his part when the judge divided the tasks', async () => {
    await scene.verified({ ground: 'curatele', divided: true, categories: ['financial'] });
    const care = { ground: 'curatele', divided: true, categories: ['care'], position: 'additional' };
    await scene.verified(care, wim);
    expect(await sees()).toEqual(['tax money', 'town money']);
    expect(await sees(wim)).toEqual(['tax care', 'town care']);
  });

  it('is not what an order says that knows of no other: then people ask', async () => {
    await scene.verified();
    const order = await scene.waiting({}, wim);
    await scene.expecting(200, scene.approve(cast.olga, order));
    const answer = await scene.approve(cast.otto, order);
    expect([answer.status, answer.body.code, answer.body.obstacle]).toEqual([
      ...[409, 'order-conflicts', 'has-a-guardian'],
    ]);
    expect((await scene.see(cast.otto, order)).state).toBe('in-verification');
  });
});

describe('R27: what a bewind leaves of a sender-wide mandate', () => {
  it.each([
    ['is what the bewind is not about, when it is partial (R24)', undefined, { senders: [oins.tax] }],
    ['stays also under a provisional measure that stands already', 'provisional', {}],
  ])('%s', async (_, ground, more: { senders?: string[] }) => {
    const [client, organisation] = [scene.pieter, scene.vermeer];
    const lines = [oins.tax, oins.town].map((sender) => ({ sender, category: 'all' }));
    await scene.world.mandate({ client, organisation, lines });
    if (ground) await scene.world.mandate({ client, organisation: scene.haven, ground });
    await scene.verified({ ...more, partial: more.senders !== undefined });
    const unnamed = more.senders ? ['town money', 'town care', 'town unknown'] : ['town care'];
    expect(await sees(cast.joris)).toEqual(['tax care', ...unnamed]);
  });
});

it('a guardian is told nothing of who is not his ward', async () => {
  await scene.verified();
  const willem = await scene.world.client(bsns.willem);
  const message = await scene.world.message(willem);
  expect(await scene.opens(message)).toBe('not-found');
  expect(kvks.haven).toBe('90005678');
});
