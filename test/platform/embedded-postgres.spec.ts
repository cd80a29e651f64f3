import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import pg from 'pg';
import {
  embeddedPostgresAvailable,
  startEmbeddedPostgres,
  type EmbeddedPostgres,
} from '../../src/platform/embedded-postgres.ts';

const quiet = () => undefined;
const built = join(process.cwd(), 'dist/src/platform/embedded-postgres.js');

let folder: string;
const servers: EmbeddedPostgres[] = [];

async function start({ durable = false } = {}): Promise<EmbeddedPostgres> {
  const server = await startEmbeddedPostgres({ folder, durable, say: quiet });
  servers.push(server);
  return server;
}

async function ask(server: { adminUrl: string }, sql: string): Promise<unknown> {
  const client = new pg.Client({ connectionString: server.adminUrl });
  client.on('error', quiet); // the server is killed on purpose in some of these tests
  await client.connect();
  try {
    const { rows } = await client.query<unknown[]>({ text: sql, rowMode: 'array' });
    return rows[0]?.[0];
  } finally {
    await client.end();
  }
}

const serverPid = ({ dataFolder }: EmbeddedPostgres) =>
  Number(readFileSync(join(dataFolder, 'postmaster.pid'), 'utf8').split('\n')[0]);

/** Runs the built launcher in a Node of its own, and kills that as soon as the server answers. */
async function startInAProcessThatIsKilled(): Promise<{ port: number }> {
  const script = `const { startEmbeddedPostgres } = await import(${JSON.stringify(pathToFileURL(built).href)});
    const server = await startEmbeddedPostgres({ folder: ${JSON.stringify(folder)}, durable: false, say() {} });
    console.log(server.port); setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const port = await new Promise<number>((resolve, reject) => {
    child.stdout.once('data', (line: Buffer) => resolve(Number(line.toString())));
    child.once('exit', () => reject(new Error(`could not run ${built}: build first (npm test does)`)));
  });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGKILL');
  await ended;
  return { port };
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'volmacht-postgres-'));
});

afterEach(async () => {
  const started = servers.splice(0);
  for (const server of started) await server.stop();
  for (const { dataFolder } of started) rmSync(dataFolder, { recursive: true, force: true });
  rmSync(folder, { recursive: true, force: true });
});

describe('a developer who has only Node', () => {
  it('finds PostgreSQL among the packages of this platform', () => {
    expect(embeddedPostgresAvailable()).toBe(true);
  });

  it('gets a UTF-8 PostgreSQL with a fixed order of letters, that only this machine can reach', async () => {
    const server = await start();
    expect(await ask(server, 'show server_encoding')).toBe('UTF8');
    expect(await ask(server, 'show listen_addresses')).toBe('127.0.0.1');
    expect(await ask(server, 'show max_connections')).toBe('200');
    expect(await ask(server, `select 'Z' < 'a' and 'a' < 'é' and upper('é') = 'É'`)).toBe(true);
    expect(await ask(server, `select datlocprovider from pg_database where datname = 'postgres'`)).toBe('b');
  });

  it('has a database whose superuser needs the password, which nobody else can read', async () => {
    const server = await start();
    const wrong = { adminUrl: server.adminUrl.replace(/:[0-9a-f]{48}@/, ':guess@') };
    await expect(ask(wrong, 'select 1')).rejects.toMatchObject({ code: '28P01' });
    expect(statSync(join(folder, 'superuser-password')).mode & 0o077).toBe(0);
  });

  it('finds the data again after a stop and a start', async () => {
    const first = await start();
    await ask(first, `create table remembered as select 'still here' as word`);
    await first.stop();
    expect(existsSync(join(first.dataFolder, 'postmaster.pid'))).toBe(false);
    expect(await ask(await start(), 'select word from remembered')).toBe('still here');
  });

  it('shares one server between two starts, and the first to stop leaves it to the other', async () => {
    const [first, second] = await Promise.all([start(), start()]);
    expect(second.port).toBe(first.port);
    await first.stop();
    expect(await ask(second, 'select 1')).toBe(1);
    await second.stop();
    await expect(ask(second, 'select 1')).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  });

  it('meets the same server again after Node was killed, and can stop it', async () => {
    const { port } = await startInAProcessThatIsKilled();
    const again = await start();
    expect(again.port).toBe(port);
    await again.stop();
    await expect(ask(again, 'select 1')).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  });

  it('recovers with the committed data when the server itself was killed', async () => {
    const first = await start({ durable: true });
    await ask(first, `create table remembered as select 'still here' as word`);
    const killed = serverPid(first);
    process.kill(killed, 'SIGKILL');
    const second = await start();
    expect(serverPid(second)).not.toBe(killed);
    expect(await ask(second, 'select word from remembered')).toBe('still here');
  });

  it.each([
    ['another process that got the number', String(process.ppid)],
    ['nothing, because the disk was full', ''],
  ])('is not held up by a pid file that points at %s', async (_what, pid) => {
    const first = await start();
    const file = join(first.dataFolder, 'postmaster.pid');
    const was = readFileSync(file, 'utf8');
    await first.stop();
    writeFileSync(file, pid && was.replace(/^\d+/, pid));
    expect(await ask(await start(), 'select 1')).toBe(1);
  });

  it('is refused in production', async () => {
    const before = process.env.NODE_ENV;
    process.env.NODE_ENV = 'production';
    try {
      await expect(start()).rejects.toThrow('set DATABASE_URL in production');
    } finally {
      process.env.NODE_ENV = before;
    }
  });
});
