import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { transformSync } from '@swc/core';

/*
 * How Node takes our TypeScript in tests: hooks of its module loader. What was compiled is kept beside the test server
 * until the source is another, and with it the way back to the lines of the source.
 */

const folder = join(import.meta.dirname, '..', '..', '.volmacht', 'test-code');
mkdirSync(folder, { recursive: true });

// One way to compile for tests: decorators as Nest needs them, modules left as ES modules.
const options = {
  jsc: {
    target: 'es2022',
    parser: { syntax: 'typescript', decorators: true },
    transform: { legacyDecorator: true, decoratorMetadata: true },
    keepClassNames: true,
  },
  module: { type: 'es6' },
  sourceMaps: true,
  swcrc: false,
};

const isOurs = (file) => file.endsWith('.ts') && !file.includes('node_modules');

const digest = (text) => createHash('sha256').update(text).digest('hex');
/** Where what was compiled of a file is kept. */
const placeOf = (file) => join(folder, digest(file));

/** The source map of one of our files; nothing for others, and for what was never loaded. */
export function sourceMapOf(file) {
  const map = `${placeOf(file)}.map`;
  return isOurs(file) && existsSync(map) ? map : undefined;
}

/** Several processes compile at once: each file appears whole, or not yet. */
function keep(place, content) {
  const unfinished = `${place}.${process.pid}`;
  writeFileSync(unfinished, content);
  renameSync(unfinished, place);
}

function compiled(file) {
  const source = readFileSync(file, 'utf8');
  const place = placeOf(file);
  const madeFrom = `\n// made from ${digest(JSON.stringify(options) + source)}\n`;
  const kept = existsSync(`${place}.js`) ? readFileSync(`${place}.js`, 'utf8') : '';
  if (kept.endsWith(madeFrom)) return kept;
  const { code, map } = transformSync(source, { ...options, filename: file, sourceFileName: file });
  keep(`${place}.map`, map);
  keep(`${place}.js`, code + madeFrom);
  return code;
}

export function resolve(specifier, context, next) {
  // What one copies into one's own project names its files as any project can read them.
  const copied = /^\.\/(volmacht(?:\.\w+)?)\.js$/.exec(specifier);
  return copied ? next(`./${copied[1]}.ts`, context) : next(specifier, context);
}

export function load(url, context, next) {
  const file = url.startsWith('file:') ? fileURLToPath(new URL(url)) : '';
  if (!isOurs(file)) return next(url, context);
  return { format: 'module', source: compiled(file), shortCircuit: true };
}

/** The address by which a test file is loaded: another one each time, so that it is carried out again. */
export const anew = (file, turn) => `${pathToFileURL(file).href}?turn=${turn}`;
