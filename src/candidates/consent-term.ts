/** The months for which a consent holds (docs/matching.md). It is asked for again every year. */
const MONTHS = 12;

/** Results by day: a file has as many consents as candidates, but they were given on few days. */
const known = new Map<string, string>();
const mostKept = 2_000;

/**
 * Returns the first day (`yyyy-mm-dd`) on which a consent given on `givenOn` (`yyyy-mm-dd`) no
 * longer holds. If that month has no such day, it is the last day of the month.
 */
export function consentEnd(givenOn: string): string {
  const before = known.get(givenOn);
  if (before !== undefined) return before;
  const end = endOf(givenOn);
  if (known.size > mostKept) known.clear();
  known.set(givenOn, end);
  return end;
}

function endOf(givenOn: string): string {
  const [year = 0, month = 1, day = 1] = givenOn.split('-').map(Number);
  const lastDay = new Date(Date.UTC(year, month + MONTHS, 0)).getUTCDate();
  const end = new Date(Date.UTC(year, month - 1 + MONTHS, Math.min(day, lastDay)));
  return end.toISOString().slice(0, 10);
}
