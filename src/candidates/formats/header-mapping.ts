import { plainDigits } from '../../reference/fold-words.ts';
import type { IsHeader } from '../../platform/formats/sheet-header.ts';
import { type AgencyWords, noWords } from './agency-words.ts';
import { normaliseLanguage } from '../../reference/languages/languages.ts';
import { findLicence } from './driving-licences.ts';
import { areOneDate, type DatePart, findDatePart } from './date-parts.ts';
import { isMonthFirst } from './month-first.ts';
import {
  findLevel,
  findNumbered,
  goesOn,
  isContact,
  isFurtherName,
  likelyColumn,
  numberOf,
} from './numbered-columns.ts';
import { ColumnRefused, findRefused } from './refused-columns.ts';
import {
  type Column,
  findColumn,
  findFurtherPart,
  foldHeader,
  isIdentityNumber,
  isPseudonym,
  isSecond,
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
  /** The category of a column of its own for one licence, whose cells say yes or no. */
  licence?: string;
  /** A second name: it stands behind the first one of its column. */
  furtherPart?: true;
  /** Of `Métier 2`, 2: one of several columns, whose values are read in this order. */
  number?: number;
  /** Of `Niveau 1`: the header of the language whose level it is. */
  levelOf?: string;
  /** Of `Langue 1`: the header of its level. */
  level?: string;
  /** What a bare number of experience in it counts, where the header says so or another column counts months. */
  unit?: 'months' | 'years';
  /** One of three columns of a date. */
  part?: DatePart;
  /** What an unknown one may be: for the agency to say, once. */
  suggested?: Column;
  /** By which the agency says that it withholds the names of this sheet on purpose. */
  pseudonym?: true;
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
      findNumbered(cell) !== null ||
      findDatePart(cell)?.ofBirth === true ||
      isPseudonym(cell) ||
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
  const names = [...new Set(headers)].filter((header) => header !== '' && !ownRemarks.test(header));
  const each = withoutSeconds(names.map((header) => meaningOf(header, words)));
  const meant = withPseudonym(withUnits(withDateParts(withLevels(ofOnePerson(each)))));
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
  [one.language, one.licence, one.furtherPart, one.part, one.levelOf].some(Boolean) ||
  isContact(column) ||
  (one.number !== undefined && goesOn(column));

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
  if (chosen !== undefined) return chosenFor(header, chosen);
  const column = findColumn(header);
  if (column === 'reference' && isIdentityNumber(header))
    return { header, column, how: 'known', ofCards: true };
  if (column !== null) return { header, column, how: 'known' };
  const named = findFurtherPart(header);
  if (named !== null) return { header, column: named, how: 'known', furtherPart: true };
  const language = languageOf(header);
  if (language !== null) return { header, column: 'languages', how: 'known', language };
  const licence = findLicence(header);
  if (licence !== null) return { header, column: 'licences', how: 'known', licence };
  const numbered = findNumbered(header);
  if (numbered === null) return unknown(header, likelyColumn(header));
  const { number } = numbered;
  const known = { header, column: numbered.column, how: 'known' } as const;
  return isFurtherName(numbered) ? { ...known, furtherPart: true } : { ...known, number };
}

function chosenFor(header: string, column: Column | null): HeaderMapping {
  const number = column === null ? null : numberOf(header, column);
  return { header, column, how: 'chosen', ...(number !== null && { number }) };
}

const unknown = (header: string, suggested: Column | null): HeaderMapping => ({
  ...{ header, column: null, how: 'unknown' },
  ...(suggested !== null && { suggested }),
});

/** `Nom de naissance` beside `Nom`, or `Position` beside `Métier`, is something else. */
function withoutSeconds(meant: readonly HeaderMapping[]): readonly HeaderMapping[] {
  const first = new Set<Column>();
  for (const { header, column, furtherPart } of meant) {
    const isOther = furtherPart === true || isSecond(header) || mayCountRows(header);
    if (column !== null && !isOther) first.add(column);
  }
  return meant.map((one) => {
    const { header, column, how } = one;
    const givesWay = how === 'known' && column !== null && first.has(column) && isSecond(header);
    return givesWay ? { header, column: null, how: 'again' } : one;
  });
}

/** Where `Nom 2` is, `Prénom 2` is of another person too, and nothing says who the row is about. */
function ofOnePerson(meant: readonly HeaderMapping[]): readonly HeaderMapping[] {
  const isOther = ({ how, suggested, header }: HeaderMapping): boolean =>
    how === 'unknown' && suggested === 'family_name' && findNumbered(header) === null;
  if (!meant.some(isOther)) return meant;
  return meant.map((one) =>
    one.how === 'known' && one.column === 'given_name' && findNumbered(one.header) !== null
      ? unknown(one.header, 'given_name')
      : one,
  );
}

const ofYears = /(?<!\p{L})(?:ans?|annees?|years?|anos?|سنوات|سنه|اعوام)(?!\p{L})/u;
const ofMonths = /(?<!\p{L})(?:mois|months?|meses|اشهر|شهور|شهر)(?!\p{L})/u;

/** Experience in months, alone or beside the years of another column: 36 of them are three years. */
function withUnits(meant: readonly HeaderMapping[]): readonly HeaderMapping[] {
  const isOfMonths = ({ column, header }: HeaderMapping): boolean =>
    column === 'occupation_years' &&
    ofMonths.test(foldHeader(header)) &&
    !ofYears.test(foldHeader(header));
  const months = meant.find(isOfMonths);
  if (!months) return meant;
  const years = meant.find((one) => one.column === 'occupation_years' && !isOfMonths(one));
  return meant.map((one): HeaderMapping => {
    if (one === months) return { ...one, unit: 'months' };
    return one === years ? { ...one, unit: 'years' } : one;
  });
}

/** Beside names a pseudonym is one more name; where there are none, it is who somebody is. */
function withPseudonym(meant: readonly HeaderMapping[]): readonly HeaderMapping[] {
  if (meant.some(({ column }) => column === 'given_name' || column === 'family_name')) return meant;
  const hasOther = meant.some((one) => one.column === 'reference' && !mayCountRows(one.header));
  return meant.map((one): HeaderMapping => {
    const { header } = one;
    if (one.how !== 'unknown' || !isPseudonym(header)) return one;
    if (hasOther) return { header, column: null, how: 'again', pseudonym: true };
    return { header, column: 'reference', how: 'known', pseudonym: true };
  });
}

/** The level of each language that has a number, where a column with its number is named so. */
function withLevels(meant: readonly HeaderMapping[]): HeaderMapping[] {
  const levels = new Map<number, string>();
  for (const { header, how } of meant) {
    const number = how === 'unknown' ? findLevel(header) : null;
    if (number !== null) levels.set(number, header);
  }
  const languageOf = new Map<string, string>();
  const languages = meant.map((one) => {
    const level = one.column === 'languages' ? levels.get(one.number ?? 0) : undefined;
    if (level === undefined) return one;
    languageOf.set(level, one.header);
    return { ...one, level };
  });
  return languages.map((one) => {
    const levelOf = languageOf.get(one.header);
    const { header } = one;
    return levelOf === undefined ? one : { header, column: 'languages', how: 'known', levelOf };
  });
}

/**
 * A date of birth over three columns, of which one at least says that it is of birth, or which the agency has all
 * said to be. Where none does, it is only suggested: it may be the day on which somebody came.
 */
function withDateParts(meant: readonly HeaderMapping[]): HeaderMapping[] {
  const found = meant.flatMap((one) => {
    const part = one.how === 'again' ? null : findDatePart(one.header);
    const ofBirth = part?.ofBirth === true || (one.how === 'chosen' && one.column === 'birth_date');
    return part === null ? [] : [{ ...part, ofBirth, header: one.header }];
  });
  const partOf = new Map(found.map(({ header, part }) => [header, part]));
  const isElse = ({ header, column }: HeaderMapping): boolean =>
    column === 'birth_date' && !partOf.has(header);
  if (!areOneDate(found) || meant.some(isElse)) return [...meant];
  const isOfBirth = found.some(({ ofBirth }) => ofBirth);
  return meant.map((one): HeaderMapping => {
    const part = partOf.get(one.header);
    if (part === undefined) return one;
    if (!isOfBirth) return unknown(one.header, 'birth_date');
    const how = one.how === 'chosen' ? 'chosen' : 'known';
    return { header: one.header, column: 'birth_date', how, part };
  });
}

/** Small numbers in any order, since rows are sorted and left out: in the next file they are other people's. */
const onlyCounts = (cells: readonly string[]): boolean =>
  cells.some((cell) => cell !== '') && cells.every((cell) => /^\d{0,4}$/.test(plainDigits(cell)));
