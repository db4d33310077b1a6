import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readCsvTable, TableError, type TableOptions } from './csv-table.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'csv-table-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function rowsOf(
  content: string | Buffer,
  options?: TableOptions,
): Promise<Record<string, string>[]> {
  const path = join(folder, 'table.csv');
  await writeFile(path, content);
  const rows = [];
  for await (const row of readCsvTable(path, options)) rows.push(row);
  return rows;
}

describe('an official table', () => {
  it('is read by column name, line breaks in quotes included', async () => {
    expect(await rowsOf('\uFEFFcode,title\r\n1,"one\nor two"\r\n2,"say ""three"""\r\n')).toEqual([
      { code: '1', title: 'one\nor two' },
      { code: '2', title: 'say "three"' },
    ]);
  });

  it('may leave cells out at the end of a row', async () => {
    expect(await rowsOf('a,b,c\n1,2\n')).toEqual([{ a: '1', b: '2' }]);
  });

  it('reports how much of it has been read', async () => {
    let bytes = 0;
    await rowsOf('a\n1\n', { onBytes: (more) => (bytes += more) });
    expect(bytes).toBe(4);
  });
});

describe('a broken table', () => {
  it.each([
    [
      'an unclosed quote',
      'a,b\n1,2\n3,"4\n',
      /^table\.csv, row 3: a quotation mark is never closed\.$/,
    ],
    ['a row with too many cells', 'a,b\n1,2\n1,2,3\n', /^table\.csv, row 3: .*/],
    ['no header that fits', 'a,c\n1,2\n', /^table\.csv, row 1, column b: the column is missing/],
    ['no rows', 'a,b\n', /^table\.csv: the table has no rows\.$/],
    ['nothing in it', '', /^table\.csv: the table has no rows\.$/],
    ['another encoding', Buffer.from('a,b\n1,caf\xe9 noir\n', 'latin1'), /not UTF-8/],
  ])('is refused with its file and row for %s', async (_, content, message) => {
    const reading = rowsOf(content, { required: ['a', 'b'] });
    await expect(reading).rejects.toThrow(message);
    await expect(reading).rejects.toBeInstanceOf(TableError);
  });
});
