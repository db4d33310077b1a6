import { CsvError } from '../csv/csv-error.ts';
import { countNames, type IsHeader } from './sheet-header.ts';

/**
 * Returns whether one line holds a header and everything that stood under it. It then has at least
 * as many other cells as names, and some hold what only candidates have: a date, a number or an
 * address.
 */
function isWholeTable(cells: readonly string[], isHeader: IsHeader): boolean {
  const others = cells.filter((cell) => cell !== '' && !isHeader(cell));
  const known = cells.length - others.length;
  return known > 1 && others.length >= known && others.some((cell) => /\d{4}|@/.test(cell));
}

/** Returns whether the names stand in the first column, and each record is a column. */
function liesOnItsSide(rows: readonly string[][], isHeader: IsHeader): boolean {
  const names = rows.filter(([first = '']) => isHeader(first)).length;
  return names > 2 && names > rows.length / 2 && mostAcross(rows, isHeader) < 2;
}

/** Returns the most names in one row. */
const mostAcross = (rows: readonly string[][], isHeader: IsHeader): number =>
  Math.max(0, ...rows.map((cells) => countNames(cells, isHeader)));

/** What may stand between columns that were not parted, also in a table printed with blanks. */
const apart = /[;,\t|~^#]|\s{2,}/;

/** The most characters of a cell in which names are looked for. */
const LONGEST = 16_384;

/** Returns whether the names of all columns are in one cell. */
function isNotSeparated(rows: readonly string[][], isHeader: IsHeader): boolean {
  return rows.some((cells) => {
    const [whole = '', ...others] = cells.filter(Boolean);
    const names = whole.slice(0, LONGEST).split(apart);
    return others.length === 0 && countNames(names, (name) => isHeader(name.trim())) > 2;
  });
}

const notSeparated = (): CsvError =>
  new CsvError(
    'csv-not-separated',
    'Each row of this table is a single cell, since its columns are not separated. Part them in a spreadsheet program (Data, Text to Columns), or save the table as CSV with semicolons.',
  );

const lineBreaksLost = (): CsvError =>
  new CsvError(
    'csv-line-breaks-lost',
    'The whole table is on one line: its line breaks were lost on the way. With curl, use --data-binary, since -d removes them.',
  );

const onItsSide = (): CsvError =>
  new CsvError(
    'csv-on-its-side',
    'The table is turned: its headers are below one another, and each person is a column. Transpose it (copy, paste special, transpose) and send it again.',
  );

/**
 * Refuses a table that is all on one line, on its side, or in one column. `rows` are its first
 * rows, cleaned. `isToEnd` says whether the file can be read to its end.
 * @throws CsvError 'csv-line-breaks-lost', 'csv-on-its-side' or 'csv-not-separated'
 */
export function refuseOtherShapes(
  rows: readonly string[][],
  isHeader: IsHeader,
  isToEnd: boolean,
): void {
  const [first = []] = rows;
  if (isToEnd && rows.length === 1 && isWholeTable(first, isHeader)) throw lineBreaksLost();
  if (liesOnItsSide(rows, isHeader)) throw onItsSide();
  if (mostAcross(rows, isHeader) < 2 && isNotSeparated(rows, isHeader)) throw notSeparated();
}
