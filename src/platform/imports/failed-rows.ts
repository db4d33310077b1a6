import { stringify } from 'csv-stringify/sync';
import { xmlComment } from '../formats/xml-text.ts';
import { groupsOf } from '../formats/groups-of.ts';
import { writeWorkbook } from '../formats/xlsx-file.ts';
import { writeZip } from '../formats/zip-file.ts';
import type { FileImport, FileImportError } from './file-import.entity.ts';

type FailedRow = Pick<
  FileImportError,
  'row' | 'columnName' | 'header' | 'code' | 'message' | 'suggestion' | 'file' | 'format' | 'record'
>;

export interface FileToSend {
  type: string;
  name: string;
  content: Buffer;
}

/**
 * Rejected rows in the format they came in, with what is wrong in columns behind (`error_...`), or
 * under `errors` in JSON, in comments of XML, which the readers pass over when the file is sent again; of
 * several formats, a zip file with a file of each. Tables with other headers stay apart, as sheets or as files of
 * their own: under one header, two of its names would say the same. A row with two faults is there once. Cells that a
 * spreadsheet would run are defused (OWASP, CSV injection).
 */
export async function failedRowsFile(
  rows: readonly FailedRow[],
  found: Pick<FileImport, 'format' | 'columns'>,
): Promise<FileToSend> {
  const byFormat = groupsOf(rows, ({ format }) => format ?? found.format);
  const each = await Promise.all(
    [...byFormat].map(([format, some]) => filesOf(some, format, found.columns)),
  );
  const files = each.flat();
  const [file] = files;
  if (file && files.length === 1) return file;
  const content = writeZip(Object.fromEntries(files.map((one) => [one.name, one.content])));
  return { type: 'application/zip', name: 'failed-rows.zip', content };
}

async function filesOf(
  rows: readonly FailedRow[],
  format: string | null,
  columns: FileImport['columns'],
): Promise<FileToSend[]> {
  const grouped = [...groupsOf(rows, ({ row }) => row).values()];
  if (format === 'json') return [asJson(grouped)];
  if (format === 'xml') return [asXml(grouped)];
  // The database keeps the cells of a row in no order.
  const sent = columns.flatMap((column) => ('header' in column ? [String(column.header)] : []));
  const tables = apart(grouped).map((some) => tableOf(some, sent));
  return format === 'xlsx' ? [await asWorkbook(tables)] : tables.map(asCsv);
}

/** Rows by the names over them: those of one sheet together, and those of sheets with the same names. */
function apart(grouped: readonly FailedRow[][]): FailedRow[][][] {
  const sheets = [...groupsOf(grouped, ([first]) => first?.file ?? null).values()];
  return [...groupsOf(sheets, namesOver).values()].map((same) => same.flat());
}

function namesOver(sheet: readonly FailedRow[][]): string {
  const names = new Set(sheet.flatMap(([first]) => Object.keys(first?.record ?? {})));
  return JSON.stringify([...names].filter((name) => !isRemark(name)).toSorted());
}

const isRemark = (name: string): boolean => name.startsWith('error_');

interface Table {
  header: string[];
  cells: string[][];
}

function tableOf(grouped: readonly FailedRow[][], sent: readonly string[]): Table {
  const records = grouped.map(withRemarks);
  const found = new Set(records.flatMap((record) => Object.keys(record)));
  const names = [...new Set([...sent.filter((name) => found.has(name)), ...found])];
  const header = [...names.filter((name) => !isRemark(name)), ...names.filter(isRemark)];
  return { header, cells: records.map((record) => header.map((name) => record[name] ?? '')) };
}

function withRemarks(faults: FailedRow[]): Record<string, string> {
  const [first] = faults;
  const each = (tell: (fault: FailedRow) => string | null): string =>
    faults.map((fault) => tell(fault) ?? '').filter(Boolean).join(' | '); // prettier-ignore
  const sent = Object.entries(first?.record ?? {}).map(([name, value]) => [name, String(value)]);
  return {
    ...(Object.fromEntries(sent) as Record<string, string>),
    error_row: String(first?.row ?? ''),
    error_column: each(({ header, columnName }) => header ?? columnName),
    error_code: each(({ code }) => code),
    error_message: each(({ message }) => message),
    error_suggestion: each(({ suggestion }) => suggestion),
  };
}

function asCsv({ header, cells }: Table, at: number): FileToSend {
  const text = stringify(cells, { columns: header, header: true, escape_formulas: true });
  return {
    type: 'text/csv; charset=utf-8',
    name: at === 0 ? 'failed-rows.csv' : `failed-rows-${at + 1}.csv`,
    content: Buffer.from(`\uFEFF${text}`),
  };
}

/** Every cell of a workbook is typed as text, so that nothing in it is run. */
async function asWorkbook(tables: readonly Table[]): Promise<FileToSend> {
  const sheets = tables.map(({ header, cells }, at) => ({
    name: at === 0 ? 'failed-rows' : `failed-rows-${at + 1}`,
    rows: [header, ...cells],
  }));
  return {
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    name: 'failed-rows.xlsx',
    content: await writeWorkbook(sheets),
  };
}

/** Under a root of ours, of which readers take no notice; what is wrong stands before each record. */
function asXml(grouped: readonly FailedRow[][]): FileToSend {
  const records = grouped.map((faults) => {
    const remarks = faults.map(({ row, columnName, code, message, suggestion }) =>
      xmlComment(
        `${row}, ${columnName}: ${code}: ${[message, suggestion].filter(Boolean).join(' ')}`,
      ),
    );
    const xml = faults[0]?.record?.['xml'];
    return [...remarks, typeof xml === 'string' ? xml : ''].join('\n');
  });
  const lines = ['<?xml version="1.0" encoding="UTF-8"?>', '<FailedRecords>', ...records];
  return {
    type: 'application/xml; charset=utf-8',
    name: 'failed-rows.xml',
    content: Buffer.from([...lines, '</FailedRecords>', ''].join('\n')),
  };
}

function asJson(grouped: readonly FailedRow[][]): FileToSend {
  const lines = grouped.map((faults) => {
    const errors = faults.map(({ row, columnName, code, message }) => ({ row, path: columnName, code, message }));
    return JSON.stringify({ ...faults[0]?.record, errors });
  }); // prettier-ignore
  return {
    type: 'application/x-ndjson; charset=utf-8',
    name: 'failed-rows.ndjson',
    content: Buffer.from(lines.map((line) => `${line}\n`).join('')),
  };
}
