import { mkdtempSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import pg from 'pg';
import { newId } from '../../../src/platform/ids.ts';
import { birthDates, bsns, employee, kvks, manyBsns, oins } from '../../support/cast.ts';
import { freshDatabase, type TestDatabase } from '../../support/database.ts';
import { type TestIssuer, testIssuer } from '../../support/issuer.ts';
import { type Product, startProduct } from '../../support/product.ts';

const strangers = 2_000;
let folder: string;
let issuer: TestIssuer;
let database: TestDatabase;
let product: Product;
const office = newId();

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'volmacht-bulk-'));
  [issuer, database] = await Promise.all([testIssuer(), freshDatabase()]);
  const { admin } = database;
  await admin.query(
    `INSERT INTO organisation (id, kvk, name, kind, standing, registered_by, registered_at)
     VALUES ($1, $2, 'Office', 'accountancy', 'recognised', 'test:someone', now())`,
    [office, kvks.vermeer],
  );
  await admin.query(
    `INSERT INTO employee (id, organisation_id, subject, name, role, from_day, invited_at)
     VALUES ($1, $2, $3, 'Joris', 'handler', '2020-01-01', now())`,
    [newId(), office, `test:eh-${kvks.vermeer}-joris`],
  );
  await admin.query(`INSERT INTO sender VALUES ($1, 'Afnemer', 'Sender', 'low', now())`, [oins.tax]);
  product = await start();
}, 60_000);

afterAll(async () => {
  await product.end('SIGKILL');
  await Promise.all([database.drop(), issuer.close()]);
  rmSync(folder, { recursive: true, force: true });
});

const start = () =>
  startProduct({ DATABASE_URL: database.url, ISSUERS: `test=${issuer.url}`, PRINT_FOLDER: folder });

const headers = async (key?: string): Promise<Record<string, string>> => ({
  authorization: `Bearer ${await issuer.sign(employee('joris', kvks.vermeer))}`,
  ...(key ? { 'idempotency-key': key } : {}),
});

async function ask(method: string, path: string, body?: object): Promise<Record<string, unknown>> {
  const answer = await fetch(`${product.url}/v1/bulk-runs${path}`, {
    method,
    headers: {
      ...(await headers(method === 'POST' ? newId() : undefined)),
      ...(body ? { 'content-type': 'application/json' } : {}),
    },
    body: body && JSON.stringify(body),
  });
  const json = (await answer.json()) as Record<string, unknown>;
  if (!answer.ok) throw new Error(JSON.stringify(json));
  return json;
}

const rows = () => {
  const year = new Date().getUTCFullYear();
  const people = [
    ...manyBsns(strangers).map((bsn) => ({ bsn, birthDate: '1980-01-01' })),
    { bsn: bsns.yasmina, birthDate: birthDates.yasmina },
    { bsn: bsns.pieter, birthDate: birthDates.pieter },
  ];
  const lines = [{ sender: oins.tax, category: 'financial', actions: ['read'] }];
  return people.map((person) => ({
    ...person,
    lines,
    from: `${year + 1}-01-01`,
    until: `${year + 2}-01-01`,
  }));
};

const one = async (sql: string): Promise<number> => {
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  const { rows: found } = await client.query<{ n: string }>(`SELECT count(*) AS n FROM ${sql}`);
  await client.end();
  return Number(found[0]?.n);
};
const until = async (holds: () => Promise<boolean>): Promise<void> => {
  for (let tries = 0; !(await holds()); tries++) {
    if (tries > 1_500) throw new Error(`it did not come so far:\n${product.output().slice(-2000)}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
};

it('A service killed in the middle of a run goes on in another process, and does no row twice', async () => {
  const total = strangers + 2;
  const { id } = await ask('POST', '?kind=request', { requests: rows() });
  await ask('POST', `/${String(id)}/confirmation`);
  await until(async () => (await one('mandate')) > 0);
  await product.end('SIGKILL');
  const [made, settled] = [await one('mandate'), await one(`bulk_row WHERE state = 'done'`)];
  expect([made, made < total]).toEqual([settled, true]); // a part is done with its rows, or not at all
  product = await start();
  const back = performance.now();
  const look = () => ask('GET', `/${String(id)}`);
  const told = new Set<unknown>();
  await until(async () => {
    told.add(((await look()).waiting as { why: string } | undefined)?.why);
    return (await one(`bulk_row WHERE state = 'done'`)) > settled;
  });
  expect([...told].filter((why) => why !== undefined && why !== 'takeover')).toEqual([]);
  expect(performance.now() - back).toBeLessThan(30_000); // within ten seconds of the death, on a machine at rest
  await until(async () => (await look()).state === 'done');
  expect(await ask('GET', `/${String(id)}`)).toMatchObject({ done: total, refused: 0 });
  expect(await one('mandate')).toBe(total);
  expect(await one('(SELECT DISTINCT client_id FROM mandate) AS clients')).toBe(total);
  expect(await one(`trail WHERE action = 'mandate.request' AND outcome = 'permitted'`)).toBe(total);
  await database.admin.query(
    `DELETE FROM job WHERE kind = 'offer-mandate' AND payload ->> 'mandate' NOT IN (
       SELECT id::text FROM mandate WHERE claimed_birth_date <> '1980-01-01')`,
  );
  await until(async () => (await one('letter WHERE printed_at IS NOT NULL')) === 2);
  expect(await one('letter')).toBe(2); // one for each of the two whom the register knows (R15)
}, 120_000);

it('A service killed while it checks a file shows it as interrupted, and soon reads it again by the same key', async () => {
  const file = JSON.stringify({ requests: rows() });
  const url = () => `${product.url}/v1/bulk-runs`;
  const key = newId();
  const [parts, type] = [new PassThrough(), { 'content-type': 'application/json' }];
  const sent = request(url(), { method: 'POST', headers: { ...(await headers(key)), ...type } });
  sent.on('error', () => undefined);
  parts.pipe(sent);
  parts.write(file.slice(0, -100));
  await until(async () => (await one(`bulk_run WHERE state = 'reading'`)) > 0);
  await product.end('SIGKILL');
  product = await start();
  const began = performance.now();
  for (;;) {
    const [run] = (await ask('GET', '?limit=1')).items as { state: string }[];
    const answer = await fetch(url(), {
      method: 'POST',
      headers: { ...(await headers(key)), ...type },
      body: file,
    });
    if (answer.status === 201) break;
    expect([answer.status, answer.headers.get('retry-after'), run?.state]).toEqual([409, '1', 'reading']);
    await new Promise((resolve) => setTimeout(resolve, 1_000));
  }
  expect(performance.now() - began).toBeLessThan(30_000);
  expect((await ask('GET', '?limit=1')).items).toMatchObject([{ state: 'checked', total: strangers + 2 }]);
  expect(await one(`bulk_run WHERE state = 'reading'`)).toBe(0);
}, 120_000);
