import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * The day on which the samples are true: consents are valid, labour-market tests have passed,
 * offers are open.
 */
export const SAMPLES_DAY = '2026-11-24';

const folder = 'samples';

/**
 * Returns the paths of the sample files of vacancies or candidates, in the order of their names.
 */
export async function sampleFiles(kind: 'vacancies' | 'candidates'): Promise<string[]> {
  const names = await readdir(join(folder, kind));
  return names.toSorted().map((name) => join(folder, kind, name));
}

/**
 * Returns what states and partner countries have agreed and decided. `by` is the country that
 * decided.
 */
export async function sampleDecisions<T extends object>(
  kind: 'partnerships' | 'pressed-sectors' | 'quotas',
): Promise<(T & { by?: string })[]> {
  const text = await readFile(join(folder, `${kind}.json`), 'utf8');
  return JSON.parse(text) as (T & { by?: string })[];
}
