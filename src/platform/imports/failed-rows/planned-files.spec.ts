import { describe, expect, it } from '@jest/globals';
import { plannedFiles } from './planned-files.ts';

const part = (format: string, rows: number, ...names: string[]) => {
  return { format, rows, names, surplus: [] };
};

const outline = (...parts: Parameters<typeof plannedFiles>[0]): unknown =>
  plannedFiles(parts).map(({ name, tables }) => [name, ...tables.map(({ rows }) => rows)]);

describe('the files that rejected rows go back in', () => {
  it('are one for neighbours under the same names in the same order', () => {
    const [ab, ba] = [part('csv', 3, 'a', 'b'), part('csv', 4, 'b', 'a')];
    expect(outline(ab, ab, ba)).toEqual([
      ['failed-rows-1.csv', 6],
      ['failed-rows-2.csv', 4],
    ]);
  });

  it('are one for each header', () => {
    expect(outline(part('csv', 3, 'a'), part('csv', 4, 'b'), part('csv', 5, 'a'))).toEqual([
      ['failed-rows-1.csv', 3],
      ['failed-rows-2.csv', 4],
      ['failed-rows-3.csv', 5],
    ]);
  });

  it('are sheets of a workbook, of which none is too large to be read again', () => {
    const parts = [part('xlsx', 3, 'a'), part('xlsx', 4, 'b'), part('xlsx', 25_000, 'a')];
    expect(outline(...parts)).toEqual([
      ['failed-rows-1.xlsx', 3, 4],
      ['failed-rows-2.xlsx', 10_000],
      ['failed-rows-3.xlsx', 10_000],
      ['failed-rows-4.xlsx', 5_000],
    ]);
  });

  it('are of fewer rows where these are wide, each workbook being made in memory', () => {
    const names = Array.from({ length: 95 }, (_, at) => `column ${at}`);
    const parts = [part('xlsx', 11_000, ...names), part('xlsx', 3_000, 'a'), part('xlsx', 1, 'b')];
    expect(outline(...parts)).toEqual([
      ['failed-rows-1.xlsx', 5_000],
      ['failed-rows-2.xlsx', 5_000],
      ['failed-rows-3.xlsx', 1_000, 3_000, 1],
    ]);
  });

  it('are of other formats where these are, whatever names they have', () => {
    expect(outline(part('json', 2), part('json', 3), part('xml', 4), part('csv', 5, 'a'))).toEqual([
      ['failed-rows-1.ndjson', 5],
      ['failed-rows-2.xml', 4],
      ['failed-rows-3.csv', 5],
    ]);
  });

  it('have names by which they are read in the order of the import, however many they are', () => {
    const parts = Array.from({ length: 12 }, (_, at) => part(at % 2 ? 'csv' : 'json', 1, `${at}`));
    const names = plannedFiles(parts).map(({ name }) => name);
    expect(names[0]).toBe('failed-rows-01.ndjson');
    expect(names.toSorted()).toEqual(names);
  });

  it('have the columns as they were sent, and what is said of each row behind', () => {
    const names = ['Nom', '', 'Âge', 'Nom'];
    const surplus = ['error_cell_10', 'error_cell_5'];
    const [file] = plannedFiles([{ format: 'csv', rows: 1, names, surplus }]);
    expect(file?.tables[0]?.header).toEqual([
      ...['Nom', '', 'Âge', 'Nom', 'error_cell_5', 'error_cell_10'],
      ...['error_row', 'error_column', 'error_code', 'error_message', 'error_suggestion'],
    ]);
  });
});
