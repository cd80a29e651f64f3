import { createLocalJWKSet, decodeProtectedHeader, type JSONWebKeySet, jwtVerify } from 'jose';
import { announcedAhead, longestSigned } from '../../src/domain/signing-key.ts';
import { SigningKeysService } from '../../src/signing/signing-keys.service.ts';
import { citizen, official } from '../support/cast.ts';
import { type House, openHouse } from '../support/house.ts';
import { startProduct } from '../support/product.ts';

let house: House;
const olga = official('olga');
beforeEach(async () => (house = await openHouse()));
afterEach(() => house.close());

const published = async () =>
  (await house.as('nobody').get('/.well-known/jwks.json').expect(200)).body as JSONWebKeySet;
const sign = async () => {
  const iat = Math.floor(house.clock.now().getTime() / 1000);
  const pen = await house.app.get(SigningKeysService).pen();
  return pen.sign({ iat, exp: iat + longestSigned / 1000, sub: 'somebody' }, 'test+jwt');
};
const isGood = (token: string, keys: JSONWebKeySet) =>
  jwtVerify(token, createLocalJWKSet(keys), { currentDate: house.clock.now(), typ: 'test+jwt' }).then(
    () => true,
    () => false,
  );
const move = (milliseconds: number) =>
  house.clock.moveToInstant(new Date(house.clock.now().getTime() + milliseconds).toISOString());
interface Key {
  kid: string;
  signs: boolean;
  withdrawnAt?: string;
  publishedUntil?: string;
  reason?: string;
}
interface Faults {
  errors: { in: string }[];
}
const listed = async () =>
  ((await house.as(olga).get('/v1/signing-keys').expect(200)).body as { items: Key[] }).items;

describe('The keys by which this service signs', () => {
  it('are for anyone, from any page, without what is secret in them', async () => {
    const answer = await house.as('nobody').get('/.well-known/jwks.json').expect(200);
    expect(answer.headers).toMatchObject({
      'access-control-allow-origin': '*',
      'content-type': expect.stringMatching(/^application\/jwk-set\+json/),
      'cache-control': 'public, max-age=300',
    });
    const [key, ...more] = (answer.body as JSONWebKeySet).keys;
    expect(more).toEqual([]);
    expect(Object.keys(key ?? {}).toSorted()).toEqual(['alg', 'crv', 'kid', 'kty', 'use', 'x', 'y']);
    expect(await isGood(await sign(), await published())).toBe(true);
  });

  it('are sealed where they are kept', async () => {
    await sign();
    const { rows } = await house.database.admin.query<{ row: string; sealed: string }>(
      'SELECT to_jsonb(signing_key)::text AS row, sealed FROM signing_key',
    );
    expect(rows[0]?.sealed).toMatch(/^development\./);
    expect(rows[0]?.row).not.toContain('"d"');
  });

  it('are one for two processes that need the first at the same time', async () => {
    const env = { DATABASE_URL: house.database.url, ISSUERS: `test=${house.issuer.url}` };
    const other = await startProduct(env);
    try {
      const asked = Array.from({ length: 20 }, (_, place) =>
        place % 2
          ? published()
          : fetch(`${other.url}/.well-known/jwks.json`).then(
              (answer) => answer.json() as Promise<JSONWebKeySet>,
            ),
      );
      const kids = (await Promise.all(asked)).flatMap(({ keys }) => keys.map(({ kid }) => kid));
      expect(new Set(kids).size).toBe(1);
      expect(kids).toHaveLength(20);
      expect(decodeProtectedHeader(await sign()).kid).toBe(kids[0]);
    } finally {
      await other.end();
    }
  }, 30_000);

  it('follow each other: the next is published before it signs, the last until what it signed is over', async () => {
    const before = await sign();
    const made = await house.as(olga).post('/v1/signing-keys').expect(201);
    const { kid } = made.body as Key;
    expect((await published()).keys.map((key) => key.kid)).toEqual([expect.any(String), kid]);
    expect(decodeProtectedHeader(await sign()).kid).not.toBe(kid);
    await house.as(olga).post('/v1/signing-keys').expect(409); // one at a time

    move(announcedAhead);
    expect(decodeProtectedHeader(await sign()).kid).toBe(kid);
    expect((await listed()).map(({ signs }) => signs)).toEqual([false, true]);
    move(longestSigned - announcedAhead - 60_000);
    expect(await isGood(before, await published())).toBe(true);
    move(announcedAhead + 60_000);
    expect((await published()).keys.map((key) => key.kid)).toEqual([kid]);
  });

  it('lose their secret when they have no use any more', async () => {
    const secrets = async () =>
      (await house.database.admin.query('SELECT FROM signing_key WHERE sealed IS NOT NULL')).rowCount;
    await sign();
    for (const there of [2, 2, 2]) {
      await house.as(olga).post('/v1/signing-keys').expect(201);
      move(announcedAhead);
      expect(await secrets()).toBe(there); // of the one that signs, and of the one before until the next comes
    }
  });

  it('are withdrawn by an official at once, and another signs', async () => {
    const stolen = await sign();
    const { kid = '' } = decodeProtectedHeader(stolen);
    const reason = 'A copy of the keys was stolen.';
    await house.as(olga).post(`/v1/signing-keys/${kid}/withdrawal`, { reason }).expect(204);
    const fresh = await sign();
    expect(await isGood(stolen, await published())).toBe(false);
    expect(await isGood(fresh, await published())).toBe(true);
    expect((await listed())[0]).toMatchObject({ kid, signs: false, reason, withdrawnAt: expect.any(String) });
    await house.as(olga).post(`/v1/signing-keys/${kid}/withdrawal`, { reason }).expect(404); // it was
    const { rows } = await house.database.admin.query(
      `SELECT action, actor_kind, object_id FROM trail WHERE object_kind = 'signing-key' AND outcome = 'permitted' ORDER BY position`,
    );
    expect(rows).toEqual([
      { action: 'signing-key.make', actor_kind: 'job', object_id: kid },
      { action: 'signing-key.withdraw', actor_kind: 'official', object_id: kid },
      { action: 'signing-key.make', actor_kind: 'job', object_id: decodeProtectedHeader(fresh).kid },
    ]);
  });

  it('refuse to sign what would outlive them', async () => {
    const pen = await house.app.get(SigningKeysService).pen();
    expect(() => pen.sign({ iat: 0, exp: longestSigned / 1000 + 1 }, 'test+jwt')).toThrow('may not outlive');
  });

  it('are nobody’s but an official’s, and each fault of a request is named', async () => {
    const yasmina = house.as(citizen('999990019'));
    await yasmina.post('/v1/signing-keys').expect(403);
    await yasmina.get('/v1/signing-keys').expect(403);
    await house
      .as({ ...olga, acr: 'http://eidas.europa.eu/LoA/low' })
      .post('/v1/signing-keys')
      .expect(403);
    const faultsOf = async (kid: string, body: object) =>
      ((await house.as(olga).post(`/v1/signing-keys/${kid}/withdrawal`, body).expect(400)).body as Faults)
        .errors;
    expect((await faultsOf('x', { reason: 'It was stolen.' })).map((fault) => fault.in)).toEqual(['path']);
    expect(await faultsOf('x'.repeat(43), { reason: 'x', kid: 'y' })).toHaveLength(2);
  });
});
