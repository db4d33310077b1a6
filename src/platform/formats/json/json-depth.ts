/** Deeper JSON is nobody's data, and would exhaust the stack of whoever walks through it. */
export const MOST_DEEP = 64;

/** Whether lists and objects are nested more than `MOST_DEEP` deep; takes no stack itself. */
export function isTooDeep(value: unknown): boolean {
  let level: unknown[] = [value];
  for (let depth = 0; depth < MOST_DEEP && level.length > 0; depth += 1) {
    level = level.flatMap((one): unknown[] =>
      typeof one === 'object' && one !== null ? Object.values(one) : [],
    );
  }
  return level.length > 0;
}
