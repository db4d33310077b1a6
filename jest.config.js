/** @type {import('jest').Config} */
export default {
  testEnvironment: 'node',
  roots: ['<rootDir>/src', '<rootDir>/test'],
  testMatch: ['**/*.spec.ts', '**/test/stories/**/*.ts', '**/test/guarantees/**/*.ts'],
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '^.+\\.ts$': '@swc/jest' },
  setupFiles: ['<rootDir>/test/support/suite/same-worlds.ts'],
  globalSetup: '<rootDir>/test/support/suite/global-setup.js',
  globalTeardown: '<rootDir>/test/support/suite/global-teardown.js',
  testTimeout: 30_000,
  maxWorkers: 2,
  // Modules of earlier files stay in a process; collecting around them takes longer than starting anew.
  workerIdleMemoryLimit: '700MB',
};
