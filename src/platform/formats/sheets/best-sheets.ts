import type { RowMarks } from './row-marks.ts';
import { headerWithin, type IsHeader, mostColumns } from './sheet-header.ts';

/** The rows of one sheet of several, under its name. */
export interface NamedSheet {
  name: string;
  rows: string[][];
  /** By the places of `rows`. */
  marks: RowMarks;
}

/** Those that somebody sees who opens the workbook; where that is none, all. */
export function seenOf<S>(sheets: readonly S[], isHidden: (sheet: S) => boolean): readonly S[] {
  const seen = sheets.filter((sheet) => !isHidden(sheet));
  return seen.length > 0 ? seen : sheets;
}

/**
 * The sheets that hold the table: every one whose header has at least half as many names of columns as the best one;
 * where none has any, the first. Agencies keep a sheet for each town, notes before them, and lists to choose from.
 */
export function bestSheets(sheets: readonly NamedSheet[], isHeader: IsHeader): NamedSheet[] {
  const names = sheets.map((sheet) => namesIn(sheet, isHeader));
  const enough = Math.max(2, Math.max(0, ...names) / 2);
  const best = sheets.filter((_, at) => (names[at] ?? 0) >= enough);
  return best.length > 0 ? best : sheets.slice(0, 1);
}

/** How many names of columns a row of its beginning has at most. */
export function namesIn({ rows }: NamedSheet, isHeader: IsHeader): number {
  const first = rows.slice(0, headerWithin).map((row) => row.slice(0, mostColumns));
  const counts = first.map((row) => row.filter(isHeader).length);
  return Math.max(0, ...counts);
}
