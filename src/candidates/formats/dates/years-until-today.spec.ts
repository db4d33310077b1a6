import { describe, expect, it } from '@jest/globals';
import { collect, inPieces, said } from '../read-candidates.builders.ts';

const sheet = (cell: string) =>
  inPieces(`Ref;Nom;Nationalité;Métier;Expérience\nR-1;A;MA;Maçon;${cell}\n`);
const read = (cell: string, today?: string) =>
  collect(sheet(cell), today === undefined ? {} : { today });

describe('work that continues', () => {
  it.each([
    ['depuis 2015', 11],
    ['since 05/2015', 11.5],
    ['desde el año 2019', 7],
    ['2019 - présent', 7],
    ['from 2019 to present', 7],
    ['منذ ٢٠١٥', 11],
    ['2015-2035', 11],
    ['05/2015 - 06/2030', 11.5],
  ])('is counted until the day of the import, which is reported: %s', async (cell, years) => {
    const records = await read(cell, '2026-11-29');
    expect(records[0]?.draft?.occupations).toMatchObject([{ title: 'Maçon', years }]);
    expect(said(records, 'warn')).toContain('1 occupation_years years-until-today');
  });

  it('has the number of years that it states', async () => {
    const records = await read('depuis 5 ans', '2026-11-29');
    expect(records[0]?.draft?.occupations).toMatchObject([{ years: 5 }]);
    expect(said(records, 'warn')).toEqual(['1 consent_purposes consent-missing']);
  });

  it.each([
    ['depuis 2015', undefined],
    ['depuis 2030', '2026-11-29'],
    ['depuis 15', '2026-11-29'],
    ['depuis longtemps', '2026-11-29'],
  ])('is not read if it cannot be counted: %s, %s', async (cell, today) => {
    const records = await read(cell, today);
    expect(records[0]?.draft?.occupations).toMatchObject([{ years: null }]);
    expect(said(records, 'drop')).toEqual(['1 occupation_years number-unreadable']);
  });
});
