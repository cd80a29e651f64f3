import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRemoteJWKSet, decodeJwt, jwtVerify, type JWTPayload } from 'jose';
import { apiAudience } from '../../src/sign-in/simulator/clients.ts';
import { obtainToken, signIn } from '../../src/sign-in/simulator/obtain-token.ts';
import { machines, people, personas } from '../../src/sign-in/simulator/personas.ts';
import { startSimulator, type Simulator } from '../../src/sign-in/simulator/simulator.ts';

const level = (name: 'low' | 'substantial') => `http://eidas.europa.eu/LoA/${name}`;
const vermeer = { means: 'eherkenning', kvk: '90001234' };
const deHaven = { means: 'eherkenning', kvk: '90005678' };

// Who signs in, and all that the token says about them beyond the standard claims.
const cast: [key: string, acr: string, sub: string, identity: Record<string, string>][] = [
  ['yasmina', level('substantial'), 'digid-yasmina', { means: 'digid', bsn: '999990019' }],
  ['pieter', level('substantial'), 'digid-pieter', { means: 'digid', bsn: '999990032' }],
  ['willem', level('substantial'), 'digid-willem', { means: 'digid', bsn: '999990044' }],
  ['sanne', level('substantial'), 'digid-sanne', { means: 'digid', bsn: '999990007' }],
  ['henk', level('low'), 'digid-henk', { means: 'digid', bsn: '999990020' }],
  [
    'fatima',
    level('substantial'),
    'eidas-fatima',
    { means: 'eidas', eidas_id: 'DE/NL/fatima-oezdemir-1', bsn: '999993653' },
  ],
  ['maria', level('substantial'), 'eidas-maria', { means: 'eidas', eidas_id: 'PT/NL/maria-silva-1' }],
  ['joris', level('substantial'), 'eh-90001234-joris', vermeer],
  ['joris-low', level('low'), 'eh-90001234-joris', vermeer],
  ['anna', level('substantial'), 'eh-90001234-anna', vermeer],
  ['bob', level('substantial'), 'eh-90001234-bob', vermeer],
  ['tim', level('substantial'), 'eh-90001234-tim', vermeer],
  ['gerda', level('substantial'), 'eh-90005678-gerda', deHaven],
  ['karim', level('substantial'), 'eh-90005678-karim', deHaven],
  ['sara-vermeer', level('substantial'), 'eh-sara', vermeer],
  ['sara-haven', level('substantial'), 'eh-sara', deHaven],
  ['nadia', level('substantial'), 'eh-90009999-nadia', { means: 'eherkenning', kvk: '90009999' }],
  ['olga', level('substantial'), 'official-olga', { means: 'official' }],
  ['otto', level('substantial'), 'official-otto', { means: 'official' }],
];
const systems: [key: string, oin: string][] = [
  ['belastingdienst', '00000099000000001000'],
  ['svb', '00000099000000002000'],
  ['gemeente', '00000099000000003000'],
  ['systeem', '00000099000000009000'],
];
const standardClaims = ['iss', 'sub', 'aud', 'exp', 'iat', 'jti', 'client_id', 'scope', 'acr'];

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

/** Checks a token as the API does, by the published keys. */
async function verified(
  token: string,
  issuer = simulator.issuer,
  publisher = { issuer },
): Promise<JWTPayload> {
  const keys = createRemoteJWKSet(new URL('/jwks', publisher.issuer));
  const rules = { issuer, audience: apiAudience, typ: 'at+jwt', algorithms: ['ES256'] };
  return (await jwtVerify(token, keys, rules)).payload;
}

function withoutStandardClaims(payload: JWTPayload): JWTPayload {
  return Object.fromEntries(Object.entries(payload).filter(([name]) => !standardClaims.includes(name)));
}

describe('someone who signs in at the simulator', () => {
  it.each(cast)(
    '%s gets a token at %s that says who it is, and nothing about rights',
    async (key, acr, sub, identity) => {
      const { accessToken, idToken } = await signIn(simulator.issuer, key);
      const payload = await verified(accessToken);
      expect(payload).toMatchObject({ sub, acr, client_id: 'volmacht-dev', scope: 'volmacht' });
      expect(Object.keys(payload)).toEqual(expect.arrayContaining(standardClaims));
      expect(payload.exp! - payload.iat!).toBe(600);
      expect(withoutStandardClaims(payload)).toEqual(identity);
      expect(decodeJwt(idToken!)).toMatchObject({ sub, acr, aud: 'volmacht-dev', ...identity });
    },
  );

  it.each(systems)('the machine %s gets a token with its OIN %s', async (key, oin) => {
    const payload = await verified(await obtainToken(simulator.issuer, key));
    expect(payload).toMatchObject({ sub: key, client_id: key, scope: 'volmacht', acr: level('substantial') });
    expect(withoutStandardClaims(payload)).toEqual({ means: 'machine', oin });
  });

  it('is always somebody of the cast that these tests know', () => {
    expect(people.map(({ key }) => key).sort()).toEqual(cast.map(([key]) => key).sort());
    expect(machines.map(({ key }) => key).sort()).toEqual(systems.map(([key]) => key).sort());
    expect(personas.size).toBe(cast.length + systems.length);
  });

  it('who is unknown gets no token', async () => {
    await expect(obtainToken(simulator.issuer, 'mallory')).rejects.toThrow('nobody in the cast');
  });

  it('keeps a valid token when the simulator restarts, for its keys are kept where only their owner reads them', async () => {
    const token = await obtainToken(simulator.issuer, 'joris');
    const restarted = await startSimulator({ port: 0, audience: apiAudience, keysFile });
    try {
      await expect(verified(token, simulator.issuer, restarted)).resolves.toMatchObject({
        sub: 'eh-90001234-joris',
      });
    } finally {
      await restarted.stop();
    }
    expect(statSync(keysFile).mode & 0o077).toBe(0);
  });

  it('gets a shorter token when a test asks for that', async () => {
    const brief = await startSimulator({ port: 0, audience: apiAudience, keysFile, accessTokenSeconds: 2 });
    try {
      for (const key of ['joris', 'svb']) {
        const payload = await verified(await obtainToken(brief.issuer, key), brief.issuer);
        expect(payload.exp! - payload.iat!).toBe(2);
      }
    } finally {
      await brief.stop();
    }
  });
});
