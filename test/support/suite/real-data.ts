import { describe } from '@jest/globals';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** A folder of real data beside the project, which is not part of it; skipped, with a word, without. */
export function realData(name: string): { folder: string; describeHere: typeof describe.skip } {
  const folder = join('..', 'shared', 'data', name);
  const present = existsSync(folder);
  if (!present) process.stdout.write(`Skipped: ${folder} is not there.\n`);
  return { folder, describeHere: present ? describe : describe.skip };
}
