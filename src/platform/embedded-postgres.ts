import { join } from 'node:path';
import { nativeFolder, serviceAccount, usableBinaries } from './embedded-postgres.binaries.ts';
import {
  dataFolder,
  ensureCluster,
  joinUsers,
  logTail,
  openFolder,
  superuserPassword,
} from './embedded-postgres.data.ts';
import { adminUrlOf, findRunning, launch, shutDown, type Cluster } from './embedded-postgres.server.ts';

/** How to start: `durable: false` is for tests, it survives no crash of the machine. */
export interface EmbeddedPostgresOptions {
  /** Folder of its own; holds the data (unless the server cannot reach it there), the password and the log. */
  readonly folder: string;
  readonly durable?: boolean;
  readonly say?: (line: string) => unknown;
}

/** A real PostgreSQL that listens on this machine only. */
export interface EmbeddedPostgres {
  /** Address with the superuser's password: for making roles and databases, never for serving requests. */
  readonly adminUrl: string;
  readonly port: number;
  /** Where the data really is: `/var/tmp/…` when the server's account cannot reach the folder. */
  readonly dataFolder: string;
  /** Stops the server and waits, unless another process still uses it. May be called twice. */
  stop(): Promise<void>;
}

/** Whether npm brought PostgreSQL for this platform; production images leave it out. */
export function embeddedPostgresAvailable(): boolean {
  return nativeFolder() !== undefined;
}

/**
 * Starts PostgreSQL from the binaries that npm brought, for development and tests; makes the cluster the first time.
 * A server that survived a killed Node, or that another process started in the same folder, is used as it is.
 * Throws in production (the binaries carry old libraries), and where npm has no binaries.
 */
export async function startEmbeddedPostgres({
  folder,
  durable = true,
  say = (line) => process.stdout.write(`${line}\n`),
}: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  if (process.env.NODE_ENV === 'production') {
    throw new Error('the embedded PostgreSQL is for development and tests: set DATABASE_URL in production');
  }
  const packaged = nativeFolder();
  if (!packaged) {
    throw new Error(
      `this platform (${process.platform}-${process.arch}) has no PostgreSQL binaries on npm: set DATABASE_URL`,
    );
  }
  const account = serviceAccount();
  const native = usableBinaries(packaged, account);
  const home = openFolder(folder, account);
  const password = superuserPassword(home);
  const data = dataFolder(home, password, account);
  const cluster: Cluster = { native, data, password, account, durable, logFile: join(home, 'postgres.log') };

  const leave = joinUsers(home);
  try {
    await ensureCluster(cluster);
    const port = await reuseOrLaunch(cluster, say);
    return { adminUrl: adminUrlOf(password, port), port, dataFolder: data, stop: () => stop(cluster, leave) };
  } catch (error) {
    leave();
    throw error;
  }
}

async function reuseOrLaunch(cluster: Cluster, say: (line: string) => unknown): Promise<number> {
  // More than once: the free port may be taken by now, or another process may have been first.
  for (let attempt = 0; attempt < 4; attempt++) {
    const running = await findRunning(cluster);
    if (running) {
      say(`PostgreSQL was already running on 127.0.0.1:${running}`);
      return running;
    }
    const port = await launch(cluster);
    if (port) {
      say(`PostgreSQL started on 127.0.0.1:${port}`);
      return port;
    }
  }
  throw new Error(`PostgreSQL did not start; the end of its log:\n${logTail(cluster.logFile)}`);
}

async function stop(cluster: Cluster, leave: () => boolean): Promise<void> {
  if (leave()) await shutDown(cluster);
}
