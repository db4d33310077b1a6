import { stringify } from 'csv-stringify/sync';
import { xmlComment } from '../../formats/markup/xml-text.ts';
import { writeWorkbook } from '../../formats/xlsx/xlsx-file.ts';
import { zipped } from '../../formats/packed/zip-file.ts';
import type { SentRow } from '../running/import-batch.ts';
import { type FailedRow, type Faults, remarks } from './failed-row.ts';
import type { PlannedFile, PlannedTable } from './planned-files.ts';

/** The number of rows written together. */
const AT_ONCE = 500;

/**
 * Yields rejected rows as a file in the format in which they came, or as a zip file of several. The
 * faults stand in added columns (`error_...`), under `errors` in JSON, or in comments in XML.
 * Readers ignore them when the file is sent again. A row with two faults is written once. Cells
 * that a spreadsheet would run are defused (OWASP, CSV injection).
 * @param rows in the order of the import for which `files` were planned
 * @throws Error if there are more rows than planned
 */
export async function* writeFailedRows(
  files: readonly PlannedFile[],
  rows: AsyncIterable<FailedRow>,
): AsyncGenerator<Uint8Array> {
  const source = new Rows(rows);
  const [file] = files;
  if (file && files.length === 1) yield* bytesOf(file, source);
  else yield* zipped(files.map((one) => ({ name: one.name, bytes: bytesOf(one, source) })));
  if (!(await source.isOver())) throw new Error('There are more rejected rows than were counted.');
}

async function* bytesOf({ format, tables }: PlannedFile, source: Rows): AsyncGenerator<Uint8Array> {
  if (format === 'xlsx') yield await workbookOf(tables, source);
  else
    for (const table of tables) {
      if (format === 'csv') yield* csvOf(table, source);
      else if (format === 'json') yield* jsonOf(table, source);
      else yield* xmlOf(table, source);
    }
}

/** With decimal commas (French, Spanish, Arabic), Excel opens comma-separated CSV in one column. */
const asExcelOpensIt = { delimiter: ';', escape_formulas: true };

async function* csvOf({ header, rows }: PlannedTable, source: Rows): AsyncGenerator<Uint8Array> {
  yield Buffer.from(`\uFEFF${stringify([[...header]], asExcelOpensIt)}`);
  for await (const some of source.take(rows)) {
    const cells = some.map((faults) => cellsOf(faults, header));
    yield Buffer.from(stringify(cells, asExcelOpensIt));
  }
}

/** Returns a workbook whose cells are all typed as text, so that none of them is run. */
async function workbookOf(tables: readonly PlannedTable[], source: Rows): Promise<Uint8Array> {
  const sheets: { name: string; rows: (readonly string[])[] }[] = [];
  for (const { header, rows } of tables) {
    const name = sheets.length === 0 ? 'failed-rows' : `failed-rows-${sheets.length + 1}`;
    const lines = [header];
    for await (const some of source.take(rows))
      lines.push(...some.map((faults) => cellsOf(faults, header)));
    sheets.push({ name, rows: lines });
  }
  return writeWorkbook(sheets);
}

async function* jsonOf({ rows }: PlannedTable, source: Rows): AsyncGenerator<Uint8Array> {
  for await (const some of source.take(rows)) {
    const lines = some.map((faults) => `${jsonLine(faults)}\n`);
    yield Buffer.from(lines.join(''));
  }
}

/**
 * Returns a row as one line. A row that is not JSON goes back as it came, without its faults, since
 * it has no place for them.
 */
function jsonLine(faults: Faults): string {
  const record = faults[0]?.record;
  if (typeof record === 'string') return record;
  const errors = faults.map(({ row, columnName, code, message }) => {
    return { row, path: columnName, code, message };
  });
  return JSON.stringify({ ...record, errors });
}

/**
 * Yields the records under a root element of our own, which readers ignore. The faults of a record
 * stand before it.
 */
async function* xmlOf({ rows }: PlannedTable, source: Rows): AsyncGenerator<Uint8Array> {
  yield Buffer.from('<?xml version="1.0" encoding="UTF-8"?>\n<FailedRecords>\n');
  for await (const some of source.take(rows))
    yield Buffer.from(some.map((faults) => `${elementOf(faults)}\n`).join(''));
  yield Buffer.from('</FailedRecords>\n');
}

function elementOf(faults: Faults): string {
  const comments = faults.map(({ row, columnName, code, message, suggestion }) =>
    xmlComment(
      `${row}, ${columnName}: ${code}: ${[message, suggestion].filter(Boolean).join(' ')}`,
    ),
  );
  const { xml } = membersOf(faults);
  return [...comments, typeof xml === 'string' ? xml : ''].join('\n');
}

/** Returns the cells of a row by position, since two columns may have the same name. */
function cellsOf(faults: Faults, header: readonly string[]): string[] {
  const { names = [], cells = [], surplus = {} }: Partial<SentRow> = membersOf(faults);
  return header.map((name, at) => {
    if (at < names.length) return cells[at] ?? '';
    return remarks.get(name)?.(faults) ?? surplus[name] ?? '';
  });
}

function membersOf([first]: Faults): Record<string, unknown> {
  return typeof first?.record === 'object' ? (first.record ?? {}) : {};
}

/** Groups faults by row as they arrive, and hands the rows out some at a time. */
class Rows {
  private readonly rows: AsyncGenerator<FailedRow[]>;

  constructor(faults: AsyncIterable<FailedRow>) {
    this.rows = byRow(faults);
  }

  /** Yields the next `count` rows, in lists. */
  async *take(count: number): AsyncGenerator<Faults[]> {
    let some: Faults[] = [];
    for (let taken = 0; taken < count; taken += 1) {
      const next = await this.rows.next();
      if (next.done === true) break;
      some.push(next.value);
      if (some.length < AT_ONCE) continue;
      yield some;
      some = [];
    }
    if (some.length > 0) yield some;
  }

  async isOver(): Promise<boolean> {
    return (await this.rows.next()).done === true;
  }
}

/**
 * Yields the faults of each row. The first one holds the row; if it holds none, nothing can be sent
 * back, as for a file of an archive that could not be read.
 */
async function* byRow(faults: AsyncIterable<FailedRow>): AsyncGenerator<FailedRow[]> {
  let row: FailedRow[] = [];
  for await (const fault of faults) {
    if (row[0]?.row === fault.row) {
      row.push(fault);
      continue;
    }
    if (row.length > 0) yield row;
    row = fault.record === null ? [] : [fault];
  }
  if (row.length > 0) yield row;
}
