import { readTable } from '../csv-table.ts';

/**
 * By country, the categories of its driving licences that allow other vehicles than the category of
 * the European Union of the same name (Directive 2006/126/EC Art. 4; Directive (EU) 2025/2205). The
 * table names the source of each. A country without an entry follows the same list, that of the
 * Convention on Road Traffic (Vienna 1968, Annex 6), or is not known.
 */
const lettersOf: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  readTable(new URL('./licence-letters.csv', import.meta.url)).map(
    ([country = '', letters = '']) => [country, new Set(letters.split(' '))] as const,
  ),
);

/**
 * Returns whether a category such as `C1` means other vehicles on a licence of the country (ISO
 * 3166-1 alpha-2) than on one of the European Union.
 */
export const meansOtherVehicles = (country: string | null, category: string): boolean =>
  country !== null && (lettersOf.get(country)?.has(category) ?? false);
