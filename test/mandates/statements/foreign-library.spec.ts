import { createHash } from 'node:crypto';
import { SDJwtVcInstance } from '@sd-jwt/sd-jwt-vc';
import { compactVerify, createLocalJWKSet } from 'jose';
import { bsns, openStatements, people, type Made, type Statements } from './scene.ts';

let scene: Statements;
beforeEach(async () => (scene = await openStatements()));
afterEach(() => scene.close());

const { yasmina } = people;

/** Another system, with a library for SD-JWT VC that is not ours and with our published keys; nothing else of us. */
const receiver = async () => {
  const keys = createLocalJWKSet(await scene.keys());
  return new SDJwtVcInstance({
    hasher: (data, algorithm) =>
      createHash(algorithm.replace('-', ''))
        .update(typeof data === 'string' ? data : new Uint8Array(data))
        .digest(),
    verifier: (signed, signature) =>
      compactVerify(`${signed}.${signature}`, keys).then(
        () => true,
        () => false,
      ),
    statusListFetcher: async (uri) => (await scene.as('nobody').get(new URL(uri).pathname).expect(200)).text,
  });
};
const check = async (statement: string) =>
  (await receiver()).verify(statement, {
    currentDate: Math.floor(scene.clock.now().getTime() / 1000),
    skewSeconds: 30, // the list is made after that
  });

describe('A library for SD-JWT VC that others use', () => {
  it('believes a statement, and reads in it what it shows and nothing else', async () => {
    const { statement } = await scene.make(yasmina, { disclose: ['organisation_name', 'last_day'] });
    await check(statement);
    const claims = await (await receiver()).getClaims(statement);
    expect(claims).toMatchObject({
      vct: expect.stringMatching(/^https?:/),
      organisation_name: `Kantoor ${scene.vermeer.kvk}`,
      last_day: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/),
    });
    expect(JSON.stringify(claims)).not.toMatch(new RegExp(`Yasmina|${bsns.yasmina}`));
  });

  it('lets its holder leave away more, and believes what is left', async () => {
    const made = await scene.make(yasmina);
    const less = await (await receiver()).present(made.statement, { organisation_name: true });
    await check(less);
    const claims = await (await receiver()).getClaims(less);
    expect(Object.keys(claims as object)).toContain('organisation_name');
    expect(Object.keys(claims as object)).not.toContain('client_name');
  });

  it('does not believe what somebody changed, signed or shown', async () => {
    const made: Made = await scene.make(yasmina);
    const [token = '', first = '', ...rest] = made.statement.split('~');
    const [head = '', body = '', signature = ''] = token.split('.');
    const forged = Buffer.from(
      Buffer.from(body, 'base64url').toString().replace('"status"', '"statuz"'),
    ).toString('base64url');
    await expect(check([[head, forged, signature].join('.'), first, ...rest].join('~'))).rejects.toThrow();
    const [salt, name] = JSON.parse(Buffer.from(first, 'base64url').toString()) as string[];
    const other = Buffer.from(JSON.stringify([salt, name, 'Somebody else'])).toString('base64url');
    // This library leaves away what was not signed, where ours in Python refuses the whole.
    const { payload } = await check([token, other, ...rest].join('~'));
    expect(JSON.stringify(payload)).not.toMatch(/Somebody else|Yasmina/);
  });

  it('hears from the status list that its client revoked', async () => {
    const made = await scene.make(yasmina);
    await check(made.statement);
    await scene.as(yasmina).post(`/v1/mandates/${scene.mandate.id}/revocation`, {}).expect(200);
    await expect(check(made.statement)).rejects.toThrow(/status/i);
  });

  it('does not believe one whose time is over', async () => {
    const made = await scene.make(yasmina);
    scene.clock.moveToInstant(new Date(Date.parse(made.expiresAt) + 3_600_000).toISOString());
    await expect(check(made.statement)).rejects.toThrow();
  });
});
