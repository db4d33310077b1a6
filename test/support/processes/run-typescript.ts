import { join } from 'node:path';

/** What `node`, or a thread, is started with to run our TypeScript as it is. */
export const runTypescript: readonly string[] = [
  '--import',
  join(import.meta.dirname, 'register-typescript.js'),
];
