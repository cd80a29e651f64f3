import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { dayOf } from '../../src/domain/day.ts';
import { migrate } from '../../src/migrate.ts';
import { startEmbeddedPostgres } from '../../src/platform/embedded-postgres.ts';
import { newId } from '../../src/platform/ids.ts';
import { citizen, kvks, manyBsns, oins } from '../support/cast.ts';
import { type TestIssuer, testIssuer } from '../support/issuer.ts';
import { freePort, type Product, startProduct } from '../support/product.ts';
import { layWire, type Wire } from '../support/wire.ts';

const changes = 200;
const atOnce = 8;

/** One change: somebody gives the office a mandate, with a key of its own. */
interface Change {
  readonly key: string;
  readonly token: string;
  acknowledged?: string;
}

let folder: string;
let issuer: TestIssuer;
let server: Awaited<ReturnType<typeof startEmbeddedPostgres>>;
let wire: Wire;
let product: Product;
let office: string;
let port: number;

const startServer = () => startEmbeddedPostgres({ folder, durable: true, say: () => undefined });
const portOf = (url: string) => Number(new URL(url).port);
const environment = () => ({
  DATABASE_URL: Object.assign(new URL(server.adminUrl), { hostname: '127.0.0.1', port: String(wire.port) })
    .href,
  ISSUERS: `test=${issuer.url}`,
  PORT: String(port),
});

async function inDatabase<Row extends pg.QueryResultRow>(
  sql: string,
  values: unknown[] = [],
): Promise<Row[]> {
  const client = new pg.Client({ connectionString: server.adminUrl });
  await client.connect();
  try {
    return (await client.query<Row>(sql, values)).rows;
  } finally {
    await client.end();
  }
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'volmacht-killed-'));
  [issuer, server, port] = await Promise.all([testIssuer(), startServer(), freePort()]);
  await migrate(server.adminUrl);
  office = newId();
  await inDatabase(
    `INSERT INTO organisation (id, kvk, name, kind, standing, registered_by, registered_at)
     VALUES ($1, $2, 'Office', 'accountancy', 'recognised', 'test:someone', now())`,
    [office, kvks.vermeer],
  );
  await inDatabase(`INSERT INTO sender VALUES ($1, 'Afnemer', 'Sender', 'low', now())`, [oins.tax]);
  wire = await layWire(portOf(server.adminUrl));
  product = await startProduct(environment());
}, 60_000);

afterAll(async () => {
  await product.end('SIGKILL');
  wire.close();
  await Promise.all([server.stop(), issuer.close()]);
  rmSync(folder, { recursive: true, force: true });
});

/** Sends a change; the id of the mandate when it was acknowledged. */
async function send({ key, token }: Change): Promise<{ status: number; id?: string; code?: string }> {
  try {
    const answer = await fetch(`${product.url}/v1/mandates`, {
      method: 'POST',
      headers: {
        Authorization: `Bearer ${token}`,
        'Idempotency-Key': key,
        'Content-Type': 'application/json',
      },
      body: JSON.stringify({
        ...{ organisation: office, from: today, until: nextYear },
        lines: [{ sender: oins.tax, category: 'financial', actions: ['read'] }],
      }),
    });
    return { status: answer.status, ...((await answer.json()) as { id?: string; code?: string }) };
  } catch {
    return { status: 0 }; // nothing came back: nobody knows
  }
}

const today = dayOf(new Date()); // the Dutch day, also in the last hour of a UTC day
const nextYear = `${Number(today.slice(0, 4)) + 1}-06-01`;

/** Lets everyone change something, kills half-way, brings back, and lets everyone repeat until all are answered. */
async function throughADisaster(bsns: string[], kill: () => Promise<void>, comeBack: () => Promise<void>) {
  const all: Change[] = await Promise.all(
    bsns.map(async (bsn) => ({ key: newId(), token: await issuer.sign(citizen(bsn)) })),
  );
  const first: string[] = [];
  let killed: Promise<void> | undefined;
  const queue = [...all];
  const worker = async () => {
    for (let change = queue.shift(); change; change = queue.shift()) {
      const answer = await send(change);
      if (answer.status === 201 && answer.id) {
        change.acknowledged = answer.id;
        first.push(answer.id);
        if (first.length >= changes / 3) killed ??= kill();
      } else if (killed && answer.status !== 0 && answer.status !== 503)
        throw new Error(
          `${answer.status} ${answer.code} while it was away:\n${product.output().slice(-2000)}`,
        );
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  await killed;
  expect(first.length).toBeLessThan(changes); // some were caught in the middle
  await comeBack();
  for (const change of all) {
    let answer = await send(change);
    for (let tries = 0; answer.status !== 201 && tries < 300; tries++) {
      await new Promise((resolve) => setTimeout(resolve, 100));
      answer = await send(change);
    }
    expect(answer.status).toBe(201);
    if (change.acknowledged) expect(answer.id).toBe(change.acknowledged); // the kept answer, not a second act
    change.acknowledged = answer.id ?? '';
  }
  return all.map((change) => change.acknowledged ?? '');
}

async function expectOneEffectEach(ids: string[]) {
  const mandates = await inDatabase<{ id: string }>('SELECT id FROM mandate WHERE id = ANY ($1)', [ids]);
  expect(mandates).toHaveLength(ids.length);
  const [total] = await inDatabase<{ mandates: string; lines: string; matched: string }>(`
    SELECT (SELECT count(*) FROM mandate) AS mandates,
           (SELECT count(*) FROM trail WHERE action = 'mandate.grant' AND outcome = 'permitted') AS lines,
           (SELECT count(*) FROM trail t JOIN mandate m ON m.id = t.mandate_id AND m.client_id = t.client_id
             WHERE t.action = 'mandate.grant') AS matched`);
  // As many acts as mandates as lines: nothing lost, nothing twice, nothing recorded that did not happen.
  expect(total?.lines).toBe(total?.mandates);
  expect(total?.matched).toBe(total?.mandates);
  return Number(total?.mandates);
}

const bsns = manyBsns(2 * changes);

it(`the service killed in the middle of ${changes} changes loses nothing that it acknowledged`, async () => {
  const ids = await throughADisaster(
    bsns.slice(0, changes),
    async () => void (await product.end('SIGKILL')),
    async () => void (product = await startProduct(environment())),
  );
  expect(await expectOneEffectEach(ids)).toBe(changes);
}, 120_000);

it(`PostgreSQL killed in the middle of ${changes} changes loses nothing that was acknowledged`, async () => {
  const ids = await throughADisaster(
    bsns.slice(changes),
    () => {
      const [pid] = readFileSync(join(server.dataFolder, 'postmaster.pid'), 'utf8').split('\n');
      process.kill(Number(pid), 'SIGKILL');
      return Promise.resolve();
    },
    async () => {
      server = await startServer();
      wire.leadTo(portOf(server.adminUrl));
    },
  );
  expect(await expectOneEffectEach(ids)).toBe(2 * changes);
}, 120_000);
