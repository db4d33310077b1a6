/**
 * Returns whether `on` lies between `from` and `until`, both included. All are `yyyy-mm-dd`; a null
 * `until` means no end.
 */
export function isWithin(on: string, from: string, until: string | null): boolean {
  return from <= on && (until === null || on <= until);
}
