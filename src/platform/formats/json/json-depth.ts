/** Deeper JSON is nobody's data, and would exhaust the stack of whoever walks through it. */
export const MOST_DEEP = 64;

/** Whether lists and objects are nested more than `MOST_DEEP` deep; stops there, so that its stack suffices. */
export function isTooDeep(value: unknown, left = MOST_DEEP): boolean {
  if (typeof value !== 'object' || value === null) return left === 0;
  if (left === 0) return true;
  if (Array.isArray(value)) return value.some((one) => isTooDeep(one, left - 1));
  return Object.values(value).some((one) => isTooDeep(one, left - 1));
}
