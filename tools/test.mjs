/**
 * `npm test [-- jest arguments]`: set up, then every test. Ends with jest's exit code, and with one last line
 * `N passed, N failed`. A test file that could not run at all counts as one failure.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runNode, setUp, SetUpError } from './set-up.mjs';

/** Jest's own counts; a run without a report has failed. */
function countIn(report) {
  try {
    const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites } = JSON.parse(
      readFileSync(report, 'utf8'),
    );
    return { passed: numPassedTests, failed: numFailedTests + numRuntimeErrorTestSuites };
  } catch {
    return { passed: 0, failed: 1 };
  }
}

try {
  await setUp();
} catch (error) {
  console.error(error instanceof SetUpError ? error.message : error);
  console.log('0 passed, 1 failed');
  process.exit(1);
}

// Ctrl-C reaches jest as well; this process stays to count what was done and to clean up.
process.on('SIGINT', () => undefined);

const folder = mkdtempSync(join(tmpdir(), 'volmacht-test-'));
const report = join(folder, 'report.json');
const code = await runNode([
  '--no-warnings=ExperimentalWarning',
  'node_modules/jest/bin/jest.js',
  ...['-c', 'test/jest.config.mjs', '--json', `--outputFile=${report}`],
  ...process.argv.slice(2),
]);
const { passed, failed } = countIn(report);
rmSync(folder, { recursive: true, force: true });
// A run that failed without a failed test (none was found, say) may not look like a good one.
console.log(`${passed} passed, ${code === 0 ? failed : Math.max(failed, 1)} failed`);
process.exitCode = code;
