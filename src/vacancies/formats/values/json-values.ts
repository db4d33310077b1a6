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

/** Returns the list under the key, or an empty one. */
export function listAt(object: JsonObject, key: string): readonly unknown[] {
  const value = object[key];
  return Array.isArray(value) ? (value as unknown[]) : [];
}

/** Returns trimmed text, or a number or boolean as text; null if absent, empty or anything else. */
export function textAt(object: JsonObject, key: string): string | null {
  const value = object[key];
  if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean')
    return null;
  const text = String(value).trim();
  return text === '' ? null : text;
}

/** Returns the values of a JSON-LD property, which holds one value or a list of them. */
export function each(object: JsonObject, key: string): readonly unknown[] {
  const value = object[key];
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? (value as unknown[]) : [value];
}
