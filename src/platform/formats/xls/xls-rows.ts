import { type NamedSheet, seenOf } from '../sheets/best-sheets.ts';
import { type BiffRecord, RecordReader, recordsFrom, types } from './biff-records.ts';
import { CompoundFile } from './compound-file.ts';
import type { FormatError } from '../format-error.ts';
import { heldWhole } from '../../memory/byte-pieces.ts';
import { type ShowsNumber, textFormat } from '../sheets/number-formats.ts';
import { plainNumber } from '../sheets/plain-number.ts';
import { roomForMerged, RowMarks } from '../sheets/row-marks.ts';
import { isDateFormat, serialDay } from '../sheets/serial-dates.ts';
import {
  documentRefused,
  LONGEST_WORKBOOK,
  workbookEncrypted,
  workbookTooLarge,
  workbookTooOld,
  workbookUnreadable,
} from '../sheets/workbook-refusals.ts';

/** The limits of all sheets together. `cells` includes empty ones before others in their row. */
const limits = { columns: 256, cells: 1_000_000, letters: LONGEST_WORKBOOK, records: 2_000_000 };

/** The version of a stream that Excel 97 to 2003 write. */
const BIFF8 = 0x0600;
const WORKSHEET = 0;
const FORMULA_GIVES_NO_NUMBER = 0xffff;

const errors: Readonly<Record<number, string>> = {
  0x00: '#NULL!', 0x07: '#DIV/0!', 0x0f: '#VALUE!', 0x17: '#REF!', 0x1d: '#NAME?', 0x24: '#NUM!', 0x2a: '#N/A',
}; // prettier-ignore

/**
 * Returns the sheets of a file of Excel 97-2003 ([MS-XLS]) that hold something and are not hidden.
 * Dates become `yyyy-mm-dd`, and numbers plain digits. A formula gives its last result. Blank rows
 * are left out.
 * @throws FormatError if it cannot be read, is of an older Excel, under a password, no workbook, or
 * too large for memory
 */
export async function readXlsSheets(input: AsyncIterable<Uint8Array>): Promise<NamedSheet[]> {
  const reader = new XlsReader(await workbookIn(input));
  const sheets = reader.sheets().filter(({ rows }) => rows.length > 0);
  return [...seenOf(sheets, ({ name }) => reader.hidden.has(name))];
}

/** Returns the stream that holds the sheets ([MS-XLS] 2.1.2). */
async function workbookIn(input: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const tooLong = (): FormatError =>
    workbookTooLarge(`may have at most ${LONGEST_WORKBOOK / 1_048_576} MB`);
  const file = new CompoundFile(await heldWhole(input, LONGEST_WORKBOOK, tooLong));
  if (file.has('Workbook')) return file.read('Workbook');
  // An .xlsx under a password is stored in a compound file too ([MS-OFFCRYPTO] 2.3.1).
  if (file.has('EncryptedPackage')) throw workbookEncrypted();
  throw file.has('Book') ? workbookTooOld() : documentRefused();
}

/** The place of a cell, and the number of its format. */
interface Place {
  row: number;
  column: number;
  look: number;
}

class XlsReader {
  readonly hidden = new Set<string>();
  private readonly listed: { name: string; at: number }[] = [];
  private readonly texts: string[] = [];
  private readonly formats = new Map<number, string>();
  private readonly looks: number[] = [];
  /** By the number of a format, whether it shows days. */
  private readonly showsDays = new Map<number, boolean>();
  /** By the number of a format, how it shows numbers with texts; null if it shows none. */
  private readonly showsTexts = new Map<number, ShowsNumber | null>();
  private from1904 = false;
  /** The rows of the current sheet, by their numbers. */
  private rows = new Map<number, string[]>();
  private readonly room = roomForMerged();
  private marks = new RowMarks();
  /** The cell of a formula whose result is a text, which the next record holds. */
  private awaiting: Place | null = null;
  private records = 0;
  private cells = 0;
  private letters = 0;

  constructor(private readonly stream: Buffer) {
    for (const record of this.within(0)) this.learn(record);
  }

  sheets(): NamedSheet[] {
    return this.listed.map(({ name, at }) => {
      this.rows = new Map();
      this.marks = new RowMarks(this.room);
      for (const record of this.within(at)) this.take(record);
      const rows = [...this.rows].sort(([a], [b]) => a - b);
      const marks = this.marks.among(rows.map(([number]) => number));
      return {
        name,
        rows: rows.map(([, row]) => row),
        marks,
        from1904: this.from1904,
      };
    });
  }

  /** Yields the records of one part of the stream, without those of charts within it. */
  private *within(at: number): Generator<BiffRecord> {
    let depth = 0;
    for (const record of recordsFrom(this.stream, at)) {
      this.records += record.parts.length;
      if (this.records > limits.records)
        throw workbookTooLarge(`may have at most ${limits.records} records`);
      if (record.type === types.begin) {
        if (depth === 0) refuseOlder(record);
        depth += 1;
      } else if (record.type === types.end) depth -= 1;
      else if (depth === 1) yield record;
      if (depth === 0) return;
    }
    throw workbookUnreadable('it breaks off');
  }

  /** Takes in a record about the whole workbook. */
  private learn({ type, parts }: BiffRecord): void {
    const reader = new RecordReader(parts);
    if (type === types.password) throw workbookEncrypted();
    if (type === types.dateMode) this.from1904 = reader.short() === 1;
    else if (type === types.format) this.formats.set(reader.short(), reader.text());
    else if (type === types.cellFormat) {
      reader.skip(2);
      this.looks.push(reader.short());
    } else if (type === types.sheet) this.list(reader);
    else if (type === types.sharedTexts) this.learnTexts(reader);
  }

  private list(reader: RecordReader): void {
    const at = reader.long();
    const isHidden = (reader.byte() & 0x03) !== 0;
    const kind = reader.byte();
    const name = reader.text(reader.byte());
    if (this.listed.some((other) => other.at === at))
      throw workbookUnreadable('two of its sheets are in the same place');
    if (kind === WORKSHEET) this.listed.push({ name, at });
    if (isHidden) this.hidden.add(name);
  }

  private learnTexts(reader: RecordReader): void {
    reader.skip(8);
    while (!reader.ended) this.texts.push(reader.text().trim());
  }

  private take({ type, parts }: BiffRecord): void {
    const reader = new RecordReader(parts);
    if (type === types.formulaText) this.takeAwaited(reader);
    else if (type === types.shortNumbers) this.takeNumbers(reader, parts[0]?.length ?? 0);
    else if (type === types.row) this.takeRow(reader);
    else if (type === types.merged) this.takeMerged(reader);
    else if (ofCells.has(type)) {
      const place = { row: reader.short(), column: reader.short(), look: reader.short() };
      this.put(place, this.said(type, place, reader));
    }
  }

  private said(type: number, place: Place, reader: RecordReader): string {
    if (type === types.sharedText) return this.texts[reader.long()] ?? '';
    if (type === types.number) return this.shown(reader.double(), place);
    if (type === types.shortNumber) return this.shown(shortNumber(reader.long()), place);
    if (type === types.truth) return truthOrError(reader.byte(), reader.byte() !== 0);
    if (type === types.formula) return this.resultOf(reader, place);
    return reader.text().trim();
  }

  /**
   * Returns the result of a formula, or `=?` if its writer put 0 and left it to be calculated
   * ([MS-XLS] 2.4.127, `fAlwaysCalc`).
   */
  private resultOf(reader: RecordReader, place: Place): string {
    const result = reader.bytes(8);
    if ((reader.short() & 0x01) !== 0 && result.every((byte) => byte === 0)) return '=?';
    if (result.readUInt16LE(6) !== FORMULA_GIVES_NO_NUMBER)
      return this.shown(result.readDoubleLE(), place);
    const [kind, , value = 0] = result;
    if (kind === 0) this.awaiting = place;
    return kind === 1 || kind === 2 ? truthOrError(value, kind === 2) : '';
  }

  private takeAwaited(reader: RecordReader): void {
    if (this.awaiting !== null) this.put(this.awaiting, reader.text().trim());
    this.awaiting = null;
  }

  /** Puts several numbers of one row, side by side. */
  private takeNumbers(reader: RecordReader, length: number): void {
    const [row, first] = [reader.short(), reader.short()];
    for (let column = first; column < first + (length - 6) / 6; column += 1) {
      const place = { row, column, look: reader.short() };
      this.put(place, this.shown(shortNumber(reader.long()), place));
    }
  }

  /** Marks a row without height as hidden, as behind a filter ([MS-XLS] 2.4.221, `fDyZero`). */
  private takeRow(reader: RecordReader): void {
    const row = reader.short();
    reader.skip(10);
    if ((reader.byte() & 0x20) !== 0) this.marks.hide(row);
  }

  /** Marks merged cells ([MS-XLS] 2.4.168). */
  private takeMerged(reader: RecordReader): void {
    for (let left = reader.short(); left > 0 && !reader.ended; left -= 1) {
      const [top, bottom, column] = [reader.short(), reader.short(), reader.short()];
      reader.skip(2);
      this.marks.merge(column, top, bottom);
    }
  }

  /**
   * Returns a number as a day if its format shows days, or else with its 15 significant digits and
   * what its format shows beside them.
   */
  private shown(value: number, { look }: Place): string {
    const format = this.looks[look] ?? 0;
    const day = this.isDay(format) ? serialDay(value, this.from1904) : null;
    if (day !== null) return day;
    const number = plainNumber(String(Number(value.toPrecision(15))));
    return this.textsOf(format)?.(number) ?? number;
  }

  private textsOf(format: number): ShowsNumber | null {
    const known = this.showsTexts.get(format);
    if (known !== undefined) return known;
    const shows = textFormat(this.formats.get(format) ?? '');
    this.showsTexts.set(format, shows);
    return shows;
  }

  private isDay(format: number): boolean {
    const shows = this.showsDays.get(format) ?? isDateFormat(format, this.formats.get(format));
    this.showsDays.set(format, shows);
    return shows;
  }

  private put({ row, column }: Place, text: string): void {
    if (text === '') return;
    if (column >= limits.columns) throw workbookUnreadable('a cell is outside its sheet');
    const cells = this.rows.get(row) ?? [];
    this.rows.set(row, cells);
    this.cells += Math.max(1, column + 1 - cells.length);
    this.letters += text.length;
    if (this.cells > limits.cells) throw workbookTooLarge(`may have at most ${limits.cells} cells`);
    if (this.letters > limits.letters)
      throw workbookTooLarge(`may have at most ${limits.letters} characters`);
    while (cells.length < column) cells.push('');
    cells[column] = text;
  }
}

const ofCells = new Set<number>([
  types.sharedText,
  types.number,
  types.shortNumber,
  types.truth,
  types.formula,
  types.text,
  types.richText,
]);

function refuseOlder({ parts }: BiffRecord): void {
  if (new RecordReader(parts).short() !== BIFF8) throw workbookTooOld();
}

const doubled = new DataView(new ArrayBuffer(8));

/** Decodes a number, whole or not, perhaps stored times a hundred ([MS-XLS] 2.5.122, RkNumber). */
function shortNumber(bits: number): number {
  doubled.setInt32(0, bits & ~0x03);
  const value = bits & 0x02 ? bits >> 2 : doubled.getFloat64(0);
  return bits & 0x01 ? value / 100 : value;
}

const truthOrError = (value: number, isError: boolean): string =>
  isError ? (errors[value] ?? '') : String(value !== 0);
