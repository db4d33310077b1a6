import { CsvError } from '../../platform/formats/csv-error.ts';
import { readCsvRecords } from '../../platform/formats/csv-records.ts';
import { FormatError } from '../../platform/formats/format-error.ts';
import { readJsonRecords } from '../../platform/formats/json-records.ts';
import { peek } from '../../platform/formats/peek.ts';
import { readXmlRecords } from '../../platform/formats/xml-records.ts';
import { readCandidateJson } from './candidate-json.ts';
import type { ReadCandidate } from './candidate-draft.ts';
import { readHrXmlCandidate } from './hr-xml-candidate.ts';
import { type Column, findColumn, findRefused } from './spreadsheet-columns.ts';
import { type Cells, readRow } from './spreadsheet-row.ts';

/** One record of a file of candidates. */
export interface CandidateRecord extends ReadCandidate {
  /** From 1. */
  row: number;
  /** The row as it came, for spreadsheets: what the failed rows are written from. */
  source: Record<string, string> | null;
}

/** A column that tells what nobody may be selected by; the whole file is refused. */
class ColumnRefused extends Error {
  readonly code = 'column-refused';

  constructor(header: string, what: string) {
    super(
      `The column "${header}" tells the ${what} of people. Nobody may be selected by it, so it is ` +
        'not taken in. Remove the column and send the file again.',
    );
  }
}

/** Why a file as a whole could not be read (further); null for any other error. */
export function fileFailure(error: unknown): { code: string; message: string } | null {
  const known =
    error instanceof ColumnRefused || error instanceof CsvError || error instanceof FormatError;
  return known ? { code: error.code, message: error.message } : null;
}

/**
 * The people of a file, one at a time, whatever its format: a spreadsheet as CSV or TSV, HR-XML
 * Candidate, or our own JSON as one object, a list or a line each. `onIgnored` hears of columns that
 * are not understood, or say again what an earlier one says.
 * @throws ColumnRefused, CsvError or FormatError when the file cannot be read (further)
 */
export async function* readCandidates(
  input: AsyncIterable<Uint8Array>,
  onIgnored: (columns: string[]) => void = () => undefined,
): AsyncGenerator<CandidateRecord> {
  const { first, whole } = await peek(input);
  if (first === '<') yield* readXml(whole);
  else if (first === '{' || first === '[') yield* readJson(whole);
  else yield* readSpreadsheet(whole, onIgnored);
}

async function* readXml(input: AsyncIterable<Uint8Array>): AsyncGenerator<CandidateRecord> {
  let row = 0;
  for await (const element of readXmlRecords(input, ['Candidate'])) {
    row += 1;
    yield numbered(row, readHrXmlCandidate(element), null);
  }
  if (row === 0) throw new FormatError('xml-malformed', 'No Candidate is in this file');
}

async function* readJson(input: AsyncIterable<Uint8Array>): AsyncGenerator<CandidateRecord> {
  for await (const { row, value, malformed } of readJsonRecords(input, {
    arrayKeys: ['candidates'],
  })) {
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
    const fault = malformed ?? new FormatError('json-malformed', 'This is no object');
    yield numbered(row, isObject && !malformed ? readCandidateJson(value) : refused(fault), null);
  }
}

async function* readSpreadsheet(
  input: AsyncIterable<Uint8Array>,
  onIgnored: (columns: string[]) => void,
): AsyncGenerator<CandidateRecord> {
  let columns = new Map<string, Column>();
  const onColumns = (headers: readonly string[]): void => {
    columns = mapColumns(headers, onIgnored);
  };
  for await (const { row, record, error } of readCsvRecords(input, { onColumns })) {
    if (record === null) {
      yield { row, draft: null, findings: error ? [{ ...error, row }] : [], source: null };
      continue;
    }
    const cells: Cells = {};
    for (const [header, column] of columns) cells[column] = record[header];
    yield numbered(row, readRow(cells), record);
  }
}

function mapColumns(
  headers: readonly string[],
  onIgnored: (columns: string[]) => void,
): Map<string, Column> {
  const ignored: string[] = [];
  const columns = new Map<string, Column>();
  for (const header of headers) {
    const what = findRefused(header);
    if (what !== null) throw new ColumnRefused(header, what);
    const column = findColumn(header);
    // The columns of our own failed-rows file, which is sent again as it is.
    const isTaken = column !== null && [...columns.values()].includes(column);
    if (column !== null && !isTaken) columns.set(header, column);
    else if (!/^error_/.test(header)) ignored.push(header);
  }
  if (ignored.length > 0) onIgnored(ignored);
  return columns;
}

function refused({ code, message }: FormatError): ReadCandidate {
  const finding = { severity: 'reject' as const, code, path: '', row: null, value: null, message };
  return { draft: null, findings: [finding] };
}

function numbered(
  row: number,
  { draft, findings }: ReadCandidate,
  source: CandidateRecord['source'],
): CandidateRecord {
  return { row, draft, findings: findings.map((found) => ({ ...found, row })), source };
}
