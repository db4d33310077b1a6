/** @type {import('jest').Config} */
export default {
  testEnvironment: 'node',
  roots: ['<rootDir>/src', '<rootDir>/test'],
  testMatch: ['**/*.spec.ts', '**/test/stories/**/*.ts', '**/test/guarantees/**/*.ts'],
  transform: {},
  testRunner: '<rootDir>/test/support/suite/run-natively.js',
  setupFilesAfterEnv: ['<rootDir>/test/support/suite/same-worlds.ts'],
  globalSetup: '<rootDir>/test/support/suite/global-setup.js',
  globalTeardown: '<rootDir>/test/support/suite/global-teardown.js',
  testPathIgnorePatterns: [
    '/node_modules/',
    // A quarter to one minute each: the suite has to end within its time, and the soak runs them.
    'test/guarantees/duplicates/comparisons-hold-up-no-fact.ts',
    'test/guarantees/exchange/polls-outlive-kills.ts',
    'test/guarantees/exchange/polls-stop-between-batches.ts',
    'test/guarantees/files/packed-files-hold-nobody-up.ts',
    'test/guarantees/imports/failed-rows-take-turns.ts',
    'test/guarantees/imports/small-imports-pass-large-ones.ts',
    'test/guarantees/imports/undo-waits-its-turn.ts',
    'test/guarantees/imports/words-of-an-import-stand.ts',
    'test/guarantees/jobs/work-outlives-workers.ts',
    'test/guarantees/requests/answers-survive-a-restart.ts',
    'test/guarantees/requests/open-requests-end.ts',
  ],
  testTimeout: 30_000,
  maxWorkers: 2,
  // Each file leaves some megabytes behind in its process.
  workerIdleMemoryLimit: '1GB',
};
