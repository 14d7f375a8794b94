/**
 * One jest run covers everything; each project can be run alone with --selectProjects.
 * Run through `node --experimental-vm-modules`: Nest 12 and our own code are ES modules.
 */
const shared = {
  rootDir: import.meta.dirname,
  testEnvironment: '<rootDir>/test/support/ending-contexts.mjs',
  extensionsToTreatAsEsm: ['.ts'],
  // .js first: packages that ship both forms side by side must be loaded as they were built.
  moduleFileExtensions: ['js', 'mjs', 'cjs', 'ts', 'json', 'node'],
  moduleNameMapper: {
    '^#(domain|matching|computing|use-cases|persistence|queues|notifications|spreadsheets|configuration)$':
      '<rootDir>/libs/$1/src/index.ts',
    '^(\\.{1,2}/.*(?<!\\.json))\\.js$': '$1',
  },
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.fodfaeste/'],
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        sourceMaps: 'inline',
        module: { type: 'es6' },
        jsc: {
          target: 'es2022',
          parser: { syntax: 'typescript', decorators: true },
          // The same decorator semantics as tsc, or Nest finds no constructor types.
          transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
        },
      },
    ],
  },
};

/** The product compiled, and one PostgreSQL: jest starts it once, however many projects name it. */
const testDatabase = {
  globalSetup: '<rootDir>/test/support/global-setup.mjs',
  globalTeardown: '<rootDir>/test/support/global-teardown.mjs',
};

const project = (displayName, folders, more = {}) => ({
  ...shared,
  displayName,
  testMatch: folders.map((folder) => `<rootDir>/${folder}/**/*.spec.ts`),
  ...more,
});

export default {
  // Jest takes no time limit per project; a hanging test is noticed by this one.
  testTimeout: 60_000,
  // Many suites wait for other processes and for real time: a third one uses two cores better than two do.
  maxWorkers: 3,
  testSequencer: '<rootDir>/test/support/slowest-first.mjs',
  // What a suite has loaded stays in the memory of its worker. (That each suite took longer than the one before it had
  // another reason: test/support/ending-contexts.mjs.)
  workerIdleMemoryLimit: '1GB',
  projects: [
    project('unit', ['libs', 'apps', 'demo', 'test/{builders,fakes,property,simulation,support}']),
    project('integration', ['test/{integration,contracts}'], testDatabase),
    project('e2e', ['test/{e2e,browser,crash}'], {
      ...testDatabase,
      // They wait for minutes, as for the claim of a worker that was killed: npm run test:long.
      testPathIgnorePatterns: process.env.LONG === 'on' ? [] : ['\\.long\\.spec\\.ts$'],
    }),
    project('architecture', ['test/architecture']),
  ],
};
