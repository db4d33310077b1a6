import { describe, expect, it } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { failureSayings } from '../../platform/imports/faults/failure-sayings.ts';
import { OCCUPATION_MISSING } from '../../vacancies/formats/values/occupations.ts';
import { findingSayings as ofVacancies } from '../../vacancies/imports/finding-translations.ts';
import { grounds } from '../../vacancies/wording/wish.ts';
import { findingSayings as ofPeople } from './finding-translations.ts';

const src = join(import.meta.dirname, '../..');

/** Reads the sources in a folder, with its sub-folders; of a whole feature only its own files. */
function sourcesIn(folder: string): string[] {
  const recursive = folder.includes('/');
  const all = readdirSync(join(src, folder), { recursive, encoding: 'utf8' });
  const files = all.filter((name) => /^(?!.*\.spec).*\.ts$/.test(name));
  return files.map((name) => readFileSync(join(src, folder, name), 'utf8'));
}

/**
 * The ways in which findings are made: with a collector, alone, and by a helper that is given the
 * code.
 */
const made = [
  /\.(?:reject|drop|warn)\(\s*'([a-z0-9-]+)'/g,
  /\bfinding\(\s*'(?:reject|drop|warn)',\s*'([a-z0-9-]+)'/g,
  /\brefuse\(\s*'([a-z0-9-]+)'/g,
];

/** Returns the codes that the readers of files in some folders use. */
function codesIn(...folders: string[]): string[] {
  const texts = folders.flatMap(sourcesIn);
  const found = texts.flatMap((text) =>
    made.flatMap((form) => [...text.matchAll(form)].map(([, code = '']) => code)),
  );
  return [...new Set(found)].toSorted();
}

/**
 * Returns the codes of failures of whole files, with which a record of an archive may be refused
 * too.
 */
function failures(): string[] {
  const text = ['format-error', 'csv/csv-error']
    .map((name) => readFileSync(join(src, `platform/formats/${name}.ts`), 'utf8'))
    .join('');
  return [...text.matchAll(/^ {2}\| '([a-z0-9-]+)'/gm)].map(([, code = '']) => code);
}

describe('the text of a finding', () => {
  /** What both kinds of file are read by, besides the dates of `platform/formats`. */
  const shared = ['platform/formats/json', 'platform/formats/hr-xml', 'reference/isco'];
  const ofDates = ['date-unreadable', 'date-not-standard'];
  const ofGrounds = grounds.map((ground) => `wish-on-${ground}`);

  it.each([
    ['vacancies', ofVacancies, [OCCUPATION_MISSING, 'other-state', ...ofGrounds, ...ofDates]],
    ['people', ofPeople, ['column-repeated', 'row-too-long', 'row-passed-over']],
  ] as const)('exists in each language for every code of %s', (what, sayings, others) => {
    const folders =
      what === 'people'
        ? ['candidates/formats', 'candidates/imports', 'platform/formats', 'reference/isco']
        : ['vacancies/formats', 'vacancies/imports', 'vacancies', 'reference', ...shared];
    const found = codesIn(...folders);
    expect(found.length).toBeGreaterThan(25);
    const codes = [...new Set([...found, ...others])];
    for (const [language, said] of Object.entries(sayings)) {
      const missing = codes.filter((code) => !said[code] && !failureSayings[language]?.[code]);
      expect([language, missing]).toEqual([language, []]);
      expect(Object.keys(said)).toEqual(Object.keys(sayings.fr));
    }
  });

  it('exists in each language for every file that cannot be read', () => {
    expect(failures().length).toBeGreaterThan(20);
    for (const [language, said] of Object.entries(failureSayings))
      expect([language, failures().filter((code) => !said[code])]).toEqual([language, []]);
  });

  it('is written in Arabic letters in Arabic', () => {
    const said = [...Object.values(ofVacancies.ar), ...Object.values(ofPeople.ar)];
    for (const saying of said) expect(saying).toMatch(/^[^A-Za-z]*\p{Script=Arabic}/u);
  });
});
