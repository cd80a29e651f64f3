import { citizen, manyBsns } from '../support/cast.ts';
import {
  asPerson,
  openRebindings,
  type RebindingScene,
  someone,
  stranger,
  takenOver,
  whose,
} from './rebinding.scene.ts';
import { people } from './scene.ts';

let scene: RebindingScene;
beforeAll(async () => void (scene = await openRebindings()));
afterAll(() => scene.close());

const bsns = manyBsns(60);

/** Who has a BSN was given the account of a holder, who now is one with him. */
async function oneWithNumbered(country: string, bsn: string) {
  const [holder, other] = [someone(country)(1), citizen(bsn)];
  const [client, his] = [await scene.opened(holder), String((await scene.me(other)).client)];
  return { holder, client, other, his, id: await takenOver(scene, holder, client, other, asPerson(holder)) };
}

describe('Who took one account with another gives back both, in whichever order it is undone', () => {
  it.each([
    ['the first one first, of who had no account', false, [0, 1]],
    ['the last one first, of who had no account', false, [1, 0]],
    ['the first one first, of who had an account', true, [0, 1]],
    ['the last one first, of who had an account', true, [1, 0]],
  ] as const)('%s', async (_, had, order) => {
    const [first, second, thief] = [someone('LT')(1), someone('SE')(1), stranger('FI')];
    const [one, two] = [await scene.opened(first), await scene.opened(second)];
    const own = had ? await scene.opened(thief) : 'means-ended';
    const cases = [await takenOver(scene, first, one, thief), await takenOver(scene, second, two, thief)];
    expect(await whose(scene, first, second, thief)).toEqual(['means-replaced', 'means-replaced', two]);
    for (const each of order) await scene.asked(200, scene.undo(cases[each] ?? ''));
    expect(await whose(scene, first, second, thief)).toEqual([one, two, own]);
  });

  it.each([
    ['first one first', [0, 1]],
    ['last one first', [1, 0]],
  ] as const)('So it is when a second one names what the first one took: the %s', async (_, order) => {
    const [holder, one, two] = [someone('PL')(1), stranger('CZ'), stranger('SK')];
    const client = await scene.opened(holder);
    const [ofOne, ofTwo] = [await scene.opened(one), await scene.opened(two)];
    const cases = [await takenOver(scene, holder, client, one), await takenOver(scene, holder, client, two)];
    expect(await whose(scene, holder, one, two)).toEqual(['means-replaced', 'means-replaced', client]);
    for (const each of order) await scene.asked(200, scene.undo(cases[each] ?? ''));
    expect(await whose(scene, holder, one, two)).toEqual([client, ofOne, ofTwo]);
  });
});

describe('What came while two were wrongly one', () => {
  it('What the holder’s code proved meanwhile, proves nothing of the other after the undoing', async () => {
    const { holder, client, other, his, id } = await oneWithNumbered('EE', bsns[1] ?? '');
    const { code } = await scene.announce(holder);
    await scene.asked(202, scene.rebind(someone('NO')(1), { code }));
    await scene.tasks();
    const asked = await scene.waitingFor(his);
    expect(asked).toMatchObject({ candidates: [{ client: his, ground: 'proved' }] });
    await scene.asked(200, scene.undo(id));
    expect(await whose(scene, holder, other)).toEqual([client, his]);
    expect(await scene.see(asked.id)).toMatchObject({ candidates: [{ client: his, ground: 'void-proof' }] });
  });

  it('A means that was added meanwhile is shown to who undoes it, and he ends it', async () => {
    const { holder, his, id } = await oneWithNumbered('PT', bsns[2] ?? '');
    const { code } = await scene.announce(holder);
    const added = stranger('GR');
    await scene.asked(202, scene.rebind(added, { code }));
    await scene.tasks();
    const { id: later } = await scene.waitingFor(his);
    await scene.asked(200, scene.decide(later, { decision: 'grant', client: his }));
    await scene.asked(200, scene.undo(id));
    expect(await whose(scene, added)).toEqual([his]);
    const { meansMeanwhile } = await scene.see(id);
    expect(meansMeanwhile).toMatchObject([{ kind: 'eidas', country: 'GR' }]);
    const [{ id: wrong } = { id: '' }] = meansMeanwhile as { id: string }[];
    await scene.asked(
      200,
      scene.as(people.olga).post(`/v1/means/${wrong}/end`, { reason: 'Of the holder.' }),
    );
    expect(await whose(scene, added)).toEqual(['means-ended']);
    expect((await scene.see(later)).meansMeanwhile).toEqual([]);
  });

  it('What is given after the undoing did not come meanwhile', async () => {
    const [holder, other] = [someone('HU')(1), stranger('SI')];
    const client = await scene.opened(holder);
    await scene.opened(other);
    const id = await takenOver(scene, holder, client, other);
    await scene.asked(200, scene.undo(id));
    await scene.give(holder);
    await scene.give(other);
    expect(await scene.see(id)).toMatchObject({ givenMeanwhile: [], meansMeanwhile: [] });
  });
});
