import { groupsOf } from '../../../src/platform/lists/groups-of.ts';
import type { FailedRow } from '../../../src/platform/imports/failed-rows/failed-row.ts';
import { plannedFiles } from '../../../src/platform/imports/failed-rows/planned-files.ts';
import type { SentRow } from '../../../src/platform/imports/running/import-batch.ts';
import { writeFailedRows } from '../../../src/platform/imports/failed-rows/write-failed-rows.ts';

/** Makes the file in which rejected rows are given back, without a database. */
export async function failedRowsFile(rows: readonly FailedRow[]): Promise<Buffer> {
  const tables = groupsOf(rows, ({ file, format, record }) =>
    JSON.stringify([format, file, sheetRow(record).names]),
  );
  const parts = [...tables.values()].map((some) => ({
    format: some[0]?.format ?? null,
    rows: new Set(some.map(({ row }) => row)).size,
    names: sheetRow(some[0]?.record).names,
    surplus: [...new Set(some.flatMap(({ record }) => Object.keys(sheetRow(record).surplus)))],
  }));
  const pieces: Uint8Array[] = [];
  for await (const piece of writeFailedRows(plannedFiles(parts), each(rows))) pieces.push(piece);
  return Buffer.concat(pieces);
}

function sheetRow(record: FailedRow['record'] | undefined): SentRow {
  return { names: [], cells: [], surplus: {}, ...(typeof record === 'object' && record) };
}

async function* each<T>(all: readonly T[]): AsyncGenerator<T> {
  yield* all;
}
