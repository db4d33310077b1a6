import { type Column, foldHeader } from './spreadsheet-columns.ts';

/** What an agency means by its own words; they go before what everybody means. */
export interface AgencyWords {
  /** Folded headers with the column that they stand for; null for one that is to be left out. */
  headers: ReadonlyMap<string, Column | null>;
  /** By column: folded words in its cells with what they would better say. */
  values: ReadonlyMap<Column, ReadonlyMap<string, string>>;
}

export const noWords: AgencyWords = { headers: new Map(), values: new Map() };

/** A cell with the agency's words put right: the whole of it, or each of the parts of a list. */
export function translateCell(cell: string, words: ReadonlyMap<string, string>): string {
  const whole = words.get(foldHeader(cell));
  if (whole !== undefined) return whole;
  return cell
    .split(/([;|])/)
    .map((part) => words.get(foldHeader(part)) ?? part)
    .join('');
}
