/** For how long a consent holds (docs/matching.md): it is asked for again every year. */
const MONTHS = 12;

/** A file has as many consents as people, of a few days. */
const known = new Map<string, string>();
const mostKept = 2_000;

/** The day from which a consent given on `givenOn` (`yyyy-mm-dd`) holds no more; the last of a month where it has no such day. */
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
