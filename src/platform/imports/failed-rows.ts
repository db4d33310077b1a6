import { stringify } from 'csv-stringify/sync';
import { xmlComment } from '../formats/xml-text.ts';
import { writeWorkbook } from '../formats/xlsx-file.ts';
import { writeZip } from '../formats/zip-file.ts';
import type { FileImport, FileImportError } from './file-import.entity.ts';

type FailedRow = Pick<
  FileImportError,
  'row' | 'columnName' | 'header' | 'code' | 'message' | 'suggestion' | 'format' | 'record'
>;

export interface FileToSend {
  type: string;
  name: string;
  content: Buffer;
}

/**
 * Rejected rows in the format they came in, with what is wrong in columns behind (`error_...`), or
 * under `errors` in JSON, in comments of XML, which the readers pass over when the file is sent again; of
 * several formats, a zip file with a file of each. A row with two faults is there once. Cells that a spreadsheet
 * would run are defused (OWASP, CSV injection).
 */
export async function failedRowsFile(
  rows: readonly FailedRow[],
  found: Pick<FileImport, 'format' | 'columns'>,
): Promise<FileToSend> {
  const byFormat = groupsOf(rows, ({ format }) => format ?? found.format);
  const files = await Promise.all(
    [...byFormat].map(([format, some]) => fileOf(some, format, found.columns)),
  );
  const [file] = files;
  if (file && files.length === 1) return file;
  const content = writeZip(Object.fromEntries(files.map((one) => [one.name, one.content])));
  return { type: 'application/zip', name: 'failed-rows.zip', content };
}

function groupsOf<Key>(
  rows: readonly FailedRow[],
  keyOf: (row: FailedRow) => Key,
): ReadonlyMap<Key, FailedRow[]> {
  const groups = new Map<Key, FailedRow[]>();
  for (const one of rows) {
    const group = groups.get(keyOf(one));
    if (group) group.push(one);
    else groups.set(keyOf(one), [one]);
  }
  return groups;
}

async function fileOf(
  rows: readonly FailedRow[],
  format: string | null,
  columns: FileImport['columns'],
): Promise<FileToSend> {
  const grouped = [...groupsOf(rows, ({ row }) => row).values()];
  if (format === 'json') return asJson(grouped);
  if (format === 'xml') return asXml(grouped);
  const records = grouped.map(withRemarks);
  // The database keeps the cells of a row in no order.
  const sent = columns.flatMap((column) => ('header' in column ? [String(column.header)] : []));
  const found = new Set(records.flatMap((record) => Object.keys(record)));
  const names = [...new Set([...sent.filter((name) => found.has(name)), ...found])];
  const remarks = names.filter((name) => name.startsWith('error_'));
  const header = [...names.filter((name) => !name.startsWith('error_')), ...remarks];
  const cells = records.map((record) => header.map((name) => record[name] ?? ''));
  return format === 'xlsx' ? asWorkbook(header, cells) : asCsv(header, cells);
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

function asCsv(header: string[], rows: string[][]): FileToSend {
  const text = stringify(rows, { columns: header, header: true, escape_formulas: true });
  return {
    type: 'text/csv; charset=utf-8',
    name: 'failed-rows.csv',
    content: Buffer.from(`\uFEFF${text}`),
  };
}

/** Every cell of a workbook is typed as text, so that nothing in it is run. */
async function asWorkbook(header: string[], rows: string[][]): Promise<FileToSend> {
  return {
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    name: 'failed-rows.xlsx',
    content: await writeWorkbook([{ name: 'failed-rows', rows: [header, ...rows] }]),
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
