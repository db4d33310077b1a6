import writeWorkbook from 'write-excel-file/node';

export type Cells = readonly string[];

/**
 * Writes rows as a spreadsheet does. A cell that holds the delimiter, a quote or a line break is
 * quoted.
 */
export function lines(rows: readonly Cells[], delimiter = ';', end = '\r\n'): string {
  const quoted = (cell: string): string =>
    /["\n\r]/.test(cell) || cell.includes(delimiter) ? `"${cell.replaceAll('"', '""')}"` : cell;
  return rows.map((cells) => cells.map(quoted).join(delimiter) + end).join('');
}

export const utf8 = (text: string): Buffer => Buffer.from(text);
export const marked = (text: string): Buffer => Buffer.from(`\uFEFF${text}`);
export const windows1252 = (text: string): Buffer => Buffer.from(text, 'latin1');

/** The Arabic letters of Windows-1256 in its order; ASCII and `é` stay as they are. */
const arabicBytes: Readonly<Record<string, number>> = Object.fromEntries(
  [...'ءآأؤإئابةتثجحخدذرزسشصض']
    .map((letter, at) => [letter, 0xc1 + at] as const)
    .concat(
      [...'طظعغ'].map((letter, at) => [letter, 0xd8 + at] as const),
      [
        ['ـ', 0xdc],
        ['ف', 0xdd],
        ['ق', 0xde],
        ['ك', 0xdf],
        ['ل', 0xe1],
        ['م', 0xe3],
        ['ن', 0xe4],
        ['ه', 0xe5],
        ['و', 0xe6],
        ['ى', 0xec],
        ['ي', 0xed],
      ] as const,
    ),
);
export const windows1256 = (text: string): Buffer =>
  Buffer.from([...text].map((letter) => arabicBytes[letter] ?? letter.charCodeAt(0)));

export type Value = string | number | Date | null;
export const workbook = (...sheets: Value[][][]): Promise<Buffer> =>
  writeWorkbook(
    sheets.map((rows, at) => ({
      sheet: `Feuille ${at + 1}`,
      data: rows.map((row) =>
        row.map((value) =>
          value === null ? null : { value, ...(value instanceof Date && { format: 'dd/mm/yyyy' }) },
        ),
      ),
    })),
  ).toBuffer();
