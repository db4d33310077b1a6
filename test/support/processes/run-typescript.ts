import { join } from 'node:path';

/** The arguments with which `node`, or a thread, runs our TypeScript without a build. */
export const runTypescript: readonly string[] = [
  '--import',
  join(import.meta.dirname, 'register-typescript.js'),
];
