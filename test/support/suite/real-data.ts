import { describe } from '@jest/globals';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Returns a folder of real data beside the project, and a `describe` that skips its tests if the
 * folder is missing. A skip is reported.
 */
export function realData(name: string): { folder: string; describeHere: typeof describe.skip } {
  const folder = join('..', 'shared', 'data', name);
  const present = existsSync(folder);
  if (!present) process.stdout.write(`Skipped: ${folder} is not there.\n`);
  return { folder, describeHere: present ? describe : describe.skip };
}
