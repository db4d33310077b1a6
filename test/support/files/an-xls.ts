import * as xlsx from '@e965/xlsx';

type Cell = string | number | boolean | Date | null | xlsx.CellObject;

interface Sheet {
  name: string;
  rows: readonly (readonly Cell[])[];
  isHidden?: boolean;
  /** Ranges of merged cells, such as `A2:A4`. */
  merged?: readonly string[];
  /** Numbers of rows, from 1; for `.xlsx` only. */
  hiddenRows?: readonly number[];
}

type Form = 'biff8' | 'biff5' | 'xlsx' | 'ods';

/** Makes a workbook with SheetJS, by default in the form that Excel 97-2003 saves. */
export function anXls(sheets: readonly Sheet[], form: Form = 'biff8'): Buffer {
  const book = xlsx.utils.book_new();
  for (const { name, rows, merged = [], hiddenRows = [] } of sheets) {
    const cells = rows.map((row) => [...row]);
    const sheet = xlsx.utils.aoa_to_sheet(cells, { UTC: true });
    sheet['!merges'] = merged.map((range) => xlsx.utils.decode_range(range));
    sheet['!rows'] = rows.map((_, at) => ({ hidden: hiddenRows.includes(at + 1) }));
    xlsx.utils.book_append_sheet(book, sheet, name);
  }
  book.Workbook = { Sheets: sheets.map(({ isHidden }) => ({ Hidden: isHidden ? 1 : 0 })) };
  return asBuffer(xlsx.write(book, { type: 'buffer', bookType: form }));
}

/** Makes a compound file with these streams in its root. */
export function aCompoundFile(streams: Readonly<Record<string, Buffer>>): Buffer {
  const file = xlsx.CFB.utils.cfb_new();
  for (const [name, content] of Object.entries(streams))
    xlsx.CFB.utils.cfb_add(file, `/${name}`, content);
  return asBuffer(xlsx.CFB.write(file, { type: 'buffer' }));
}

const asBuffer = (written: unknown): Buffer => Buffer.from(written as Uint8Array);

/** Makes one record of a workbook ([MS-XLS] 2.1.4). */
export function aRecord(type: number, ...parts: readonly (Buffer | readonly number[])[]): Buffer {
  const content = Buffer.concat(parts.map((part) => Buffer.from(part)));
  const head = Buffer.alloc(4);
  head.writeUInt16LE(type, 0);
  head.writeUInt16LE(content.length, 2);
  return Buffer.concat([head, content]);
}

/** Writes numbers as 16 bits each, low byte first, as records mostly hold them. */
export const short = (...values: readonly number[]): Buffer => {
  const bytes = Buffer.alloc(values.length * 2);
  values.forEach((value, at) => bytes.writeUInt16LE(value, at * 2));
  return bytes;
};
export const long = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
};
