/** Names that belong to the language and not to the data: class-transformer would call them. */
const ofTheLanguage = new Set(['__proto__', 'constructor', 'prototype']);

/**
 * Returns a copy of plain JSON without members that carry no data. These are nulls, which many
 * clients send for a missing value, and names of the language. Lists keep all their items, so that
 * positions stay the same.
 */
export function toldMembers(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(toldMembers);
  if (!isPlain(value)) return value;
  const told = Object.entries(value).filter(([name, member]) => isTold(name, member));
  return Object.fromEntries(told.map(([name, member]) => [name, toldMembers(member)]));
}

/** Returns whether a member carries data. */
export function isTold(name: string, member: unknown): boolean {
  return member !== null && !ofTheLanguage.has(name);
}

/** Returns whether the value is a plain object, and not a buffer, a stream or a form. */
function isPlain(value: unknown): value is object {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
