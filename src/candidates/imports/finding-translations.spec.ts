import { describe, expect, it } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as ofPeople from './finding-translations.ts';
import { OCCUPATION_MISSING } from '../../vacancies/formats/occupations.ts';
import * as ofVacancies from '../../vacancies/imports/finding-translations.ts';

const src = join(import.meta.dirname, '../..');

/** The codes that the readers of files in a folder name. */
function codesIn(folder: string): string[] {
  const files = readdirSync(join(src, folder)).filter((name) => /^(?!.*\.spec).*\.ts$/.test(name));
  const found = files.flatMap((name) => {
    const text = readFileSync(join(src, folder, name), 'utf8');
    return [...text.matchAll(/\.(?:reject|drop|warn)\(\s*'([a-z0-9-]+)'/g)].map(
      ([, code = '']) => code,
    );
  });
  return [...new Set(found)].toSorted();
}

describe('what is said of a finding', () => {
  it.each([
    ['vacancies/formats', ofVacancies],
    ['candidates/formats', ofPeople],
  ])('is said in French and in Spanish for every code of %s', (folder, { french, spanish }) => {
    const codes = codesIn(folder);
    expect(codes.length).toBeGreaterThan(15);
    expect(codes.filter((code) => !french[code])).toEqual([]);
    expect(codes.filter((code) => !spanish[code])).toEqual([]);
    expect(Object.keys(spanish)).toEqual(Object.keys(french));
  });

  it('is said of a vacancy without an occupation, whose code has a name of its own', () => {
    for (const said of [ofVacancies.french, ofVacancies.spanish])
      expect(said).toHaveProperty([OCCUPATION_MISSING]);
  });
});
