/**
 * A filter expression of Meilisearch (documentation, "Filter expression reference"). Attributes are
 * names of our own; values come from users and never leave their quotation marks.
 */
type Filter = string;

type Value = string | number | boolean;

/**
 * Returns a value in quotation marks. The server's parser takes a backslash together with the next
 * character, so both backslashes and quotation marks are escaped.
 */
export function quoted(value: Value): string {
  return `"${String(value).replace(/["\\]/g, '\\$&')}"`;
}

/** Matches if the attribute is the value, or is a list that contains it. */
export const is = (attribute: string, value: Value): Filter => `${attribute} = ${quoted(value)}`;

/** Matches if the attribute is, or contains, one of the values; never matches if there are none. */
export const isOneOf = (attribute: string, values: readonly Value[]): Filter =>
  `${attribute} IN [${values.map(quoted).join(', ')}]`;

export const atLeast = (attribute: string, value: number): Filter => `${attribute} >= ${value}`;

export const atMost = (attribute: string, value: number): Filter => `${attribute} <= ${value}`;

export const not = (filter: Filter): Filter => `NOT (${filter})`;

export const anyOf = (...filters: readonly Filter[]): Filter => `(${filters.join(' OR ')})`;

/**
 * Joins filters with AND, each in its own brackets so that none changes the meaning of another.
 * Empty for none, which matches everything.
 */
export const allOf = (...filters: readonly Filter[]): Filter =>
  filters.map((filter) => `(${filter})`).join(' AND ');
