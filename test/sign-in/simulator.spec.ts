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

/** What eIDAS says of a person (minimum data set). */
const european = (eidas_id: string, given_name: string, family_name: string, birthdate: string) => ({
  ...{ means: 'eidas', eidas_id, given_name, family_name, birthdate },
});
type Cast = [key: string, acr: string, sub: string, identity: Record<string, string>];
const foreigner = (key: string, ...said: Parameters<typeof european>): Cast => [
  ...([key, level('substantial'), `eidas-${key}`] as const),
  european(...said),
];

// Who signs in, and all that the token says about them beyond the standard claims.
const cast: Cast[] = [
  ['yasmina', level('substantial'), 'digid-yasmina', { means: 'digid', bsn: '999990019' }],
  ['pieter', level('substantial'), 'digid-pieter', { means: 'digid', bsn: '999990032' }],
  ['willem', level('substantial'), 'digid-willem', { means: 'digid', bsn: '999990044' }],
  ['sanne', level('substantial'), 'digid-sanne', { means: 'digid', bsn: '999990007' }],
  ['henk', level('low'), 'digid-henk', { means: 'digid', bsn: '999990020' }],
  ['ruben', level('substantial'), 'digid-ruben', { means: 'digid', bsn: '999990068' }],
  [
    'ruben-represents',
    level('substantial'),
    'digid-ruben',
    { means: 'digid', bsn: '999990068', capacity: 'representative' },
  ],
  [
    'fatima',
    level('substantial'),
    'eidas-fatima',
    { ...european('DE/NL/fatima-oezdemir-1', 'Fatima', 'Özdemir', '1962-12-09'), bsn: '999993653' },
  ],
  foreigner('maria', 'PT/NL/maria-silva-1', 'Maria', 'Silva', '1958-04-25'),
  foreigner('klaus', 'DE/NL/klaus-weber-1', 'Klaus', 'Weber', '1955-03-14'),
  foreigner('elise', 'BE/NL/elise-dubois-1', 'Élise', 'Dubois', '1961-07-21'),
  foreigner('carmen', 'ES/NL/carmen-garcia-1', 'M. Carmen', 'García Ruiz', '1950-06-15'),
  foreigner('hanna', 'AT/NL/hanna-novak-1', 'Hanna', 'Novak', '1972-10-03'),
  foreigner('hanna-new', 'AT/NL/hanna-novak-2', 'Hanna', 'Novak', '1972-10-03'),
  foreigner('sturm', 'DE/NL/egon-stoerung-1', 'Egon', 'Störung', '1966-06-06'),
  ['rosa', level('low'), 'account-rosa', { means: 'account' }],
  ['samuel', level('low'), 'account-samuel', { means: 'account' }],
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
