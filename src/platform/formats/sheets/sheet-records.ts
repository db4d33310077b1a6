import { CsvError } from '../csv/csv-error.ts';
import { readCsvRows } from '../csv/csv-rows.ts';
import { finding, type Finding } from '../finding.ts';
import { FormatError } from '../format-error.ts';
import { isGarbled } from './garbled-letters.ts';
import {
  countNames,
  findHeader,
  headerWithin,
  type IsHeader,
  type NameUnder,
  mostColumns,
} from './sheet-header.ts';
import { refuseOtherShapes } from './table-shapes.ts';

/** One row under the header. */
export interface SheetRecord {
  /** The number of the row, from 1. Blank rows and repeated headers are not counted. */
  row: number;
  /** The trimmed cells by column, as many as the row has; null if the row cannot be read. */
  cells: readonly string[] | null;
  /** The row as it was sent. */
  values: string[];
  error: Finding | null;
  /** Values of a column that occurs twice with different values. The first one is kept. */
  repeated: readonly Finding[];
  /** How often the header was repeated before the row. */
  headersAgain: number;
}

export interface SheetReadOptions {
  /**
   * Called with the names of the columns and the cells of the first rows, before the first record.
   * An error that it throws ends the reading.
   */
  onColumns?: (columns: readonly string[], first: readonly string[][]) => void;
  /**
   * Returns the names with equal ones told apart, if each means another column. Called with the
   * same values as `onColumns`.
   */
  tellApart?: (columns: readonly string[], first: readonly string[][]) => readonly string[];
  /** Finds the header under titles and merged cells. Without it, the header is the first row. */
  isHeader?: IsHeader;
  /** Names a column under a heading over several columns. Without it, the heading is ignored. */
  nameUnder?: NameUnder;
}

/**
 * NUL, marks of writing direction and of byte order, and blanks without width. The joiners of
 * Arabic letters shape Persian and Kurdish words, and a hyphen at the end of a line parts one.
 */
const unseen =
  /[\0\u200b\u200e\u200f\u061c\u202a-\u202e\u2060\u2066-\u2069\ufeff]|\u00ad(?!\s)|(?<!\p{Script=Arabic})[\u200c\u200d]|[\u200c\u200d](?!\p{Script=Arabic})/gu;

/** Blanks that keep words on a line, and those of a width of their own. */
const otherBlanks = /[\u00a0\u2000-\u200a\u202f\u205f\u3000]/g;

/** Matches a text with any of these, or with accents behind their letters, as macOS writes them. */
const isUntidy = /[\0\u00a0\u00ad\u061c\u2000-\u200f\u202a-\u202f\u205f-\u2069\u3000\ufeff\p{M}]/u;

const tidied = (value: string): string =>
  value.replace(unseen, '').replace(otherBlanks, ' ').normalize('NFC');

/**
 * Returns a cell trimmed, without invisible characters, with plain blanks and accents on their
 * letters, and without the `="0612"` by which exports keep a leading zero. An apostrophe before a
 * formula or a number marks text and is removed. Spreadsheets write it, and so does our own file of
 * failed rows, before full-width signs too.
 */
export function cleanCell(value: string): string {
  const text = (isUntidy.test(value) ? tidied(value) : value).trim();
  if (text.startsWith('="')) return text.replace(/^="([^"]*)"$/, '$1');
  return text.startsWith("'") ? text.replace(/^'(?=[=+\-@＝＋－＠\d])/, '') : text;
}

/** Matches a drawn line, such as `|-----|:---:|` under the header of a table in a text. */
const ruled = /^[-:=_*+~–—\s]{3,}$/;

const isBlank = (values: readonly string[]): boolean =>
  values.every((value) => {
    const cell = cleanCell(value);
    return cell === '' || ruled.test(cell);
  });

function columnsOf(header: readonly string[]): string[] {
  const columns = header.map((name) => name.replace(/\s+/g, ' '));
  while (columns.at(-1) === '') columns.pop();
  if (columns.length > mostColumns) {
    throw new CsvError(
      'csv-too-many-columns',
      `The header has more than ${mostColumns} columns. Remove those that you do not need.`,
    );
  }
  return columns;
}

/** Compares a cell with a name. Most cells differ in length and are not examined further. */
const isSameName = (cell: string, name: string): boolean =>
  cell === name || (cell.length === name.length && plainName(cell) === plainName(name));

const plainName = (name: string): string =>
  name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

/**
 * Returns whether a row is the header again, as on each page of a printed list, perhaps in
 * capitals. In a file of one column that cannot be told.
 */
const isHeaderAgain = (values: readonly string[], header: readonly string[]): boolean =>
  header.length > 1 &&
  header.every((name, at) => isSameName(cleanCell(values[at] ?? '').replace(/\s+/g, ' '), name));

/** Returns the text of a row, from its cells that are not empty. */
const saidIn = (values: readonly string[]): string =>
  values.map(cleanCell).filter(Boolean).join('\n');

/** Turns rows into records once the names of the columns are known. */
class RecordReader {
  private row = 0;
  private headersAgain = 0;
  private readonly header: readonly string[];
  private readonly columns: readonly string[];
  /** By column, the first column of the same name, under which its cells are kept. */
  private readonly places: readonly number[];
  /** The titles above the header, by their first cell. */
  private readonly titles: ReadonlyMap<string, string>;

  /** `header` is as sent, `columns` are told apart, and `above` holds titles over the header. */
  constructor(
    header: readonly string[],
    columns: readonly string[],
    above: readonly (readonly string[])[],
  ) {
    this.titles = new Map(above.map((cells) => [cells.find(Boolean) ?? '', saidIn(cells)]));
    this.header = header;
    this.columns = columns;
    this.places = columns.map((name) => columns.indexOf(name));
  }

  get isAtStart(): boolean {
    return this.row === 0;
  }

  /** Returns the records of `rows`, without blank rows, repeated headers and repeated titles. */
  read(rows: readonly string[][]): SheetRecord[] {
    const records: SheetRecord[] = [];
    for (const values of rows) {
      if (isBlank(values)) continue;
      if (isHeaderAgain(values, this.header)) this.headersAgain += 1;
      else if (!this.isTitleAgain(values)) records.push(this.one(values));
    }
    return records;
  }

  /** Returns whether a row repeats a title, as on each page of a printed list. */
  private isTitleAgain(values: readonly string[]): boolean {
    if (this.titles.size === 0) return false;
    const title = this.titles.get(cleanCell(values.find((value) => value !== '') ?? ''));
    return title !== undefined && title === saidIn(values);
  }

  private one(values: string[]): SheetRecord {
    this.row += 1;
    const { columns, row, headersAgain } = this;
    const cells: string[] = [];
    const repeated: Finding[] = [];
    for (let at = 0; at < values.length; at += 1) {
      const value = cleanCell(values[at] ?? '');
      const name = columns[at];
      if (name === undefined && value === '') continue;
      if (name === undefined) return this.refuseLength(values, value);
      // As sent, since some misread letters look like blanks and marks without width.
      if (isGarbled(values[at] ?? '')) {
        const message =
          'This cell holds unreadable characters. Type it again and save the file in UTF-8.';
        return this.refuse('text-unreadable', { path: name, value }, values, message);
      }
      cells.push(value);
      if (this.places[at] !== at && name !== '') this.putAgain(cells, at, repeated);
    }
    return { row, cells, values, error: null, repeated, headersAgain };
  }

  /** Keeps the first cell that is not empty under a name that occurs twice. */
  private putAgain(cells: string[], at: number, repeated: Finding[]): void {
    const first = this.places[at] ?? at;
    const [before = '', value = ''] = [cells[first], cells[at]];
    if (before === '') cells[first] = value;
    else if (value !== '' && value !== before) {
      const path = this.columns[at] ?? '';
      const message = `The column "${path}" is there twice with different values; only the first, "${before}", is read. Keep one of the two.`;
      repeated.push({
        ...finding('drop', 'column-repeated', { path, value }, message),
        row: this.row,
      });
    }
  }

  private refuseLength(values: string[], value: string): SheetRecord {
    const message = `This row has more cells than the header has columns (${this.columns.length}). Move each value under its column.`;
    const path = this.columns.at(-1) ?? '';
    return this.refuse('row-too-long', { path, value }, values, message);
  }

  private refuse(
    code: string,
    at: { path: string; value: string },
    values: string[],
    message: string,
  ): SheetRecord {
    const error = { ...finding('reject', code, at, message), row: this.row };
    const { row, headersAgain } = this;
    return { row, cells: null, values, error, repeated: [], headersAgain };
  }
}

/**
 * Reads at least `most` first rows that are not blank, or all if there are fewer. Also returns the
 * error that ended the reading, if any.
 */
async function takeFirst(
  rows: AsyncIterator<readonly string[][]>,
  most: number,
): Promise<{ first: string[][]; failure: Error | null }> {
  const first: string[][] = [];
  try {
    while (first.length < most) {
      const next = await rows.next();
      if (next.done === true) break;
      first.push(...next.value.filter((values) => !isBlank(values)));
    }
    return { first, failure: null };
  } catch (error) {
    return { first, failure: error as Error };
  }
}

/** Returns whether a program wrote `?` for a letter: `Pr?nom`. A question may end in one. */
const lacksLetters = (name: string): boolean => /\p{L}\?\p{L}/u.test(name);

const lettersLost = (): FormatError =>
  new FormatError(
    'encoding-unreadable',
    'The names of the columns hold unreadable characters. Save the file in UTF-8.',
  );

/**
 * Yields the rows of a sheet by column, in lists as they come. Trailing blank columns and blank
 * rows are ignored. A row that cannot be read has `error`, and reading goes on.
 * @throws CsvError if there is no header, it has too many names, there is no row under it, the
 * table lies on its side, or its line breaks were lost; FormatError 'encoding-unreadable' if the
 * names are misread; and whatever `rows` throws
 */
export async function* readSheetRecords(
  rows: AsyncIterable<readonly string[][]>,
  {
    onColumns = () => undefined,
    tellApart = (columns) => columns,
    isHeader,
    nameUnder,
  }: SheetReadOptions = {},
): AsyncGenerator<SheetRecord[]> {
  const source = rows[Symbol.asyncIterator]();
  try {
    const most = isHeader ? headerWithin : 1;
    const { first, failure } = await takeFirst(source, most);
    if (first.length === 0)
      throw (
        failure ??
        new CsvError(
          'csv-empty',
          'The file has no header. Write the names of the columns in the first row.',
        )
      );
    const tidy = first.slice(0, most).map((values) => values.map(cleanCell));
    const isKnown = isHeader ?? ((): boolean => false);
    refuseOtherShapes(tidy, isKnown, failure === null);
    const { names, taken } = findHeader(tidy, isKnown, nameUnder);
    if (names.some(isGarbled) || names.filter(lacksLetters).length > 1) throw lettersLost();
    const header = columnsOf(names);
    const columns = tellApart(header, tidy.slice(taken));
    onColumns(columns, tidy.slice(taken));
    const titles = tidy.slice(0, taken).filter((cells) => countNames(cells, isKnown) === 0);
    const reader = new RecordReader(header, columns, titles);
    yield reader.read(first.slice(taken));
    if (failure !== null) throw failure;
    for (let next = await source.next(); !next.done; next = await source.next()) {
      yield reader.read(next.value);
    }
    if (reader.isAtStart)
      throw new CsvError(
        'csv-no-rows',
        'There is no row under the header. Add a row for each person.',
      );
  } finally {
    await source.return?.();
  }
}

/**
 * Yields the rows of a CSV or TSV file by column.
 * @throws CsvError if the file as a whole cannot be read, or not to its end
 */
export function readCsvRecords(
  input: AsyncIterable<Uint8Array>,
  options: SheetReadOptions = {},
): AsyncGenerator<SheetRecord[]> {
  const isHeader = options.isHeader ?? ((): boolean => false);
  return readSheetRecords(readCsvRows(input, isHeader), options);
}
