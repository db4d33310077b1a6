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
  testTimeout: 30_000,
  maxWorkers: 2,
  // Each file leaves some megabytes behind in its process.
  workerIdleMemoryLimit: '1GB',
};
