/**
 * `npm run check`: everything about the sources that needs no database. Runs every step even when one fails,
 * two at a time, prints the output of what failed, and exits non-zero if anything did.
 */
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const project = fileURLToPath(new URL('..', import.meta.url));
const bin = (path) => `node_modules/${path}`;
const jest = ['--no-warnings=ExperimentalWarning', bin('jest/bin/jest.js')];

/** The longest first, so that two lanes end at about the same time. */
const steps = [
  { name: 'lint', args: [bin('eslint/bin/eslint.js'), '.', '--max-warnings', '0'] },
  { name: 'types', args: [bin('typescript/bin/tsc'), '--noEmit', '-p', 'tsconfig.json'] },
  { name: 'domain tests', args: [...jest, '-c', 'test/jest.config.mjs', 'test/domain'] },
  { name: 'format', args: [bin('prettier/bin/prettier.cjs'), '--check', '.'] },
  { name: 'unused code', args: [bin('knip/bin/knip.js'), '--no-progress'] },
  {
    name: 'import boundaries',
    args: [bin('dependency-cruiser/bin/dependency-cruise.mjs'), 'src', 'migrations', '--config'],
  },
];

const seconds = (since) => `${((performance.now() - since) / 1000).toFixed(1)} s`;

/** Runs one step; resolves to whether it passed, after telling how it went. */
function run({ name, args }) {
  const began = performance.now();
  return new Promise((settle) => {
    const child = spawn(process.execPath, args, { cwd: project, env: { ...process.env, NO_COLOR: '1' } });
    const output = [];
    child.stdout.on('data', (chunk) => output.push(chunk));
    child.stderr.on('data', (chunk) => output.push(chunk));
    child.on('error', (error) => output.push(Buffer.from(`${error.message}\n`)));
    child.on('close', (code) => {
      const passed = code === 0;
      console.log(`${passed ? 'ok    ' : 'FAILED'}  ${name.padEnd(18)} ${seconds(began)}`);
      if (!passed) console.log(Buffer.concat(output).toString().trimEnd().replaceAll(/^/gm, '        '));
      settle(passed);
    });
  });
}

const began = performance.now();
const waiting = [...steps];
const results = [];

async function lane() {
  for (let step = waiting.shift(); step; step = waiting.shift()) results.push(await run(step));
}

await Promise.all([lane(), lane()]);
const failed = results.filter((passed) => !passed).length;
console.log(`check: ${results.length - failed} of ${results.length} steps passed in ${seconds(began)}`);
process.exitCode = failed === 0 ? 0 : 1;
