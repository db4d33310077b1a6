import { cleanCell, type SheetRecord } from '../../../platform/formats/sheets/sheet-records.ts';
import type { SentRow } from '../../../platform/imports/running/import-batch.ts';
import { Findings } from '../../../platform/formats/findings.ts';
import { isOwnRemark, surplus } from '../headers/header-mapping.ts';
import type { HeaderMapping } from '../headers/header-meaning.ts';
import { dayFirst } from '../dates/month-first.ts';
import { readDateAt } from '../dates/sheet-dates.ts';
import { isLevel } from '../headers/numbered-columns.ts';
import { type Column, dateColumns, mayCountRows } from '../headers/spreadsheet-columns.ts';

/**
 * Headers whose meaning depends on other cells, by the column that they were taken for. They go
 * back under the name of that column, which is unambiguous.
 */
const unsure: Partial<Record<Column, (header: string) => boolean>> = {
  reference: mayCountRows,
  education_level: isLevel,
};

/**
 * Returns the cells of a row by column. For a row that cannot be read by column, returns its
 * cleaned values.
 */
export const cellsIn = ({ cells, values }: SheetRecord): readonly string[] =>
  cells ?? values.map(cleanCell);

/**
 * Returns a function that prepares a rejected row to be sent again. All columns are kept in order,
 * except our own remarks.
 *
 * A few rows sent alone may be read differently from the whole sheet, so its decisions are written
 * into them. Dates become ISO dates. Numbers under `N°` go under `reference` if they were
 * references, and are left out if they counted the rows. A `Niveau` of education behind a language
 * becomes `education_level`. What cannot be read stays as it was sent.
 */
export function sentRows(
  columns: readonly string[],
  mappings: readonly HeaderMapping[],
): (sent: SheetRecord) => SentRow {
  const meant = new Map(mappings.map((mapping) => [mapping.header, mapping]));
  const hasReference = mappings.some(({ column }) => column === 'reference');
  const places = columns.flatMap((header, at) => {
    const mapping = meant.get(header);
    const counts = mapping?.how === 'counts' && !hasReference;
    return counts || isOwnRemark(header) ? [] : [{ at, mapping }];
  });
  const names = places.map(({ at, mapping }) => nameOf(columns[at] ?? '', mapping));
  return (sent) => {
    const said = cellsIn(sent);
    const cells = places.map(({ at, mapping }) => decided(said[at] ?? '', mapping));
    return { names, cells, surplus: beyond(said, columns.length) };
  };
}

/**
 * Returns the filled cells behind the last column, by the names under which they go back. While one
 * of them is filled, the row is refused again, as its other cells may be shifted.
 */
export function beyond(cells: readonly string[], columns: number): Record<string, string> {
  const found = cells.flatMap((cell, at) =>
    at < columns || cell === '' ? [] : [[`${surplus}${at + 1}`, cell] as const],
  );
  return Object.fromEntries(found);
}

function nameOf(header: string, mapping: HeaderMapping | undefined): string {
  const { column = null, how } = mapping ?? {};
  return column !== null && how === 'known' && unsure[column]?.(header) ? column : header;
}

function decided(cell: string, mapping: HeaderMapping | undefined): string {
  const column = mapping?.column ?? null;
  if (column === null || !dateColumns.includes(column)) return cell;
  const said = new Findings();
  return (
    readDateAt(mapping?.monthFirst ? dayFirst(column, cell, said) : cell, column, said) ?? cell
  );
}
