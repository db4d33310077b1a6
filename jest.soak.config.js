import base from './jest.config.js';

process.env.SOAK = '1';

/** The guarantees at their large figures, and what is too long for every change. */
export default {
  ...base,
  testMatch: [
    '**/test/guarantees/**/*.ts',
    '**/test/soak/*.ts',
    '**/test/stories/together/strawberry-season.ts',
    '**/src/placements/circular/maximum-stay.spec.ts',
    '**/src/reference/esco/esco-import.spec.ts',
    '**/src/reference/titles/title-reader.spec.ts',
  ],
  testTimeout: 3_600_000,
  maxWorkers: 1,
};
