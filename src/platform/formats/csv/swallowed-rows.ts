/**
 * Returns the rows that one cell has swallowed. An unclosed quote takes in the lines up to the next
 * quote, and the candidates on them would be lost in that cell. A parser that tolerates quotes
 * leaves such a quote at the beginning of the cell. `width` is the number of cells of the row
 * before, which tells a row from further text. Returns the row itself if no row was swallowed.
 */
export function swallowedRows(values: string[], delimiter: string, width: number): string[][] {
  const at = values.findIndex(isOpen);
  const lines = (values[at] ?? '').split(/\r\n|\r|\n/);
  const rows = lines.map((line) => line.split(delimiter).map(withoutStrayQuote));
  rows[0]?.unshift(...values.slice(0, at));
  rows.at(-1)?.push(...values.slice(at + 1));
  // A row needs more than half of the cells. Otherwise a cell of two lines that swallowed no row
  // would split its own row in two.
  const isRow = ({ length }: string[]): boolean => length >= width - 1 && length > (width + 1) / 2;
  return rows.every(isRow) ? rows : [values];
}

/** Returns whether a row may have swallowed others. */
export const swallows = (values: readonly string[]): boolean => values.some(isOpen);

const isOpen = (value: string): boolean => value.startsWith('"') && /[\r\n]/.test(value);

const withoutStrayQuote = (cell: string): string => cell.replace(/^"?([^"]*)"?$/, '$1');
