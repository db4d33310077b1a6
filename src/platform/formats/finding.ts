/**
 * What happened to a faulty value. `reject`: the record is refused. `drop`: the value is left out.
 * `warn`: it is kept, but doubtful.
 */
export type FindingSeverity = 'reject' | 'drop' | 'warn';

/** A remark of a reader on one value of an imported file. */
export interface Finding {
  severity: FindingSeverity;
  /** Stable, in kebab-case. */
  code: string;
  /** The element path, JSON pointer or column name, as the sender knows it. */
  path: string;
  /** The number of the record in its file, from 1; null if there is no file. */
  row: number | null;
  /** The value as it was sent, shortened to 200 characters; null if it is absent. */
  value: string | null;
  message: string;
}

/** UTF-16 units of a value repeated in a finding: enough to find it, too few to fill a report. */
const longestValue = 200;

/** Returns a finding without its row, which the reader that knows it fills in. */
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

/** Cuts no character in two, since the database cannot store half of one. */
function beginningOf(value: string): string {
  return value.slice(0, longestValue).replace(/[\ud800-\udbff]$/, '');
}
