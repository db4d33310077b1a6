import { finding, type Finding, type FindingSeverity } from './finding.ts';

/** A value, and where it was found. */
export interface ReadValue {
  /** Element path or JSON pointer. */
  path: string;
  value?: string | null;
}

/** Returns the finding that a record has `more` faults than are told. */
export function faultsLeft(more: number): Finding {
  const message =
    'This record has more faults than these; how many is told beside it. Correct them and send it again.';
  return finding('warn', 'faults-left', { path: '', value: String(more) }, message);
}

/** Collects findings about one record while it is read. */
export class Findings {
  readonly list: Finding[] = [];

  /** Reports that the record cannot be accepted. */
  reject(code: string, at: ReadValue, message: string): void {
    this.add('reject', code, at, message);
  }

  /** Reports that the value is left out. */
  drop(code: string, at: ReadValue, message: string): void {
    this.add('drop', code, at, message);
  }

  /** Reports a doubt about a value that is kept, corrected or not. */
  warn(code: string, at: ReadValue, message: string): void {
    this.add('warn', code, at, message);
  }

  get rejected(): boolean {
    return this.list.some(({ severity }) => severity === 'reject');
  }

  private add(severity: FindingSeverity, code: string, at: ReadValue, message: string): void {
    this.list.push(finding(severity, code, at, message));
  }
}
