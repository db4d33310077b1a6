/** The deepest nesting accepted. Real data is never deeper; deeper JSON could exhaust the stack. */
export const MOST_DEEP = 64;

/**
 * Returns whether lists and objects are nested more than `MOST_DEEP` deep. Stops there, which
 * bounds its own stack.
 */
export function isTooDeep(value: unknown, left = MOST_DEEP): boolean {
  if (typeof value !== 'object' || value === null) return left === 0;
  if (left === 0) return true;
  if (Array.isArray(value)) return value.some((one) => isTooDeep(one, left - 1));
  return Object.values(value).some((one) => isTooDeep(one, left - 1));
}
