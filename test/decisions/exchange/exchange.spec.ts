import { createLocalJWKSet, decodeProtectedHeader, type JSONWebKeySet, jwtVerify } from 'jose';
import { addDays, dayOf, startOf } from '../../../src/domain/day.ts';
import { trailOf } from '../../inbox/scene.ts';
import { bsns, kvks, oins, people } from '../../support/cast.ts';
import { type Exchanging, openExchange } from './scene.ts';

let scene: Exchanging;
beforeEach(async () => (scene = await openExchange()));
afterEach(() => scene.house.close());

const level = 'http://eidas.europa.eu/LoA/substantial';
const soon = (seconds: number) => Math.floor(scene.house.clock.now().getTime() / 1000) + seconds;

describe('A message box wants to know for whom Joris acts, as a token', () => {
  it('which anybody can check by our keys, and which says who: employee, office, and the client deepest', async () => {
    const answer = await scene.exchange();
    expect(answer).toMatchObject({
      status: 200,
      issued_token_type: 'urn:ietf:params:oauth:token-type:access_token',
      token_type: 'Bearer',
      expires_in: 300,
    });
    const keys = (await scene.house.as('nobody').get('/.well-known/jwks.json')).body as JSONWebKeySet;
    const { payload } = await jwtVerify(answer.access_token ?? '', createLocalJWKSet(keys), {
      ...{ issuer: 'http://localhost:3000', audience: `urn:nld:oin:${oins.system}`, typ: 'at+jwt' },
    });
    const pseudonym = 'urn:nl-eid-gdi:1.0:id:pseudonym';
    const iss = 'http://localhost:3000';
    expect(payload).toEqual({
      ...{ iss, aud: `urn:nld:oin:${oins.system}`, client_id: `urn:nld:oin:${oins.system}` },
      ...{ iat: expect.any(Number) as number, exp: (payload.iat ?? 0) + 300 },
      jti: expect.any(String) as string,
      ...{ sub: scene.jorisId, sub_id_type: pseudonym, acr: level },
      represents: {
        ...{ sub: kvks.vermeer, sub_id_type: 'urn:nl-eid-gdi:1.0:id:KvKnr', iss },
        represents: { sub: scene.yasmina, sub_id_type: pseudonym, iss },
      },
      authentication_context: {
        ...{ source: 'eherkenning', levelOfAssurance: level },
        representee: { identifierType: 'opaque', identifier: scene.yasmina },
        authorizee: {
          legalSubject: { identifierType: 'kvkNummer', identifier: kvks.vermeer },
          actingSubject: { identifierType: 'opaque', identifier: scene.jorisId },
        },
        mandate: { role: 'gemachtigde', services: [] },
      },
    });
    expect(decodeProtectedHeader(answer.access_token ?? '').alg).toBe('ES256');
  });

  it('the same for a client called by his BSN, which is in no token', async () => {
    const answer = await scene.exchange({ represents: `bsn:${bsns.yasmina}` });
    expect(JSON.stringify(scene.claimsIn(answer))).toContain(scene.yasmina);
    expect(JSON.stringify(scene.claimsIn(answer))).not.toContain(bsns.yasmina);
    expect(JSON.stringify(await trailOf(scene.house, 'token.exchange'))).not.toContain(bsns.yasmina);
  });

  it('of who represents others by himself: without an office between him and the client', async () => {
    const { house, yasmina } = scene;
    const offices = '/v1/representative-organisations';
    const ruben = house.as(people.rubenRepresents);
    const wish = { name: 'Ruben Hendriks', kind: 'individual', administratorName: 'Ruben Hendriks' };
    const { id: organisation } = (await ruben.post(offices, wish).expect(201)).body as { id: string };
    await house.as(people.olga).post(`${offices}/${organisation}/recognition`).expect(200);
    const me = (await ruben.get('/v1/me')).body as { employee: string };
    await house.world.mandate({
      ...{ client: yasmina, organisation },
      lines: [{ category: 'care', actions: ['read'] }],
    });
    await house.world.assign(organisation, yasmina, { employee: me.employee });
    const claims = scene.claimsIn(await scene.exchange({}, people.rubenRepresents));
    expect(claims).toMatchObject({ sub: me.employee, represents: { sub: yasmina } });
    expect(claims.represents).not.toHaveProperty('represents');
    expect(claims.authentication_context).toMatchObject({
      source: 'digid',
      authorizee: { actingSubject: { identifier: me.employee } },
    });
    expect(JSON.stringify(claims)).not.toContain(bsns.ruben);
  });

  it('never longer than his sign-in, or than the mandate', async () => {
    const exp = soon(90);
    expect(scene.claimsIn(await scene.exchange({}, { ...people.joris, exp })).exp).toBe(exp);
    const { house } = scene;
    const tomorrow = addDays(dayOf(house.clock.now()), 1);
    await house.database.admin.query('UPDATE mandate SET ends_on = $2 WHERE id = $1', [
      scene.mandate,
      tomorrow,
    ]);
    // Two minutes before midnight in the Netherlands.
    house.clock.moveToInstant(new Date(startOf(tomorrow).getTime() - 120_000).toISOString());
    const late = await scene.exchange({}, { ...people.joris, exp: soon(86_400) });
    expect(late.expires_in).toBeLessThanOrEqual(120);
    expect(late.expires_in).toBeGreaterThan(60);
  });

  it('also by a sign-in whose clock is a little ahead of ours, as at every route', async () => {
    const [ahead, tooFar] = [
      { ...people.joris, nbf: soon(2) },
      { ...people.joris, nbf: soon(60) },
    ];
    expect((await scene.house.as(ahead).get('/v1/me')).status).toBe(200);
    expect((await scene.exchange({}, ahead)).status).toBe(200);
    expect(await scene.exchange({}, tooFar)).toMatchObject({ status: 400, error: 'invalid_request' });
  });

  it('until the request after the client revoked', async () => {
    expect((await scene.exchange()).status).toBe(200);
    await scene.house.as(people.yasmina).post(`/v1/mandates/${scene.mandate}/revocation`, {});
    expect(await scene.exchange()).toMatchObject({
      ...{ status: 400, error: 'invalid_target' },
      reason: 'mandate-revoked',
      remedy: 'request-mandate',
    });
  });

  it('and that is no sign-in here, nor good for another token', async () => {
    const { access_token: token = '' } = await scene.exchange();
    const { house } = scene;
    const { port } = house.app.getHttpServer().address() as { port: number };
    const answer = await fetch(`http://127.0.0.1:${port}/v1/me`, {
      headers: { Authorization: `Bearer ${token}` },
    });
    expect(answer.status).toBe(401);
    expect(await scene.exchange({ subject_token: token })).toMatchObject({
      status: 400,
      error: 'invalid_request',
    });
  });
});

describe('What is exchanged is on the record', () => {
  it('with whom it was about; the client reads it in his own trail', async () => {
    await scene.exchange();
    await scene.exchange({ represents: scene.pieter });
    const lines = await trailOf(scene.house, 'token.exchange');
    expect(lines).toMatchObject([
      {
        client_id: scene.yasmina,
        mandate_id: scene.mandate,
        details: { decision: true, asked: 'represent' },
      },
      { client_id: scene.pieter, details: { decision: false, reason: 'no-mandate' } },
    ]);
    await scene.house.as(people.yasmina).post(`/v1/mandates/${scene.mandate}/revocation`, {});
    await scene.exchange();
    const { body } = await scene.house.as(people.yasmina).get('/v1/trail-entries');
    const read = (body as { items: { action: string; answer?: boolean; sentence: object }[] }).items;
    expect(read.filter(({ action }) => action === 'token.exchange').toReversed()).toMatchObject([
      {
        who: { name: 'Message box', oin: oins.system },
        answer: true,
        sentence: {
          en: `Message box got a token that says that Office ${kvks.vermeer} acts for you.`,
          nl: `Message box kreeg een bewijs dat Office ${kvks.vermeer} voor u optreedt.`,
        },
      },
      {
        answer: false,
        sentence: {
          en: `Message box asked for a token that says that Office ${kvks.vermeer} acts for you, and was refused.`,
          nl: `Message box vroeg een bewijs dat Office ${kvks.vermeer} voor u optreedt, en kreeg dat niet.`,
        },
      },
    ]);
  });

  it('and where to exchange is told to anyone', async () => {
    const { body } = await scene.house
      .as('nobody')
      .get('/.well-known/oauth-authorization-server')
      .expect(200);
    expect(body).toMatchObject({
      issuer: 'http://localhost:3000',
      token_endpoint: 'http://localhost:3000/oauth/token',
      jwks_uri: 'http://localhost:3000/.well-known/jwks.json',
      grant_types_supported: ['urn:ietf:params:oauth:grant-type:token-exchange'],
    });
  });
});
