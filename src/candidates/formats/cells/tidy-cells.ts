import { type Column, countryColumns } from '../headers/spreadsheet-columns.ts';

/** Columns that hold one value, on one line. */
const single = new Set<Column>([
  ...(['reference', 'given_name', 'family_name', 'birth_date', 'residence_region'] as const),
]);

const countries = new Set<Column>(countryColumns);

const bullet = /^[ \t]*[-–•·●▪*][ \t]*(?=\p{L})/gmu;

/**
 * Joins what was split at the end of a line in a cell of a narrow or scanned table. In a list each
 * line is a value, without its bullet, unless it continues behind a hyphen or in brackets. In a
 * column of countries the hyphen is removed too, as in `Maro-caine`.
 */
export function tidyLines(cell: string, column: Column): string {
  const hyphen = countries.has(column) ? '' : '-';
  const whole = cell.replace(/(?<=\p{L})[-\u00ad]\s+(?=\p{Ll})/gu, (parted) =>
    hasBreak.test(parted) ? hyphen : parted,
  );
  if (!single.has(column)) return whole.replace(bullet, '').replace(/(?<!\s)\s+(?=\()/g, onOneLine);
  return whole.replace(/\s+/g, onOneLine);
}

const hasBreak = /[\r\n]/;

/** Takes a whole run of blanks, as trying its parts in every order would be slow. */
const onOneLine = (blanks: string): string => (hasBreak.test(blanks) ? ' ' : blanks);

const numeric = /(?<!\d)(?:\d{1,2}([./-])\d{1,2}\1\d{4}|\d{4}-\d{2}-\d{2})(?!\d)/;
const inWords = /\d{1,2}(?:er)? \p{L}+ \d{4}(?=\s*[,(-]|\s+(?:à|a|au|en|at|in)\s|\s+ب)/u;

/**
 * Matches what may come before a date of birth, including a place with a comma. `avant 01/01/1990`
 * is not a day of birth.
 */
const ofBirth =
  /^\s*(?:née?|né\s*\(e\)|born|nacid[oa]|مزداد[ةه]?|ولدت?)?\s*(?:le|on|el|في|بتاريخ)?\s*:?\s*$|^\p{L}[\p{L}' -]*,\s*$/iu;

/**
 * Returns the date in `17/05/1994 à Fès` or `né le 3 avril 1990, Salé`. A cell with any other
 * number is returned unchanged.
 */
export function withoutPlace(cell: string): string {
  const found = numeric.exec(cell) ?? inWords.exec(cell);
  if (found === null || !ofBirth.test(cell.slice(0, found.index).replace(/\s+/g, ' '))) return cell;
  const [date] = found;
  return /\d/.test(cell.replace(date, '')) ? cell : date;
}
