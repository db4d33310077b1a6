import { type Column, countryColumns, foldHeader } from './spreadsheet-columns.ts';

/** What an agency means by its own words; they go before what everybody means. */
export interface AgencyWords {
  /** Folded headers with the column that they stand for; null for one that is to be left out. */
  headers: ReadonlyMap<string, Column | null>;
  /** By column: folded words in its cells with what they would better say. */
  values: ReadonlyMap<Column, ReadonlyMap<string, string>>;
}

export const noWords: AgencyWords = { headers: new Map(), values: new Map() };

/** Columns whose values a comma or a slash may stand between; in others these belong to the words. */
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

/** A cell with the agency's words put right: the whole of it, or each of the parts of a list. */
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
