import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { CsvError as ParserError, parse, type Parser } from 'csv-parse';
import { CsvError } from './csv-error.ts';
import { decodeCsvText } from './csv-text.ts';
import { finding, type Finding } from './finding.ts';

/** One row under the header. */
export interface CsvRecord {
  /** From 1; blank rows are not counted. */
  row: number;
  /** By column name, trimmed; null where the row as a whole cannot be read. */
  record: Record<string, string> | null;
  /** The row as it was sent. */
  values: string[];
  error: Finding | null;
}

export interface CsvReadOptions {
  /** Is told the names of the columns before the first record; what it throws ends the reading. */
  onColumns?: (columns: readonly string[]) => void;
}

/** A candidate's row stays far below; a bomb of commas or an unclosed quote soon passes them. */
const limits = { line: 262_144, record: 262_144, columns: 300 };

const delimiters = [';', ',', '\t', '|'] as const;

/** Refuses an endless line before the parser holds it in memory. */
async function* guardLines(texts: AsyncIterable<string>): AsyncGenerator<string> {
  let length = 0;
  let line = 1;
  for await (const text of texts) {
    let from = 0;
    for (let at = text.search(/[\r\n]/); at !== -1; at = nextBreak(text, from)) {
      refuseLongLine(length + at - from, line);
      length = 0;
      line += 1;
      from = at + 1;
    }
    length += text.length - from;
    refuseLongLine(length, line);
    yield text;
  }
}

function nextBreak(text: string, from: number): number {
  const feed = text.indexOf('\n', from);
  return feed === -1 ? text.indexOf('\r', from) : feed;
}

function refuseLongLine(length: number, line: number): void {
  if (length <= limits.line) return;
  throw new CsvError(
    'csv-line-too-long',
    `Line ${line} is longer than ${limits.line} characters; is this a spreadsheet file?`,
  );
}

/** The first line, quoted line breaks included, without what quotes enclose. */
function unquotedFirstLine(text: string): string {
  return text.replace(/"[^"]*("|$)/g, '').split(/[\r\n]/, 1)[0] ?? '';
}

/** The delimiter that a spreadsheet wrote in a first line `sep=;`, or the commonest in the header. */
function delimiterOf(start: string): { delimiter: string; body: string } {
  const named = /^sep=(.)(\r\n|\r|\n)/.exec(start);
  if (named?.[1] !== undefined) return { delimiter: named[1], body: start.slice(named[0].length) };
  const line = unquotedFirstLine(start.trimStart());
  const counts = delimiters.map((delimiter) => line.split(delimiter).length);
  const best = counts.indexOf(Math.max(...counts));
  return { delimiter: delimiters[best] ?? ',', body: start };
}

/** Whether `text` holds a whole line that is not blank, and the beginning of the next. */
function holdsHeader(text: string): boolean {
  const header = text.trimStart();
  const end = header.search(/[\r\n]/);
  return end !== -1 && /[^\r\n]/.test(header.slice(end));
}

/** Text up to where the header surely ends. */
async function startOf(texts: AsyncIterator<string>): Promise<string> {
  let start = '';
  while (!holdsHeader(start)) {
    const next = await texts.next();
    if (next.done === true) break;
    start += next.value;
  }
  return start;
}

async function* after(start: string, texts: AsyncGenerator<string>): AsyncGenerator<string> {
  yield start;
  yield* texts;
}

async function* parseRows(input: AsyncIterable<Uint8Array>): AsyncGenerator<string[]> {
  const texts = guardLines(decodeCsvText(input));
  try {
    const { delimiter, body } = delimiterOf(await startOf(texts));
    const parser = parse({
      delimiter,
      relax_quotes: true,
      relax_column_count: true,
      max_record_size: limits.record,
    });
    const pumped = pipeline(Readable.from(after(body, texts)), parser);
    pumped.catch(() => undefined); // the loop below meets the same error
    yield* rowsUntilBroken(parser);
  } catch (error) {
    throw error instanceof ParserError ? refusalOf(error) : error;
  } finally {
    await texts.return(undefined);
  }
}

/** The loop over a stream that breaks forgets what the stream still holds; those rows are whole. */
async function* rowsUntilBroken(parser: Parser): AsyncGenerator<string[]> {
  try {
    for await (const values of parser) yield values as string[];
  } catch (error) {
    for (let held: unknown = parser.read(); held !== null; held = parser.read())
      yield held as string[];
    throw error;
  }
}

function refusalOf(error: ParserError): CsvError {
  if (error.code === 'CSV_QUOTE_NOT_CLOSED') {
    return new CsvError('csv-quote-unclosed', `A quote is never closed: ${error.message}`);
  }
  if (error.code === 'CSV_MAX_RECORD_SIZE') {
    return new CsvError(
      'csv-record-too-long',
      `A row is longer than ${limits.record} characters; a quote is probably never closed`,
    );
  }
  return new CsvError('csv-malformed', error.message);
}

/** NUL is no character of any name and cannot be stored. */
const clean = (value: string): string => value.replaceAll('\u0000', '').trim();

function columnsOf(header: readonly string[]): string[] {
  const columns = header.map(clean);
  while (columns.at(-1) === '') columns.pop();
  if (columns.length > limits.columns) {
    throw new CsvError('csv-too-many-columns', `The header has more than ${limits.columns} names`);
  }
  const repeated = columns.find((name, at) => name !== '' && columns.indexOf(name) < at);
  if (repeated !== undefined) {
    throw new CsvError('column-repeated', `The column "${repeated}" is there twice`);
  }
  return columns;
}

function recordOf(columns: readonly string[], values: string[], row: number): CsvRecord {
  const refuse = (code: string, path: string, value: string, message: string): CsvRecord => ({
    row,
    record: null,
    values,
    error: { ...finding('reject', code, { path, value }, message), row },
  });
  const record = Object.create(null) as Record<string, string>;
  for (const [at, raw] of values.entries()) {
    const name = columns[at];
    const value = clean(raw);
    if (name === undefined) {
      if (value === '') continue;
      const message = `The row has more cells than the header's ${columns.length} columns`;
      return refuse('row-too-long', columns.at(-1) ?? '', value, message);
    }
    if (value.includes('\uFFFD')) {
      return refuse('text-unreadable', name, value, 'The cell holds bytes that are no characters');
    }
    if (name !== '') record[name] = value;
  }
  return { row, record, values, error: null };
}

/**
 * The rows of a spreadsheet file (CSV, RFC 4180 and what spreadsheets make of it: `,` `;` tab or
 * `|`, any of five encodings), one at a time and never the whole file. Trailing blank columns and
 * blank rows are ignored; a row that cannot be read is given with `error`, and reading goes on.
 *
 * @throws CsvError when the file as a whole cannot be read (further)
 */
export async function* readCsvRecords(
  input: AsyncIterable<Uint8Array>,
  options: CsvReadOptions = {},
): AsyncGenerator<CsvRecord> {
  let columns: string[] | null = null;
  let row = 0;
  for await (const values of parseRows(input)) {
    if (values.every((value) => clean(value) === '')) continue;
    if (columns === null) {
      columns = columnsOf(values);
      options.onColumns?.(columns);
      continue;
    }
    row += 1;
    yield recordOf(columns, values, row);
  }
  if (columns === null) throw new CsvError('csv-empty', 'The file has no header');
}
