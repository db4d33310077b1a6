import { plainDigits } from '../../../reference/fold-words.ts';
import type { IsHeader } from '../../../platform/formats/sheets/sheet-header.ts';
import { type WordMeanings, noWords } from './word-meanings.ts';
import { isNotPeople } from '../sheets/not-people.ts';
import { findDatePart } from '../dates/date-parts.ts';
import { findLicence } from '../cells/driving-licences.ts';
import {
  findLanguage,
  findLanguageInMode,
  type HeaderMapping,
  type HeaderWords,
  meaningOf,
} from './header-meaning.ts';
import { meantTogether } from './headers-together.ts';
import { isMonthFirst } from '../dates/month-first.ts';
import { findNumbered, goesOn, isContact } from './numbered-columns.ts';
import { findOccupationCode } from '../cells/occupation-codes.ts';
import { questionOf } from './other-people.ts';
import { findRefused } from './refused-columns.ts';
import {
  type Column,
  findColumn,
  findFurtherPart,
  findTitlesOfAnotherList,
  foldHeader,
  isPseudonym,
  mayCountRows,
} from './spreadsheet-columns.ts';

export interface SheetOptions {
  words?: WordMeanings;
  /** Called with the headers of each sheet and their meanings. */
  onHeaders?: (headers: HeaderMapping[]) => void;
  /**
   * The day (`yyyy-mm-dd`) until which continuing work is counted, and after which nothing can have
   * ended. Without it, the years of continuing work are not read.
   */
  today?: string;
  /** Whether accepted candidates keep their source too. */
  withSources?: boolean;
}

/**
 * Matches the columns that our file of failed rows adds behind those of the sender. They are there
 * when it is sent again.
 */
const ownRemarks = /^error_(row|column|code|message|suggestion)$/;

/** Returns whether a header is one of our own remarks on a row. */
export const isOwnRemark = (header: string): boolean => ownRemarks.test(header);

/** The beginning of the names of columns that hold cells beyond the last column. */
export const surplus = 'error_cell_';

/** Returns a test that tells a header from a cell of data. */
export function isHeader(words: HeaderWords = noWords.headers): IsHeader {
  return (cell) =>
    cell !== '' &&
    cell.length < 80 &&
    (words.has(foldHeader(cell)) ||
      findColumn(cell) !== null ||
      findTitlesOfAnotherList(cell) !== null ||
      findFurtherPart(cell) !== null ||
      findNumbered(cell) !== null ||
      findOccupationCode(cell) !== null ||
      findLanguage(cell) !== null ||
      findLanguageInMode(cell) !== null ||
      findLicence(cell) !== null ||
      findDatePart(cell)?.ofBirth === true ||
      isPseudonym(cell) ||
      findRefused(cell) !== null ||
      isHeader(words)(questionOf(cell)?.name ?? ''));
}

/**
 * Returns the meaning of each header of a sheet, in the order of the sheet. `first` are the cells
 * of the first rows below.
 * @throws ColumnRefused for a column with a fact that must not decide who is selected
 */
export function mapHeaders(
  headers: readonly string[],
  words: HeaderWords = noWords.headers,
  first: readonly (readonly string[])[] = [],
): HeaderMapping[] {
  const names = [...new Set(headers)].filter(
    (header) => header !== '' && !isOwnRemark(header) && !header.startsWith(surplus),
  );
  const meant = meantTogether(names.map((header) => meaningOf(header, words)));
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
    if (isOneOfSeveral(one, column)) return one;
    if (one.unit !== undefined) {
      taken.add(column);
      return one;
    }
    if (taken.has(column))
      return { header, column: null, how: 'again', ...(one.pseudonym && { pseudonym: true }) };
    taken.add(column);
    return isMonthFirst(column, header, below) ? { ...one, monthFirst: true } : one;
  });
}

/** Returns whether other headers of the same column are read too. */
const isOneOfSeveral = (one: HeaderMapping, column: Column): boolean =>
  [one.language, one.native, one.licence, one.furtherPart, one.part, one.besideOf].some(Boolean) ||
  isContact(column) ||
  (one.number !== undefined && goesOn(column));

/**
 * Returns whether a cell is text below the list in its first column, and so not a number of a
 * candidate.
 */
const isSentence = (cell: string): boolean =>
  cell.split(/[\s:]/).filter((word) => /\p{L}{2}/u.test(word)).length > 1;

/**
 * Returns whether the cells only count the rows. They are small numbers in any order, as rows are
 * sorted and left out. In the next file they belong to other candidates.
 */
function onlyCounts(cells: readonly string[]): boolean {
  const numbers = cells.filter((cell) => cell !== '' && !isSentence(cell) && !isNotPeople([cell]));
  return numbers.length > 0 && numbers.every((cell) => /^\d{1,4}$/.test(plainDigits(cell)));
}
