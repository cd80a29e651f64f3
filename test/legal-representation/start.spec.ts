import { cast, openScene, type Scene } from './scene.ts';

let scene: Scene;
let message: string;
beforeEach(async () => {
  scene = await openScene();
  message = await scene.world.message(scene.pieter, { delivered_at: new Date('2025-01-01T12:00:00Z') });
});
afterEach(() => scene.close());

/** Handed in and verified at noon of a day; then seen just before and just after an instant. */
async function around(verifiedOn: string, midnight: string, said: Record<string, unknown>) {
  scene.clock.moveTo(verifiedOn);
  const order = await scene.verified(said);
  const at = async (shift: number) => {
    scene.clock.moveToInstant(new Date(Date.parse(midnight) + shift).toISOString());
    return [(await scene.see(cast.gerda, order)).state, await scene.opens(message)];
  };
  return { order, before: await at(-20_000), after: await at(1) };
}

const notYet = ['verified', 'not-found'];
const begun = ['active', 'opens'];

describe('R22: a guardianship begins at midnight in Amsterdam of its first day', () => {
  it.each([
    [
      'bewind sent on a Friday begins on Saturday',
      '2026-11-13',
      '2026-11-13T23:00:00Z',
      { givenOn: '2026-11-11', sentOn: '2026-11-13' },
    ],
    [
      'curatele given today begins tomorrow',
      '2026-11-13',
      '2026-11-13T23:00:00Z',
      { ground: 'curatele', givenOn: '2026-11-13' },
    ],
    [
      'bewind given on 28 February of a leap year begins on 29 February',
      '2028-02-28',
      '2028-02-28T23:00:00Z',
      { givenOn: '2028-02-28' },
    ],
    [
      'bewind given on 29 February begins on 1 March',
      '2028-02-29',
      '2028-02-29T23:00:00Z',
      { givenOn: '2028-02-29' },
    ],
    [
      'bewind that begins in the night in which summer time begins',
      '2027-03-27',
      '2027-03-27T23:00:00Z',
      { givenOn: '2027-03-27' },
    ],
    [
      'bewind that begins on the day after it: an hour earlier',
      '2027-03-28',
      '2027-03-28T22:00:00Z',
      { givenOn: '2027-03-28' },
    ],
    [
      'bewind that begins in the night in which summer time ends',
      '2026-10-24',
      '2026-10-24T22:00:00Z',
      { givenOn: '2026-10-24' },
    ],
    [
      'bewind with a later day in the order',
      '2026-11-13',
      '2026-11-30T23:00:00Z',
      { givenOn: '2026-11-11', startsOn: '2026-12-01' },
    ],
  ])('%s', async (_, verifiedOn, midnight, said) => {
    const { before, after } = await around(verifiedOn, midnight, said);
    expect(before).toEqual(notYet);
    expect(after).toEqual(begun);
  });

  it('provisional begins on the day in the order, also before anybody knew', async () => {
    scene.clock.moveTo('2026-11-20');
    const said = {
      ground: 'provisional',
      givenOn: '2026-11-13',
      startsOn: '2026-11-13',
      categories: ['financial'],
    };
    const order = await scene.verified(said);
    expect(order).toMatchObject({ state: 'active', authority: { from: '2026-11-13' } });
  });

  it('a term ends at midnight of the first day without it', async () => {
    scene.clock.moveTo('2026-11-13');
    const order = await scene.verified({ givenOn: '2026-11-01', until: '2027-03-28' });
    scene.clock.moveToInstant('2027-03-27T22:59:00Z');
    expect(await scene.opens(message)).toBe('opens');
    scene.clock.moveToInstant('2027-03-27T23:00:00Z');
    expect(await scene.opens(message)).toBe('measure-ended');
    expect(await scene.see(cast.gerda, order)).toMatchObject({ state: 'ended' });
  });

  it('an order whose term was over before it was verified opens nothing', async () => {
    const order = await scene.verified({ givenOn: '2020-01-01', until: '2021-01-01' });
    expect(order.state).toBe('ended');
    expect(await scene.opens(message)).not.toBe('opens');
  });
});
