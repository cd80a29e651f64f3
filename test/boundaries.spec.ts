import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import { allowed, planted } from './boundaries.plants.ts';

const project = resolve(import.meta.dirname, '..');
const config = join(project, '.dependency-cruiser.cjs');
const cruiser = join(project, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');

type Rule = { name: string; comment: string; severity: string; from: { pathNot?: string[] } };
const { forbidden } = createRequire(import.meta.url)(config) as { forbidden: Rule[] };
const rules = forbidden.map((rule) => rule.name);

type Violation = { from: string; to: string; rule: { name: string } };

function cruise(directory: string): Promise<Violation[]> {
  const args = [cruiser, 'src', 'migrations', '--config', config, '--output-type', 'json'];
  const options = { cwd: directory, maxBuffer: 64 * 1024 * 1024 };
  return new Promise((settle, fail) => {
    execFile(process.execPath, args, options, (error, stdout, stderr) => {
      if (!stdout.startsWith('{')) return fail(new Error(stderr || stdout, { cause: error }));
      settle((JSON.parse(stdout) as { summary: { violations: Violation[] } }).summary.violations);
    });
  });
}

/** Writes a small house in which every planted and allowed pair is an import, with packages that are only names. */
function build(directory: string): void {
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(directory, path)), { recursive: true });
    writeFileSync(join(directory, path), text, { flag: 'a' });
  };
  const packages = {
    dependencies: { typeorm: '1', '@nestjs/typeorm': '1', pg: '1' },
    devDependencies: { supertest: '1' },
  };
  write('package.json', JSON.stringify({ type: 'module', ...packages }));
  write(
    'tsconfig.json',
    JSON.stringify({ compilerOptions: { module: 'nodenext', allowImportingTsExtensions: true } }),
  );
  for (const name of ['typeorm', '@nestjs/typeorm', 'pg', 'supertest']) {
    write(`node_modules/${name}/package.json`, JSON.stringify({ name, version: '1.0.0', main: 'index.js' }));
    write(`node_modules/${name}/index.js`, 'module.exports = {};\n');
  }
  for (const [from, to] of [...Object.values(planted).flat(), ...allowed]) {
    const local = /^(src|test|tools|migrations)\//.test(to);
    const path = relative(dirname(from), to).replaceAll('\\', '/');
    write(from, `import type {} from '${!local ? to : path.startsWith('.') ? path : `./${path}`}';\n`);
    if (local) write(to, '');
  }
  write('src/inbox/v.ts', "import type {} from './u.ts';\n");
}

describe('who may import whom', () => {
  const directory = mkdtempSync(join(tmpdir(), 'boundaries-'));
  let reported: Violation[];
  let real: Violation[];

  beforeAll(async () => {
    build(directory);
    [reported, real] = await Promise.all([cruise(directory), cruise(project)]);
  }, 30_000);
  afterAll(() => rmSync(directory, { recursive: true, force: true }));

  it('every rule has a planted violation, and every plant a rule', () => {
    expect(Object.keys(planted).sort()).toEqual([...rules].sort());
  });

  it('every rule is an error and says why', () => {
    expect(forbidden.filter((rule) => rule.severity !== 'error' || rule.comment.length < 30)).toEqual([]);
  });

  const plants = Object.entries(planted).flatMap(([rule, pairs]) =>
    pairs.map((pair) => [...pair, rule] as const),
  );
  it.each(plants)('%s may not import %s: %s', (from, to, rule) => {
    const found = reported.filter((violation) => violation.from === from && violation.to.includes(bare(to)));
    expect(found.map((violation) => violation.rule.name)).toEqual([rule]);
  });

  it.each(allowed)('%s may import %s', (from, to) => {
    expect(
      reported.filter((violation) => violation.from === from && violation.to.includes(bare(to))),
    ).toEqual([]);
  });

  it('reports nothing but the plants', () => {
    expect(reported).toHaveLength(plants.length);
  });

  it('the house itself breaks no rule', () => {
    expect(real.map(({ from, to, rule }) => `${from} → ${to}: ${rule.name}`)).toEqual([]);
  });

  it('every folder of the house is a room on the plan', () => {
    const plan = new RegExp(
      forbidden.find(({ name }) => name === 'every room is on the plan')!.from.pathNot![0]!,
    );
    const entries = readdirSync(join(project, 'src'), { withFileTypes: true });
    const rooms = entries.filter((entry) => entry.isDirectory()).map((entry) => `src/${entry.name}/`);
    expect(rooms.filter((room) => !plan.test(room))).toEqual([]);
  });
});

function bare(name: string): string {
  return name.replace(/^node:/, '');
}
