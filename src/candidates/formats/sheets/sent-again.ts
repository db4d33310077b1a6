import { Findings } from '../../../vacancies/formats/values/findings.ts';
import type { HeaderMapping } from '../headers/header-meaning.ts';
import { dayFirst } from '../dates/month-first.ts';
import { readSheetDate } from '../dates/sheet-dates.ts';
import { dateColumns, mayCountRows } from '../headers/spreadsheet-columns.ts';

/** How a header is written under which nothing but a reference can stand. */
const REFERENCE = 'reference';

/**
 * The cells of a rejected row by their headers, with what the whole sheet has decided of its columns written into
 * them, since the few rows that are sent again alone may tell otherwise: dates are ISO dates, and numbers under `N°` that were
 * references stand under `reference`. What cannot be read stays as it was sent.
 */
export function asDecided(
  record: Record<string, string>,
  mappings: readonly HeaderMapping[],
): Record<string, string> {
  const decided = { ...record };
  for (const { header, column, how, monthFirst } of mappings) {
    const cell = decided[header];
    if (cell === undefined || column === null) continue;
    if (dateColumns.includes(column))
      decided[header] =
        readSheetDate(monthFirst ? dayFirst(column, cell, new Findings()) : cell) ?? cell;
    if (column !== 'reference' || how !== 'known' || !mayCountRows(header)) continue;
    Reflect.deleteProperty(decided, header);
    decided[REFERENCE] = cell;
  }
  return decided;
}
