/**
 * Filter expressions of Meilisearch (documentation, "Filter expression reference"). Attributes are
 * names of our own; values come from people and never leave their quotation marks.
 */
type Filter = string;

type Value = string | number | boolean;

/**
 * A value in quotation marks. The parser of the server takes a backslash together with whatever
 * follows, so both the backslash and the mark itself get one in front.
 */
export function quoted(value: Value): string {
  return `"${String(value).replace(/["\\]/g, '\\$&')}"`;
}

/** The attribute is the value, or holds it where it is a list. */
export const is = (attribute: string, value: Value): Filter => `${attribute} = ${quoted(value)}`;

/** The attribute is, or holds, one of the values; false when there is none. */
export const isOneOf = (attribute: string, values: readonly Value[]): Filter =>
  `${attribute} IN [${values.map(quoted).join(', ')}]`;

export const atLeast = (attribute: string, value: number): Filter => `${attribute} >= ${value}`;

export const atMost = (attribute: string, value: number): Filter => `${attribute} <= ${value}`;

export const not = (filter: Filter): Filter => `NOT (${filter})`;

export const anyOf = (...filters: readonly Filter[]): Filter => `(${filters.join(' OR ')})`;

/** Each in brackets of its own, so that none changes what another means; true for none. */
export const allOf = (...filters: readonly Filter[]): Filter =>
  filters.map((filter) => `(${filter})`).join(' AND ');
