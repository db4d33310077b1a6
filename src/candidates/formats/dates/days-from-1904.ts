import { serialDay } from '../../../platform/formats/sheets/serial-dates.ts';
import type { HeaderMapping } from '../headers/header-meaning.ts';
import { dateColumns } from '../headers/spreadsheet-columns.ts';

/** Matches a number of days since 1904, for the years 1931 to 2068. */
const serial = /^[1-5]\d{4}$/;

/**
 * Returns the positions of the columns that hold dates, those of the last day of a licence or a
 * permit among them.
 */
export function datedColumns(
  columns: readonly string[],
  mappings: readonly HeaderMapping[],
): readonly number[] {
  const dated = new Set(
    mappings.flatMap(({ header, column, part, validUntil }) => [
      ...(column !== null && part === undefined && dateColumns.includes(column) ? [header] : []),
      ...(validUntil === undefined ? [] : [validUntil]),
    ]),
  );
  return columns.flatMap((name, at) => (dated.has(name) ? [at] : []));
}

/**
 * Returns the cells of a row of a workbook that counts days from 1904, with its numbers of days
 * written as dates `yyyy-mm-dd`. Read as days from 1900, they would be four years earlier.
 */
export function withDaysFrom1904(cells: readonly string[], dated: readonly number[]): string[] {
  const read = [...cells];
  for (const at of dated) {
    const cell = cells[at] ?? '';
    if (serial.test(cell)) read[at] = serialDay(Number(cell), true) ?? cell;
  }
  return read;
}
