import type { Finding } from '../../formats/finding.ts';

/** What is stored in one step of an import: plain data, which a thread can hand over. */
export interface ImportBatch {
  /** Records, of which so many are rejected. */
  read: number;
  rejected: number;
  /** Rows of sheets that are no record at all, such as totals; not among `read`. */
  passedOver: number;
  /** Of the file, when the last of them was read. */
  bytesRead: number;
  /** As `FileImport` has it; null until it is known. */
  format: string | null;
  /** What each header of a sheet was taken for, as far as it was read. */
  columns: readonly object[];
  /** Lines of `faultLines`. */
  faults: Uint8Array;
}

/** Why a file could not be read (further). */
export interface ImportFailure {
  code: string;
  message: string;
  /** A line, a column or a number of rows, for its message in other languages. */
  about?: string | null;
}

/** Reads a file into batches; what it returns is why it ended before the file did, if it did. */
export type ImportBatches<B extends ImportBatch> = AsyncGenerator<B, ImportFailure | null>;

/** One record of a file with what there is to say of it. */
export interface SentRecord {
  /** From 1, through all files of an archive. */
  row: number;
  /** Its file, in an archive of several. */
  file: string | null;
  /** As `FileImport` has it, of that file; null of one that is none of them. */
  format: string | null;
  findings: readonly Finding[];
  /** As it came: a `SentRow`, members of an object, `xml`, the text of an element, or a text that was to be JSON. */
  source: Record<string, unknown> | string | null;
}

/** A row of a sheet, in the order of its columns, by which some of them are told. */
export interface SentRow extends Record<string, unknown> {
  /** Of its columns, empty where one has none. */
  names: readonly string[];
  /** Under each name; those that the row ends before are empty. */
  cells: readonly string[];
  /** Cells behind the last column, by the names under which they go back. */
  surplus: Readonly<Record<string, string>>;
}

/** The same file is always cut in the same way, since a restart skips what was stored (guarantee G10). */
const firstBatches = [1_000, 4_000];
const LARGEST = 5_000;

/** How many records the batch of that number holds, from 0: few at first, so that something is seen soon. */
export function batchSize(number: number): number {
  return firstBatches[number] ?? LARGEST;
}
