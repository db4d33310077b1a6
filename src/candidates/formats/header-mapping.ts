import type { IsHeader } from '../../platform/formats/sheet-header.ts';
import { type AgencyWords, noWords } from './agency-words.ts';
import { ColumnRefused, findRefused } from './refused-columns.ts';
import { type Column, findColumn, foldHeader, mayCountRows } from './spreadsheet-columns.ts';

type HeaderWords = AgencyWords['headers'];

/** What a header was taken for. */
export interface HeaderMapping {
  header: string;
  /** null for a column that is not read. */
  column: Column | null;
  /**
   * `known`: a synonym of ours; `chosen`: by the agency, now or before; `again`: says what an earlier
   * header says; `unknown`: nobody knows.
   */
  how: 'known' | 'chosen' | 'again' | 'unknown';
}

export interface SheetOptions {
  words?: AgencyWords;
  /** Hears of the headers of each sheet and what they were taken for. */
  onHeaders?: (headers: HeaderMapping[]) => void;
}

/** The columns of our own failed-rows file, which is sent again as it is. */
const ownRemarks = /^error_(row|column|code|message|suggestion|cell_\d+)$/;

/** How those are named that hold cells behind the last column. */
export const surplus = 'error_cell_';

/** Tells a header from a cell of data. */
export function isHeader(words: HeaderWords = noWords.headers): IsHeader {
  return (cell) =>
    cell !== '' &&
    cell.length < 80 &&
    (words.has(foldHeader(cell)) || findColumn(cell) !== null || findRefused(cell) !== null);
}

/**
 * What each header of a sheet stands for, in the order of the sheet.
 * @throws ColumnRefused for a column that nobody may be selected by
 */
export function mapHeaders(
  headers: readonly string[],
  words: HeaderWords = noWords.headers,
): HeaderMapping[] {
  const taken = new Set<Column>();
  const columnOf = (header: string): Column | null => {
    const chosen = words.get(foldHeader(header));
    return chosen === undefined ? findColumn(header) : chosen;
  };
  const named = headers.some((one) => columnOf(one) === 'reference' && !mayCountRows(one));
  return [...new Set(headers)]
    .filter((header) => header !== '' && !ownRemarks.test(header))
    .map((header) => {
      const what = findRefused(header);
      if (what !== null) throw new ColumnRefused(header, what);
      const chosen = words.get(foldHeader(header));
      const column = columnOf(header);
      const how = chosen === undefined ? 'known' : 'chosen';
      if (column === null) return { header, column, how: chosen === null ? how : 'unknown' };
      // `N°` counts the rows of one file: where people have a number of their own, it is no reference.
      const counts = how === 'known' && column === 'reference' && named && mayCountRows(header);
      if (counts || taken.has(column)) return { header, column: null, how: 'again' };
      taken.add(column);
      return { header, column, how };
    });
}
