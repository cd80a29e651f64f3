import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freshDatabase, type TestDatabase } from '../support/database.ts';
import { type TestIssuer, testIssuer } from '../support/issuer.ts';
import { startProduct } from '../support/product.ts';
import { tell, type Told } from './secrets.story.ts';

let database: TestDatabase;
let issuer: TestIssuer;
let folder: string;
let told: Told;
let log: string;
let dump: readonly (readonly [place: string, content: string])[];
const keys = { encryption: randomBytes(32), index: randomBytes(32) };

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'volmacht-letters-'));
  [database, issuer] = await Promise.all([freshDatabase(), testIssuer()]);
  const product = await startProduct({
    ...{ DATABASE_URL: database.url, ISSUERS: `test=${issuer.url}`, PRINT_FOLDER: folder },
    ENCRYPTION_KEYS: `one:${keys.encryption.toString('base64')}`,
    ...{ INDEX_KEY: keys.index.toString('base64'), LOG_LEVEL: 'trace' },
  });
  try {
    told = await tell(product.url, issuer, folder);
    await tasksAreDone();
    dump = await everythingKept();
  } finally {
    await product.end();
    log = product.output();
  }
}, 120_000);
afterAll(async () => {
  await Promise.all([database.drop(), issuer.close()]);
  rmSync(folder, { recursive: true, force: true });
});

async function tasksAreDone(): Promise<void> {
  for (let tries = 0; tries < 1_000; tries++) {
    if ((await database.admin.query('SELECT FROM job')).rowCount === 0) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('tasks stay behind');
}

/** Every column of every table as text, bytes too. */
async function everythingKept(): Promise<[string, string][]> {
  const { rows: columns } = await database.admin.query<{ place: string; column: string; type: string }>(
    `SELECT table_name AS place, column_name AS column, data_type AS type
       FROM information_schema.columns JOIN information_schema.tables USING (table_schema, table_name)
      WHERE table_schema = 'public' AND table_type = 'BASE TABLE' ORDER BY 1, ordinal_position`,
  );
  const kept: [string, string][] = [];
  for (const { place, column, type } of columns) {
    const shown = type === 'bytea' ? `encode("${column}", 'escape')` : `"${column}"::text`;
    const { rows } = await database.admin.query<{ text: string }>(
      `SELECT coalesce(string_agg(${shown}, E'\\n'), '') AS text FROM "${place}"`,
    );
    kept.push([`${place}.${column}`, rows[0]?.text ?? '']);
  }
  return kept;
}

/** A secret as it might turn up: as it is, as people type it, as it is written in a URL or in base64. */
function formsOf(secret: string): string[] {
  const bare = secret.replace(/-/g, '');
  const forms = [secret, encodeURIComponent(secret), bare, bare.toLowerCase()];
  const bytes = Buffer.from(secret);
  return [...new Set([...forms, bytes.toString('base64').replace(/=+$/, ''), bytes.toString('hex')])];
}

const keyForms = (key: Buffer) =>
  (['base64', 'base64url', 'hex'] as const).map((form) => key.toString(form).replace(/=+$/, ''));

/** Everything to look for, with what it is. A token is known by its signature. */
const wanted = (): (readonly [string, string])[] => [
  ...told.secrets.flatMap(([what, secret]) =>
    formsOf(what === 'a bearer token' ? secret.slice(-80) : secret).map((form) => [what, form] as const),
  ),
  ...Object.entries(keys).flatMap(([name, key]) =>
    keyForms(key).map((form) => [`the ${name} key`, form] as const),
  ),
  ['the password of the database', new URL(database.url).password],
];

/** What is found where, one sentence each; never the secret itself. */
const found = (place: string, content: string, secrets = wanted()): string[] => [
  ...new Set(
    secrets.flatMap(([what, form]) => (form && content.includes(form) ? [`${what} in ${place}`] : [])),
  ),
];

describe('What nobody may find (R2, R10)', () => {
  it('is not in the log, although that tells everything that it can', () => {
    expect(log.split('\n').length).toBeGreaterThan(300);
    expect(log).toContain('/v1/mandates/:mandate/activation');
    expect(found('the log', log)).toEqual([]);
  });

  it('is in no error, no header and no link', () => {
    const errors = told.answers.filter(({ status }) => status >= 400);
    expect(new Set(errors.map(({ status }) => status))).toEqual(new Set([400, 401, 403, 404, 409]));
    expect(told.answers.some(({ headers }) => headers.includes('rel=\\"next\\"'))).toBe(true);
    const leaks = told.answers.flatMap(({ status, headers, text }) => [
      ...found(`the headers of a ${status}`, headers),
      ...(status >= 400 ? found(`a ${status}: ${text.slice(0, 400)}`, text) : []),
    ]);
    expect([...new Set(leaks)]).toEqual([]);
  });

  it('is in no answer that went well either, but for the invitation code, once', () => {
    const well = told.answers.filter(({ status }) => status < 300);
    const leaks = well.flatMap(({ text }) => found('an answer', text));
    expect([...new Set(leaks)]).toEqual(['an invitation code in an answer']);
    expect(well.filter(({ text }) => found('an answer', text).length > 0)).toHaveLength(1);
  });

  it('is in no column of the database', () => {
    expect(dump.find(([place]) => place === 'client.bsn_sealed')?.[1]).toMatch(/^one\./);
    expect(dump.find(([place]) => place === 'trail.action')?.[1]).toContain('mandate.activate');
    expect(dump.flatMap(([place, content]) => found(place, content))).toEqual([]);
  });

  it('is not there as a bare hash either: whoever has the dump would try all BSNs', () => {
    const sha = (text: string) => createHash('sha256').update(text).digest('hex');
    const hashes = [
      ...told.secrets.map(([what, secret]) => [`the hash of ${what}`, sha(secret)] as const),
      ...told.bodies.map(
        ([url, body]) => ['the hash of a body', sha(`${url}\n${JSON.stringify(body)}`)] as const,
      ),
    ];
    expect(hashes.length).toBeGreaterThan(50);
    expect(dump.flatMap(([place, content]) => found(place, content, hashes))).toEqual([]);
  });
});
