import { describe, expect, it } from '@jest/globals';
import { columns } from '../../formats/headers/spreadsheet-columns.ts';
import { unreadableAs } from './unreadable-as.ts';

describe('the meaning of a word', () => {
  it.each([
    ['nationalities', 'Maroque', 'country-unknown'],
    ['consent_countries', 'Nowhereland', 'country-unknown'],
    ['consent_purposes', 'emploi', 'purpose-unknown'],
    ['languages', 'courant', 'language-unreadable'],
    ['education_level', 'Bac+3', 'education-level-unknown'],
  ] as const)('cannot be used in %s as %s', (column, value, code) => {
    expect(unreadableAs(column, value)).toMatchObject({ path: column, code });
  });

  it.each([
    ['nationalities', 'Maroc'],
    ['residence_country', 'MA'],
    ['consent_countries', 'ES'],
    ['consent_purposes', 'matching'],
    ['consent_sections', 'all'],
    ['permit_categories', 'seasonal'],
    ['languages', 'fr:C1'],
    ['languages', 'C1'],
    ['education_level', 'EQF-6'],
  ] as const)('can be used in %s as %s', (column, value) => {
    expect(unreadableAs(column, value)).toBeNull();
  });

  it('is free where the column holds any words', () => {
    const free = columns.filter((column) => unreadableAs(column, 'zellijeur') === null);
    expect(free).toEqual(expect.arrayContaining(['occupation', 'skills', 'qualifications']));
  });
});
