import { docComments } from './doc-comments.mjs';

const source = ['src/**/*.ts', 'src/**/*.tsx'];
/** What others copy. Its types are made, not written. */
const client = ['client/*.ts'];
const made = ['client/volmacht.types.ts'];
const tests = ['test/**/*.ts', 'test/**/*.tsx'];
const documentedFloors = ['domain', 'platform', 'audit', 'access'].map((floor) => `src/${floor}/**/*.ts`);

const clockAndIds = ['src/platform/clock.ts', 'src/platform/ids.ts'];
const programs = ['src/main.ts', 'src/migrate.ts', 'src/start.ts', 'src/sign-in/simulator/**/*.ts'];

const byTheClock = 'Time comes in by one door: ask the Clock, or take `now` as a parameter.';
const byNewId = 'Chance comes in by one door: newId().';

const timeAndChance = [
  { selector: 'NewExpression[callee.name="Date"][arguments.length=0]', message: byTheClock },
  { selector: 'NewExpression[callee.property.name="Date"][arguments.length=0]', message: byTheClock },
  { selector: 'CallExpression[callee.name="Date"]', message: byTheClock },
  { selector: 'MemberExpression[object.name="Date"][property.name="now"]', message: byTheClock },
  { selector: 'MemberExpression[object.property.name="Date"][property.name="now"]', message: byTheClock },
  { selector: 'MemberExpression[object.name="Date"][property.value="now"]', message: byTheClock },
  { selector: 'Identifier[name="randomUUID"]', message: byNewId },
  { selector: 'Literal[value="randomUUID"]', message: byNewId },
  { selector: 'MemberExpression[object.name="Math"][property.name="random"]', message: byNewId },
  { selector: 'MemberExpression[object.name="Math"][property.value="random"]', message: byNewId },
];

const focusedTest = {
  selector: 'MemberExpression[object.name=/^(describe|it|test)$/][property.name="only"]',
  message: 'A focused test silences all the others.',
};

/**
 * What the house asks beyond the shared presets, as ESLint configuration that needs no type information.
 * `eslint.config.mjs` takes it over whole; `test/lint-rules.spec.ts` shows that each rule bites.
 */
export const houseRules = [
  {
    name: 'house: time and chance come in by one door',
    files: source,
    ignores: clockAndIds,
    rules: { 'no-restricted-syntax': ['error', ...timeAndChance] },
  },
  {
    name: 'house: only programs write to the console',
    files: source,
    ignores: programs,
    rules: { 'no-console': 'error' },
  },
  {
    name: 'house: a file stays under 200 lines',
    files: [...source, ...client, ...tests],
    ignores: made,
    rules: { 'max-lines': ['error', { max: 200, skipBlankLines: false, skipComments: false }] },
  },
  {
    name: 'house: no test silences the others',
    files: tests,
    rules: { 'no-restricted-syntax': ['error', focusedTest] },
  },
  {
    name: 'house: exported things say what they are for',
    files: [...documentedFloors, ...client],
    ignores: made,
    plugins: { house: { rules: { 'doc-comments': docComments } } },
    rules: { 'house/doc-comments': 'error' },
  },
];
