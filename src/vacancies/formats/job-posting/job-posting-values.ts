import {
  asText,
  each,
  isObject,
  type JsonObject,
} from '../../../platform/formats/json/json-values.ts';
import { plainText } from '../values/sanitise-html.ts';

/**
 * Returns a text or, if the value is an object, its named property. Both may be tagged, and of
 * several texts the first is returned.
 */
export function textOrAt(object: JsonObject, key: string, below: string): string | null {
  const [value] = each(object, key);
  return isObject(value) ? textOrAt(value, below, '@value') : asText(value);
}

/** Returns a text that may be tagged with its language or its type (JSON-LD 1.1, 4.2). */
export const valueAt = (object: JsonObject, key: string): string | null =>
  textOrAt(object, key, '@value');

/** Returns the name of an organisation or a town with HTML entities decoded. */
export const nameOf = (name: string | null): string | null =>
  name === null ? null : plainText(name) || null;
