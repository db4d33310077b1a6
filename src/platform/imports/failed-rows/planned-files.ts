import { XLSX } from '../../formats/xlsx/xlsx-file.ts';
import { type FailedPart, remarks } from './failed-row.ts';

/** A number of rows under one header. */
export interface PlannedTable {
  header: readonly string[];
  rows: number;
}

/** A file to write, with the next rows of the import. */
export interface PlannedFile {
  name: string;
  type: string;
  format: 'csv' | 'xlsx' | 'xml' | 'json';
  tables: readonly PlannedTable[];
}

/**
 * The most rows in a workbook; more become several. The added remarks could make a larger one too
 * large to be read again.
 */
const MOST_IN_WORKBOOK = 10_000;
/** The most cells in a workbook, since all are held in memory: 256 MB if they are short. */
const MOST_CELLS = 500_000;

const kinds = {
  csv: { type: 'text/csv; charset=utf-8', ending: 'csv' },
  xlsx: { type: XLSX, ending: 'xlsx' },
  xml: { type: 'application/xml; charset=utf-8', ending: 'xml' },
  json: { type: 'application/x-ndjson; charset=utf-8', ending: 'ndjson' },
} as const;

/**
 * Returns the files in which the rejected parts of an import go back, in its order. Tables with
 * different headers stay apart, as sheets or as files. So do tables with the same names in another
 * order, since a code is read with the title before it.
 */
export function plannedFiles(parts: readonly FailedPart[]): PlannedFile[] {
  const files: { format: PlannedFile['format']; tables: PlannedTable[] }[] = [];
  for (const { format, header, rows } of parts.flatMap(inWorkbooks)) {
    const table = { header, rows };
    const last = files.at(-1);
    if (last?.format !== format || !add(last, table)) files.push({ format, tables: [table] });
  }
  return files.map(({ format, tables }, at) => {
    const { type, ending } = kinds[format];
    return { name: `${nameOf(at, files.length)}.${ending}`, type, format, tables };
  });
}

/**
 * Returns a name without its ending. Names sort in order, since an archive is read in the order of
 * its names and the later of two rows with one reference wins.
 */
const nameOf = (at: number, files: number): string =>
  files === 1 ? 'failed-rows' : `failed-rows-${String(at + 1).padStart(String(files).length, '0')}`;

interface KnownPart extends PlannedTable {
  format: PlannedFile['format'];
}

function inWorkbooks({ format, rows, ...named }: FailedPart): KnownPart[] {
  const header = headerOf(named);
  if (format !== 'xlsx') return [{ format: isKnown(format) ? format : 'csv', header, rows }];
  const most = Math.max(1, Math.min(MOST_IN_WORKBOOK, Math.floor(MOST_CELLS / header.length)));
  const parts: KnownPart[] = [];
  for (let left = rows; left > 0; left -= most)
    parts.push({ format, header, rows: Math.min(left, most) });
  return parts;
}

const isKnown = (format: string | null): format is PlannedFile['format'] =>
  format !== null && format in kinds;

/** Adds a table to the last file. @returns whether there was room for it */
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

/**
 * Returns the column names of a table in their order, then those of cells behind its last column,
 * then those of the remarks on each row.
 */
const headerOf = ({ names, surplus }: Pick<FailedPart, 'names' | 'surplus'>): string[] => [
  ...names,
  ...surplus.toSorted((one, other) => one.localeCompare(other, 'en', { numeric: true })),
  ...remarks.keys(),
];
