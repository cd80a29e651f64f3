import { loadConfig } from '../../../src/platform/config.ts';
import { bsns, employee, kvks, oins, people } from '../../support/cast.ts';
import { type Exchanging, exchangeForm, openExchange } from './scene.ts';

let scene: Exchanging;
beforeEach(async () => (scene = await openExchange()));
afterEach(() => scene.house.close());

const level = 'http://eidas.europa.eu/LoA/substantial';

describe('No token', () => {
  it('for a client of whom he must not know, in the same words as for one who does not exist', async () => {
    const nobody = await scene.exchange({ represents: '0193f0a2-7b1c-7d3e-9f55-2f6f2f0c9a11' });
    const strangers = [
      await scene.exchange({}, people.gerda), // of another office
      await scene.exchange({ represents: `bsn:${bsns.willem}` }), // whom nobody knows here
      await scene.exchange({ represents: 'no name of a client' }),
    ];
    expect(nobody).toMatchObject({ status: 400, error: 'invalid_target', reason: 'does-not-exist' });
    for (const stranger of strangers) expect(stranger).toEqual(nobody);
  });

  it('with the level to sign in with, when his is too low (R5)', async () => {
    expect(await scene.exchange({}, employee('joris', kvks.vermeer, 'low'))).toMatchObject({
      ...{ status: 400, error: 'invalid_target', reason: 'assurance-too-low', acr_values: [level] },
    });
  });

  it('for another system than the one that asks', async () => {
    expect((await scene.exchange({ audience: `urn:nld:oin:${oins.system}` })).status).toBe(200);
    expect((await scene.exchange({ audience: oins.system })).status).toBe(200);
    for (const audience of [`urn:nld:oin:${oins.tax}`, 'urn:volmacht:api', 'http://localhost:3000'])
      expect(await scene.exchange({ audience })).toMatchObject({ status: 400, error: 'invalid_target' });
  });

  it.each([
    ['is over', { exp: 1 }],
    ['was over a moment ago', { exp: Math.floor(Date.now() / 1000) - 1 }],
    ['ends at no date there is', { exp: 1e15 }],
    ['is meant for another', { aud: 'urn:other:api' }],
    ['comes from nobody known', { iss: 'https://elsewhere.example' }],
    ['is of a citizen', { ...people.yasmina, kvk: undefined }],
    ['is of nobody in that office', employee('eve', kvks.vermeer)],
  ])('for a sign-in that %s', async (_title, claims) => {
    const answer = await scene.exchange({}, { ...people.joris, ...claims });
    expect(answer).toMatchObject({ status: 400, error: 'invalid_request' });
    expect(answer.access_token).toBeUndefined();
  });

  it('for a system that was registered for the messages of some senders: this is about all of them', async () => {
    await scene.register({ senders: [oins.tax] });
    expect(await scene.exchange()).toMatchObject({ status: 400, reason: 'caller-may-not-ask' });
  });

  it('from a service that takes its own tokens for sign-ins: it does not start', () => {
    const own = { DATABASE_URL: 'postgres://x@localhost/x', PUBLIC_URL: 'https://volmacht.example/' };
    expect(() => loadConfig({ ...own, ISSUERS: 'own=https://volmacht.example' })).toThrow(/ISSUERS/);
  });

  it('for a form that is not right: every fault is named, in the characters of OAuth', async () => {
    const answer = await scene.send(
      'grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Atoken-exchange&scope=all',
    );
    expect([answer.status, answer.headers['content-type']]).toEqual([400, 'application/json; charset=utf-8']);
    const { error, error_description: said = '' } = answer.body as {
      error: string;
      error_description: string;
    };
    expect(error).toBe('invalid_request');
    for (const name of ['subject_token', 'subject_token_type', 'represents', 'scope'])
      expect(said).toContain(`${name}:`);
    expect(said).toMatch(/^[\x20\x21\x23-\x5b\x5d-\x7e]+$/);
    expect(await scene.exchange({ grant_type: 'client_credentials' })).toMatchObject({
      ...{ status: 400, error: 'unsupported_grant_type' },
    });
    const twice = `${exchangeForm({ subject_token: 'x', represents: scene.yasmina })}&represents=${scene.pieter}`;
    expect((await scene.send(twice)).body).toMatchObject({ error: 'invalid_request' });
  });

  it('for another resource, for a scope, or for another who acts: each as OAuth says it', async () => {
    for (const [more, error] of [
      [{ resource: 'https://elsewhere.example' }, 'invalid_target'],
      [{ scope: 'read' }, 'invalid_scope'],
      [{ actor_token: 'x', actor_token_type: 'y' }, 'invalid_request'],
      [{ actor_token_type: 'urn:ietf:params:oauth:token-type:access_token' }, 'invalid_request'],
      [{ represents: 'a\0b' }, 'invalid_request'],
      [{ audience: 'a\0b' }, 'invalid_request'],
    ] as const)
      expect([more, await scene.exchange(more)]).toEqual([
        more,
        expect.objectContaining({ status: 400, error }),
      ]);
  });

  it('for a body that is no form; and a form is taken nowhere else', async () => {
    const { house } = scene;
    const json = await house.as(people.system).post('/oauth/token', { represents: scene.yasmina });
    expect([json.status, (json.body as { error: string }).error]).toEqual([400, 'invalid_request']);
    const parts = await house
      .as(people.system)
      .post('/oauth/token')
      .type('multipart/form-data; boundary=x')
      .send('--x--');
    expect([parts.status, parts.body]).toEqual([
      400,
      expect.objectContaining({
        error: 'invalid_request',
        error_description: expect.stringContaining('x-www-form-urlencoded') as string,
      }),
    ]);
    const form = await house.as(people.system).post('/access/v1/search/action').type('form').send('a=b');
    expect(form.status).toBe(400);
    const other = await house.as(people.joris).post('/v1/mandates').type('form').send('a=b');
    expect([other.status, other.headers['content-type']]).toEqual([
      415,
      'application/problem+json; charset=utf-8',
    ]);
  });

  it('for who is not signed in, is no system, or is not registered', async () => {
    const form = exchangeForm({ subject_token: 'x', represents: scene.yasmina });
    const errorFor = async (who: Parameters<typeof scene.send>[1]) => {
      const { status, body } = await scene.send(form, who);
      return [status, (body as { error: string }).error];
    };
    expect(await errorFor('nobody')).toEqual([401, 'invalid_client']);
    expect(await errorFor(people.joris)).toEqual([403, 'unauthorized_client']);
    expect(await errorFor(people.tax)).toEqual([403, 'unauthorized_client']);
  });
});
