import { workbookUnreadable } from '../sheets/workbook-refusals.ts';

/** The types of records that hold what is visible in a workbook ([MS-XLS] 2.3). */
export const types = {
  begin: 0x0809,
  end: 0x000a,
  continued: 0x003c,
  password: 0x002f,
  dateMode: 0x0022,
  sheet: 0x0085,
  sharedTexts: 0x00fc,
  format: 0x041e,
  cellFormat: 0x00e0,
  sharedText: 0x00fd,
  text: 0x0204,
  richText: 0x00d6,
  number: 0x0203,
  shortNumber: 0x027e,
  shortNumbers: 0x00bd,
  truth: 0x0205,
  formula: 0x0006,
  formulaText: 0x0207,
  row: 0x0208,
  merged: 0x00e5,
} as const;

/** The most parts of a record. The texts of the largest workbook take half as many. */
const MOST_PARTS = 8_192;

/** A record with the parts that CONTINUE records hold. */
export interface BiffRecord {
  type: number;
  parts: readonly Buffer[];
}

/**
 * Yields the records of a workbook from an offset on ([MS-XLS] 2.1.4).
 * @throws FormatError 'excel-unreadable' if it breaks off, or a record has too many parts
 */
export function* recordsFrom(stream: Buffer, from: number): Generator<BiffRecord> {
  let held: { type: number; parts: Buffer[] } | null = null;
  for (let at = from; at + 4 <= stream.length;) {
    const type = stream.readUInt16LE(at);
    const end = at + 4 + stream.readUInt16LE(at + 2);
    if (end > stream.length) {
      if (held !== null) yield held;
      throw workbookUnreadable('it breaks off');
    }
    const part = stream.subarray(at + 4, end);
    at = end;
    if (type === types.continued && held !== null) {
      held.parts.push(part);
      if (held.parts.length > MOST_PARTS) throw workbookUnreadable('a record has too many parts');
    } else {
      if (held !== null) yield held;
      held = { type, parts: [part] };
    }
  }
  if (held !== null) yield held;
}

/** Reads the content of a record, from part to part. */
export class RecordReader {
  private part = 0;
  private at = 0;

  constructor(private readonly parts: readonly Buffer[]) {}

  get ended(): boolean {
    return this.left === 0 && this.part >= this.parts.length - 1;
  }

  byte(): number {
    return this.bytes(1).readUInt8();
  }

  short(): number {
    return this.bytes(2).readUInt16LE();
  }

  long(): number {
    return this.bytes(4).readUInt32LE();
  }

  double(): number {
    return this.bytes(8).readDoubleLE();
  }

  /** Returns the next `count` bytes, which never span two parts. */
  bytes(count: number): Buffer {
    if (this.left === 0) this.turn();
    const from = this.at;
    this.at += count;
    if (this.at > this.current.length) throw workbookUnreadable('a record breaks off');
    return this.current.subarray(from, this.at);
  }

  skip(count: number): void {
    for (let left = count; left > 0;) {
      if (this.left === 0) this.turn();
      const step = Math.min(left, this.left);
      this.at += step;
      left -= step;
    }
  }

  /** Returns a text, and skips its formatting ([MS-XLS] 2.5.293, XLUnicodeRichExtendedString). */
  text(length = this.short()): string {
    const flags = this.byte();
    const runs = flags & 0x08 ? this.short() : 0;
    const extension = flags & 0x04 ? this.long() : 0;
    const text = this.letters(length, flags);
    this.skip(runs * 4 + extension);
    return text;
  }

  /** Reads the letters of a text. A part in which they continue begins with flags of its own. */
  private letters(length: number, flags: number): string {
    let [text, isWide] = ['', (flags & 0x01) !== 0];
    while (text.length < length) {
      if (this.left === 0) {
        this.turn();
        isWide = (this.byte() & 0x01) !== 0;
      }
      const width = isWide ? 2 : 1;
      const here = Math.min(length - text.length, Math.floor(this.left / width));
      if (here === 0) throw workbookUnreadable('a text breaks off');
      text += this.bytes(here * width).toString(isWide ? 'utf16le' : 'latin1');
    }
    return text;
  }

  private get current(): Buffer {
    return this.parts[this.part] ?? Buffer.alloc(0);
  }

  private get left(): number {
    return this.current.length - this.at;
  }

  private turn(): void {
    this.part += 1;
    this.at = 0;
    if (this.part >= this.parts.length) throw workbookUnreadable('a record breaks off');
  }
}
