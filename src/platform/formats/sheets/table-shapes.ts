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
  const across = Math.max(0, ...rows.map((cells) => countNames(cells, isHeader)));
  return names > 2 && names > rows.length / 2 && across < 2;
}

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
 * Refuses a table that is all on one line, or on its side. `rows` are its first rows, cleaned.
 * `isToEnd` says whether the file can be read to its end.
 * @throws CsvError 'csv-line-breaks-lost' or 'csv-on-its-side'
 */
export function refuseOtherShapes(
  rows: readonly string[][],
  isHeader: IsHeader,
  isToEnd: boolean,
): void {
  const [first = []] = rows;
  if (isToEnd && rows.length === 1 && isWholeTable(first, isHeader)) throw lineBreaksLost();
  if (liesOnItsSide(rows, isHeader)) throw onItsSide();
}
