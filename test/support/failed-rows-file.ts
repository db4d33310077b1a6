import { groupsOf } from '../../src/platform/lists/groups-of.ts';
import type { FileImport } from '../../src/platform/imports/file-import.entity.ts';
import type { FailedRow } from '../../src/platform/imports/failed-rows/failed-row.ts';
import { plannedFiles } from '../../src/platform/imports/failed-rows/planned-files.ts';
import { writeFailedRows } from '../../src/platform/imports/failed-rows/write-failed-rows.ts';

/** The file that rejected rows go back in, without a database. */
export async function failedRowsFile(
  rows: readonly FailedRow[],
  columns: FileImport['columns'],
): Promise<Buffer> {
  const parts = [...groupsOf(rows, ({ file, format }) => `${format} ${file}`).values()].map(
    (some) => ({
      format: some[0]?.format ?? null,
      rows: new Set(some.map(({ row }) => row)).size,
      names: [...new Set(some.flatMap(({ record }) => Object.keys(record ?? {})))],
    }),
  );
  const pieces: Uint8Array[] = [];
  for await (const piece of writeFailedRows(plannedFiles(parts, columns), each(rows)))
    pieces.push(piece);
  return Buffer.concat(pieces);
}

async function* each<T>(all: readonly T[]): AsyncGenerator<T> {
  yield* all;
}
