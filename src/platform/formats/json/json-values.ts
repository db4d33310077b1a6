/** An object in foreign JSON, whose shape is not guaranteed. */
export type JsonObject = Readonly<Record<string, unknown>>;

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Returns the object under the key, or an empty one. */
export function objectAt(object: JsonObject, key: string): JsonObject {
  const value = object[key];
  return isObject(value) ? value : {};
}

/** Returns trimmed text, or a number or boolean as text; null if absent, empty or anything else. */
export function asText(value: unknown): string | null {
  if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean')
    return null;
  const text = String(value).trim();
  return text === '' ? null : text;
}

export const textAt = (object: JsonObject, key: string): string | null => asText(object[key]);

/** Returns the text that a value is, or that it holds under the key if it is an object. */
export const textIn = (value: unknown, key: string): string | null =>
  asText(isObject(value) ? value[key] : value);

/**
 * Returns the values of a property, which holds one value or a list of them: JSON-LD allows both,
 * and programs that convert from XML write a list of one as its value.
 */
export function each(object: JsonObject, key: string): readonly unknown[] {
  const value = object[key];
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? (value as unknown[]) : [value];
}

/** Returns those values of a property that are objects. */
export const objectsAt = (object: JsonObject, key: string): readonly JsonObject[] =>
  each(object, key).filter(isObject);

/** Returns those values of a property that are texts or numbers, as `textAt` reads them. */
export const textsAt = (object: JsonObject, key: string): string[] =>
  each(object, key).flatMap((value) => asText(value) ?? []);
