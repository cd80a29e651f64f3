import { IdentityUpkeepService } from '../../src/clients-abroad/upkeep/identity-upkeep.service.ts';
import { accountHolder, bsns, european } from '../support/cast.ts';
import { openScene, type Scene } from './scene.ts';

let scene: Scene;
let klaus: string;
beforeAll(async () => {
  scene = await openScene();
  klaus = await scene.world.client('999990056');
});
afterAll(() => scene.close());

const form = { givenNames: 'Klaus', familyName: 'Weber', birthDate: '1955-03-14', language: 'en' };
/** A month later the service asks again whether accounts are of somebody with a BSN. */
async function aMonthLater(days: number) {
  scene.clock.moveTo(scene.world.day(days));
  await scene.app.get(IdentityUpkeepService).keepUp();
  await scene.tasks();
}
/** The source takes this person for Klaus, whatever he is called. */
const takesAllForKlaus = () =>
  scene.replaceSource(() =>
    Promise.resolve({
      outcome: 'match',
      found: {
        bsn: '999990056',
        person: { name: 'Klaus Weber', birthDate: '1955-03-14', abroad: true, language: 'en', address: [] },
      },
    } as never),
  );

describe('The source alone opens an inbox only to who shows the names and the date of birth of whom it found', () => {
  afterEach(() => scene.clock.backToNow());

  it.each([
    ['Hans Weber', european('FR/NL/hans', ['Hans', 'Weber'], '1955-03-14')],
    ['Klaus Weber, born a day later', european('FR/NL/later', ['Klaus', 'Weber'], '1955-03-15')],
    ['K. Weber', european('FR/NL/k', ['K.', 'Weber'], '1955-03-14')],
    ['Klaus -', european('FR/NL/dash', ['Klaus', '-'], '1955-03-14')],
  ])('%s gets an account of his own, and an official has a case', async (_, who) => {
    const repair = takesAllForKlaus();
    const client = await scene.opened(who);
    repair();
    expect(client).not.toBe(klaus);
    const waiting = (await scene.cases('account')).find((each) => each.client === client);
    expect(waiting).toMatchObject({ outcome: 'match' });
    const seen = await scene.see(waiting?.id ?? '');
    expect(seen).toMatchObject({ candidates: [{ client: klaus, ground: 'source' }] });
  });

  it('Klaus Peter, of whom the register knows the first name only, is Klaus', async () => {
    expect(await scene.opened(european('AT/NL/kp', ['Klaus Peter', 'WEBER'], '1955-03-14'))).toBe(klaus);
  });

  it('A name on a form, and a European means that brings the code, is not a means that shows the name', async () => {
    const mallory = accountHolder('mallory');
    const repair = scene.replaceSource(() => Promise.resolve({ outcome: 'no-match' }));
    const id = await scene.entered(form);
    await scene.asked(200, scene.propose(id, { decision: 'grant' }));
    await scene.tasks();
    await scene.asked(200, scene.redeem(mallory, await scene.inLetter(id)));
    repair();
    const own = (await scene.me(mallory)).client;
    // As if he had a European means since.
    await scene.rows(
      `INSERT INTO client_means (id, client_id, kind, means_index, sealed, country, since)
         VALUES (gen_random_uuid(), $1, 'eidas', 'x', 'x', 'FI', now())`,
      own,
    );
    await aMonthLater(31);
    expect((await scene.me(mallory)).client).toBe(own);
    const [waiting] = await scene.cases('link');
    const seen = await scene.see(waiting?.id ?? '');
    expect(seen).toMatchObject({
      person: { givenNames: 'Klaus', familyName: 'Weber' },
      candidates: [{ client: klaus, ground: 'source', differs: [] }],
    });
  });

  it('Who opened her account with a European means is found a month later by what it showed', async () => {
    const sanne = european('LU/NL/sanne', ['Sanne', 'Bakker'], '1996-08-30');
    const repair = scene.replaceSource(() => Promise.resolve({ outcome: 'no-match' }));
    const own = await scene.opened(sanne);
    repair();
    expect(own).not.toBe(await scene.world.client(bsns.sanne));
    await aMonthLater(62);
    expect((await scene.me(sanne)).client).toBe(await scene.world.client(bsns.sanne));
  });
});
