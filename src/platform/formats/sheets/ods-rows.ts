import { SaxesParser, type SaxesTagNS } from 'saxes';
import { type NamedSheet, seenOf } from './best-sheets.ts';
import { decodeText } from '../decoded-text.ts';
import { FormatError } from '../format-error.ts';
import { plainNumber } from './plain-number.ts';
import { roomForMerged, RowMarks } from './row-marks.ts';
import {
  LONGEST_WORKBOOK,
  unpacksTooLarge,
  workbookEncrypted,
  workbookTooLarge,
  workbookUnreadable,
} from './workbook-refusals.ts';
import type { ZipEntry } from '../packed/zip-file.ts';

/**
 * The limits of a workbook. `cells` counts those of all sheets, repeated ones included; each sheet
 * counts as `sheet` cells.
 */
const limits = {
  cells: 500_000,
  sheet: 20,
  tags: 1_250_000,
  depth: 64,
  attributes: 64,
  cellLength: 32_767,
};

/** The media type that the files of an OpenDocument spreadsheet state. */
const spreadsheet = /^application\/vnd\.oasis\.opendocument\.spreadsheet/;

/**
 * Returns whether a zip file is an OpenDocument spreadsheet, as LibreOffice saves it (OpenDocument
 * 1.3, part 2, 3.3).
 */
export async function isOds(entries: readonly ZipEntry[]): Promise<boolean> {
  const type = partOf(entries, 'mimetype');
  const content = partOf(entries, 'content.xml') ?? partOf(entries, 'encrypted-package');
  if (!content || !type) return false;
  for await (const bytes of await type.open())
    return spreadsheet.test(Buffer.from(bytes).toString('latin1'));
  return false;
}

const partOf = (entries: readonly ZipEntry[], part: string): ZipEntry | undefined =>
  entries.find(({ name }) => name === part);

/**
 * Returns the sheets that hold something and are not hidden. Dates become `yyyy-mm-dd`, and numbers
 * plain digits. Blank rows are left out (OpenDocument 1.3, part 3, 9.1).
 * @throws FormatError if it cannot be read, is under a password, or is too large for memory
 */
export async function readOdsSheets(entries: readonly ZipEntry[]): Promise<NamedSheet[]> {
  await refuseEncrypted(entries);
  const content = partOf(entries, 'content.xml');
  const reader = new SheetReader();
  let size = 0;
  for await (const text of decodeText(await openOr(content))) {
    size += text.length;
    if (size > LONGEST_WORKBOOK) throw unpacksTooLarge();
    reader.write(text);
  }
  reader.close();
  const filled = reader.sheets.filter(({ rows }) => rows.length > 0);
  const seen = seenOf(filled, ({ isHidden }) => isHidden);
  return seen.map(({ name, rows, marks, numbers }) => ({
    name,
    rows,
    marks: marks.among(numbers),
    from1904: reader.from1904,
  }));
}

/**
 * Refuses a workbook under a password. It is encrypted as one file beside the others, or file by
 * file (OpenDocument 1.3, part 2, 4.3; 1.4, part 2, 3.4).
 */
async function refuseEncrypted(entries: readonly ZipEntry[]): Promise<void> {
  const manifest = partOf(entries, 'META-INF/manifest.xml');
  let isEncrypted = partOf(entries, 'encrypted-package') !== undefined;
  for await (const text of decodeText(await openOr(manifest)))
    isEncrypted ||= text.includes('encryption-data');
  if (isEncrypted) throw workbookEncrypted();
}

async function* nothing(): AsyncGenerator<Uint8Array> {
  yield* [];
}

const openOr = (entry: ZipEntry | undefined): Promise<AsyncIterable<Uint8Array>> =>
  entry ? entry.open() : Promise.resolve(nothing());

interface OdsSheet extends NamedSheet {
  isHidden: boolean;
  /** The number of rows so far, blank ones included. `marks` uses these numbers. */
  length: number;
  /** For each of `rows`, its number among all. */
  numbers: number[];
}

interface Cell {
  /** How often the cell is repeated to the right. */
  times: number;
  /** The number of rows over which the cell is merged. */
  tall: number;
  /** The day in a cell of a date; null in others. */
  day: string | null;
  /** The number in a cell of a number or an amount; null in others. */
  number: string | null;
  /** The value to use if no text is written out. */
  unwritten: string;
}

/** Tags within a cell of what lies on it: notes, pictures with their titles, boxes. */
// prettier-ignore
const onCells = new Set([
  'annotation', 'frame', 'custom-shape', 'g', 'rect', 'line', 'polyline', 'polygon', 'path',
  'circle', 'ellipse', 'connector', 'caption', 'measure', 'control', 'object',
]);

/** Builds sheets from the events of `content.xml`. */
class SheetReader {
  readonly sheets: OdsSheet[] = [];
  /** Whether days are counted from 1904 (OpenDocument 1.3, part 3, 9.4.3). */
  from1904 = false;
  private readonly parser = new SaxesParser({ xmlns: true });
  /** The styles that hide a sheet. */
  private readonly hiding = new Set<string>();
  private readonly room = roomForMerged();
  private style = '';
  private row: string[] = [];
  private rowTimes = 1;
  private isRowHidden = false;
  /** The number of blank cells behind the last cell of the row that holds text. */
  private blanks = 0;
  private cell: Cell | null = null;
  private text = '';
  /** The depth of the open tag of what lies on the cell, whose text is ignored; null if none. */
  private coveredAt: number | null = null;
  private tags = 0;
  private cells = 0;
  private depth = 0;
  private attributes = 0;

  constructor() {
    this.parser.on('error', ({ message }) => {
      throw workbookUnreadable(message);
    });
    this.parser.on('doctype', () => {
      throw new FormatError(
        'xml-doctype-refused',
        'The workbook has a DOCTYPE declaration, which is not accepted. Save it again.',
      );
    });
    this.parser.on('attribute', () => {
      this.attributes += 1;
      if (this.attributes > limits.attributes)
        throw workbookUnreadable('a tag has too many attributes');
    });
    this.parser.on('opentag', (tag) => {
      this.attributes = 0;
      this.depth += 1;
      this.tags += 1;
      if (this.tags > limits.tags) throw workbookTooLarge(`may have at most ${limits.cells} cells`);
      if (this.depth > limits.depth) throw workbookUnreadable('its tags are nested too deep');
      this.enter(tag);
    });
    this.parser.on('closetag', ({ local }) => {
      if (this.coveredAt === this.depth) this.coveredAt = null;
      this.depth -= 1;
      this.leave(local);
    });
    for (const kind of ['text', 'cdata'] as const)
      this.parser.on(kind, (text) => {
        this.say(text);
      });
  }

  write(text: string): void {
    this.parser.write(text);
  }

  close(): void {
    this.parser.close();
  }

  private enter(tag: SaxesTagNS): void {
    const of = attributesOf(tag);
    if (tag.local === 'style') this.style = of['name'] ?? '';
    else if (tag.local === 'table-properties' && of['display'] === 'false')
      this.hiding.add(this.style);
    else if (tag.local === 'null-date') this.from1904 = of['date-value'] === '1904-01-01';
    else if (tag.local === 'table') this.begin(of);
    else if (tag.local === 'table-row') this.beginRow(of);
    else if (tag.local === 'table-cell' || tag.local === 'covered-table-cell')
      this.cell = cellOf(of);
    else if (this.cell !== null && onCells.has(tag.local)) this.coveredAt ??= this.depth;
    else if (tag.local === 's') this.say(' ');
    else if (tag.local === 'p' || tag.local === 'line-break') this.say('\n');
    else if (tag.local === 'tab') this.say(' ');
  }

  private leave(name: string): void {
    if (name === 'table-cell' || name === 'covered-table-cell') this.endCell();
    else if (name === 'table-row') this.endRow();
  }

  private begin(of: Record<string, string>): void {
    const isHidden = this.hiding.has(of['style-name'] ?? '');
    this.count(limits.sheet);
    const marks = new RowMarks(this.room);
    this.sheets.push({ name: of['name'] ?? '', rows: [], marks, isHidden, length: 0, numbers: [] });
  }

  private beginRow(of: Record<string, string>): void {
    this.rowTimes = timesOf(of['number-rows-repeated']);
    this.isRowHidden = of['visibility'] === 'filter' || of['visibility'] === 'collapse';
  }

  private say(text: string): void {
    if (this.cell === null || this.coveredAt !== null) return;
    this.text += text;
    if (this.text.length > limits.cellLength)
      throw workbookTooLarge(`may have at most ${limits.cellLength} characters in a cell`);
  }

  private endCell(): void {
    const { times, tall, day, number, unwritten } = this.cell ?? cellOf({});
    const shown = this.text.trim();
    const said = number === null ? shown || unwritten.trim() : withTexts(number, shown);
    const text = day ?? said;
    this.cell = null;
    this.text = '';
    if (text === '') this.blanks += times;
    else {
      this.put(text, times);
      this.mergeDown(tall);
    }
  }

  private mergeDown(tall: number): void {
    const sheet = this.sheets.at(-1);
    sheet?.marks.merge(this.row.length - 1, sheet.length, sheet.length + tall - 1);
  }

  private put(text: string, times: number): void {
    this.count(this.blanks + times);
    for (let blank = 0; blank < this.blanks; blank += 1) this.row.push('');
    for (let time = 0; time < times; time += 1) this.row.push(text);
    this.blanks = 0;
  }

  private endRow(): void {
    const { row, rowTimes } = this;
    const sheet = this.sheets.at(-1);
    this.row = [];
    this.blanks = 0;
    if (sheet === undefined) return;
    const number = sheet.length;
    sheet.length += rowTimes;
    if (row.length === 0) return;
    this.count(row.length * (rowTimes - 1));
    for (let time = 0; time < rowTimes; time += 1) {
      sheet.rows.push(row);
      sheet.numbers.push(number + time);
      if (this.isRowHidden) sheet.marks.hide(number + time);
    }
  }

  private count(cells: number): void {
    this.cells += cells;
    if (this.cells > limits.cells) throw workbookTooLarge(`may have at most ${limits.cells} cells`);
  }
}

/** Returns the attributes by local name. */
function attributesOf(tag: SaxesTagNS): Record<string, string> {
  const all = Object.values(tag.attributes).map(({ local, value }): [string, string] => [
    local,
    value,
  ]);
  return Object.fromEntries(all);
}

const cellOf = (of: Record<string, string>): Cell => ({
  times: timesOf(of['number-columns-repeated']),
  tall: timesOf(of['number-rows-spanned']),
  day: of['date-value']?.slice(0, 10) ?? null,
  number: /^(?:float|currency)$/.test(of['value-type'] ?? '')
    ? plainNumber(of['value'] ?? '')
    : null,
  unwritten: valueOf(of) ?? uncalculated(of),
});

/**
 * Returns the value of a cell that no text shows (OpenDocument 1.3, part 3, 19.385), if it has one.
 */
const valueOf = (of: Record<string, string>): string | undefined =>
  of['string-value'] ?? of['boolean-value'] ?? of['time-value'] ?? of['value'];

/**
 * Returns `=[.A1]` for a formula that its writer left to be calculated, so that it can be reported,
 * or an empty text (OpenDocument 1.3, part 3, 19.642).
 */
const uncalculated = (of: Record<string, string>): string =>
  of['value-type'] === undefined ? (/=.*/s.exec(of['formula'] ?? '')?.[0] ?? '') : '';

const timesOf = (said: string | undefined): number =>
  Math.max(1, Number.parseInt(said ?? '1', 10) || 1);

/** Matches a number as cells show it, rounded or not: `12 000,5`. */
const asShown = /^[\d\s.,'’]+$/;

/**
 * Returns a number with the texts and leading zeros that its cell shows (`18 mois`, `0110`), and
 * with all its own digits, which the cell may not show.
 */
function withTexts(number: string, shown: string): string {
  const [, before = '', digits = '', behind = ''] = /^(\D*)(.*\d)?(\D*)$/s.exec(shown) ?? [];
  if (number.startsWith('-') || /\dE[+-]?\d/i.test(shown)) return number;
  if (/^0\d/.test(digits)) return shown;
  if (asShown.test(digits)) return `${before}${number}${behind}`;
  return /\p{L}/u.test(shown) ? shown : number;
}
