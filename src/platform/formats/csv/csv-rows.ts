import { CsvError as ParserError, parse, type Parser } from 'csv-parse';
import { parse as parseNow } from 'csv-parse/sync';
import { CsvError } from './csv-error.ts';
import { decodeCsvText } from './csv-text.ts';
import { countNames, headerWithin, type IsHeader, mostColumns } from '../sheets/sheet-header.ts';
import { swallowedRows, swallows } from './swallowed-rows.ts';

/** In characters. Real rows stay far below; a bomb of commas or an unclosed quote exceeds them. */
const limits = { line: 262_144, record: 262_144 };

const delimiters = [';', ',', '\t', '|'] as const;

/** How much of a file is searched for the header: more text than one line may have. */
const start = { length: 2 * limits.line, lines: headerWithin + 2 };

/** The mark that programs of DOS put behind the last line. */
const endOfDos = '\u001a';

/** Characters parsed at a time. Cells of a longer piece outlive the first garbage collection. */
const PIECE = 16_384;

/**
 * Passes text on in whole lines, and refuses an endless one before the parser holds it in memory.
 * If the text breaks off, it ends with the last whole line, and `failure` says why. The parser thus
 * still gives every row before it.
 */
class LineGuard {
  failure: Error | null = null;
  private line = 1;
  private begun = '';

  async *wholeLines(texts: AsyncIterable<string>): AsyncGenerator<string> {
    try {
      for await (const text of texts) yield* this.take(text);
      if (this.begun !== endOfDos) yield this.begun;
    } catch (error) {
      this.failure = error as Error;
    }
  }

  /** Yields the whole lines. @throws CsvError 'csv-line-too-long', after the lines before it */
  private *take(text: string): Generator<string> {
    const held = this.begun + text;
    let given = 0;
    let from = 0;
    for (let end = endOfLine(held, from); end !== -1; end = endOfLine(held, from)) {
      if (end - from > limits.line) break;
      this.line += 1;
      from = end;
      if (from - given < PIECE) continue;
      yield held.slice(given, from);
      given = from;
    }
    if (from > given) yield held.slice(given, from);
    this.begun = held.slice(from);
    if (this.begun.length > limits.line) throw this.tooLong();
  }

  private tooLong(): CsvError {
    const problem = `Line ${this.line} is longer than ${limits.line} characters`;
    return new CsvError(
      'csv-line-too-long',
      `${problem}. Check that the file is a table and keeps its line breaks (with curl: --data-binary, not -d).`,
      `${this.line}`,
    );
  }
}

/**
 * Returns the index after the next line break, or -1 if there is none yet: a carriage return at the
 * end may be half of a break.
 */
function endOfLine(text: string, from: number): number {
  const feed = text.indexOf('\n', from);
  if (feed !== -1) return feed + 1;
  const carriage = text.indexOf('\r', from);
  return carriage === -1 || carriage === text.length - 1 ? -1 : carriage + 1;
}

/** Returns the first lines without what stands in quotes, line breaks in quotes included. */
function unquotedLines(text: string): string[] {
  const lines = text.replace(/"[^"]*("|$)/g, '').split(/\r\n|\r|\n/, start.lines);
  return lines.filter((line) => line.trim() !== '');
}

/**
 * Returns the delimiter and the text without a first line `sep=;`, in which a spreadsheet names it.
 * Without that line it is the one that gives a line the most column names, or else the most
 * frequent one in the first line.
 */
function delimiterOf(text: string, isHeader: IsHeader): { delimiter: string; body: string } {
  const named = /^sep=(.)(\r\n|\r|\n)/.exec(text);
  if (named?.[1] !== undefined) return { delimiter: named[1], body: text.slice(named[0].length) };
  const lines = text.split(/\r\n|\r|\n/, start.lines);
  const namesUnder = delimiters.map((delimiter) =>
    Math.max(...lines.map((line) => namesIn(line, delimiter, isHeader))),
  );
  const [first = ''] = unquotedLines(text.trimStart());
  const cells = delimiters.map((delimiter) => first.split(delimiter).length);
  const counts = Math.max(...namesUnder) > 0 ? namesUnder : cells;
  return { delimiter: delimiters[counts.indexOf(Math.max(...counts))] ?? ',', body: text };
}

function namesIn(line: string, delimiter: string, isHeader: IsHeader): number {
  const cells = line.split(delimiter, mostColumns);
  return countNames(cells, (cell) =>
    isHeader(cell.trim().replace(/^["\s]+|(?<!["\s])["\s]+$/g, '')),
  );
}

/** Reads text up to where the header surely ends. */
async function startOf(texts: AsyncIterator<string>): Promise<string> {
  let text = '';
  while (text.length < start.length && text.split(/\r\n|\r|\n/, start.lines).length < start.lines) {
    const next = await texts.next();
    if (next.done === true) break;
    text += next.value;
  }
  return text;
}

async function* after(beginning: string, texts: AsyncGenerator<string>): AsyncGenerator<string> {
  yield beginning;
  yield* texts;
}

/** Parses whole lines into rows, piece by piece. */
class RowParser {
  failure: Error | null = null;
  private readonly delimiter: string;
  private readonly parser: Parser;
  private rows: string[][] = [];
  private width = 0;

  constructor(delimiter: string) {
    this.delimiter = delimiter;
    this.parser = parse({
      delimiter,
      // All kinds of line break, since a file joined from several may mix them.
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_quotes: true,
      relax_column_count: true,
      max_record_size: limits.record,
      // Rows bypass the parser's stream, in which each row would be a step of its own.
      on_record: (values: string[]) => {
        this.keep(values);
        return null;
      },
    });
    this.parser.on('error', (error) => (this.failure = error));
  }

  /** Returns the rows that are complete by now, and those before a `failure`. */
  async take(text: string): Promise<string[][]> {
    await new Promise((resolve) => this.parser.write(text, resolve));
    return this.kept();
  }

  async end(): Promise<string[][]> {
    await new Promise<unknown>((resolve) => this.parser.end(resolve));
    return this.kept();
  }

  private keep(values: string[]): void {
    const rows = swallows(values)
      ? swallowedRows(values, this.delimiter, this.width)
      : [unwrapped(values, this.delimiter)];
    this.rows.push(...rows);
    this.width = rows.at(-1)?.length ?? 0;
  }

  private kept(): string[][] {
    const { rows } = this;
    this.rows = [];
    return rows;
  }
}

/**
 * Returns the cells of a row that was saved as a single cell, in quotes as a whole. Spreadsheets do
 * so with a table whose columns they did not part when they opened it.
 */
function unwrapped(values: string[], delimiter: string): string[] {
  const [whole = ''] = values;
  if (values.length !== 1 || !whole.includes(delimiter)) return values;
  try {
    const rows = parseNow(whole, { delimiter, relax_quotes: true, relax_column_count: true });
    const [row] = rows;
    return rows.length === 1 && row !== undefined ? row : values;
  } catch {
    return values;
  }
}

async function* rowsUntilBroken(
  texts: AsyncIterable<string>,
  delimiter: string,
): AsyncGenerator<string[][]> {
  const parser = new RowParser(delimiter);
  for await (const text of texts) {
    yield await parser.take(text);
    if (parser.failure !== null) throw parser.failure;
  }
  yield await parser.end();
  if (parser.failure !== null) throw parser.failure;
}

function refusalOf(error: ParserError): CsvError {
  if (error.code === 'CSV_QUOTE_NOT_CLOSED') {
    const line = /line (\d+)/.exec(error.message)?.[1] ?? null;
    return new CsvError(
      'csv-quote-unclosed',
      `A quotation mark is never closed: ${error.message}`,
      line,
    );
  }
  if (error.code === 'CSV_MAX_RECORD_SIZE') {
    return new CsvError(
      'csv-record-too-long',
      `A row is longer than ${limits.record} characters; a closing quotation mark is probably missing. Add it and send the file again.`,
    );
  }
  return new CsvError('csv-malformed', error.message);
}

/**
 * Yields the rows of a text file of cells, a few at a time and never the whole file. The file is
 * CSV (RFC 4180) or what spreadsheets make of it: `,`, `;`, tab or `|`, in any encoding that they
 * write.
 * @throws CsvError if the file as a whole cannot be read, or not to its end; the rows before it
 * have been given by then
 */
export async function* readCsvRows(
  input: AsyncIterable<Uint8Array>,
  isHeader: IsHeader,
): AsyncGenerator<string[][]> {
  const guard = new LineGuard();
  const texts = guard.wholeLines(decodeCsvText(input));
  let problem: Error | null = null;
  try {
    const { delimiter, body } = delimiterOf(await startOf(texts), isHeader);
    yield* rowsUntilBroken(after(body, texts), delimiter);
  } catch (error) {
    problem = error as Error;
  } finally {
    await texts.return(undefined);
  }
  // A quote may be open where the text breaks off, but that is not the fault.
  problem = guard.failure ?? problem;
  if (problem !== null) throw problem instanceof ParserError ? refusalOf(problem) : problem;
}
