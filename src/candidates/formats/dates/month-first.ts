import type { Findings } from '../../../platform/formats/findings.ts';
import { type Column, dateColumns } from '../headers/spreadsheet-columns.ts';

const threeNumbers = /^\s*(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d\d)(?!\d)/;

/** Matches `MM/DD/YYYY`, but not the end of `YYYY-MM-DD`. */
const saysMonthFirst = /(?<!\p{L}|[yaj]\s*[./-]\s*)mm?\s*[./-]\s*[dj]{1,2}(?!\p{L})/iu;

/**
 * Returns whether the dates of a column have the month first, as American programs write them. This
 * is so if some can be read in no other way and none only with the day first, or if the header says
 * so (`MM/DD/YYYY`). `cells` are those of the first rows.
 */
export function isMonthFirst(column: Column, header: string, cells: readonly string[]): boolean {
  if (!dateColumns.includes(column)) return false;
  const parts = cells.flatMap((cell) => {
    const [, one, , two] = threeNumbers.exec(cell) ?? [];
    return one === undefined ? [] : [{ one: Number(one), two: Number(two) }];
  });
  if (!parts.every(({ one }) => one <= 12)) return false;
  return saysMonthFirst.test(header) || parts.some(({ two }) => two > 12);
}

/**
 * Returns a date of such a column with the day first, with a warning in `said`. Returns any other
 * cell unchanged.
 */
export function dayFirst(column: Column, cell: string, said: Findings): string {
  if (!threeNumbers.test(cell)) return cell;
  const message =
    'This date is read with the month first, as the header or other dates of this column say. If the day comes first, write 2026-11-24.';
  said.warn('date-month-first', { path: column, value: cell }, message);
  return cell.replace(threeNumbers, '$3$2$1$2$4');
}
