import type { RowMarks } from './row-marks.ts';
import { countNames, headerWithin, type IsHeader } from './sheet-header.ts';

/** The rows of one sheet of several, under its name. */
export interface NamedSheet {
  name: string;
  rows: string[][];
  /** The marks by positions in `rows`. */
  marks: RowMarks;
  /** Whether the workbook counts days from 1904, so that a number of days is another day. */
  from1904?: boolean;
}

/** Returns the sheets that are visible when the workbook is opened, or all of them if none is. */
export function seenOf<S>(sheets: readonly S[], isHidden: (sheet: S) => boolean): readonly S[] {
  const seen = sheets.filter((sheet) => !isHidden(sheet));
  return seen.length > 0 ? seen : sheets;
}

/**
 * Returns the sheets that hold the table: those whose header has at least two column names, and at
 * least half as many as the best one. If there are none, returns the first sheet. Agencies keep a
 * sheet for each town, notes before them, and lists to choose from.
 */
export function bestSheets(sheets: readonly NamedSheet[], isHeader: IsHeader): NamedSheet[] {
  const names = sheets.map((sheet) => namesIn(sheet, isHeader));
  const enough = Math.max(2, Math.max(0, ...names) / 2);
  const best = sheets.filter((_, at) => (names[at] ?? 0) >= enough);
  return best.length > 0 ? best : sheets.slice(0, 1);
}

/** Returns the most column names in any of a sheet's first rows. */
export function namesIn({ rows }: NamedSheet, isHeader: IsHeader): number {
  const counts = rows.slice(0, headerWithin).map((row) => countNames(row, isHeader));
  return Math.max(0, ...counts);
}
