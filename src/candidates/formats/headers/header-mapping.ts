import { plainDigits } from '../../../reference/fold-words.ts';
import type { IsHeader } from '../../../platform/formats/sheets/sheet-header.ts';
import { type AgencyWords, noWords } from './agency-words.ts';
import { isBesidePeople } from '../sheets/beside-people.ts';
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
  words?: AgencyWords;
  /** Hears of the headers of each sheet and what they were taken for. */
  onHeaders?: (headers: HeaderMapping[]) => void;
  /** `yyyy-mm-dd`: until when work that goes on is counted, and after which nothing can have ended; without it, such years are not read. */
  today?: string;
}

/** The columns that our own file of failed rows has behind those of its sender, and is sent again with. */
const ownRemarks = /^error_(row|column|code|message|suggestion)$/;

/** Of what we say ourselves of a row. */
export const isOwnRemark = (header: string): boolean => ownRemarks.test(header);

/** How those are named that hold cells behind the last column. */
export const surplus = 'error_cell_';

/** Tells a header from a cell of data. */
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
 * What each header of a sheet stands for, in the order of the sheet. `first`: cells of the first rows below.
 * @throws ColumnRefused for a column that nobody may be selected by
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

/** Whether other headers of its column are read beside it. */
const isOneOfSeveral = (one: HeaderMapping, column: Column): boolean =>
  [one.language, one.native, one.licence, one.furtherPart, one.part, one.besideOf].some(Boolean) ||
  isContact(column) ||
  (one.number !== undefined && goesOn(column));

/** What stands under a list in its first column is no number of anybody. */
const isSentence = (cell: string): boolean =>
  cell.split(/[\s:]/).filter((word) => /\p{L}{2}/u.test(word)).length > 1;

/** Small numbers in any order, since rows are sorted and left out: in the next file they are other people's. */
function onlyCounts(cells: readonly string[]): boolean {
  const numbers = cells.filter(
    (cell) => cell !== '' && !isSentence(cell) && !isBesidePeople([cell]),
  );
  return numbers.length > 0 && numbers.every((cell) => /^\d{1,4}$/.test(plainDigits(cell)));
}
