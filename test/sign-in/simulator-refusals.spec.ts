import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { apiAudience, developmentClient } from '../../src/sign-in/simulator/clients.ts';
import { startSimulator, type Simulator } from '../../src/sign-in/simulator/simulator.ts';

let folder: string;
let keysFile: string;
let simulator: Simulator;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'volmacht-simulator-'));
  keysFile = join(folder, 'simulator-keys.json');
  simulator = await startSimulator({ port: 0, audience: apiAudience, keysFile });
});

afterAll(async () => {
  await simulator?.stop();
  rmSync(folder, { recursive: true, force: true });
});

describe('a client that asks wrongly', () => {
  const challenge = {
    code_challenge: 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
    code_challenge_method: 'S256',
  };

  async function authorize(fields: Record<string, string>): Promise<Response> {
    const url = new URL('/auth', simulator.issuer);
    url.search = new URLSearchParams({
      client_id: developmentClient.id,
      redirect_uri: developmentClient.redirectUri,
      response_type: 'code',
      scope: 'openid',
      ...fields,
    }).toString();
    return fetch(url, { redirect: 'manual' });
  }

  const errorIn = (response: Response) =>
    new URL(response.headers.get('location')!).searchParams.get('error');

  it('is let through to the page when it asks rightly', async () => {
    const response = await authorize(challenge);
    expect(response.headers.get('location')).toMatch(
      /^http:\/\/localhost:\d+\/interaction\/|^\/interaction\//,
    );
  });

  it.each([
    ['without PKCE', {}],
    ['with plain PKCE', { ...challenge, code_challenge_method: 'plain' }],
  ])('is sent back when it comes %s', async (_how, fields) => {
    expect(errorIn(await authorize(fields))).toBe('invalid_request');
  });

  it('is sent back when it wants a token for another API', async () => {
    expect(errorIn(await authorize({ ...challenge, resource: 'urn:another:api' }))).toBe('invalid_target');
  });

  it.each(['https://evil.example/signed-in', 'http://127.0.0.1:3999/elsewhere'])(
    'is not sent anywhere when its redirect address is %s',
    async (redirect_uri) => {
      const response = await authorize({ ...challenge, redirect_uri });
      expect(response.status).toBe(400);
      expect(response.headers.get('location')).toBeNull();
      expect(await response.text()).toContain('invalid_redirect_uri');
    },
  );

  it('gets no token for a machine with a wrong secret', async () => {
    const Authorization = `Basic ${Buffer.from('svb:guess').toString('base64')}`;
    const body = new URLSearchParams({ grant_type: 'client_credentials', scope: 'volmacht' });
    const response = await fetch(new URL('/token', simulator.issuer), {
      method: 'POST',
      headers: { Authorization },
      body,
    });
    expect(response.status).toBe(401);
  });
});

describe('the page', () => {
  it('says in Dutch and English that it is not DigiD, and runs no script', async () => {
    const response = await fetch(simulator.issuer);
    const html = await response.text();
    expect(html).toContain('<html lang="nl">');
    expect(html).toContain('Dit is een simulator voor tests. Dit is niet DigiD, eHerkenning of eIDAS.');
    expect(html).toContain('This is a simulator for tests. It is not DigiD, eHerkenning or eIDAS.');
    expect(html).not.toContain('<script');
    expect(response.headers.get('content-security-policy')).toMatch(
      /^default-src 'none'; style-src 'sha256-/,
    );
  });

  it('does not open a sign-in that another browser began', async () => {
    const response = await fetch(new URL('/interaction/somebody-elses', simulator.issuer));
    expect(response.status).toBe(400);
  });
});

describe('a service in production', () => {
  it('cannot start the simulator', async () => {
    const before = process.env.NODE_ENV;
    process.env.NODE_ENV = 'production';
    try {
      await expect(startSimulator({ port: 0, audience: apiAudience, keysFile })).rejects.toThrow(
        'production',
      );
    } finally {
      process.env.NODE_ENV = before;
    }
  });
});
