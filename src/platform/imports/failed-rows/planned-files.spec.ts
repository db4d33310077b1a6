import { describe, expect, it } from '@jest/globals';
import { plannedFiles } from './planned-files.ts';

const part = (format: string, rows: number, ...names: string[]) => {
  return { format, rows, names, surplus: [] };
};

const outline = (...parts: Parameters<typeof plannedFiles>[0]): unknown =>
  plannedFiles(parts).map(({ name, tables }) => [name, ...tables.map(({ rows }) => rows)]);

describe('planning the files of rejected rows', () => {
  it('joins neighbouring parts that have the same columns in the same order', () => {
    const [ab, ba] = [part('csv', 3, 'a', 'b'), part('csv', 4, 'b', 'a')];
    expect(outline(ab, ab, ba)).toEqual([
      ['failed-rows-1.csv', 6],
      ['failed-rows-2.csv', 4],
    ]);
  });

  it('starts a new file whenever the header changes', () => {
    expect(outline(part('csv', 3, 'a'), part('csv', 4, 'b'), part('csv', 5, 'a'))).toEqual([
      ['failed-rows-1.csv', 3],
      ['failed-rows-2.csv', 4],
      ['failed-rows-3.csv', 5],
    ]);
  });

  it('makes each part a sheet of a workbook, and splits those too large to be read again', () => {
    const parts = [part('xlsx', 3, 'a'), part('xlsx', 4, 'b'), part('xlsx', 25_000, 'a')];
    expect(outline(...parts)).toEqual([
      ['failed-rows-1.xlsx', 3, 4],
      ['failed-rows-2.xlsx', 10_000],
      ['failed-rows-3.xlsx', 10_000],
      ['failed-rows-4.xlsx', 5_000],
    ]);
  });

  it('puts fewer rows in a workbook if they are wide, since each is made in memory', () => {
    const names = Array.from({ length: 95 }, (_, at) => `column ${at}`);
    const parts = [part('xlsx', 11_000, ...names), part('xlsx', 3_000, 'a'), part('xlsx', 1, 'b')];
    expect(outline(...parts)).toEqual([
      ['failed-rows-1.xlsx', 5_000],
      ['failed-rows-2.xlsx', 5_000],
      ['failed-rows-3.xlsx', 1_000, 3_000, 1],
    ]);
  });

  it('starts a new file whenever the format changes, whatever the columns', () => {
    expect(outline(part('json', 2), part('json', 3), part('xml', 4), part('csv', 5, 'a'))).toEqual([
      ['failed-rows-1.ndjson', 5],
      ['failed-rows-2.xml', 4],
      ['failed-rows-3.csv', 5],
    ]);
  });

  it('names the files so that they sort in the order of the import', () => {
    const parts = Array.from({ length: 12 }, (_, at) => part(at % 2 ? 'csv' : 'json', 1, `${at}`));
    const names = plannedFiles(parts).map(({ name }) => name);
    expect(names[0]).toBe('failed-rows-01.ndjson');
    expect(names.toSorted()).toEqual(names);
  });

  it('keeps the columns as they were sent, and adds those of the errors behind them', () => {
    const names = ['Nom', '', 'Âge', 'Nom'];
    const surplus = ['error_cell_10', 'error_cell_5'];
    const [file] = plannedFiles([{ format: 'csv', rows: 1, names, surplus }]);
    expect(file?.tables[0]?.header).toEqual([
      'Nom',
      '',
      'Âge',
      'Nom',
      'error_cell_5',
      'error_cell_10',
      'error_row',
      'error_column',
      'error_code',
      'error_message',
      'error_suggestion',
    ]);
  });
});
