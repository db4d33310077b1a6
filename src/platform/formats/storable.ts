/** Returns whether PostgreSQL can store a text: it has no U+0000 and no half surrogate pair. */
export function isStorable(text: string): boolean {
  return !text.includes('\0') && text.isWellFormed();
}

/**
 * Returns the path to the first text in plain JSON that cannot be stored: names and positions, from
 * the outside in. For the name of a member, the path leads to its object. Null if all can be
 * stored. The value must be at most `MOST_DEEP` deep, so that the stack suffices.
 */
export function wayToUnstorable(value: unknown): readonly string[] | null {
  if (typeof value === 'string') return isStorable(value) ? null : [];
  if (typeof value !== 'object' || value === null) return null;
  return Array.isArray(value) ? wayInList(value) : wayInObject(value as Record<string, unknown>);
}

/** Loops by position rather than over entries: a request body may have hundreds of thousands. */
function wayInList(list: readonly unknown[]): readonly string[] | null {
  for (let place = 0; place < list.length; place += 1) {
    const below = wayToUnstorable(list[place]);
    if (below) return [String(place), ...below];
  }
  return null;
}

function wayInObject(object: Readonly<Record<string, unknown>>): readonly string[] | null {
  for (const name of Object.keys(object)) {
    if (!isStorable(name)) return [];
    const below = wayToUnstorable(object[name]);
    if (below) return [name, ...below];
  }
  return null;
}

/**
 * Returns the same plain JSON as PostgreSQL can store it. As in COPY, U+0000 is removed, and half
 * of a surrogate pair becomes U+FFFD.
 */
export function storable<T>(value: T): T {
  return wayToUnstorable(value) === null ? value : (mended(value) as T);
}

function mended(value: unknown): unknown {
  if (typeof value === 'string') return value.replaceAll('\0', '').toWellFormed();
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(mended);
  return Object.fromEntries(
    Object.entries(value).map(([name, below]) => [mended(name), mended(below)]),
  );
}
