import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { asService, ownRoom, program, run, shortHash, type Account } from './embedded-postgres.binaries.ts';

/** Makes the launcher's own folder and returns its real path, so that one folder has one name. */
export function openFolder(folder: string, account: Account | undefined): string {
  mkdirSync(dirname(resolve(folder)), { recursive: true }); // the mode below is for this folder, not for those above
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const real = realpathSync(folder);
  // Under root the server runs as somebody else, who must be able to pass; secrets in it stay 0600.
  if (account) chmodSync(real, 0o711);
  return real;
}

/** The superuser's password: random, made once, readable by its owner only. */
export function superuserPassword(folder: string): string {
  const file = join(folder, 'superuser-password');
  if (!existsSync(file)) {
    if (existsSync(join(folder, 'data', 'PG_VERSION'))) {
      throw new Error(`the password in ${file} is gone; remove ${folder} to begin with an empty database`);
    }
    const draft = `${file}.${randomBytes(4).toString('hex')}`;
    writeFileSync(draft, randomBytes(24).toString('hex'), { mode: 0o600 });
    try {
      linkSync(draft, file); // all or nothing: of two processes that start at once, one password wins
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    } finally {
      unlinkSync(draft);
    }
  }
  return readFileSync(file, 'utf8').trim();
}

/**
 * Where the data lives: in the folder, or in /var/tmp when the service account cannot reach the folder.
 * The outside name holds a hash of the password, so that data of a folder that was removed is never taken up again.
 */
export function dataFolder(folder: string, password: string, account: Account | undefined): string {
  const inside = join(folder, 'data');
  if (!account || (existsSync(inside) && canEnter(inside, account))) return inside;
  const room = `volmacht-data-${shortHash(folder)}`;
  const name = `data-${shortHash(password)}`;
  if (canEnter(folder, account) && !existsSync(join('/var/tmp', room, name))) return inside;
  const outside = ownRoom(room);
  for (const left of readdirSync(outside).filter((entry) => !entry.startsWith(name))) {
    rmSync(join(outside, left), { recursive: true, force: true });
  }
  return join(outside, name);
}

function canEnter(folder: string, account: Account): boolean {
  // Asked of the system and not computed from modes: access lists and mounts have a say too.
  return spawnSync('/bin/sh', ['-c', 'cd -- "$1"', 'sh', folder], asService(account)).status === 0;
}

/** What a new cluster needs to know. */
export interface NewCluster {
  readonly native: string;
  readonly data: string;
  readonly password: string;
  readonly account: Account | undefined;
  readonly durable: boolean;
}

/**
 * Makes the database cluster when it is not there yet. It is built beside its place and moved there whole,
 * so an interrupted start leaves no half cluster, and of two processes at once one wins.
 */
export async function ensureCluster({ native, data, password, account, durable }: NewCluster): Promise<void> {
  if (existsSync(join(data, 'PG_VERSION'))) return;
  const fresh = `${data}.new-${randomBytes(4).toString('hex')}`;
  const passwordFile = `${fresh}.pw`;
  try {
    mkdirSync(fresh, { mode: 0o700 });
    writeFileSync(passwordFile, password, { mode: 0o600 });
    for (const path of account ? [fresh, passwordFile] : []) chownSync(path, account!.uid, account!.gid);
    await run(
      program(native, 'initdb'),
      [
        `--pgdata=${fresh}`,
        '--username=postgres',
        `--pwfile=${passwordFile}`,
        '--auth=scram-sha-256',
        '--encoding=UTF8',
        '--locale=C',
        '--locale-provider=builtin', // the same order of letters on every machine
        '--builtin-locale=C.UTF-8',
        '--no-instructions',
        ...(durable ? [] : ['--no-sync']),
      ],
      account,
    );
    renameSync(fresh, data);
  } catch (error) {
    if (!existsSync(join(data, 'PG_VERSION'))) throw error;
  } finally {
    rmSync(fresh, { recursive: true, force: true });
    rmSync(passwordFile, { force: true });
  }
}

/** Writes down that this process uses the server; returns how to leave, which tells whether nobody is left. */
export function joinUsers(folder: string): () => boolean {
  const users = join(folder, 'users');
  mkdirSync(users, { recursive: true, mode: 0o700 });
  // With the moment it began: a process that was killed may have had the number that we have now.
  const us = `${process.pid}-${Math.round(performance.timeOrigin)}-`;
  const own = join(users, us + randomBytes(4).toString('hex'));
  writeFileSync(own, '', { mode: 0o600 });
  const isThere = (name: string) =>
    parseInt(name, 10) === process.pid ? name.startsWith(us) : isAlive(parseInt(name, 10));
  return () => {
    rmSync(own, { force: true });
    const others = existsSync(users) ? readdirSync(users) : [];
    for (const gone of others.filter((name) => !isThere(name))) rmSync(join(users, gone), { force: true });
    return !others.some(isThere);
  };
}

/** Whether a process with this number exists, ours or not. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** The last lines of the server's own log, for an error that says something. */
export function logTail(logFile: string): string {
  if (!existsSync(logFile)) return `no log in ${basename(dirname(logFile))}`;
  return readFileSync(logFile, 'utf8').trim().split('\n').slice(-8).join('\n');
}
