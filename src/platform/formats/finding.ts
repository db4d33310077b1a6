/** What became of a faulty value: the record is refused, the value is left out, or it is kept and doubted. */
export type FindingSeverity = 'reject' | 'drop' | 'warn';

/** One thing a reader has to say about one value of an imported file. */
export interface Finding {
  severity: FindingSeverity;
  /** Stable, kebab-case. */
  code: string;
  /** Element path, JSON pointer or column name, as the sender knows it. */
  path: string;
  /** Number of the record in its file, from 1; null where there is no file. */
  row: number | null;
  /** The value as it was sent, shortened; null where it is absent. */
  value: string | null;
  message: string;
}

/** Longest value repeated in a finding: enough to find it, too little to fill a report. */
const longestValue = 200;

/** A finding whose row is filled in by the reader that knows it. */
export function finding(
  severity: FindingSeverity,
  code: string,
  at: { path: string; value?: string | null },
  message: string,
): Finding {
  const value = at.value ?? null;
  const shortened =
    value !== null && value.length > longestValue ? `${beginningOf(value)}…` : value;
  return { severity, code, path: at.path, row: null, value: shortened, message };
}

/** No character is cut in two: the database holds no half of one. */
function beginningOf(value: string): string {
  return value.slice(0, longestValue).replace(/[\ud800-\udbff]$/, '');
}
