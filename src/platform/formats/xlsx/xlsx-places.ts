/** A cell without its place, which a writer may leave out (ECMA-376-1, 18.3.1.4). */
const placeless = /<(?:[\w.-]+:)?c(?=[\s/>])(?![^<>]*\sr=["'])/;

/** A row or a cell: its prefix, its kind, its attributes, its end. */
const rowOrCell = /<((?:[\w.-]+:)?)(row|c)(?=[\s/>])([^<>]*?)(\/?>)/g;

const place = /\sr=["']([A-Z]*)(\d+)["']/;

/** Returns whether the XML of a sheet has cells that do not say where they stand. */
export const hasPlacelessCells = (sheet: string): boolean => placeless.test(sheet);

/**
 * Writes the places of rows and cells that have none: each stands behind the one before it.
 * `read-excel-file` refuses such a sheet.
 */
export function withPlaces(sheet: string): string {
  if (!hasPlacelessCells(sheet)) return sheet;
  let [row, column] = [0, 0];
  return sheet.replace(
    rowOrCell,
    (whole, prefix: string, kind: string, attributes: string, end: string) => {
      const [, letters = '', number] = place.exec(attributes) ?? [];
      if (kind === 'row') {
        row = number === undefined ? row + 1 : Number(number);
        column = 0;
      } else column = number === undefined ? column + 1 : columnOf(letters);
      if (number !== undefined) return whole;
      const placed = kind === 'row' ? `${row}` : `${lettersOf(column)}${row}`;
      return `<${prefix}${kind}${attributes} r="${placed}"${end}`;
    },
  );
}

/** Returns the number of a column, from 1 for `A`; 0 for no letters. */
export function columnOf(letters: string): number {
  return [...letters].reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0);
}

/** Returns the letters of a column, `A` for 1. */
function lettersOf(column: number): string {
  const last = String.fromCharCode(65 + ((column - 1) % 26));
  return column > 26 ? lettersOf(Math.floor((column - 1) / 26)) + last : last;
}
