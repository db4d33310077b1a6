import { XLSX } from '../../formats/xlsx-file.ts';
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

/** One of more rows becomes several: with what is said of each, a larger one might not be read again. */
const MOST_IN_WORKBOOK = 10_000;

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
  const parts: KnownPart[] = [];
  for (let left = rows; left > 0; left -= MOST_IN_WORKBOOK)
    parts.push({ format, names, rows: Math.min(left, MOST_IN_WORKBOOK) });
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
  const held = tables.reduce((sum, { rows }) => sum + rows, 0);
  if (format === 'xlsx' && held + table.rows > MOST_IN_WORKBOOK) return false;
  if (isSame) tables.splice(-1, 1, { ...table, rows: (last?.rows ?? 0) + table.rows });
  else if (format === 'xlsx') tables.push(table);
  return isSame || format === 'xlsx';
}

const isTable = (format: string): boolean => format === 'csv' || format === 'xlsx';

function headerOf(names: readonly string[], sent: readonly string[]): string[] {
  const found = new Set(names);
  const all = [...new Set([...sent.filter((name) => found.has(name)), ...names.toSorted()])];
  const told = [...new Set([...all.filter(isRemark), ...remarks.keys()])];
  return [...all.filter((name) => !isRemark(name)), ...told];
}
