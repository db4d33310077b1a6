import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { CsvError as ParserError, parse } from 'csv-parse';
import { decodeText } from '../decoded-text.ts';
import { FormatError } from '../format-error.ts';

/** The longest record of an official table stays far below; an unclosed quote soon passes it. */
const longestRecord = 1_048_576;

/** Where in a table something is wrong, as a person who opens it in a spreadsheet would say it. */
export interface TablePlace {
  file: string;
  /** As a spreadsheet counts: the header is row 1. null: the file as a whole. */
  row?: number | null;
  column?: string | null;
}

/** A table that is not what its publisher makes of it: nothing of it may be trusted. */
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
  /** Columns without which the table is refused. */
  required?: readonly string[];
  /** Is told of each piece read, in bytes. */
  onBytes?: (bytes: number) => void;
}

function headerReader(file: string, required: readonly string[]): (header: string[]) => string[] {
  return (header) => {
    const columns = header.map((name) => name.trim());
    const missing = required.filter((name) => !columns.includes(name));
    if (missing.length === 0) return columns;
    const found = `it has ${columns.join(', ')}`;
    throw new TableError(
      { file, row: 1, column: missing[0] ?? null },
      `the column is missing; ${found}.`,
    );
  };
}

/** The parser's header function may wrap what it throws; the first cause that is ours counts. */
function problemOf(error: unknown, file: string, row: number): unknown {
  if (error instanceof ParserError) {
    const unclosed = error.code === 'CSV_QUOTE_NOT_CLOSED' || error.code === 'CSV_MAX_RECORD_SIZE';
    const problem = unclosed ? 'a quote is never closed' : error.message;
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
 * The rows of a clean, official table by column name: CSV with commas (RFC 4180, line breaks in
 * quotes), UTF-8 with or without a byte order mark, a header. Streams; cells missing at a row's end
 * are absent. Spreadsheets made by people are read by csv-records instead.
 *
 * @throws TableError naming the file, row and column of what is wrong with it
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
