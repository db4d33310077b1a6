import { FormatError, type FormatErrorCode, type TextPosition } from '../format-error.ts';

/** The text of one record and its place in the file. */
export interface JsonSlice extends TextPosition {
  text: string;
}

export interface JsonLimits {
  depth: number;
  /** The most characters of one record, and of all that stands around the records. */
  recordLength: number;
}

interface OpenContainer {
  bracket: '{' | '[';
  /** The keys from the root, joined by dots. */
  path: string;
}

const closing = { '{': '}', '[': ']' } as const;

/** The number of characters before a value in which its key is looked for. */
const longestKey = 200;

/**
 * Finds where the records of a JSON document begin and end, from brackets, strings and commas
 * alone, without building any value. Native JSON.parse judges each record, and at the end the
 * skeleton: all that stands around the records.
 */
class JsonSplitter {
  private readonly open: OpenContainer[] = [];
  private readonly arrayKeys: ReadonlySet<string>;
  private readonly limits: JsonLimits;
  private skeleton = '';
  private slice = '';
  private slicesInArray = 0;
  private sliceAt: TextPosition = { line: 1, column: 1 };
  /** The number of open containers within which the records lie; null outside of their array. */
  private recordDepth: number | null = null;
  private foundArray = false;
  private closed = false;
  private inString = false;
  private escaped = false;
  private text = '';
  /** The index in `text` up to which everything has been kept or given. */
  private from = 0;
  private line = 1;
  private lineStart = 0;

  constructor(arrayKeys: readonly string[], limits: JsonLimits) {
    this.arrayKeys = new Set(arrayKeys);
    this.limits = limits;
  }

  *feed(text: string): Generator<JsonSlice> {
    this.text = text;
    this.from = 0;
    const marks = /["\\{}[\],\n]/g;
    marks.lastIndex = this.escaped ? 1 : 0;
    this.escaped = false;
    for (let found = marks.exec(text); found !== null; found = marks.exec(text)) {
      if (this.inString && found[0] === '\\') {
        marks.lastIndex = found.index + 2;
        this.escaped = marks.lastIndex > text.length;
        if (this.escaped) break;
      } else {
        const slice = this.mark(found[0], found.index);
        if (slice !== null) yield slice;
      }
    }
    this.keep(text.length);
    this.lineStart -= text.length;
  }

  finish(): void {
    if (this.closed) return;
    if (this.skeleton.trim() === '') throw new FormatError('file-empty', 'The file is empty');
    this.from = 0;
    this.fail('json-malformed', 'The file ends within a value', 0);
  }

  private mark(mark: string, at: number): JsonSlice | null {
    if (mark === '\n') {
      this.line += 1;
      this.lineStart = at + 1;
      return null;
    }
    if (mark === '"') this.inString = !this.inString;
    if (mark === '"' || this.inString) return null;
    if (mark === '{' || mark === '[') {
      this.enter(mark, at);
      return null;
    }
    if (mark === ',') return this.open.length === this.recordDepth ? this.endSlice(at) : null;
    return mark === '}' || mark === ']' ? this.leave(mark, at) : null;
  }

  private enter(bracket: '{' | '[', at: number): void {
    if (this.closed) this.fail('json-malformed', 'There is more after the end of the value', at);
    if (this.open.length >= this.limits.depth) {
      this.fail('json-too-deep', `Values are nested more than ${this.limits.depth} deep`, at);
    }
    if (this.open.length === this.recordDepth) this.sliceAt = this.position(at);
    const path = this.recordDepth === null ? this.pathAt(at) : '';
    const isRoot = this.open.length === 0;
    this.open.push({ bracket, path });
    if (bracket === '{' || this.recordDepth !== null || !(isRoot || this.arrayKeys.has(path)))
      return;
    this.keep(at + 1);
    this.recordDepth = this.open.length;
    this.foundArray = true;
    this.slicesInArray = 0;
    this.sliceAt = this.position(at);
  }

  private leave(bracket: '}' | ']', at: number): JsonSlice | null {
    const opened = this.open.pop();
    if (opened === undefined || closing[opened.bracket] !== bracket) {
      this.fail('json-malformed', `'${bracket}' closes nothing`, at);
    }
    let slice: JsonSlice | null = null;
    if (this.recordDepth === this.open.length + 1) {
      slice = this.endSlice(at);
      if (slice.text.trim() === '' && this.slicesInArray === 1) slice = null;
      this.from = at;
      this.recordDepth = null;
    }
    return this.open.length === 0 ? (this.endRoot(at) ?? slice) : slice;
  }

  /** Ends the document. Either the root is the record, or the skeleton must be JSON. */
  private endRoot(at: number): JsonSlice | null {
    this.keep(at + 1);
    const root = this.skeleton;
    this.skeleton = '';
    this.closed = true;
    if (!this.foundArray) return { text: root, line: 1, column: 1 };
    try {
      JSON.parse(root);
    } catch {
      this.fail('json-malformed', 'The text around the records is not JSON', at);
    }
    return null;
  }

  private endSlice(at: number): JsonSlice {
    this.keep(at);
    this.from = at + 1;
    const text = this.slice;
    this.slice = '';
    this.slicesInArray += 1;
    return { text, ...this.sliceAt };
  }

  /** Appends the text up to an index to the current record, or to what surrounds the records. */
  private keep(upTo: number): void {
    const text = this.text.slice(this.from, upTo);
    this.from = upTo;
    if (this.recordDepth === null) this.skeleton += text;
    else this.slice += text;
    if (this.closed && this.skeleton.trim() !== '') {
      this.fail('json-malformed', 'There is more after the end of the value', upTo);
    }
    if (Math.max(this.slice.length, this.skeleton.length) > this.limits.recordLength) {
      this.fail(
        'json-too-large',
        `A record is longer than ${this.limits.recordLength} characters`,
        upTo,
      );
    }
  }

  private pathAt(at: number): string {
    const before = (this.skeleton.slice(-longestKey) + this.text.slice(this.from, at)).slice(
      -longestKey,
    );
    if (this.open.length === 0 && before.trim() !== '') {
      this.fail('json-malformed', 'The file is neither an object nor an array', at);
    }
    const key = /"([^"\\]*)"\s*:\s*$/.exec(before)?.[1] ?? '';
    const parent = this.open.at(-1)?.path ?? '';
    return parent === '' ? key : `${parent}.${key}`;
  }

  private position(at: number): TextPosition {
    return { line: this.line, column: at - this.lineStart + 1 };
  }

  private fail(code: FormatErrorCode, message: string, at: number): never {
    throw new FormatError(code, message, this.position(at));
  }
}

/**
 * Yields the records of a JSON document as text: the elements of a root array, or of the arrays
 * under `arrayKeys` (dotted paths from the root, such as `hits.hits`), or else the root object
 * itself.
 *
 * @throws FormatError if brackets do not match, the text around the records is not JSON, or a limit
 * is exceeded
 */
export async function* splitJsonDocument(
  texts: AsyncIterable<string>,
  arrayKeys: readonly string[],
  limits: JsonLimits,
): AsyncGenerator<JsonSlice> {
  const splitter = new JsonSplitter(arrayKeys, limits);
  for await (const text of texts) yield* splitter.feed(text);
  splitter.finish();
}
