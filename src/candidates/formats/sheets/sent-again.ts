import { cleanCell, type SheetRecord } from '../../../platform/formats/sheets/sheet-records.ts';
import type { SentRow } from '../../../platform/imports/running/import-batch.ts';
import { Findings } from '../../../vacancies/formats/values/findings.ts';
import { isOwnRemark, surplus } from '../headers/header-mapping.ts';
import type { HeaderMapping } from '../headers/header-meaning.ts';
import { dayFirst } from '../dates/month-first.ts';
import { readSheetDate } from '../dates/sheet-dates.ts';
import { dateColumns, mayCountRows } from '../headers/spreadsheet-columns.ts';

/** How a header is written under which nothing but a reference can stand. */
const REFERENCE = 'reference';

/** Of a row that cannot be read by its columns too, as near to them as it comes. */
export const cellsIn = ({ cells, values }: SheetRecord): readonly string[] =>
  cells ?? values.map(cleanCell);

/**
 * How the rejected rows of a sheet go back: with all columns in their order, our own remarks alone left out, and with what
 * the whole sheet has decided of them written into the cells, since the few rows that are sent again alone may tell otherwise:
 * dates are ISO dates, and numbers under `N°` that were references stand under `reference`. What cannot be read stays as
 * it was sent.
 */
export function sentRows(
  columns: readonly string[],
  mappings: readonly HeaderMapping[],
): (sent: SheetRecord) => SentRow {
  const meant = new Map(mappings.map((mapping) => [mapping.header, mapping]));
  const places = columns.flatMap((header, at) =>
    isOwnRemark(header) ? [] : [{ at, mapping: meant.get(header) }],
  );
  const names = places.map(({ at, mapping }) => nameOf(columns[at] ?? '', mapping));
  return (sent) => {
    const said = cellsIn(sent);
    const cells = places.map(({ at, mapping }) => decided(said[at] ?? '', mapping));
    return { names, cells, surplus: beyond(said, columns.length) };
  };
}

/** The cells behind the last column, named so that they refuse the row again for as long as they stand there: its other cells may be shifted. */
export function beyond(cells: readonly string[], columns: number): Record<string, string> {
  const found = cells.flatMap((cell, at) =>
    at < columns || cell === '' ? [] : [[`${surplus}${at + 1}`, cell] as const],
  );
  return Object.fromEntries(found);
}

function nameOf(header: string, mapping: HeaderMapping | undefined): string {
  const isReference = mapping?.column === 'reference' && mapping.how === 'known';
  return isReference && mayCountRows(header) ? REFERENCE : header;
}

function decided(cell: string, mapping: HeaderMapping | undefined): string {
  const column = mapping?.column ?? null;
  if (column === null || !dateColumns.includes(column)) return cell;
  return readSheetDate(mapping?.monthFirst ? dayFirst(column, cell, new Findings()) : cell) ?? cell;
}
