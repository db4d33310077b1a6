import type { FileImportError } from '../file-import.entity.ts';

/** A fault for which a row was rejected, with the row. */
export type FailedRow = Pick<
  FileImportError,
  'row' | 'columnName' | 'header' | 'code' | 'message' | 'suggestion' | 'file' | 'format' | 'record'
>;

/** What was rejected of one table, or of one other file, of an import. */
export interface FailedPart {
  /** The format as in `FileImport`. */
  format: string | null;
  /** The names of a table's columns, as in `SentRow`; empty for other files. */
  names: readonly string[];
  /** The names given to cells behind the last column, in any row of the part. */
  surplus: readonly string[];
  /** The number of rejected rows. A row counts once, however many faults it has. */
  rows: number;
}

/** All faults of one row. */
export type Faults = readonly FailedRow[];

/** What is reported of a row, by the names of the added columns, in their order. */
export const remarks: ReadonlyMap<string, (faults: Faults) => string> = new Map([
  ['error_row', ([first]) => String(first?.row ?? '')],
  ['error_column', (faults) => each(faults, ({ header, columnName }) => header ?? columnName)],
  ['error_code', (faults) => each(faults, ({ code }) => code)],
  ['error_message', (faults) => each(faults, ({ message }) => message)],
  ['error_suggestion', (faults) => each(faults, ({ suggestion }) => suggestion)],
]);

function each(faults: Faults, tell: (fault: FailedRow) => string | null): string {
  return faults.map((fault) => tell(fault) ?? '').filter(Boolean).join(' | '); // prettier-ignore
}
