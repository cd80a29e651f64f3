import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Statements } from './scene.ts';

const program = join('docs', 'verify-statement', 'verify_statement.py');

/** With what it ends. */
export const ends = { valid: 0, notBelieved: 1, notChecked: 2, unsure: 3 } as const;

/** Runs it as a clerk does. Without Python on this machine nothing can be said, and the test says so. */
export const run = (args: string[]): Promise<{ ends: number; says: string }> =>
  new Promise((settle, fail) => {
    execFile('python3', [program, ...args], (error, says, complaint) => {
      if ((error as { code?: unknown } | null)?.code === 'ENOENT')
        return fail(new Error('python3 is not on this machine: the verifier of statements was NOT tested'));
      settle({ ends: Number((error as { code?: number } | null)?.code ?? 0), says: says + complaint });
    });
  });

/** A folder of its own, for what is given to it. */
export function openVerifier() {
  const folder = mkdtempSync(join(tmpdir(), 'statement-'));
  let files = 0;
  const file = (text: string | Buffer): string => {
    const name = join(folder, String(++files));
    writeFileSync(name, text);
    return name;
  };
  return {
    nothing: join(folder, 'nothing'),
    file,
    /** Checks a statement as of the scene's now. */
    check: async (
      scene: Statements,
      statement: string,
      { list, keys, more = [] }: { list?: string; keys?: unknown; more?: string[] } = {},
    ) =>
      run([
        ...[file(statement), '--keys', file(JSON.stringify(keys ?? (await scene.keys())))],
        ...(list === undefined ? [] : ['--status', file(list)]),
        ...['--at', scene.clock.now().toISOString(), ...more],
      ]),
    close: () => rmSync(folder, { recursive: true, force: true }),
  };
}
