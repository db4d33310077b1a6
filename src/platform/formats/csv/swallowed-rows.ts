/**
 * The rows that a cell has swallowed: a quote that nobody closed takes in the lines behind it up to the
 * next one, and the people on them would be lost in the cell of another. A parser that forgives quotes leaves such
 * a one at the beginning of the cell. `width`: cells of the row before, by which a line is a row and no more text.
 */
export function swallowedRows(values: string[], delimiter: string, width: number): string[][] {
  const at = values.findIndex(isOpen);
  const lines = (values[at] ?? '').split(/\r\n|\r|\n/);
  const rows = lines.map((line) => line.split(delimiter).map(withoutStrayQuote));
  rows[0]?.unshift(...values.slice(0, at));
  rows.at(-1)?.push(...values.slice(at + 1));
  // More than half of them: a cell of two lines, where no row was swallowed, parts its own row in two.
  const isRow = ({ length }: string[]): boolean => length >= width - 1 && length > (width + 1) / 2;
  return rows.every(isRow) ? rows : [values];
}

/** Whether there may be any. */
export const swallows = (values: readonly string[]): boolean => values.some(isOpen);

const isOpen = (value: string): boolean => value.startsWith('"') && /[\r\n]/.test(value);

const withoutStrayQuote = (cell: string): string => cell.replace(/^"?([^"]*)"?$/, '$1');
