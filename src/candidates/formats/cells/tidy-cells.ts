import { type Column, countryColumns } from '../headers/spreadsheet-columns.ts';

/** Columns of one value, which stands on one line. */
const single = new Set<Column>([
  ...(['reference', 'given_name', 'family_name', 'birth_date', 'residence_region'] as const),
]);

const countries = new Set<Column>(countryColumns);

const bullet = /^[ \t]*[-–•·●▪*][ \t]*(?=\p{L})/gmu;

/**
 * A cell of a narrow or scanned table: what was parted at the end of a line is together again. In lists a line is a value of its
 * own, without its bullet, but for one that goes on behind a hyphen or in brackets; of countries the hyphen goes too, as in `Maro-caine`.
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

/** A run of blanks is taken whole: its parts would be tried in every order. */
const onOneLine = (blanks: string): string => (hasBreak.test(blanks) ? ' ' : blanks);

const numeric = /(?<!\d)(?:\d{1,2}([./-])\d{1,2}\1\d{4}|\d{4}-\d{2}-\d{2})(?!\d)/;
const inWords = /\d{1,2}(?:er)? \p{L}+ \d{4}(?=\s*[,(-]|\s+(?:à|a|au|en|at|in)\s|\s+ب)/u;

/** What may stand before it, a place with its comma too; `avant 01/01/1990` is no day of birth. */
const ofBirth =
  /^\s*(?:née?|né\s*\(e\)|born|nacid[oa]|مزداد[ةه]?|ولدت?)?\s*(?:le|on|el|في|بتاريخ)?\s*:?\s*$|^\p{L}[\p{L}' -]*,\s*$/iu;

/** The date of `17/05/1994 à Fès` and `né le 3 avril 1990, Salé`; a cell with any other number in it stays. */
export function withoutPlace(cell: string): string {
  const found = numeric.exec(cell) ?? inWords.exec(cell);
  if (found === null || !ofBirth.test(cell.slice(0, found.index).replace(/\s+/g, ' '))) return cell;
  const [date] = found;
  return /\d/.test(cell.replace(date, '')) ? cell : date;
}
