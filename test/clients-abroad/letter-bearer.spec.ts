import { accountHolder, european } from '../support/cast.ts';
import { flat, granted } from './onboarding.scene.ts';
import { openScene, people, type Scene } from './scene.ts';

let scene: Scene;
beforeAll(async () => {
  scene = await openScene();
  await scene.opened(people.klaus);
});
afterAll(() => scene.close());

const form = { givenNames: 'Klaus', familyName: 'Weber', birthDate: '1955-03-14', bsn: '999990056' };
/** A letter with a code for Klaus, which two officials granted. */
async function letterForKlaus() {
  const client = await scene.world.client('999990056');
  const id = await scene.entered(form);
  await scene.asked(200, scene.decide(id, { decision: 'grant', client }));
  await scene.tasks();
  return { client, letter: await scene.inLetter(id) };
}

describe('The code of a letter is brought by who the letter is for', () => {
  it.each([
    ['Mallory', european('FI/NL/mallory', ['Mallory', 'Evil'], '1990-01-01')],
    ['Hans Weber', european('FI/NL/hans', ['Hans', 'Weber'], '1955-03-14')],
    ['a Klaus Weber of another day', european('FI/NL/later', ['Klaus', 'Weber'], '1955-03-15')],
  ])('%s opens nothing with it, and Klaus reads on', async (_, who) => {
    const { client, letter } = await letterForKlaus();
    const { status, body } = await scene.redeem(who, letter);
    expect([status, body.code]).toEqual([409, 'wrong-code']);
    expect((await scene.me(people.klaus)).client).toBe(client);
  });

  it('A European means of level low brings none', async () => {
    const { letter } = await letterForKlaus();
    const low = european('FI/NL/low', ['Klaus', 'Weber'], '1955-03-14', 'low');
    expect((await scene.redeem(low, letter)).body.code).toBe('assurance-too-low');
  });

  it('Klaus himself brings it with another European means, and is written that it was added', async () => {
    const { client, letter } = await letterForKlaus();
    const newer = european('AT/NL/klaus', ['Klaus Peter', 'WEBER'], '1955-03-14');
    const letters = scene.newLetters();
    await scene.asked(200, scene.redeem(newer, letter));
    await scene.tasks();
    expect((await scene.me(newer)).client).toBe(client);
    const [told] = await letters();
    expect(told?.address).toEqual(['Klaus Weber', 'Musterweg 7', '50667 Köln', 'GERMANY']);
    expect(flat(told?.text ?? '')).toContain('A means of sign-in was added to your account');
  });

  it('Thi Mai Le, whose family name is a particle elsewhere, brings the code of her letter', async () => {
    const mai = { givenNames: 'Thi Mai', familyName: 'Le', birthDate: '1970-02-02' };
    const { id, client } = await granted(scene, mai);
    const letter = await scene.inLetter(id);
    const other = european('FR/NL/do', ['Thi Mai', 'Do'], '1970-02-02');
    expect((await scene.redeem(other, letter)).body.code).toBe('wrong-code');
    const own = european('FR/NL/le', ['Thi Mai', 'Le'], '1970-02-02');
    await scene.asked(200, scene.redeem(own, letter));
    expect((await scene.me(own)).client).toBe(client);
  });

  it('An account shows no name, and opens with the code alone; who is new hears of nothing that was added', async () => {
    const { id, client } = await granted(scene);
    const letters = scene.newLetters();
    const who = accountHolder('new-here');
    await scene.asked(200, scene.redeem(who, await scene.inLetter(id)));
    await scene.tasks();
    expect((await scene.me(who)).client).toBe(client);
    expect(await letters()).toEqual([]);
  });
});
