import { randomBytes } from 'node:crypto';

/**
 * An id in the right form that belongs to nothing, so that the code behind the check of the form
 * runs too.
 */
export const NOBODY = '00000000-0000-7000-8000-000000000000';

/** A text longer than one index row of PostgreSQL can be, even compressed. */
export const tooLong = randomBytes(6_000).toString('hex');

/** Values that no program expects and every program gets. */
export const odd: readonly unknown[] = [
  null, '', ' ', 0, -1, 1e308, 2 ** 53, 0.1, 1e-7, true, [], {}, [[]], [null], { a: { b: [1] } }, '\u0000', '\uD800', 'a\r\nb',
  "'; DROP TABLE match; --", '=1+1', '../../etc/passwd', '${1}', '2026-02-30', '0000-00-00', '9999-12-31', '1e3',
  'x'.repeat(5_000), '٣', 'مرحبا', { __proto__: null, constructor: 1 }, '00000000-0000-0000-0000-000000000000',
]; // prettier-ignore

/** Returns a copy with the value in one place replaced, however deep. `place` selects the place. */
export function replaced(value: unknown, place: number, wrong: unknown, depth = 0): unknown {
  if (typeof value !== 'object' || value === null || (depth > 0 && place % 5 === 0)) return wrong;
  const keys = Object.keys(value);
  if (keys.length === 0) return { unknown: wrong };
  const key = keys[place % keys.length] ?? '';
  const copy: Record<string, unknown> = Array.isArray(value) ? ([...value] as never) : { ...value };
  copy[key] = replaced(copy[key], Math.floor(place / keys.length), wrong, depth + 1);
  return copy;
}
