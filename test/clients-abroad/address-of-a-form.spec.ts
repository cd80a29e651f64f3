import { accountHolder } from '../support/cast.ts';
import type { Claims } from '../support/house.ts';
import { flat, granted, somebody } from './onboarding.scene.ts';
import { openRebindings, type RebindingScene } from './rebinding.scene.ts';
import { people } from './scene.ts';

let scene: RebindingScene;
beforeAll(async () => void (scene = await openRebindings()));
afterAll(() => scene.close());

const street = { country: 'SR', street: 'Dievenlaan 1', place: 'Paramaribo' };
const there = ['Dievenlaan 1', 'PARAMARIBO', 'SURINAME'];
const inElisesName = { givenNames: 'Élise', familyName: 'Dubois', birthDate: '1961-07-21', address: street };
/** What stands among the notices of somebody about his means. */
const noticesOf = async (who: Claims) => {
  const { items } = (await scene.as(who).get('/v1/notices?kind=means-added')).body;
  return (items as { words: { en: string; nl: string } }[]).map(({ words }) => words);
};
/** Somebody re-binds, two officials agree, and the letters go out. */
async function rebound(client: string, from: Claims, to: Claims) {
  const { code } = await scene.announce(from);
  await scene.asked(202, scene.rebind(to, { code }));
  await scene.tasks();
  const { id } = await scene.waitingFor(client);
  await scene.asked(200, scene.decide(id, { decision: 'grant', client }));
  await scene.tasks();
}

describe('A stranger sends a form in the name of Élise, who opened her account with a European means', () => {
  it('His address is used for the letter of his form alone, and she is warned in her account', async () => {
    const client = await scene.opened(people.elise);
    const id = await scene.entered(inElisesName);
    await scene.asked(200, scene.decide(id, { decision: 'grant', client }));
    await scene.tasks();
    expect((await scene.letters(id))[0]?.note.address.slice(1)).toEqual(there);
    expect(await noticesOf(people.elise)).toEqual([]);

    const letters = scene.newLetters();
    const thief = accountHolder('thief-of-elise');
    await scene.asked(200, scene.redeem(thief, await scene.inLetter(id)));
    await scene.tasks();
    expect((await scene.me(thief)).client).toBe(client);
    expect(await letters()).toEqual([]);
    const [warning, ...more] = await noticesOf(people.elise);
    expect(more).toEqual([]);
    expect(warning?.en).toMatch(
      /a means of sign-in was added to your account\. .* an official can undo it\.$/,
    );
    expect(warning?.nl).toContain('Kent u het niet? Beëindig het dan, of schrijf ons');

    await scene.asked(200, scene.undo(id));
    expect((await scene.me(thief)).code).toBe('means-ended');
    await rebound(client, people.elise, { ...people.elise, eidas_id: 'FR/NL/elise-2' });
    expect(await letters()).toEqual([]);
  });

  it('What she chose herself, and what she never chose, a form does not change', async () => {
    const client = await scene.world.client('999990056');
    const form = { givenNames: 'Klaus', familyName: 'Weber', birthDate: '1955-03-14', bsn: '999990056' };
    const id = await scene.entered({ ...form, language: 'nl', timeZone: 'America/Paramaribo' });
    await scene.asked(200, scene.decide(id, { decision: 'grant', client }));
    expect(await scene.rows('SELECT FROM client_preference WHERE client_id = $1', client)).toEqual([]);
    expect(await scene.rows('SELECT FROM client_contact WHERE client_id = $1', client)).toEqual([]);
  });
});

describe('Whom a form opened an account for is written to at its address once he used the code', () => {
  it('Rosa hears there of what is added later; not before, and not when her letter is undone', async () => {
    const own = somebody();
    const { id, client } = await granted(scene, own);
    const second = await scene.entered({ ...own, address: street });
    await scene.asked(200, scene.decide(second, { decision: 'grant', client }));
    await scene.tasks();
    // Nobody used the first letter: no address is on file, and the second goes where its own form says.
    expect((await scene.letters(second))[0]?.note.address.slice(1)).toEqual(there);

    await scene.asked(200, scene.redeem(accountHolder('rosa-1'), await scene.inLetter(id)));
    const letters = scene.newLetters();
    await scene.asked(200, scene.redeem(accountHolder('rosa-2'), await scene.inLetter(second)));
    await scene.tasks();
    const [told] = await letters();
    expect(told?.address.slice(1)).toEqual(['Voorbeeldlaan 14', 'PARAMARIBO', 'SURINAME']);
    expect(flat(told?.text ?? '')).toContain('A means of sign-in was added to your account');

    await scene.asked(200, scene.undo(id));
    const third = await scene.entered({ ...own, givenNames: 'Rosa Maria', address: street });
    await scene.asked(200, scene.decide(third, { decision: 'grant', client }));
    await scene.tasks();
    expect((await scene.letters(third))[0]?.note.address.slice(1)).toEqual(there);
  });
});
