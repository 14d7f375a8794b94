/**
 * One jest run covers everything; each project can be run alone with --selectProjects. Run through
 * `node --import ./test/support/native/register.mjs` (`npm run jest`): Node itself loads the tests (docs/adr/0026).
 */
const shared = {
  rootDir: import.meta.dirname,
  runtime: '<rootDir>/test/support/native/runtime.mjs',
  testEnvironment: '<rootDir>/test/support/native/environment.mjs',
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.fodfaeste/'],
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
  // What a suite has loaded stays in the memory of its worker.
  workerIdleMemoryLimit: '1GB',
  projects: [
    project('unit', ['libs', 'apps', 'demo', 'test/{builders,fakes,property,simulation,support}']),
    project('integration', ['test/{integration,contracts}'], testDatabase),
    project('e2e', ['test/{e2e,browser,crash,drill,endure}'], {
      ...testDatabase,
      // They wait for minutes, as for the claim of a worker that was killed: npm run test:long.
      testPathIgnorePatterns: process.env.LONG === 'on' ? [] : ['\\.long\\.spec\\.ts$'],
    }),
    project('architecture', ['test/architecture']),
  ],
};
