import { cacheByFrozenObject } from '../../memory/cache-by-frozen-object.ts';
import { flattenText } from '../../memory/flatten-text.ts';

/** Fields already written in the text format of COPY, with the tabs between them. */
export class CopyFields {
  readonly text: string;

  constructor(row: readonly CopyValue[]) {
    this.text = fieldsOf(row);
  }
}

/** JSON already written, for a column of json. */
export class JsonText {
  constructor(readonly text: string) {}
}

/** The value of a field. A non-empty string array becomes text[]; other objects become json. */
export type CopyValue = string | number | boolean | null | Date | readonly string[] | object;

const escapes: Record<string, string> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' };

// eslint-disable-next-line no-control-regex -- U+0000 is what it looks for
const special = /[\\\n\r\t\u0000]/;

/** Escapes a text for COPY, without U+0000, which PostgreSQL cannot store and no title holds. */
function escapeText(text: string): string {
  if (!special.test(text)) return text;
  return text
    .replaceAll('\u0000', '')
    .replace(/[\\\n\r\t]/g, (character) => escapes[character] ?? character);
}

const quoted = /["\\]/;

/** Returns an array literal of PostgreSQL (documentation, 8.15.2) of any number of texts. */
export const textArray = (values: readonly string[]): string =>
  values.length === 0 ? '{}' : filledArray(values);

const filledArray = cacheByFrozenObject((values: readonly string[]): string => {
  const plain = !quoted.test(values.join(' '));
  const texts = plain ? values : values.map((value) => value.replace(/["\\]/g, '\\$&'));
  return flattenText(`{"${texts.join('","')}"}`);
});

function isTextArray(value: object): value is readonly string[] {
  return (
    Array.isArray(value) && value.length > 0 && value.every((item) => typeof item === 'string')
  );
}

function field(value: CopyValue): string {
  if (value === null) return '\\N';
  if (typeof value === 'string') return escapeText(value);
  if (typeof value !== 'object') return String(value);
  if (value instanceof CopyFields) return value.text;
  if (value instanceof Date) return value.toISOString();
  if (isTextArray(value)) return escapeText(textArray(value));
  return escapeJson(value instanceof JsonText ? value.text : jsonText(value));
}

/** Joins the fields in one step: a text grown piece by piece is copied again when it is read. */
const fieldsOf = (row: readonly CopyValue[]): string => row.map(field).join('\t');

/**
 * Escapes JSON for COPY. Line breaks and tabs are already escapes in JSON, so that only backslashes
 * have a meaning for COPY.
 */
function escapeJson(json: string): string {
  return json.includes('\\') ? json.replaceAll('\\', '\\\\') : json;
}

/**
 * Returns JSON as PostgreSQL takes it: without U+0000, which jsonb cannot hold, and with U+FFFD in
 * place of half a surrogate pair, which is no character.
 */
export function jsonText(value: object | string): string {
  const json = JSON.stringify(value);
  if (!json.includes('\\u')) return json;
  return json.replace(
    /(?<!\\)((?:\\\\)*)\\u(0000|d[89a-f][0-9a-f]{2})/g,
    (_all, before: string, unit: string) => before + (unit === '0000' ? '' : '\ufffd'),
  );
}

/** Returns one row in the text format of COPY, with its line break. */
export function copyLine(row: readonly CopyValue[]): string {
  return `${fieldsOf(row)}\n`;
}
