import type { FileImportError } from '../file-import.entity.ts';

/** A fault for which a row was rejected, with the row. */
export type FailedRow = Pick<
  FileImportError,
  'row' | 'columnName' | 'header' | 'code' | 'message' | 'suggestion' | 'file' | 'format' | 'record'
>;

/** What of one table or one other file of an import was rejected. */
export interface FailedPart {
  /** As `FileImport` has it. */
  format: string | null;
  /** Of a table, as `SentRow` has them. */
  names: readonly string[];
  /** Under which names cells stand behind its last column, in any row of it. */
  surplus: readonly string[];
  /** How many rows, each once however much is wrong with it. */
  rows: number;
}

/** A row with all that is wrong with it. */
export type Faults = readonly FailedRow[];

/** What is said of a row, by the names of the columns behind it, in their order. */
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
