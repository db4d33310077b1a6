import { cleanCell, type SheetRecord } from '../../../platform/formats/sheets/sheet-records.ts';
import type { SentRow } from '../../../platform/imports/running/import-batch.ts';
import { Findings } from '../../../vacancies/formats/values/findings.ts';
import { isOwnRemark, surplus } from '../headers/header-mapping.ts';
import type { HeaderMapping } from '../headers/header-meaning.ts';
import { dayFirst } from '../dates/month-first.ts';
import { readDateAt } from '../dates/sheet-dates.ts';
import { isLevel } from '../headers/numbered-columns.ts';
import { type Column, dateColumns, mayCountRows } from '../headers/spreadsheet-columns.ts';

/** Headers that mean something else beside other cells, by what they were taken for, under whose name nothing else can stand. */
const unsure: Partial<Record<Column, (header: string) => boolean>> = {
  reference: mayCountRows,
  education_level: isLevel,
};

/** Of a row that cannot be read by its columns too, as near to them as it comes. */
export const cellsIn = ({ cells, values }: SheetRecord): readonly string[] =>
  cells ?? values.map(cleanCell);

/**
 * How the rejected rows of a sheet go back: with all columns in their order, our own remarks alone left out, and with what
 * the whole sheet has decided of them written into the cells, since the few rows that are sent again alone may tell otherwise:
 * dates are ISO dates, numbers under `N°` that were references stand under `reference`, and where they counted the rows they
 * are left out; a `Niveau` of education behind a language is `education_level`. What cannot be read stays as it was sent.
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

/** The cells behind the last column, named so that they refuse the row again for as long as they stand there: its other cells may be shifted. */
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
