import { finding, type Finding, type FindingSeverity } from '../../../platform/formats/finding.ts';

/** Where a value stood and what it was. */
export interface ReadValue {
  /** Element path or JSON pointer. */
  path: string;
  value?: string | null;
}

/** Collects what there is to say about one record while it is read. */
export class Findings {
  readonly list: Finding[] = [];

  /** The record cannot be taken. */
  reject(code: string, at: ReadValue, message: string): void {
    this.add('reject', code, at, message);
  }

  /** The value is left out. */
  drop(code: string, at: ReadValue, message: string): void {
    this.add('drop', code, at, message);
  }

  /** The value is kept, mended or not, and doubted. */
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
