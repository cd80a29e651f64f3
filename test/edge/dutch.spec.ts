import { bsns, kvks, people } from '../support/cast.ts';
import { type House, openHouse } from '../support/house.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
  const { world } = house;
  const vermeer = await world.organisation(kvks.vermeer);
  await world.employee(vermeer, 'bob', 'reader');
  await world.client(bsns.yasmina);
});
afterAll(() => house.close());

describe('Who reads Dutch', () => {
  it.each([
    ['nl', 'Niet gevonden', 'Dit bestaat niet, of u mag het niet zien.'],
    ['nl-NL,nl;q=0.9,en;q=0.8', 'Niet gevonden', 'Dit bestaat niet, of u mag het niet zien.'],
    ['en', 'Not found', 'This does not exist, or it is not yours to see.'],
  ])('gets title and sentence of a problem in his language (%s)', async (language, title, detail) => {
    const nothing = '/v1/mandates/0193f0a2-7b1c-7d3e-9f55-2f6f2f0c9a11';
    const { body } = await house.as(people.yasmina).get(nothing).set('Accept-Language', language);
    expect(body).toMatchObject({ code: 'not-found', title, detail });
  });

  it('gets a refusal in Dutch, title and all', async () => {
    const { body } = await house
      .as(people.bob)
      .post('/v1/inbox-views', { name: 'Ongelezen', shared: true, filter: {} })
      .set('Accept-Language', 'nl');
    expect(body).toMatchObject({
      code: 'role-too-small',
      title: 'Niet toegestaan',
      detail: 'Uw rol in het kantoor is hiervoor niet genoeg. Vraag het een beheerder van uw kantoor.',
    });
  });
});
