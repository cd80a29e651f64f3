import { generateKeyPair, SignJWT } from 'jose';
import { people } from '../support/cast.ts';
import { type House, openHouse } from '../support/house.ts';
import request from 'supertest';

let house: House;
beforeAll(async () => void (house = await openHouse()));
afterAll(() => house.close());

const me = async (token?: string) => {
  const test = request(house.app.getHttpServer()).get('/v1/me');
  return token === undefined ? test : test.set('Authorization', `Bearer ${token}`);
};
const soon = () => Math.floor(Date.now() / 1000);

describe('A token says who someone is', () => {
  it('lets Yasmina in as a citizen with a pseudonym instead of her BSN', async () => {
    const answer = await house.as(people.yasmina).get('/v1/me');
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({ kind: 'citizen', assurance: 'substantial' });
    expect(JSON.stringify(answer.body)).not.toContain('999990019');
  });

  const refused: Record<string, () => Promise<string | undefined>> = {
    'no token': () => Promise.resolve(undefined),
    'something that is no token': () => Promise.resolve('abc.def.ghi'),
    'a token for another service': () => house.issuer.sign({ ...people.yasmina, aud: 'urn:other' }),
    'a token that has expired': () => house.issuer.sign({ ...people.yasmina, exp: soon() - 60 }),
    'a token without an end': () => house.issuer.sign({ ...people.yasmina, exp: undefined }),
    'a token that is not valid yet': () => house.issuer.sign({ ...people.yasmina, nbf: soon() + 600 }),
    'a token of an unknown issuer': () =>
      house.issuer.sign({ ...people.yasmina, iss: 'https://evil.example' }),
    'an ID token': () => house.issuer.sign(people.yasmina, { typ: 'JWT' }),
    'a token with its own key': () => house.issuer.sign(people.yasmina, { jwk: { kty: 'EC' } }),
    'a token that says where its key is': () =>
      house.issuer.sign(people.yasmina, { jku: 'https://evil.example' }),
    'a token with a chain': () => house.issuer.sign(people.yasmina, { x5u: 'https://evil.example' }),
    'a token with an unknown level': () => house.issuer.sign({ ...people.yasmina, acr: 'very-high' }),
    'a token with a wrong BSN (R1)': () => house.issuer.sign({ ...people.yasmina, bsn: '123456789' }),
    'a token of somebody whom nobody can write down': () =>
      house.issuer.sign({ ...people.yasmina, sub: 'yas\u0000mina' }),
    'an eIDAS token for another country (R4)': () =>
      house.issuer.sign({ ...people.yasmina, means: 'eidas', eidas_id: 'DE/BE/x' }),
    'a token signed with a shared secret': () =>
      new SignJWT({ ...people.yasmina, iss: house.issuer.url, aud: 'urn:volmacht:api', exp: soon() + 60 })
        .setProtectedHeader({ alg: 'HS256', typ: 'at+jwt', kid: 'test' })
        .sign(new TextEncoder().encode('a secret of thirty-two characters!')),
    'a token signed with another key': async () =>
      new SignJWT({ ...people.yasmina, iss: house.issuer.url, aud: 'urn:volmacht:api', exp: soon() + 60 })
        .setProtectedHeader({ alg: 'ES256', typ: 'at+jwt', kid: 'test' })
        .sign((await generateKeyPair('ES256')).privateKey),
  };
  it.each(Object.entries(refused))('refuses %s with 401 and the words to sign in', async (_, token) => {
    const answer = await me(await token());
    expect(answer.status).toBe(401);
    expect(answer.headers['content-type']).toContain('application/problem+json');
    expect(answer.body).toMatchObject({ code: 'sign-in-required', status: 401 });
  });

  it('refuses Joris at low assurance with the level that he needs, and no data (R5)', async () => {
    const answer = await house.as({ ...people.joris, acr: 'http://eidas.europa.eu/LoA/low' }).get('/v1/me');
    expect(answer.status).toBe(403);
    expect(answer.body).toMatchObject({ code: 'assurance-too-low', neededAssurance: 'substantial' });
  });

  it('lets Yasmina in again with the same token, and not once that is over', async () => {
    // Clocks may differ by five seconds: this one holds for another two.
    const token = await house.issuer.sign({ ...people.yasmina, exp: soon() - 3 });
    expect([(await me(token)).status, (await me(token)).status]).toEqual([200, 200]);
    await new Promise((resolve) => setTimeout(resolve, 3_100));
    expect((await me(token)).status).toBe(401);
  });

  it('believes no other token because one like it was right', async () => {
    const token = await house.issuer.sign(people.yasmina);
    expect((await me(token)).status).toBe(200);
    const [head = '', claims = '', signature = ''] = token.split('.');
    const other = await house.issuer.sign(people.joris);
    const joris = other.split('.')[1] ?? '';
    const forged = [
      [head, joris, signature],
      [head, claims, other.split('.')[2]],
      [head, claims, ''],
      [Buffer.from('{"alg":"none","typ":"at+jwt"}').toString('base64url'), claims, signature],
    ];
    for (const parts of forged) expect((await me(parts.join('.'))).status).toBe(401);
  });
});
