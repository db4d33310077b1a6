import { describe, expect, it } from '@jest/globals';
import { Findings } from '../../vacancies/formats/findings.ts';
import { readLicences } from './driving-licences.ts';

describe('driving licences in a cell', () => {
  it.each([
    ['B;C', ['B', 'C']],
    ['permis B et C', ['B', 'C']],
    ['Permis de conduire b', ['B']],
    ['Cat. B / C', ['B', 'C']],
    ['Catégorie B, C', ['B', 'C']],
    ['C+E', ['CE']],
    ['B+C', ['B', 'C']],
    ['رخصة السياقة صنف ب', ['B']],
    ['B, B', ['B']],
    ['non', []],
  ])('%s are %j', (cell, licences) => {
    const findings = new Findings();
    expect(readLicences(cell, findings)).toEqual(licences);
    expect(findings.list).toEqual([]);
  });

  it('asks which categories, of a mere yes', () => {
    const findings = new Findings();
    expect(readLicences('oui', findings)).toEqual([]);
    expect(findings.list).toMatchObject([{ code: 'licence-unknown', severity: 'drop' }]);
  });

  it.each(['A-IIb', 'poids lourd', 'permis'])('keeps %s with a word', (cell) => {
    const findings = new Findings();
    expect(readLicences(cell, findings)).toEqual([cell.toUpperCase()]);
    expect(findings.list).toMatchObject([
      { code: 'licence-unknown', severity: 'warn', value: cell },
    ]);
  });
});
