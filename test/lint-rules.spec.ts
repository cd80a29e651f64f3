import { ESLint, Linter } from 'eslint';
import { resolve } from 'node:path';
import { parser } from 'typescript-eslint';

const project = resolve(import.meta.dirname, '..');
const rulesFile: string = '../tools/lint/house-rules.mjs'; // a plain module: TypeScript need not look in it
const { houseRules } = (await import(rulesFile)) as {
  houseRules: Linter.Config[];
};

const linter = new Linter({ cwd: project });
const typescript = { files: ['**/*.ts'], languageOptions: { parser: parser as Linter.Parser } };

/** The rules that `code` would break if it were the file `path`. */
function broken(path: string, code: string): (string | null)[] {
  return linter.verify(code, [typescript, ...houseRules], resolve(project, path)).map(({ ruleId }) => ruleId);
}

const restricted = 'no-restricted-syntax';
const silent = 'house/doc-comments';
const lines = (count: number) => 'export {};\n'.repeat(count);

describe('time and chance come in by one door', () => {
  it.each([
    ['new Date()', 'const now = new Date();'],
    ['new globalThis.Date()', 'const now = new globalThis.Date();'],
    ['Date()', 'const now = Date();'],
    ['Date.now()', 'const now = Date.now();'],
    ['Date.now handed over uncalled', 'const clock = Date.now;'],
    ["Date['now']()", "const now = Date['now']();"],
    ['an import of randomUUID', "import { randomUUID as fresh } from 'node:crypto';"],
    ['crypto.randomUUID()', 'const id = crypto.randomUUID();'],
    ["crypto['randomUUID']()", "const id = crypto['randomUUID']();"],
    ['Math.random()', 'const id = Math.random();'],
  ])('%s is refused in a use case', (_title, code) => {
    expect(broken('src/mandates/mandates.service.ts', code)).toEqual([restricted]);
  });

  it('a date made from a value is welcome everywhere', () => {
    expect(broken('src/mandates/mandates.store.ts', 'const from = new Date(row.from);')).toEqual([]);
  });

  it.each(['src/platform/clock.ts', 'src/platform/ids.ts'])('%s is the door', (path) => {
    expect(broken(path, 'const now = new Date(); const id = crypto.randomUUID();')).toEqual([]);
  });

  it.each(['src/platform/clock-face.ts', 'src/domain/ids.ts', 'src/main.ts'])('%s is not', (path) => {
    expect(broken(path, 'const now = new Date();')).toEqual([restricted]);
  });

  it('a test may make its own moments', () => {
    expect(broken('test/cast.ts', 'const now = new Date();')).toEqual([]);
  });
});

describe('only programs write to the console', () => {
  it.each(['src/mandates/mandates.service.ts', 'src/platform/log.ts', 'src/sign-in/token.ts'])(
    '%s may not',
    (path) => expect(broken(path, 'console.log(1);')).toEqual(['no-console']),
  );

  it.each(['src/main.ts', 'src/migrate.ts', 'src/start.ts', 'src/sign-in/simulator/main.ts'])(
    '%s may',
    (path) => expect(broken(path, 'console.log(1);')).toEqual([]),
  );
});

describe('a file stays under 200 lines', () => {
  it.each(['src/inbox/inbox.store.ts', 'test/inbox/inbox.spec.ts'])('%s of 201 lines is refused', (path) => {
    expect(broken(path, lines(200).trim())).toEqual([]);
    expect(broken(path, lines(201).trim())).toEqual(['max-lines']);
  });

  it('blank lines and comments count', () => {
    expect(broken('src/inbox/inbox.store.ts', `${'\n// why\n'.repeat(100)}export {};`)).toEqual([
      'max-lines',
    ]);
  });
});

describe('exported things say what they are for', () => {
  const exported = [
    ['function', 'export function isInForce() {}'],
    ['class', 'export class Desk {}'],
    ['decorated class', '@Injectable() export class Desk {}'],
    ['type', 'export type Period = { from: Date };'],
    ['interface', 'export interface Period { from: Date }'],
    ['const', 'export const moves = {};'],
    ['default', 'export default function () {}'],
  ] as const;

  it.each(exported)('a %s without a doc comment is refused', (_kind, code) => {
    expect(broken('src/domain/mandate.ts', code)).toEqual([silent]);
  });

  it.each(exported)('a %s with a doc comment is welcome', (_kind, code) => {
    expect(broken('src/domain/mandate.ts', `/** What it is for. */\n${code}`)).toEqual([]);
  });

  it.each([
    ['a line comment', '// what it is for'],
    ['a plain block', '/* what it is for */'],
    ['an empty doc comment', '/** */'],
  ])('%s is no doc comment', (_title, comment) => {
    expect(broken('src/domain/mandate.ts', `${comment}\nexport const moves = {};`)).toEqual([silent]);
  });

  it('a type and a value of one name need one comment', () => {
    const code = "/** A closed list. */\nexport const states = ['a'];\nexport type states = string;";
    expect(broken('src/domain/mandate.ts', code)).toEqual([]);
  });

  it('what a file keeps to itself may stay silent', () => {
    expect(broken('src/domain/mandate.ts', 'function own() {} export { own };')).toEqual([]);
  });

  it.each(['platform', 'audit', 'access'])('the floor %s is held to it', (floor) => {
    expect(broken(`src/${floor}/deeper/a.ts`, 'export const a = 1;')).toEqual([silent]);
  });
});

describe('the rules are in force', () => {
  const eslint = new ESLint({ cwd: project });
  const severities = async (path: string) => {
    const { rules } = (await eslint.calculateConfigForFile(path)) as { rules: Record<string, [number]> };
    return (name: string) => rules[name]?.[0] ?? 0;
  };

  it('eslint.config.mjs holds the sources to all of them', async () => {
    const severity = await severities(resolve(project, 'src/domain/mandate.ts'));
    const held = [restricted, 'no-console', 'max-lines', silent, '@typescript-eslint/no-explicit-any'];
    expect(held.map((name) => [name, severity(name)])).toEqual(held.map((name) => [name, 2]));
  });

  it('a focused test, which silences all the others, is refused', async () => {
    expect(broken('test/a.spec.ts', "it.only('a', () => {});")).toEqual([restricted]);
    const severity = await severities(resolve(project, 'test/a.spec.ts'));
    expect(severity(restricted)).toBe(2);
  });
});
