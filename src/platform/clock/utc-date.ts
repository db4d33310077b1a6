/** Returns the calendar date in UTC, `yyyy-mm-dd`. */
export function utcDate(at: Date): string {
  return at.toISOString().slice(0, 10);
}
