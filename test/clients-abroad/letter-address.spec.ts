import { accountHolder } from '../support/cast.ts';
import { flat, granted, somebody } from './onboarding.scene.ts';
import { form, openScene, type Scene } from './scene.ts';

let scene: Scene;
beforeAll(async () => void (scene = await openScene()));
afterAll(() => scene.close());

describe('A stranger asks in the name of Rosa, who has an account without a BSN', () => {
  it('The letter goes to her address, officials see that the other differs, and she hears what was added', async () => {
    const own = somebody();
    const { id, client } = await granted(scene, own);
    const rosa = accountHolder('rosa-of-the-address');
    await scene.asked(200, scene.redeem(rosa, await scene.inLetter(id)));

    const letters = scene.newLetters();
    const address = { country: 'BE', street: 'Dievenstraat 1', postcode: '1000', place: 'Brussel' };
    await scene.asked(
      202,
      scene.as('nobody').post('/v1/clients-abroad/onboarding-requests', form({ ...own, address })),
    );
    await scene.tasks();
    const [waiting] = await scene.cases('onboarding');
    const asked = waiting?.id ?? '';
    const seen = await scene.see(asked);
    expect(seen).toMatchObject({ candidates: [{ client, ground: 'same-person', differs: ['address'] }] });
    await scene.asked(200, scene.decide(asked, { decision: 'grant', client }));
    await scene.tasks();
    const [letter] = await letters();
    expect(letter?.address.slice(1)).toEqual(['Voorbeeldlaan 14', 'PARAMARIBO', 'SURINAME']);
    const [contact] = await scene.rows(
      'SELECT count(*)::int AS kept FROM client_contact WHERE client_id = $1',
      client,
    );
    expect(contact).toEqual({ kept: 1 });

    const thief = accountHolder('thief-of-the-letter');
    await scene.asked(200, scene.redeem(thief, await scene.inLetter(asked)));
    await scene.tasks();
    const told = (await letters()).find(({ text }) => flat(text).includes('A means of sign-in was added'));
    expect(told?.address.slice(1)).toEqual(['Voorbeeldlaan 14', 'PARAMARIBO', 'SURINAME']);
  });
});
