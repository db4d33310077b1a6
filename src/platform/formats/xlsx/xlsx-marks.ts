import { type RoomForMerged, RowMarks } from '../sheets/row-marks.ts';
import { columnOf } from './xlsx-places.ts';
import { hasMisreadCells } from './xlsx-repair.ts';

/** The most characters of the tag of a row or of merged cells. */
const LONGEST_TAG = 4_096;

const marked = /<(?:[\w.-]+:)?(row|mergeCell)(?=[\s/>])([^<>]*)>/g;
const numbered = /\sr=["'](\d{1,7})["']/;
const hidden = /\shidden=["'](?:1|true)["']/;
const range = /\sref=["']([A-Z]{1,3})(\d{1,7}):[A-Z]{1,3}(\d{1,7})["']/;

/**
 * What the XML of a sheet states of its rows (ECMA-376-1, 18.3.1.73 and 18.3.1.55). Merged cells
 * come after all rows. The XML is therefore scanned, for two tags only, before the rows are read.
 */
export class XlsxMarks {
  readonly marks: RowMarks;
  /** Whether cells would be misread without `repairedWorkbook`. */
  hasMisreadCells = false;
  /** The number of the last row, from 1. */
  private row = 0;
  private rest = '';

  constructor(room: RoomForMerged) {
    this.marks = new RowMarks(room);
  }

  /** Scans the next bytes of a sheet. @throws FormatError 'excel-too-large': too many merges */
  write(bytes: Uint8Array): void {
    // The two tags are ASCII, whatever stands between them.
    const text =
      this.rest + Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
    this.hasMisreadCells ||= hasMisreadCells(text);
    for (const [, tag, attributes = ''] of text.matchAll(marked))
      if (tag === 'row') this.takeRow(attributes);
      else this.takeMerged(attributes);
    const last = text.lastIndexOf('<');
    const isOpen = last >= 0 && text.length - last < LONGEST_TAG && !text.includes('>', last);
    this.rest = isOpen ? text.slice(last) : '';
  }

  private takeRow(attributes: string): void {
    const [, number] = numbered.exec(attributes) ?? [];
    this.row = number === undefined ? this.row + 1 : Number(number);
    if (hidden.test(attributes)) this.marks.hide(this.row - 1);
  }

  private takeMerged(attributes: string): void {
    const [, letters = '', top, bottom] = range.exec(attributes) ?? [];
    const column = columnOf(letters);
    if (column > 0) this.marks.merge(column - 1, Number(top) - 1, Number(bottom) - 1);
  }
}
