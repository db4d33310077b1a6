import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { CsvError as ParserError, parse } from 'csv-parse';
import { decodeText } from '../decoded-text.ts';
import { FormatError } from '../format-error.ts';

/** In characters. Records of official tables stay far below; an unclosed quote exceeds it. */
const longestRecord = 1_048_576;

/** The place of a fault in a table, as a person sees it who opens the table in a spreadsheet. */
export interface TablePlace {
  file: string;
  /** Counted as in a spreadsheet: the header is row 1. Null for the file as a whole. */
  row?: number | null;
  column?: string | null;
}

/** A fault in an official table. Nothing of such a table may be trusted. */
export class TableError extends Error {
  constructor(
    readonly place: TablePlace,
    problem: string,
  ) {
    const row = place.row == null ? '' : `, row ${place.row}`;
    const column = place.column == null ? '' : `, column ${place.column}`;
    super(`${place.file}${row}${column}: ${problem}`);
    this.name = 'TableError';
  }
}

export interface TableOptions {
  /** The columns without which the table is refused. */
  required?: readonly string[];
  /** Called with the number of bytes of each piece read. */
  onBytes?: (bytes: number) => void;
}

function headerReader(file: string, required: readonly string[]): (header: string[]) => string[] {
  return (header) => {
    const columns = header.map((name) => name.trim());
    const missing = required.filter((name) => !columns.includes(name));
    if (missing.length === 0) return columns;
    const found = `the table has ${columns.join(', ')}`;
    throw new TableError(
      { file, row: 1, column: missing[0] ?? null },
      `the column is missing; ${found}.`,
    );
  };
}

/** Returns a parser's error as a TableError. Other errors are returned as they are. */
function problemOf(error: unknown, file: string, row: number): unknown {
  if (error instanceof ParserError) {
    const unclosed = error.code === 'CSV_QUOTE_NOT_CLOSED' || error.code === 'CSV_MAX_RECORD_SIZE';
    const problem = unclosed ? 'a quotation mark is never closed' : error.message;
    return new TableError({ file, row: row + 1 }, `${problem.replace(/\.$/, '')}.`);
  }
  if (error instanceof FormatError) {
    return new TableError({ file, row: row + 1 }, 'the text is not UTF-8.');
  }
  return error;
}

async function* counted(path: string, onBytes: (bytes: number) => void): AsyncGenerator<Buffer> {
  for await (const piece of createReadStream(path)) {
    const bytes = piece as Buffer;
    onBytes(bytes.length);
    yield bytes;
  }
}

/**
 * Yields the rows of a clean, official table by column name. It is CSV with commas (RFC 4180, line
 * breaks in quotes) and a header, in UTF-8 with or without a byte order mark. Rows are streamed.
 * Cells missing at the end of a row are absent. Spreadsheets made by people are read by
 * `readCsvRecords` instead.
 *
 * @throws TableError naming the file, row and column of the fault
 */
export async function* readCsvTable(
  path: string,
  { required = [], onBytes = () => undefined }: TableOptions = {},
): AsyncGenerator<Record<string, string>> {
  const file = basename(path);
  let row = 1;
  const parser = parse({
    columns: headerReader(file, required),
    relax_column_count_less: true,
    skip_empty_lines: true,
    max_record_size: longestRecord,
  });
  const pumped = pipeline(Readable.from(decodeText(counted(path, onBytes))), parser);
  pumped.catch(() => undefined); // the loop below meets the same error
  try {
    for await (const record of parser) {
      row += 1;
      yield record as Record<string, string>;
    }
  } catch (error) {
    throw problemOf(error, file, parser.info.records + 1); // the parser is ahead of this loop
  }
  if (row === 1) throw new TableError({ file }, 'the table has no rows.');
}
