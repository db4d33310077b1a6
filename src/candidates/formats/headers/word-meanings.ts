import { type Column, countryColumns, foldHeader } from './spreadsheet-columns.ts';

/**
 * The meanings that an agency gives to its own words. They take precedence over the common
 * meanings.
 */
export interface WordMeanings {
  /** Folded headers with the column that they stand for, or null for one to leave out. */
  headers: ReadonlyMap<string, Column | null>;
  /** By column: folded words in its cells with the values to read in their place. */
  values: ReadonlyMap<Column, ReadonlyMap<string, string>>;
}

export const noWords: WordMeanings = { headers: new Map(), values: new Map() };

/**
 * Columns whose values may be separated by a comma or a slash. In other columns these belong to the
 * words.
 */
const listed = new Set<Column>([
  ...countryColumns,
  ...([
    'consent_purposes',
    'consent_sections',
    'languages',
    'licences',
    'permit_categories',
  ] as const),
]);

/** Replaces the agency's words in a cell: the whole cell, or each part of a list. */
export function translateCell(
  cell: string,
  words: ReadonlyMap<string, string>,
  column: Column,
): string {
  const whole = words.get(foldHeader(cell));
  if (whole !== undefined) return whole;
  return cell
    .split(listed.has(column) ? /([;|؛/،,])/ : /([;|؛])/)
    .map((part) => words.get(foldHeader(part)) ?? part)
    .join('');
}
