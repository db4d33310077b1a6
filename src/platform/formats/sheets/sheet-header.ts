/** Returns whether a cell is the name of a column that the reader knows. */
export type IsHeader = (cell: string) => boolean;

/**
 * Returns the name of a column under a heading over several columns, where both together are no
 * known name: the name alone, or another if the heading gives it another meaning.
 */
export type NameUnder = (heading: string, name: string) => string;

const alone: NameUnder = (_, name) => name;

/**
 * The number of first rows among which the header is looked for: a title, a date of issue and a row
 * of merged cells may stand above it.
 */
export const headerWithin = 30;

/** The most columns. A table with more is refused. */
export const mostColumns = 300;

/**
 * Returns how many known names a row has in the columns that a table may have. Asking all cells of
 * a row of 16,000, which is refused anyway, would take seconds.
 */
export const countNames = (cells: readonly string[], isHeader: IsHeader): number =>
  cells.slice(0, mostColumns).filter(isHeader).length;

const isTooWide = (cells: readonly string[]): boolean =>
  cells.findLastIndex(Boolean) >= mostColumns;

/**
 * Returns whether a cell holds a letter or digit. A row of only a stray quote or dash is no part of
 * the header; a `(€)` beside names is.
 */
const saysSomething = (cell: string): boolean => /[\p{L}\p{N}]/u.test(cell);

/**
 * Returns the names of the columns from the first rows of a sheet: those of the row with the most
 * known names. Cells that were merged downwards take their name from the row above or below. A name
 * under a heading that was merged across is read together with the heading, if both together are
 * known.
 * @returns the names, and how many of `rows` the header takes with everything above it
 */
export function findHeader(
  rows: readonly string[][],
  isHeader: IsHeader,
  nameUnder = alone,
): { names: string[]; taken: number } {
  const known = rows.map((cells) => countNames(cells, isHeader));
  const at = Math.max(0, known.indexOf(Math.max(0, ...known)));
  // The caller refuses so many, whatever stands above and below.
  if (isTooWide(rows[at] ?? [])) return { names: [...(rows[at] ?? [])], taken: at + 1 };
  const names = nameWithHeadings([rows[at] ?? [], rows[at - 1] ?? []], isHeader, nameUnder);
  const next = rows[at + 1] ?? [];
  const under = isTooWide(next) ? [] : next;
  const below = nameParts(under, names, isHeader);
  const isBelow =
    under.some(saysSomething) &&
    (below.every((cell) => cell === '' || isHeader(cell)) ||
      areUnderHeadings(below, names, isHeader));
  if (!isBelow) return { names, taken: at + 1 };
  const length = Math.max(names.length, below.length);
  const meant = namesUnder(under, { below, above: names }, nameUnder);
  const both = Array.from({ length }, (_, column) => meant[column] || (names[column] ?? ''));
  return { names: both, taken: at + 2 };
}

/**
 * Returns whether all cells stand under headings that were merged across, and some are known names.
 * The row of a candidate has cells under the other names too.
 */
function areUnderHeadings(
  cells: readonly string[],
  names: readonly string[],
  isHeader: IsHeader,
): boolean {
  const isMerged = (column: number): boolean =>
    (names[column] ?? '') === '' || (column + 1 < names.length && names[column + 1] === '');
  return (
    cells.some(isHeader) &&
    cells.every((cell, column) => cell === '' || (isMerged(column) && !/\p{N}{3}|@/u.test(cell)))
  );
}

/**
 * Returns the cells under the header, each with its heading if only both together are a name, as
 * `Jour` is under `Date de naissance`. The same goes for notes such as `(jj/mm/aaaa)`.
 */
function nameParts(
  cells: readonly string[],
  above: readonly string[],
  isHeader: IsHeader,
): readonly string[] {
  let heading = '';
  return cells.map((name, column) => {
    heading = above[column] || (name === '' ? '' : heading);
    const together = `${heading} ${name}`;
    if (name === '' || heading === '' || !isHeader(together)) return name;
    return isHeader(name) && !/^[([]/.test(name) ? name : together;
  });
}

/**
 * Returns the names of `below` as their headings mean them. `cells` are those names as sent, of
 * which each that is not yet read together with its heading may have another meaning under it.
 */
function namesUnder(
  cells: readonly string[],
  { below, above }: { below: readonly string[]; above: readonly string[] },
  nameUnder: NameUnder,
): readonly string[] {
  const headings = headingsOver(above, below);
  return below.map((name, column) => {
    const heading = headings[column] ?? '';
    return heading === '' || name !== cells[column] ? name : nameUnder(heading, name);
  });
}

/**
 * Returns by column the heading over its name. A text over a place without a name is itself a name,
 * of a cell that was merged downwards, and no heading of what follows.
 */
function headingsOver(above: readonly string[], names: readonly string[]): readonly string[] {
  let heading = '';
  return names.map((name, column) => {
    const own = above[column] ?? '';
    if (name === '') heading = own === '' ? heading : '';
    else if (own !== '') heading = own;
    return name === '' ? '' : heading;
  });
}

function nameWithHeadings(
  [cells, above]: readonly [readonly string[], readonly string[]],
  isHeader: IsHeader,
  nameUnder: NameUnder,
): string[] {
  let heading = '';
  const length = Math.max(cells.length, above.some(isHeader) ? above.length : 0);
  // A single text in the first place is the title of the whole sheet.
  const isTitle = above.findLastIndex(Boolean) === 0;
  const headings = isTitle ? [] : headingsOver(above, cells);
  return Array.from({ length }, (_, column) => {
    const name = cells[column] ?? '';
    const own = above[column] ?? '';
    heading = own || heading;
    if (name === '') return isHeader(own) ? own : '';
    if (heading === '') return name;
    const together = `${heading} ${name}`;
    if (isHeader(together)) return together;
    return headings[column] ? nameUnder(headings[column], name) : name;
  });
}
