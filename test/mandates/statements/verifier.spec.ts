import { generateKeyPair, SignJWT } from 'jose';
import { addDays, dayOf } from '../../../src/domain/day.ts';
import { bsns, type Made, openStatements, people, type Statements } from './scene.ts';
import { ends as codes, openVerifier, run } from './verifier.ts';

const verifier = openVerifier();
let scene: Statements;
beforeEach(async () => (scene = await openStatements()));
afterEach(() => scene.close());
afterAll(() => verifier.close());

const { yasmina } = people;
const { valid, notBelieved, notChecked, unsure } = codes;
const check = (statement: string, given?: Parameters<typeof verifier.check>[2]) =>
  verifier.check(scene, statement, given);
/** The same statement in which somebody changed one thing. */
const withPart = ({ statement }: Made, place: number, change: (part: string) => string) =>
  statement
    .split('~')
    .map((part, at) => (at === place ? change(part) : part))
    .join('~');
const other = (text: string) => Buffer.from(JSON.stringify(text)).toString('base64url');

describe('The program by which anybody checks a statement without us', () => {
  it('says in plain words what it shows, and that it is valid', async () => {
    const made = await scene.make(yasmina);
    const { ends, says } = await check(made.statement, { list: await scene.listAfter(made) });
    expect([ends, says]).toEqual([
      valid,
      expect.stringMatching(/^VALID\. Signed by http:\/\/localhost:3000/),
    ]);
    expect(says).toContain('Represented        Yasmina el Amrani');
    expect(says).toContain(`May act            Kantoor ${scene.vermeer.kvk}`);
    expect(says).toMatch(/Messages +\S.*: financial \(read, download\)/);
    expect(says).not.toContain(bsns.yasmina);
    expect((await check(made.statement, { list: await scene.listAfter(made), more: ['--nl'] })).says).toMatch(
      /^GELDIG\./,
    );
  });

  it('says without a status list that it does not know whether it still holds', async () => {
    const { ends, says } = await check((await scene.make(yasmina)).statement);
    expect([ends, says]).toEqual([unsure, expect.stringMatching(/^SIGNED by/)]);
  });

  it('says that the authorisation was ended, or is suspended', async () => {
    const made = await scene.make(yasmina);
    const before = await scene.listAfter(made);
    const { id } = scene.mandate;
    await scene
      .as(people.olga)
      .post(`/v1/mandates/${id}/suspension`, { reason: 'Under investigation.' })
      .expect(200);
    const suspended = await check(made.statement, { list: await scene.listAfter(made) });
    expect([suspended.ends, suspended.says]).toEqual([
      notBelieved,
      expect.stringContaining('is suspended at the moment'),
    ]);
    await scene.act(yasmina, scene.mandate, 'revocation', {});
    const revoked = await check(made.statement, { list: await scene.listAfter(made) });
    expect([revoked.ends, revoked.says]).toEqual([
      notBelieved,
      expect.stringContaining('was ended or made smaller'),
    ]);
    expect((await check(made.statement, { list: before })).ends).toBe(valid); // it knows no more than what was saved
  });

  it('believes nothing that somebody changed', async () => {
    const made = await scene.make(yasmina);
    const [token = '', first = ''] = made.statement.split('~');
    const [head, claims = '', signature = ''] = token.split('.');
    const longer = JSON.parse(Buffer.from(claims, 'base64url').toString()) as { exp: number };
    const flipped = Buffer.from(signature, 'base64url');
    flipped[40] = (flipped[40] ?? 0) ^ 1;
    const forged = {
      'its end': [
        head,
        Buffer.from(JSON.stringify({ ...longer, exp: longer.exp + 1 })).toString('base64url'),
        signature,
      ].join('.'),
      'its signature': [head, claims, flipped.toString('base64url')].join('.'),
      'a signature of nothing': [head, claims, Buffer.alloc(64).toString('base64url')].join('.'),
      'no algorithm': [other('x'), claims, ''].join('.'),
    };
    for (const [what, changed] of Object.entries(forged)) {
      const { ends, says } = await check(withPart(made, 0, () => changed));
      expect([what, ends, says]).toEqual([what, notBelieved, expect.stringMatching(/^NOT VALID/)]);
    }
    const name = Buffer.from(JSON.stringify(['salt', 'client_name', 'Pieter'])).toString('base64url');
    for (const shown of [name, `${first}~${first}`, `${first}~${name}`])
      expect((await check(withPart(made, 1, () => shown))).says).toContain('not what was signed');
    for (const damaged of ['', 'x', token, `${made.statement}x`, made.statement.slice(0, -9)])
      expect((await check(damaged)).ends).toBe(notBelieved);
  });

  it('believes no other key, no withdrawn key and no other kind of token', async () => {
    const made = await scene.make(yasmina);
    const [{ kid } = { kid: '' }] = (await scene.keys()).keys;
    const { privateKey } = await generateKeyPair('ES256');
    const claims = await scene.signedPart(made);
    const stranger = await new SignJWT(claims)
      .setProtectedHeader({ alg: 'ES256', typ: 'dc+sd-jwt', kid: kid ?? '' })
      .sign(privateKey);
    expect((await check(withPart(made, 0, () => stranger))).says).toContain('The signature is wrong');
    expect((await check(`${await scene.listAfter(made)}~`)).says).toContain(
      'something else than a statement',
    );
    expect((await check(made.statement, { more: ['--issuer', 'https://elsewhere.example'] })).ends).toBe(
      notBelieved,
    );
    await scene
      .as(people.olga)
      .post(`/v1/signing-keys/${kid}/withdrawal`, { reason: 'It was stolen.' })
      .expect(204);
    expect((await check(made.statement)).says).toContain('not among those that you saved');
  });

  it('believes a statement by the last key as long as it holds, after another came', async () => {
    const made = await scene.make(yasmina);
    await scene.as(people.olga).post('/v1/signing-keys').expect(201);
    scene.clock.moveTo(addDays(dayOf(scene.clock.now()), 29));
    const now = await check(made.statement, { list: await scene.listAfter(made) });
    expect([now.ends, now.says]).toEqual([valid, expect.anything()]);
    const keys = await scene.keys();
    scene.clock.moveTo(addDays(dayOf(scene.clock.now()), 2));
    expect((await check(made.statement, { keys })).says).toContain('It is over');
  });

  it('uses no status list of another place, another time or another hand', async () => {
    const made = await scene.make(yasmina);
    const list = await scene.listAfter(made);
    const { privateKey } = await generateKeyPair('ES256');
    const told = await scene.believed(list, 'statuslist+jwt');
    const forged = await new SignJWT(told)
      .setProtectedHeader({
        alg: 'ES256',
        typ: 'statuslist+jwt',
        kid: (await scene.keys()).keys[0]?.kid ?? '',
      })
      .sign(privateKey);
    for (const unusable of [forged, 'x', made.statement]) {
      const { ends, says } = await check(made.statement, { list: unusable });
      expect([ends, says]).toEqual([notChecked, expect.stringContaining('cannot be used')]);
    }
    scene.clock.moveTo(addDays(dayOf(scene.clock.now()), 2));
    expect((await check(made.statement, { list })).ends).toBe(notChecked);
  });

  it('says what it cannot read, and names no person while it does', async () => {
    const { nothing } = verifier;
    expect((await run([nothing, '--keys', nothing])).ends).toBe(notChecked);
    const made = await scene.make(yasmina);
    const strange = { kty: 'EC', crv: 'P-256', kid: [1], x: 'AA', y: 'AA' };
    for (const keys of [[], { keys: [1] }, { keys: { a: 1 } }, { keys: [strange] }, { keys: 7 }]) {
      const { ends, says } = await check(made.statement, { keys });
      expect([ends === notBelieved || ends === notChecked, says]).toEqual([
        true,
        expect.stringMatching(/^NOT VALID|^This could not be read/),
      ]);
    }
    const [, ...rest] = made.statement.split('.');
    for (const kid of [[], {}, null]) {
      const head = JSON.stringify({ alg: 'ES256', typ: 'dc+sd-jwt', kid });
      const { ends, says } = await check([Buffer.from(head).toString('base64url'), ...rest].join('.'));
      expect([ends, says]).toEqual([notBelieved, expect.stringMatching(/^NOT VALID/)]);
    }
  });
});
