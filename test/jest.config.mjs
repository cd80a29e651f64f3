// One way to compile for tests: decorators as Nest needs them, modules left as ES modules.
const compile = [
  '@swc/jest',
  {
    jsc: {
      target: 'es2022',
      parser: { syntax: 'typescript', decorators: true },
      transform: { legacyDecorator: true, decoratorMetadata: true },
      keepClassNames: true,
    },
    module: { type: 'es6' },
    sourceMaps: 'inline',
  },
];

export default {
  rootDir: '..',
  roots: ['<rootDir>/test'],
  testEnvironment: 'node',
  testRegex: '\\.spec\\.ts$',
  extensionsToTreatAsEsm: ['.ts'],
  setupFiles: ['<rootDir>/test/support/same-realm-clones.ts'],
  // What one copies into one's own project names its files as any project can read them.
  moduleNameMapper: { '^\\./(volmacht(?:\\.\\w+)?)\\.js$': './$1.ts' },
  globalSetup: '<rootDir>/test/support/global-setup.mjs',
  globalTeardown: '<rootDir>/test/support/global-teardown.mjs',
  transform: { '^.+\\.ts$': compile },
  testSequencer: '<rootDir>/test/support/slow-first.mjs',
  // A test waits for the database about half of its time, so that three processes keep two cores busy. One that has
  // grown (modules of ES never leave) begins anew.
  maxWorkers: 3,
  workerIdleMemoryLimit: '1GB',
  testTimeout: 60_000, // a database cluster or a sign-in takes its time on a busy machine
  coverageProvider: 'v8',
};
