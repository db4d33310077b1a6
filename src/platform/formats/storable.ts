/** Whether PostgreSQL can store a text as it is: without U+0000, and without halves of surrogate pairs. */
export function isStorable(text: string): boolean {
  return !text.includes('\0') && text.isWellFormed();
}

/**
 * The way to the first text in plain JSON that cannot be stored, be it a value or the name of a member: names and
 * places from the outside in. Null where there is none. No deeper than `MOST_DEEP`, so that its stack suffices.
 */
export function wayToUnstorable(value: unknown): readonly string[] | null {
  if (typeof value === 'string') return isStorable(value) ? null : [];
  if (typeof value !== 'object' || value === null) return null;
  return Array.isArray(value) ? wayInList(value) : wayInObject(value as Record<string, unknown>);
}

/** By place and by name rather than by entries: a body has hundreds of thousands of them, and one thread. */
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

/** The same plain JSON as PostgreSQL can store it: without U+0000, and with U+FFFD for half of a surrogate pair, as COPY has it. */
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
