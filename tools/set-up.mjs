/**
 * What must be there before the service or its tests can run: a fit Node, the packages, the built sources.
 * Only Node's own modules here: node_modules may not exist yet. Each step is skipped when nothing changed.
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's top folder. */
export const project = fileURLToPath(new URL('..', import.meta.url));

const oldestNode = [20, 19, 0];
const builtFrom = [
  'src',
  'migrations',
  'tsconfig.json',
  'tsconfig.build.json',
  'nest-cli.json',
  'package-lock.json',
];
const buildStamp = join(project, 'dist', '.built-from');

/** A failure that is explained by its message; a stack would only hide it. */
export class SetUpError extends Error {}

/** Does what is needed, telling what takes long; throws a SetUpError that says what to do. */
export async function setUp(say = console.error) {
  checkNode();
  if (!installedAsLocked()) {
    await step(say, 'Installing the packages (npm ci); the first time this takes a minute', install);
  }
  const sources = fingerprint();
  if (!existsSync(buildStamp) || readFileSync(buildStamp, 'utf8') !== sources) {
    await step(say, 'Building', build);
    writeFileSync(buildStamp, sources);
  }
}

/** Starts a Node in the project; resolves to its exit code. Without `show` its output is given only when it fails. */
export async function runNode(args, { show = true } = {}) {
  return run(process.execPath, args, { show });
}

async function step(say, what, work) {
  const began = performance.now();
  say(`${what} …`);
  await work();
  say(`${what.split(' ')[0]}: done in ${((performance.now() - began) / 1000).toFixed(1)} s`);
}

function checkNode() {
  const found = process.versions.node.split('.').map(Number);
  const differs = oldestNode.findIndex((part, place) => part !== found[place]);
  if (differs >= 0 && found[differs] < oldestNode[differs]) {
    throw new SetUpError(
      `Node ${process.versions.node} is too old: Volmacht needs Node ${oldestNode.join('.')} or newer (nodejs.org).`,
    );
  }
}

/**
 * npm keeps its own record of what it installed, written last: so an interrupted install has none.
 * Packages for other platforms are rightly missing from it.
 */
function installedAsLocked() {
  const record = join(project, 'node_modules', '.package-lock.json');
  if (!existsSync(record)) return false;
  const installed = JSON.parse(readFileSync(record, 'utf8')).packages;
  const locked = JSON.parse(readFileSync(join(project, 'package-lock.json'), 'utf8')).packages;
  return Object.entries(locked).every(([path, { version, optional }]) => {
    if (path === '') return true;
    return path in installed ? installed[path].version === version : optional === true;
  });
}

async function install() {
  // Development packages too, whatever NODE_ENV says: the build needs them.
  const args = ['ci', '--include=dev', '--no-audit', '--no-fund', '--no-progress', '--loglevel=error'];
  const npm = process.env.npm_execpath ?? '';
  const code = npm.endsWith('npm-cli.js')
    ? await run(process.execPath, [npm, ...args], { show: true })
    : await run(process.platform === 'win32' ? 'npm.cmd' : 'npm', args, { show: true });
  if (code !== 0) throw new SetUpError(`npm ci failed (${code}); what it said stands above.`);
}

async function build() {
  const code = await runNode(['node_modules/@nestjs/cli/bin/nest.js', 'build'], { show: false });
  if (code !== 0) throw new SetUpError('The build failed; what it said stands above.');
}

/** Changes when any source changes: its name or its content. Times are not looked at, copies and checkouts change them. */
function fingerprint() {
  const hash = createHash('sha256');
  for (const file of builtFrom.flatMap((path) => filesBelow(path))) {
    hash
      .update(`${file}\0`)
      .update(readFileSync(join(project, file)))
      .update('\0');
  }
  return hash.digest('hex');
}

function filesBelow(path) {
  const full = join(project, path);
  if (!existsSync(full)) return [];
  if (!statSync(full).isDirectory()) return [path];
  return readdirSync(full)
    .sort()
    .flatMap((name) => filesBelow(join(path, name)));
}

function run(command, args, { show }) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: project,
      stdio: show ? 'inherit' : ['ignore', 'pipe', 'pipe'],
      shell: command.endsWith('.cmd'), // Windows starts command files through its shell only
    });
    const output = [];
    child.stdout?.on('data', (part) => output.push(part));
    child.stderr?.on('data', (part) => output.push(part));
    child.once('error', reject);
    child.once('close', (code, signal) => {
      if (code !== 0) process.stderr.write(Buffer.concat(output));
      resolve(code ?? (signal === 'SIGINT' ? 130 : 1));
    });
  });
}
