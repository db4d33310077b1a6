import { XLSX } from '../../formats/sheets/xlsx-file.ts';
import type { FileImport } from '../file-import.entity.ts';
import { type FailedPart, isRemark, remarks } from './failed-row.ts';

/** Rows under one header. */
export interface PlannedTable {
  header: readonly string[];
  rows: number;
}

/** A file to be written, of the next rows of the import. */
export interface PlannedFile {
  name: string;
  type: string;
  format: 'csv' | 'xlsx' | 'xml' | 'json';
  tables: readonly PlannedTable[];
}

/** One of more becomes several: with what is said of each row, a larger one might not be read again. */
const MOST_IN_WORKBOOK = 10_000;
/** Nor is one of more cells written: they are all in memory, 256 MB of them where they are short. */
const MOST_CELLS = 500_000;

const kinds = {
  csv: { type: 'text/csv; charset=utf-8', ending: 'csv' },
  xlsx: { type: XLSX, ending: 'xlsx' },
  xml: { type: 'application/xml; charset=utf-8', ending: 'xml' },
  json: { type: 'application/x-ndjson; charset=utf-8', ending: 'ndjson' },
} as const;

/**
 * The files that the parts of an import go back in, in its order. Tables with other headers stay apart, as sheets or as
 * files of their own: under one header, two of its names would say the same.
 */
export function plannedFiles(
  parts: readonly FailedPart[],
  columns: FileImport['columns'],
): PlannedFile[] {
  // The database keeps the cells of a row in no order.
  const sent = columns.flatMap((column) => ('header' in column ? [String(column.header)] : []));
  const files: { format: PlannedFile['format']; tables: PlannedTable[] }[] = [];
  for (const { format, names, rows } of parts.flatMap(inWorkbooks)) {
    const table = { header: headerOf(names, sent), rows };
    const last = files.at(-1);
    if (last?.format !== format || !add(last, table)) files.push({ format, tables: [table] });
  }
  const counts = new Map<string, number>();
  return files.map(({ format, tables }) => {
    const count = (counts.get(format) ?? 0) + 1;
    counts.set(format, count);
    const { type, ending } = kinds[format];
    const name = count === 1 ? `failed-rows.${ending}` : `failed-rows-${count}.${ending}`;
    return { name, type, format, tables };
  });
}

type KnownPart = Pick<FailedPart, 'names' | 'rows'> & { format: PlannedFile['format'] };

function inWorkbooks({ format, names, rows }: FailedPart): KnownPart[] {
  if (format !== 'xlsx') return [{ format: isKnown(format) ? format : 'csv', names, rows }];
  const cells = headerOf(names, []).length;
  const most = Math.max(1, Math.min(MOST_IN_WORKBOOK, Math.floor(MOST_CELLS / cells)));
  const parts: KnownPart[] = [];
  for (let left = rows; left > 0; left -= most)
    parts.push({ format, names, rows: Math.min(left, most) });
  return parts;
}

const isKnown = (format: string | null): format is PlannedFile['format'] =>
  format !== null && format in kinds;

/** @returns whether there is room for it */
function add(
  { format, tables }: { format: string; tables: PlannedTable[] },
  table: PlannedTable,
): boolean {
  const last = tables.at(-1);
  const isSame = !isTable(format) || last?.header.join('\n') === table.header.join('\n');
  if (format === 'xlsx' && isTooLarge([...tables, table])) return false;
  if (isSame) tables.splice(-1, 1, { ...table, rows: (last?.rows ?? 0) + table.rows });
  else if (format === 'xlsx') tables.push(table);
  return isSame || format === 'xlsx';
}

function isTooLarge(tables: readonly PlannedTable[]): boolean {
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  const cells = tables.reduce((sum, table) => sum + table.rows * table.header.length, 0);
  return rows > MOST_IN_WORKBOOK || cells > MOST_CELLS;
}

const isTable = (format: string): boolean => format === 'csv' || format === 'xlsx';

function headerOf(names: readonly string[], sent: readonly string[]): string[] {
  const found = new Set(names);
  const all = [...new Set([...sent.filter((name) => found.has(name)), ...names.toSorted()])];
  const told = [...new Set([...all.filter(isRemark), ...remarks.keys()])];
  return [...all.filter((name) => !isRemark(name)), ...told];
}
