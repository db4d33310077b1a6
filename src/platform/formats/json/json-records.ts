import { decodeText } from '../decoded-text.ts';
import { FormatError, type FormatErrorCode } from '../format-error.ts';
import { isTooDeep, MOST_DEEP } from './json-depth.ts';
import { splitJsonDocument, type JsonSlice } from './json-splitter.ts';

/** One record. If this record alone is not JSON, `malformed` is set, and `value` is undefined. */
export interface JsonRecord {
  /** The number of the record, from 1. */
  row: number;
  value: unknown;
  malformed: FormatError | null;
  /** A malformed record as sent, on one line. Null if it is empty or too long, or not malformed. */
  text: string | null;
}

export interface JsonReadOptions {
  /** Keys whose array holds the records, such as `jvs`; dotted from the root, as `hits.hits`. */
  arrayKeys?: readonly string[];
  /**
   * Whether every line is a record (application/x-ndjson). If not set, a first line that is a whole
   * object decides.
   */
  lines?: boolean;
}

/** The longest record, in characters. */
export const LONGEST_RECORD = 4_194_304;

const limits = { depth: MOST_DEEP, recordLength: LONGEST_RECORD };

/**
 * Text that can be looked at before it is consumed. Pieces are never joined, since each new one
 * would copy all that is held.
 */
class TextSource {
  private readonly held: string[] = [];
  private readonly pieces: AsyncIterator<string>;

  constructor(input: AsyncIterable<Uint8Array>) {
    this.pieces = decodeText(input)[Symbol.asyncIterator]();
  }

  /** Yields the first pieces, up to the length of a record. `rest` yields them again. */
  async *ahead(): AsyncGenerator<string> {
    let length = 0;
    while (length <= limits.recordLength) {
      const next = await this.pieces.next();
      if (next.done === true) return;
      this.held.push(next.value);
      length += next.value.length;
      yield next.value;
    }
  }

  /** Yields all pieces from the beginning. */
  async *rest(): AsyncGenerator<string> {
    yield* this.held.splice(0);
    for (;;) {
      const next = await this.pieces.next();
      if (next.done === true) return;
      yield next.value;
    }
  }

  close(): Promise<unknown> {
    return Promise.resolve(this.pieces.return?.());
  }
}

/** Returns whether the first line is a whole object with more text after it. */
async function isLines(source: TextSource): Promise<boolean> {
  let line = '';
  let ended = false;
  for await (const piece of source.ahead()) {
    const text = line === '' ? piece.trimStart() : piece;
    const end = ended ? 0 : text.indexOf('\n');
    if (!ended) line += end === -1 ? text : text.slice(0, end);
    if (end === -1) continue;
    if (!ended && !/^\{.*\}\s*$/.test(line)) return false;
    if (text.slice(end).trim() !== '') return true;
    ended = true;
  }
  return false;
}

async function* splitLines(texts: AsyncIterable<string>): AsyncGenerator<JsonSlice> {
  let pending = '';
  let line = 1;
  for await (const text of texts) {
    const lines = text.split('\n');
    lines[0] = pending + (lines[0] ?? '');
    pending = lines.pop() ?? '';
    for (const one of lines) {
      if (one.trim() !== '') yield { text: one, line, column: 1 };
      line += 1;
    }
    if (pending.length > limits.recordLength) {
      throw new FormatError(
        'json-too-large',
        `A line is longer than ${limits.recordLength} characters`,
        { line, column: 1 },
      );
    }
  }
  if (pending.trim() !== '') yield { text: pending, line, column: 1 };
}

/**
 * Parses a text that is one record, such as a script of a web page. Sites break lines within texts,
 * which JSON does not allow and which can mean nothing else.
 */
export function readJsonText(text: string): JsonRecord {
  return parse({ text: text.replace(/[\t\r\n]/g, ' '), line: 1, column: 1 }, 1);
}

function parse(slice: JsonSlice, row: number): JsonRecord {
  const isLong = slice.text.length > limits.recordLength;
  const refuse = (code: FormatErrorCode, message: string): JsonRecord => ({
    row,
    value: undefined,
    // Between values of JSON a line break is only a blank.
    text: isLong ? null : slice.text.trim().replace(/[\r\n]+/g, ' ') || null,
    malformed: new FormatError(code, message, { line: slice.line, column: slice.column }),
  });
  if (isLong)
    return refuse('json-too-large', `A record is longer than ${limits.recordLength} characters`);
  try {
    const value: unknown = JSON.parse(slice.text);
    return isTooDeep(value)
      ? refuse('json-too-deep', `Values are nested more than ${limits.depth} deep`)
      : { row, value, malformed: null, text: null };
  } catch (error) {
    return refuse(
      'json-malformed',
      `The record is not JSON: ${error instanceof Error ? error.message : 'unreadable'}`,
    );
  }
}

/**
 * Yields the records of an object, an array, an object with an array under one of `arrayKeys`, or
 * NDJSON, one at a time and never the whole file. A record that is not JSON has `malformed`, and
 * reading goes on.
 *
 * @throws FormatError if the structure of the file is broken or exceeds a limit; the records before
 * it have been given by then
 */
export async function* readJsonRecords(
  input: AsyncIterable<Uint8Array>,
  options: JsonReadOptions = {},
): AsyncGenerator<JsonRecord> {
  const source = new TextSource(input);
  try {
    const byLine = options.lines === true || (await isLines(source));
    const slices = byLine
      ? splitLines(source.rest())
      : splitJsonDocument(source.rest(), options.arrayKeys ?? [], limits);
    let row = 0;
    for await (const slice of slices) {
      row += 1;
      yield parse(slice, row);
    }
    if (row === 0 && byLine) throw new FormatError('file-empty', 'The file is empty');
  } finally {
    await source.close();
  }
}
