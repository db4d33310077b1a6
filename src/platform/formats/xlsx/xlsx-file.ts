import writeXlsx from 'write-excel-file/node';

/** The media type of a workbook. */
export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export interface SheetToWrite {
  name: string;
  /** The first row is the header, and stays in sight. */
  rows: readonly (readonly string[])[];
  rightToLeft?: boolean;
}

/**
 * Matches the beginning of a text that a workbook takes for the code of a character, as in
 * `_x0041_` (ECMA-376 part 1, 22.9.2.19). Its first character has to be written as a code itself.
 */
const codeOfCharacter = /_(?=x[\da-f]{4}_)/gi;

/** Returns a workbook whose cells are all text: none is taken for a date, number or formula. */
export function writeWorkbook(sheets: readonly SheetToWrite[]): Promise<Buffer> {
  return writeXlsx(
    sheets.map(({ name, rows, rightToLeft = false }) => ({
      sheet: name,
      stickyRowsCount: 1,
      rightToLeft,
      columns: (rows[0] ?? []).map((header) => ({ width: Math.max(14, header.length + 2) })),
      data: rows.map((cells, at) =>
        cells.map((value) => ({
          value: value.replace(codeOfCharacter, '_x005F_'),
          type: String,
          format: '@',
          ...(at === 0 && { fontWeight: 'bold' as const }),
        })),
      ),
    })),
  ).toBuffer();
}
