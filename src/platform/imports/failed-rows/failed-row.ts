import type { FileImportError } from '../file-import.entity.ts';

/** A fault for which a row was rejected, with the row. */
export type FailedRow = Pick<
  FileImportError,
  'row' | 'columnName' | 'header' | 'code' | 'message' | 'suggestion' | 'file' | 'format' | 'record'
>;

/** What of one file of an import was rejected; of one that is no archive, all of it. */
export interface FailedPart {
  /** csv, xlsx, xml or json. */
  format: string | null;
  /** What its cells or members are called, in no order. */
  names: readonly string[];
  /** How many rows, each once however much is wrong with it. */
  rows: number;
}

/** What is said of a row stands under these names, in the end. */
export const isRemark = (name: string): boolean => name.startsWith('error_');
