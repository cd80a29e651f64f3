import { spawn, spawnSync } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { asService, program, run, type Account } from './embedded-postgres.binaries.ts';
import { isAlive } from './embedded-postgres.data.ts';

/** One cluster and all that is needed to start, ask and stop its server. */
export interface Cluster {
  readonly native: string;
  readonly data: string;
  readonly password: string;
  readonly account: Account | undefined;
  readonly durable: boolean;
  readonly logFile: string;
}

const pollMilliseconds = 20;
const patienceMilliseconds = 60_000;
const largestLogBytes = 5_000_000;

/** What the server writes about itself in `postmaster.pid`: lines 1, 4 and 8. */
interface Postmaster {
  readonly pid: number;
  readonly port: number;
  readonly state: string;
}

function readPostmaster(data: string): Postmaster | undefined {
  let lines: string[];
  try {
    lines = readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n');
  } catch {
    return undefined;
  }
  return { pid: Number(lines[0]), port: Number(lines[3]), state: lines[7]?.trim() ?? '' };
}

/** A process number outlives its process and is given out again: ask what runs under it. */
function isServerOf(pid: number, data: string): boolean {
  if (!pid || !isAlive(pid)) return false;
  if (process.platform === 'win32') return true; // nothing to ask; whether it answers decides
  const inProc = `/proc/${pid}/cmdline`;
  const command = existsSync('/proc/self/cmdline')
    ? existsSync(inProc) && readFileSync(inProc, 'utf8').replaceAll('\0', ' ')
    : spawnSync('ps', ['-ww', '-p', String(pid), '-o', 'command='], { encoding: 'utf8' }).stdout;
  return Boolean(command) && String(command).includes('postgres') && String(command).includes(data);
}

/** The address of the superuser; only this machine can reach it. */
export function adminUrlOf(password: string, port: number): string {
  return `postgres://postgres:${password}@127.0.0.1:${port}/postgres`;
}

async function answers({ password, data }: Cluster, port: number): Promise<boolean> {
  const client = new pg.Client({
    connectionString: adminUrlOf(password, port),
    connectionTimeoutMillis: 5_000,
  });
  client.on('error', () => undefined); // a server that stops under the question is an answer: no
  try {
    await client.connect();
    await client.query('select 1');
    return true;
  } catch (error) {
    if ((error as { code?: string }).code === '28P01') {
      throw new Error(
        `the database in ${data} does not know its password; remove that folder to begin anew`,
        {
          cause: error,
        },
      );
    }
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** The port of a server that already serves this cluster (it survived us, or another process started it). */
export async function findRunning(cluster: Cluster): Promise<number | undefined> {
  for (let waited = 0; waited < patienceMilliseconds; waited += pollMilliseconds) {
    const found = readPostmaster(cluster.data);
    if (!found || !isServerOf(found.pid, cluster.data)) return undefined;
    if (found.state === 'ready' && (await answers(cluster, found.port))) return found.port;
    await pause(pollMilliseconds); // starting, recovering or stopping
  }
  throw new Error(`a PostgreSQL server holds ${cluster.data} but does not answer`);
}

/**
 * PostgreSQL itself sees through a pid file of a dead server, but not when the number now belongs to another process.
 * It does trust that its parent is no server: so the number becomes ours, and its check of shared memory still works.
 */
function disarmStalePidFile(data: string): void {
  const file = join(data, 'postmaster.pid');
  const found = readPostmaster(data);
  if (!found || isServerOf(found.pid, data)) return;
  if (!found.pid) return rmSync(file, { force: true });
  if (isAlive(found.pid))
    writeFileSync(file, readFileSync(file, 'utf8').replace(/^\d+/, String(process.pid)));
}

/** Starts the server; returns its port, or undefined when it ended at once (a port taken, another process first). */
export async function launch(cluster: Cluster): Promise<number | undefined> {
  const { native, data, account, durable, logFile } = cluster;
  disarmStalePidFile(data);
  const port = await freePort();
  const settings = {
    port,
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: 200,
    timezone: 'UTC',
    log_timezone: 'UTC',
    // For tests: it counts nothing by itself either, so that how long a test takes hangs on no minute.
    ...(durable
      ? {}
      : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', autovacuum: 'off' }),
  };
  const tooLong = existsSync(logFile) && statSync(logFile).size > largestLogBytes;
  const log = openSync(logFile, tooLong ? 'w' : 'a', 0o600);
  const server = spawn(
    program(native, 'postgres'),
    ['-D', data, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])],
    // Its own process group: Ctrl-C reaches Node, which then stops the server in order.
    { ...asService(account), detached: true, stdio: ['ignore', log, log] },
  );
  closeSync(log);
  server.unref();
  let ended = false;
  server.once('error', () => (ended = true));
  server.once('exit', () => (ended = true));
  for (let waited = 0; !ended && waited < patienceMilliseconds; waited += pollMilliseconds) {
    const found = readPostmaster(data);
    if (found?.pid === server.pid && found?.state === 'ready' && (await answers(cluster, port))) return port;
    await pause(pollMilliseconds);
  }
  return undefined;
}

/** Stops the server in order: ends its sessions, writes everything down, and waits until it is gone. */
export async function shutDown({ native, data, account }: Cluster): Promise<void> {
  const found = readPostmaster(data);
  if (!found || !isServerOf(found.pid, data)) return;
  await run(program(native, 'pg_ctl'), ['stop', '-D', data, '-m', 'fast', '-w', '-t', '60'], account).catch(
    (error: unknown) => {
      if (readPostmaster(data)) throw error; // gone is gone, whoever stopped it
    },
  );
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve, reject) => {
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', resolve);
  });
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}
