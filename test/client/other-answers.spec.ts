import { Volmacht } from '../../client/volmacht.ts';
import { VolmachtProblem } from '../../client/volmacht.errors.ts';
import { people } from '../decisions/scene.ts';
import { type ClientScene, openClient } from './scene.ts';

let scene: ClientScene;
beforeAll(async () => void (scene = await openClient()));
afterAll(() => scene.house.close());

describe('What a program gets that asks for something else than JSON, or of a route that follows another standard', () => {
  it('is a statement on paper, when it says so; else as JSON', async () => {
    const token = await scene.house.issuer.sign(people.yasmina);
    const yasmina = new Volmacht({ url: scene.url, token: () => token, timeout: 20_000 });
    const ask = (Accept: 'application/pdf' | 'application/json' | undefined, key: string) =>
      yasmina.call('POST /v1/mandates/{mandate}/statements', {
        path: { mandate: scene.mandate },
        headers: { 'Idempotency-Key': key, ...(Accept ? { Accept } : {}) },
        body: { disclose: ['organisation_name'] },
      });
    const paper = await ask('application/pdf', 'one');
    if (!(paper instanceof Response)) throw new Error('this is no paper');
    expect(paper.headers.get('Content-Type')).toBe('application/pdf');
    expect(Buffer.from(await paper.arrayBuffer()).toString('latin1', 0, 5)).toBe('%PDF-');
    for (const [at, kind] of (['application/json', undefined] as const).entries())
      expect(await ask(kind, `json-${at}`)).toMatchObject({
        statement: expect.stringContaining('~') as string,
      });
  });

  it('is why no token was given, in the words of OAuth', async () => {
    const content = new URLSearchParams({
      grant_type: 'urn:ietf:params:oauth:grant-type:token-exchange',
      subject_token: await scene.house.issuer.sign(people.joris),
      subject_token_type: 'urn:ietf:params:oauth:token-type:access_token',
      represents: scene.pieter,
    }).toString();
    const media = 'application/x-www-form-urlencoded';
    const asked = scene.volmacht().call('POST /oauth/token', { body: { media, content } });
    const error = await asked.catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(VolmachtProblem);
    const { problem, message } = error as VolmachtProblem;
    expect(problem).toMatchObject({
      ...{ status: 400, code: 'invalid_target', reason: 'does-not-exist' },
      detail: 'The subject cannot act for this client now.',
    });
    expect(message).toBe('Volmacht answered 400 invalid_target: The subject cannot act for this client now.');
  });
});
