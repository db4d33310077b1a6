import { describe, expect, it } from '@jest/globals';
import { CsvError } from '../csv/csv-error.ts';
import { findHeader, headerWithin, mostColumns } from './sheet-header.ts';
import { readSheetRecords } from './sheet-records.ts';

const wide = (rows: number): string[][] =>
  Array.from({ length: rows }, () => Array.from({ length: 16_000 }, (_, at) => `x ${at}`));

/** Counts how often a cell is asked about, as each answer takes microseconds. */
function counted(): { isHeader: (cell: string) => boolean; asked: () => number } {
  let asked = 0;
  const isHeader = (cell: string): boolean => {
    asked += 1;
    return /^(Nom|Ville)$/.test(cell);
  };
  return { isHeader, asked: () => asked };
}

const most = headerWithin * mostColumns;

describe('the header of a very wide sheet', () => {
  it('is refused without asking each of its cells', async () => {
    const { isHeader, asked } = counted();
    const rows = (async function* () {
      yield wide(headerWithin);
    })();
    const refused = readSheetRecords(rows, { isHeader }).next();
    await expect(refused).rejects.toBeInstanceOf(CsvError);
    await expect(refused).rejects.toMatchObject({ code: 'csv-too-many-columns' });
    expect(asked()).toBeLessThanOrEqual(3 * most);
  });

  it('is found above rows that are too wide, which are not asked further', () => {
    const { isHeader, asked } = counted();
    const rows = [['Liste'], ['Nom', 'Ville'], ...wide(28)];
    expect(findHeader(rows, isHeader)).toEqual({ names: ['Nom', 'Ville'], taken: 2 });
    expect(asked()).toBeLessThanOrEqual(most);
  });
});
