import { plainDigits } from '../../reference/fold-words.ts';
import type { IsHeader } from '../../platform/formats/sheet-header.ts';
import { type AgencyWords, noWords } from './agency-words.ts';
import { normaliseLanguage } from '../../reference/languages/languages.ts';
import { isMonthFirst } from './month-first.ts';
import { ColumnRefused, findRefused } from './refused-columns.ts';
import {
  type Column,
  findColumn,
  findFurtherPart,
  foldHeader,
  isIdentityNumber,
  mayCountRows,
} from './spreadsheet-columns.ts';

type HeaderWords = AgencyWords['headers'];

/** What a header was taken for. */
export interface HeaderMapping {
  header: string;
  /** null for a column that is not read. */
  column: Column | null;
  /**
   * `known`: a synonym of ours; `chosen`: by the agency, now or before; `again`: says what an earlier
   * header says; `counts`: the rows, as `N°` does; `unknown`: nobody knows.
   */
  how: 'known' | 'chosen' | 'again' | 'counts' | 'unknown';
  /** ISO 639-1, of a column of its own for one language, whose cells are levels. */
  language?: string;
  /** A second name: it stands behind the first one of its column. */
  furtherPart?: true;
  /** The references in it are numbers of identity cards. */
  ofCards?: true;
  /** The dates in it have the month first. */
  monthFirst?: true;
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
    (words.has(foldHeader(cell)) ||
      findColumn(cell) !== null ||
      findFurtherPart(cell) !== null ||
      findRefused(cell) !== null);
}

/**
 * What each header of a sheet stands for, in the order of the sheet. `first`: cells of the first rows below.
 * @throws ColumnRefused for a column that nobody may be selected by
 */
export function mapHeaders(
  headers: readonly string[],
  words: HeaderWords = noWords.headers,
  first: readonly (readonly string[])[] = [],
): HeaderMapping[] {
  const meant = [...new Set(headers)]
    .filter((header) => header !== '' && !ownRemarks.test(header))
    .map((header) => meaningOf(header, words));
  const mayCount = ({ header, column, how }: HeaderMapping): boolean =>
    how === 'known' && column === 'reference' && mayCountRows(header);
  const named = meant.some((one) => one.column === 'reference' && !mayCount(one));
  const taken = new Set<Column>();
  return meant.map((one): HeaderMapping => {
    const { header, column } = one;
    if (column === null) return one;
    const at = headers.indexOf(header);
    const below = first.map((cells) => cells[at] ?? '');
    if (mayCount(one) && (named || onlyCounts(below)))
      return { header, column: null, how: 'counts' };
    if (one.language !== undefined || one.furtherPart) return one;
    if (taken.has(column)) return { header, column: null, how: 'again' };
    taken.add(column);
    return isMonthFirst(column, below) ? { ...one, monthFirst: true } : one;
  });
}

/** `Niveau de français`, `Inglés (nivel)`: what is left names the language. Codes are too short to be sure. */
function languageOf(header: string): string | null {
  const name = header
    .replace(/\(.*?\)/g, ' ')
    .replace(/^\s*(?:niveau|nivel|level|مستوى)\s+(?:(?:de|en|in|of|du)\s+|d['’]\s*)?/iu, '')
    .trim();
  return name.length < 4 ? null : normaliseLanguage(name);
}

function meaningOf(header: string, words: HeaderWords): HeaderMapping {
  const what = findRefused(header);
  if (what !== null) throw new ColumnRefused(header, what);
  const chosen = words.get(foldHeader(header));
  if (chosen !== undefined) return { header, column: chosen, how: 'chosen' };
  const column = findColumn(header);
  if (column === 'reference' && isIdentityNumber(header))
    return { header, column, how: 'known', ofCards: true };
  if (column !== null) return { header, column, how: 'known' };
  const named = findFurtherPart(header);
  if (named !== null) return { header, column: named, how: 'known', furtherPart: true };
  const language = languageOf(header);
  if (language !== null) return { header, column: 'languages', how: 'known', language };
  return { header, column, how: 'unknown' };
}

/** Small numbers in any order, since rows are sorted and left out: in the next file they are other people's. */
const onlyCounts = (cells: readonly string[]): boolean =>
  cells.some((cell) => cell !== '') && cells.every((cell) => /^\d{0,4}$/.test(plainDigits(cell)));
