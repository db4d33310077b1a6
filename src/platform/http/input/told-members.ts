/** Members that would pass for parts of the language, and not of the data: class-transformer would call them. */
const ofTheLanguage = new Set(['__proto__', 'constructor', 'prototype']);

/**
 * A copy of plain JSON without the members that tell nothing: those that are null, as many clients send
 * what they have no value for, and those of the language. Lists keep all their places.
 */
export function toldMembers(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(toldMembers);
  if (!isPlain(value)) return value;
  const told = Object.entries(value).filter(([name, member]) => isTold(name, member));
  return Object.fromEntries(told.map(([name, member]) => [name, toldMembers(member)]));
}

/** Whether a member tells anything. */
export function isTold(name: string, member: unknown): boolean {
  return member !== null && !ofTheLanguage.has(name);
}

/** Not a buffer, a stream or a form. */
function isPlain(value: unknown): value is object {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
