import type { Findings } from '../../../platform/formats/findings.ts';
import { monthOf } from '../cells/cell-values.ts';

/** The most years of one occupation, as in a spreadsheet. */
const LONGEST = 60;

/**
 * Returns the years from one month to another (`yyyy`, `yyyy-mm` or a whole date), until `today` at
 * most: a contract that runs until 2035 is not worked yet. Null for an unknown end, and null with a
 * finding if the end is before the beginning, or the years are too many for anybody.
 */
export function yearsBetween(
  { from, to }: { from: string | null; to: string | null },
  today: string | undefined,
  path: string,
  findings: Findings,
): number | null {
  const [first, last] = [monthOf(from), monthOf(to)];
  if (first === null || last === null) return null;
  const years = (Math.min(last, monthOf(today ?? null) ?? last) - first) / 12;
  if (years >= 0 && years <= LONGEST) return Math.round(years * 10) / 10;
  const message = `Expected years from 0 to ${LONGEST}.`;
  findings.drop('number-unreadable', { path, value: `${from ?? ''} - ${to ?? ''}` }, message);
  return null;
}
