import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The day on which the samples were true: consents hold, tests have passed, offers are open. */
export const SAMPLES_DAY = '2026-11-24';

const folder = 'samples';

/** The files of vacancies or candidates, in the order of their names. */
export async function sampleFiles(kind: 'vacancies' | 'candidates'): Promise<string[]> {
  const names = await readdir(join(folder, kind));
  return names.toSorted().map((name) => join(folder, kind, name));
}

/** What states and partner countries have agreed and decided, each with who says so. */
export async function sampleDecisions<T extends object>(
  kind: 'partnerships' | 'pressed-sectors' | 'quotas',
): Promise<(T & { by?: string })[]> {
  const text = await readFile(join(folder, `${kind}.json`), 'utf8');
  return JSON.parse(text) as (T & { by?: string })[];
}
